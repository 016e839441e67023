"""Servers that write the same in another form, or refuse what they need not know."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace

from pydantic import JsonValue

from .edits import DONE, chunks, decode, encode, is_chat, is_embeddings, obj, objects
from .harmless import ALL, GATEWAY, INVOCATIONS, STREAMING, Variant
from .middleware import Answer, Call, Mutation, Object, Server

_BATCH = 16
_FEW = 8
_OPTIONS = (
    *("n", "stop", "logprobs", "response_format", "tools", "stream_options", "temperature"),
    "encoding_format",
)


async def _members_reversed(call: Call, server: Server) -> Answer:
    """Write the members of every object in another order."""
    found = await server.answer(call)
    return found.with_json(_reversed(found.value)) if found.is_json else found


def _reversed(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {name: _reversed(value[name]) for name in reversed(value)}
    return [_reversed(each) for each in value] if isinstance(value, list) else value


async def _more_headers(call: Call, server: Server) -> Answer:
    """Send headers of proxies, and end the connection, as HTTP/1.0 does."""
    found = await server.answer(call)
    more = {"via": "1.0 edge", "server": "edge", "vary": "accept", "connection": "close"}
    cased = {name.title(): value for name, value in found.headers.items()}
    return replace(found, headers=cased | more)


async def _several_lines(call: Call, server: Server) -> Answer:
    """Write the JSON of chunks on several lines of data, which a standard parser joins."""
    found = await server.answer(call)
    if not is_chat(call) or not found.is_stream:
        return found
    events = [_lines(data) if data != DONE else DONE for data in decode(found.body)]
    return found.with_body(encode([event.replace("\n", "\ndata: ") for event in events]))


def _lines(data: str) -> str:
    return json.dumps(json.loads(data), indent=1)


def _of_chats(edit: Callable[[list[Object]], list[Object]]) -> Mutation:
    edited = chunks(edit)

    async def mutation(call: Call, server: Server) -> Answer:
        return await (edited(call, server) if is_chat(call) else server.answer(call))

    return mutation


def _role_apart(found: list[Object]) -> list[Object]:
    """Begin with a chunk that has the role and an empty text."""
    (first, *rest) = found
    begun, said = copy.deepcopy(first), copy.deepcopy(first)
    for choice in objects(begun, "choices"):
        choice["delta"] = {"role": "assistant", "content": ""}
        choice["finish_reason"] = None
    for choice in objects(said, "choices"):
        obj(choice, "delta").pop("role", None)
    return [begun, said, *rest]


async def _choices_reversed(call: Call, server: Server) -> Answer:
    """Send the choices of a chat in another order; index tells them apart."""
    found = await server.answer(call)
    if not is_chat(call) or not found.json.get("choices"):
        return found
    return found.with_json({**found.json, "choices": [*objects(found.json, "choices")[::-1]]})


async def _offsets_from_the_prompt(call: Call, server: Server) -> Answer:
    """Count where tokens begin from the beginning of the prompt, which is not echoed."""
    found = await server.answer(call)
    prompt = call.json.get("prompt")
    if not found.is_json or not isinstance(prompt, str) or call.json.get("echo"):
        return found
    value = found.json
    for choice in objects(value, "choices"):
        logprobs = obj(choice, "logprobs")
        if isinstance(offsets := logprobs.get("text_offset"), list):
            logprobs["text_offset"] = [len(prompt) + int(str(each)) for each in offsets]
    return found.with_json(value)


async def _few_options(call: Call, server: Server) -> Answer:
    """Refuse every option beside the question."""
    found = await server.answer(call)
    asks = is_chat(call) or is_embeddings(call)
    if found.status >= 300 or not asks or not any(name in call.json for name in _OPTIONS):
        return found
    return _refused(400, found)


async def _small_batches(call: Call, server: Server) -> Answer:
    """Refuse more texts than a batch has."""
    found = await server.answer(call)
    texts = call.json.get("input")
    if not is_embeddings(call) or not isinstance(texts, list) or len(texts) <= _BATCH:
        return found
    return _refused(413, found)


async def _as_long_as_the_limit(call: Call, server: Server) -> Answer:
    """Say much in no more tokens than the few that are allowed, which cuts nothing."""
    limit = call.json.get("max_tokens")
    few = is_chat(call) and b"a thousand words" in call.body and isinstance(limit, int)
    if not few or limit == 1 or call.json.get("stream") is True:
        return await server.answer(call)
    found = await server.answer(call.with_json({**call.json, "max_tokens": _FEW}))
    choices: list[JsonValue] = [
        {**each, "finish_reason": "stop"} for each in objects(found.json, "choices")
    ]
    return found.with_json({**found.json, "choices": choices})


def _refused(status: int, found: Answer) -> Answer:
    error: Object = {"message": "Not supported.", "type": "invalid_request_error", "param": None}
    said: Object = {"error": {**error, "code": str(status)}, "error_code": "BAD_REQUEST"}
    refusal = Answer(status=status, headers=found.headers, body=b"")
    return refusal.with_json({**said, "message": "Not supported."})


def _variant(name: str, profiles: tuple[str, ...], mutation: Mutation) -> Variant:
    return Variant(name=name, profiles=profiles, mutation=mutation)


VARIANTS: tuple[Variant, ...] = (
    _variant("members-in-another-order", ALL, _members_reversed),
    _variant("headers-of-a-proxy", ALL, _more_headers),
    _variant("chunks-on-several-lines", STREAMING, _several_lines),
    _variant("role-in-a-chunk-of-its-own", (GATEWAY, "provider"), _of_chats(_role_apart)),
    _variant("choices-in-another-order", STREAMING, _choices_reversed),
    _variant("offsets-from-the-prompt", (INVOCATIONS, GATEWAY), _offsets_from_the_prompt),
    _variant("options-refused", (GATEWAY, "provider"), _few_options),
    _variant("as-long-as-the-limit", (INVOCATIONS, GATEWAY, "provider"), _as_long_as_the_limit),
    _variant("small-batches", (INVOCATIONS, GATEWAY, "provider"), _small_batches),
)
