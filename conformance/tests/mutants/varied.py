"""Servers that are right where a plain chat is asked for, and wrong for one kind of question."""

from collections.abc import Callable, Mapping

from pydantic import JsonValue

from invocant_conformance.requirements import Level

from .edits import (
    answer,
    chunks,
    each_chunk,
    is_chat,
    obj,
    objects,
    stream_bytes,
)
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach

_GATEWAYS: Mapping[str, Level] = {"gateway": Level.MUST, "provider": Level.SHOULD}
Where = Callable[[Call], bool]


def _asking(member: str) -> Where:
    return lambda call: is_chat(call) and member in call.json


def _with_history(call: Call) -> bool:
    messages = call.json.get("messages")
    return is_chat(call) and isinstance(messages, list) and len(messages) > 1


def _required(call: Call) -> bool:
    return is_chat(call) and call.json.get("tool_choice") == "required"


def _unstreamed(call: Call) -> bool:
    return is_chat(call) and call.json.get("stream") is False


def _of_much(call: Call) -> bool:
    return is_chat(call) and b"thousand" in call.body and call.json.get("max_tokens") != 1


def _when(where: Where, mutation: Mutation) -> Mutation:
    async def conditional(call: Call, server: Server) -> Answer:
        return await (mutation(call, server) if where(call) else server.answer(call))

    return conditional


def _again(mutation: Mutation, where: Where = is_chat) -> Mutation:
    """Break what is asked for a second time in the same words, as from a cache."""

    async def repeated(call: Call, server: Server) -> Answer:
        key = f"{call.path} {call.body.decode(errors='replace')}"
        if where(call) and key in server.memory:
            return await mutation(call, server)
        found = await server.answer(call)
        if found.status < 300:
            server.memory[key] = True
        return found

    return repeated


def _without(member: str) -> Mutation:
    return answer(lambda chat: chat.pop(member, None), is_chat)


def _choices(edit: Callable[[Object], object]) -> Mutation:
    return answer(lambda chat: [edit(each) for each in objects(chat, "choices")], is_chat)


def _index(value: JsonValue) -> Mutation:
    return _choices(lambda choice: choice.update(index=value))


def _role(choice: Object) -> None:
    obj(choice, "message")["role"] = "user"


def _unfinished(chunk: Object) -> None:
    for choice in objects(chunk, "choices"):
        choice["finish_reason"] = None


async def _whole(call: Call, server: Server) -> Answer:
    """Answer a stream with one JSON body."""
    body = {name: value for name, value in call.json.items() if "stream" not in name}
    return await server.answer(call.with_json(body) if call.json else call)


async def _without_limit(call: Call, server: Server) -> Answer:
    """Keep no other limit than one of a single token."""
    body = {name: value for name, value in call.json.items() if name != "max_tokens"}
    return await server.answer(call.with_json(body))


def _stopped(choice: Object) -> None:
    if choice.get("finish_reason") == "length":
        choice["finish_reason"] = "stop"


def _say(content: str) -> Callable[[Object], None]:
    def edit(choice: Object) -> None:
        message = obj(choice, "message")
        message.update(content=content)
        message.pop("tool_calls", None)

    return edit


def _objects_for_arguments(choice: Object) -> None:
    for call in objects(obj(choice, "message"), "tool_calls"):
        obj(call, "function")["arguments"] = {"city": "Paris"}


def _without_usage_chunk(found: list[Object]) -> list[Object]:
    return [chunk for chunk in found if chunk.get("choices")]


_NO_DONE = stream_bytes(lambda body: body.replace(b"data: [DONE]\n\n", b""))

MUTANTS: tuple[Mutant, ...] = (
    breach("role-with-a-stop", "CHAT-ROLE-001", _when(_asking("stop"), _choices(_role))),
    breach("role-with-a-history", "CHAT-ROLE-001", _when(_with_history, _choices(_role))),
    breach("index-with-tools", "CHAT-CHOICES-001", _when(_asking("tools"), _index(1))),
    breach("index-is-true", "CHAT-CHOICES-001", _index(False)),
    breach(
        "usage-missing-with-logprobs",
        "CHAT-USAGE-001",
        _when(_asking("logprobs"), _without("usage")),
    ),
    breach("usage-missing-from-a-cache", "CHAT-USAGE-001", _again(_without("usage"))),
    breach(
        "object-missing-with-a-format",
        "CHAT-META-001",
        _when(_asking("response_format"), _without("object")),
    ),
    breach(
        "object-missing-with-stream-false", "CHAT-META-001", _when(_unstreamed, _without("object"))
    ),
    breach(
        "reason-unknown-with-a-required-tool",
        "CHAT-FINISH-002",
        _when(_required, _choices(lambda choice: choice.update(finish_reason="tool_use"))),
    ),
    breach("stop-where-a-few-tokens-cut", "CHAT-FINISH-001", _when(_of_much, _choices(_stopped))),
    breach("only-limits-of-one-token-kept", "CHAT-LIMIT-001", _when(_of_much, _without_limit)),
    breach("content-without-a-width", "CHAT-CONTENT-001", _choices(_say("\u200b"))),
    breach(
        "arguments-are-objects-where-required",
        "CHAT-TOOL-001",
        _when(_required, _choices(_objects_for_arguments)),
    ),
    breach("stream-ignored-with-tools", "CHAT-SSE-004", _when(_asking("tools"), _whole)),
    breach("stream-ignored-with-a-stop", "CHAT-SSE-004", _when(_asking("stop"), _whole)),
    breach("no-done-with-a-history", "CHAT-SSE-003", _when(_with_history, _NO_DONE)),
    breach("no-done-from-a-cache", "CHAT-SSE-003", _again(_NO_DONE)),
    breach(
        "no-reason-with-logprobs",
        "CHAT-SSE-005",
        _when(_asking("logprobs"), each_chunk(_unfinished)),
    ),
    Mutant(
        name="usage-absent-with-tools",
        requirement="CHAT-SSE-008",
        levels=_GATEWAYS,
        mutation=_when(_asking("tools"), chunks(_without_usage_chunk)),
    ),
)
