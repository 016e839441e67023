"""Servers that are right in the plain case and wrong where more is asked of them."""

from collections.abc import Callable

from pydantic import JsonValue

from .edits import (
    DONE,
    answer,
    chunks,
    each_chunk,
    encode,
    events,
    is_chat,
    is_embeddings,
    obj,
    objects,
    stream_bytes,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach


def _when(where: Callable[[Call], bool], mutation: Mutation) -> Mutation:
    """Break some calls only."""

    async def conditional(call: Call, server: Server) -> Answer:
        return await (mutation(call, server) if where(call) else server.answer(call))

    return conditional


def _with_tools(call: Call) -> bool:
    return is_chat(call) and "tools" in call.json


def _cut(call: Call) -> bool:
    return is_chat(call) and call.json.get("max_tokens") == 1


def _of_one_text(call: Call) -> bool:
    return is_embeddings(call) and isinstance(call.json.get("input"), str)


def _of_a_list(call: Call) -> bool:
    return is_embeddings(call) and isinstance(call.json.get("input"), list)


def _declining_usage(call: Call) -> bool:
    return call.json.get("stream_options") == {"include_usage": False}


def _without(member: str) -> Callable[[Object], object]:
    return lambda value: value.pop(member, None)


def _in_usage(**counts: int) -> Callable[[Object], object]:
    return lambda value: obj(value, "usage").update(counts)


def _messages(edit: Callable[[Object], object]) -> Mutation:
    return answer(
        lambda chat: [edit(obj(each, "message")) for each in objects(chat, "choices")], is_chat
    )


def _choices(edit: Callable[[Object], object]) -> Mutation:
    return each_chunk(lambda chunk: [edit(each) for each in objects(chunk, "choices")])


def _deltas(edit: Callable[[Object], object]) -> Mutation:
    return _choices(lambda choice: edit(obj(choice, "delta")))


def _named_otherwise(delta: Object) -> None:
    if delta.get("role"):
        delta["role"] = "user"


def _numbered_ids(found: list[Object]) -> list[Object]:
    for number, chunk in enumerate(found):
        chunk["id"] = f"chatcmpl-{number}"
    return found


def _with_usage(found: list[Object]) -> list[Object]:
    counts: Object = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return [*found, {**found[-1], "choices": [], "usage": counts}]


async def _ascii_only(call: Call, server: Server) -> Answer:
    """Drop, from lists, what is beyond ASCII."""
    if not _of_a_list(call):
        return await server.answer(call)
    texts = call.json.get("input")
    kept = [_ascii(text) for text in texts] if isinstance(texts, list) else texts
    return await server.answer(call.with_json({**call.json, "input": kept}))


def _ascii(text: JsonValue) -> JsonValue:
    return text.encode("ascii", "ignore").decode() or "x" if isinstance(text, str) else text


async def _without_limit(call: Call, server: Server) -> Answer:
    """Ignore max_tokens in streams."""
    body = {name: value for name, value in call.json.items() if name != "max_tokens"}
    return await server.answer(call.with_json(body) if call.json.get("stream") else call)


_NO_DONE = stream_bytes(lambda body: body.removesuffix(encode([DONE])))
_JOINED = stream_bytes(lambda body: body.replace(b"\n\ndata", b"\ndata"))

MUTANTS: tuple[Mutant, ...] = (
    breach(
        "object-missing-with-tools",
        "CHAT-META-001",
        _when(_with_tools, answer(_without("object"), is_chat)),
    ),
    breach(
        "usage-missing-with-tools",
        "CHAT-USAGE-001",
        _when(_with_tools, answer(_without("usage"), is_chat)),
    ),
    breach(
        "usage-missing-when-cut", "CHAT-USAGE-001", _when(_cut, answer(_without("usage"), is_chat))
    ),
    breach(
        "total-is-no-sum-with-tools",
        "CHAT-USAGE-002",
        _when(_with_tools, answer(_in_usage(total_tokens=9999), is_chat)),
    ),
    breach(
        "role-of-a-cut-answer",
        "CHAT-ROLE-001",
        _when(_cut, _messages(lambda message: message.update(role="user"))),
    ),
    breach(
        "streamed-role-with-tools", "CHAT-ROLE-001", _when(_with_tools, _deltas(_named_otherwise))
    ),
    breach("max-tokens-ignored-in-streams", "CHAT-LIMIT-001", _when(is_chat, _without_limit)),
    breach("no-done-when-cut", "CHAT-SSE-003", _when(_cut, _NO_DONE)),
    breach("events-joined-when-cut", "CHAT-SSE-002", _when(_cut, _JOINED)),
    breach("id-changes-with-tools", "CHAT-SSE-006", _when(_with_tools, chunks(_numbered_ids))),
    breach(
        "object-of-chunks-with-tools",
        "CHAT-SSE-007",
        _when(_with_tools, each_chunk(lambda chunk: chunk.update(object="chat.completion"))),
    ),
    breach("usage-though-declined", "CHAT-SSE-009", _when(_declining_usage, chunks(_with_usage))),
    breach("usage-unasked-with-tools", "CHAT-SSE-009", _when(_with_tools, chunks(_with_usage))),
    breach("delta-missing-when-cut", "CHAT-SSE-010", _when(_cut, _choices(_without("delta")))),
    breach(
        "chunk-after-done-with-tools",
        "CHAT-SSE-011",
        _when(_with_tools, events(lambda found: [*found, found[0]])),
    ),
    breach(
        "role-missing-with-tools", "CHAT-SSE-012", _when(_with_tools, _deltas(_without("role")))
    ),
    breach(
        "object-missing-for-lists",
        "EMB-META-001",
        _when(_of_a_list, answer(_without("object"), is_embeddings)),
    ),
    breach(
        "usage-missing-for-one-text",
        "EMB-USAGE-001",
        _when(_of_one_text, answer(_without("usage"), is_embeddings)),
    ),
    breach(
        "total-is-no-sum-for-one-text",
        "EMB-USAGE-002",
        _when(_of_one_text, answer(_in_usage(total_tokens=9999), is_embeddings)),
    ),
    breach("letters-beyond-ascii-dropped", "EMB-ORDER-001", _ascii_only),
)
