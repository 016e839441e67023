"""Chats that are answered, cut into chunks or refused in unusual ways which are allowed."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pydantic import JsonValue

from .edits import chunks, encode, is_chat, obj, objects
from .harmless import GATEWAY, MANAGEMENT, STREAMING, Variant
from .middleware import Answer, Call, Mutation, Object, Server


def _chats(edit: Callable[[list[Object]], list[Object]]) -> Mutation:
    """Replace the chunks of streamed chats."""
    edited = chunks(edit)

    async def mutation(call: Call, server: Server) -> Answer:
        return await (edited(call, server) if is_chat(call) else server.answer(call))

    return mutation


def _in_pairs(found: list[Object]) -> list[Object]:
    """Send two tokens a chunk, with the log probabilities of both."""
    sent: list[Object] = []
    alone = True
    for chunk in found:
        if not alone or not sent or not _joined(sent[-1], chunk):
            sent.append(chunk)
            alone = True
        else:
            alone = False
    return sent


def _joined(first: Object, second: Object) -> bool:
    """Add what a chunk says to the one before, where both say text of one choice and no more."""
    pair = [objects(chunk, "choices") for chunk in (first, second)]
    if any(len(each) != 1 or each[0].get("finish_reason") for each in pair):
        return False
    (one,), (other,) = pair
    deltas = [obj(choice, "delta") for choice in (one, other)]
    if any(delta.keys() != {"content"} for delta in deltas) or one["index"] != other["index"]:
        return False
    deltas[0]["content"] = f"{deltas[0]['content']}{deltas[1]['content']}"
    if objects(obj(one, "logprobs"), "content"):
        entries = [objects(obj(choice, "logprobs"), "content") for choice in (one, other)]
        obj(one, "logprobs")["content"] = [*entries[0], *entries[1]]
    if "usage" in second:
        first["usage"] = second["usage"]
    return True


def _calls_at_once(found: list[Object]) -> list[Object]:
    """Send all calls of a choice whole, in the chunk in which the first of them begins."""
    begun: dict[str, dict[str, Object]] = {}
    sent: list[Object] = []
    for chunk in found:
        choices = [each for each in objects(chunk, "choices") if _calls(each)]
        known = [each for each in choices if str(each["index"]) in begun]
        for choice in choices:
            calls = begun.setdefault(str(choice["index"]), {})
            for delta in _calls(choice):
                _gather(calls, str(delta["index"]), delta)
        if not known:
            sent.append(chunk)
    for chunk in sent:
        for choice in objects(chunk, "choices"):
            if _calls(choice):
                whole: list[JsonValue] = [*begun[str(choice["index"])].values()]
                obj(choice, "delta")["tool_calls"] = whole
    return sent


def _calls(choice: Object) -> list[Object]:
    return objects(obj(choice, "delta"), "tool_calls")


def _gather(begun: dict[str, Object], key: str, delta: Object) -> None:
    """Add the arguments of a delta to those of its call."""
    if key not in begun:
        begun[key] = delta
        return
    function = obj(begun[key], "function")
    more = obj(delta, "function").get("arguments", "")
    function["arguments"] = f"{function.get('arguments', '')}{more}"


async def _refusing_addresses(call: Call, server: Server) -> Answer:
    """Refuse requests that name an address, as the LiteLLM proxy does."""
    found = await server.answer(call)
    if not is_chat(call) or not {"api_base", "base_url"} & call.json.keys():
        return found
    error: Object = {"message": "api_base is not allowed", "type": "auth_error", "param": "None"}
    return replace(found, status=401).with_json({"error": {**error, "code": "401"}})


async def _cutting_streams(call: Call, server: Server) -> Answer:
    """Say within the stream that a guardrail has blocked it."""
    found = await server.answer(call)
    is_query = call.path.endswith("/invocations") and call.json.get("stream") is True
    if not is_query or found.status != 400:
        return found
    event = json.dumps({"error_code": "BAD_REQUEST", "message": "blocked by a guardrail"})
    return replace(found, status=200).with_body(encode([event]), content_type="text/event-stream")


def _variant(name: str, profiles: tuple[str, ...], mutation: Mutation) -> Variant:
    return Variant(name=name, profiles=profiles, mutation=mutation)


async def _one_call_at_a_time(call: Call, server: Server) -> Answer:
    """Never call several tools at once, whoever allows it."""
    if is_chat(call) and call.json.get("parallel_tool_calls"):
        call = call.with_json({**call.json, "parallel_tool_calls": False})
    return await server.answer(call)


ONE_CALL_AT_A_TIME: Final = _variant("one-call-at-a-time", (GATEWAY,), _one_call_at_a_time)


async def _cutting_calls(call: Call, server: Server) -> Answer:
    """Let a limit cut what a tool is called with, whole and streamed, and say so."""
    if not is_chat(call):
        return await server.answer(call)
    found = await chunks(_cut_calls)(call, server)
    if not found.json.get("choices"):
        return found
    value = found.json
    for choice in objects(value, "choices"):
        for asked in objects(obj(choice, "message"), "tool_calls"):
            _cut_call(choice, asked)
    return found.with_json(value)


def _cut_calls(found: list[Object]) -> list[Object]:
    """Cut every piece of the arguments, and let the limit be the end of each choice."""
    calling = {
        str(choice.get("index"))
        for chunk in found
        for choice in objects(chunk, "choices")
        if choice.get("finish_reason") == "tool_calls"
    }
    for choice in (each for chunk in found for each in objects(chunk, "choices")):
        for asked in objects(obj(choice, "delta"), "tool_calls"):
            function = obj(asked, "function")
            function["arguments"] = str(function.get("arguments") or "").replace("}", "")
        if choice.get("finish_reason") and str(choice.get("index")) in calling:
            choice["finish_reason"] = "length"
    return found


def _cut_call(choice: Object, asked: Object) -> None:
    function = obj(asked, "function")
    function["arguments"] = str(function.get("arguments") or "")[:-1]
    choice["finish_reason"] = "length"


VARIANTS: tuple[Variant, ...] = (
    ONE_CALL_AT_A_TIME,
    _variant("two-tokens-a-chunk", STREAMING, _chats(_in_pairs)),
    _variant("calls-that-a-limit-cut", (GATEWAY,), _cutting_calls),
    _variant("calls-in-one-chunk", (GATEWAY,), _chats(_calls_at_once)),
    _variant("addresses-refused", (GATEWAY,), _refusing_addresses),
    _variant("guardrails-speak-in-streams", (MANAGEMENT,), _cutting_streams),
)
