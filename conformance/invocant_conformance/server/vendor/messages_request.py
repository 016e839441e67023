"""Requests of the Messages API as chat requests, and the rules that their schema cannot say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...json_values import (
    JsonObject,
    JsonValue,
    as_integer,
    as_list,
    as_object,
    as_text,
    dump,
)
from ..errors import Kind, Refused
from ..generation import prompt_tokens
from ..thoughts import signature

_THREADLESS: JsonObject = {"error_code": "thread_unsupported_request", "unsupported": ["thread"]}
"""By which anthropic 2.11.0 (lib/threads) learns that it has to send whole conversations."""

_MODES: Mapping[JsonValue, JsonValue] = {"auto": "auto", "any": "required", "none": "none"}


def chat(request: JsonObject) -> JsonObject:
    """Return the chat request that asks for the same."""
    made: dict[str, JsonValue] = {"messages": [*_messages(request)]}
    if limit := request.get("max_tokens"):
        made["max_tokens"] = limit
    tools = [_tool(as_object(tool)) for tool in as_list(request.get("tools"))]
    if functions := [tool for tool in tools if tool]:
        made["tools"] = functions
        choice = as_object(request.get("tool_choice"))
        made["tool_choice"] = _choice(choice)
        if "disable_parallel_tool_use" in choice:
            made["parallel_tool_calls"] = choice["disable_parallel_tool_use"] is not True
    form = as_object(as_object(request.get("output_config")).get("format"))
    if form.get("type") == "json_schema":
        made["response_format"] = {
            "type": "json_schema",
            "json_schema": {"schema": form.get("schema")},
        }
    if stops := as_list(request.get("stop_sequences")):
        made["stop"] = stops
    if (most := budget(request)) is not None:
        made["thinking"] = {"type": "enabled", "budget_tokens": most}
    return made


def count(request: JsonObject) -> int:
    """Count the tokens of a prompt; a message with it costs as many."""
    return prompt_tokens(chat(request))


def budget(request: JsonObject) -> int | None:
    """Return the most tokens to think with, None where the request does not ask for thinking."""
    thinking = as_object(request.get("thinking"))
    if thinking.get("type") == "adaptive":
        return as_integer(request.get("max_tokens"))
    return as_integer(thinking.get("budget_tokens"))


def check(request: JsonObject) -> None:
    """Refuse kept conversations, results without calls, changed thoughts and too large budgets.

    MSG-TOOL-004, MSG-THINK-003, MSG-THINK-004.
    """
    if request.get("thread") is not None:
        raise replace(_broken("thread", "conversations are not kept"), details=_THREADLESS)
    known: Sequence[JsonValue] = ()
    for place, turn in enumerate(map(as_object, as_list(request["messages"]))):
        blocks = [*_blocks(turn.get("content"))]
        for block in blocks:
            _check_block(block, known, f"messages[{place}].content")
        known = [block.get("id") for block in blocks if block.get("type") == "tool_use"]
    most, limit = budget(request), as_integer(request.get("max_tokens"))
    enabled = as_object(request.get("thinking")).get("type") == "enabled"
    if enabled and most is not None and limit is not None and most >= limit:
        rule = f"budget_tokens {most} is not less than max_tokens {limit}"
        raise _broken("thinking.budget_tokens", rule)


def _check_block(block: JsonObject, known: Sequence[JsonValue], where: str) -> None:
    kind = block.get("type")
    if kind == "tool_result" and block.get("tool_use_id") not in known:
        raise _broken(where, "a tool_result answers no tool_use of the turn before")
    if kind == "thinking" and block.get("signature") != signature(as_text(block.get("thinking"))):
        raise _broken(where, "the signature of a thinking block is not that of its text")


def _broken(field: str, rule: str) -> Refused:
    return Refused(Kind.INVALID_FIELD, f"{field}: {rule}.", field)


def _messages(request: JsonObject) -> Iterator[JsonObject]:
    system = "\n".join(as_text(block.get("text")) for block in _blocks(request.get("system")))
    if system:
        yield {"role": "system", "content": system}
    for turn in map(as_object, as_list(request["messages"])):
        yield from _turn(as_text(turn.get("role")), [*_blocks(turn.get("content"))])


def _blocks(content: JsonValue) -> Iterator[JsonObject]:
    if isinstance(content, str):
        yield {"type": "text", "text": content}
    else:
        yield from map(as_object, as_list(content))


def _turn(role: str, blocks: Sequence[JsonObject]) -> Iterator[JsonObject]:
    """Yield the turn's messages: its own, with what it calls, and one for each result."""
    results = [block for block in blocks if block.get("type") == "tool_result"]
    calls = [_call(block) for block in blocks if block.get("type") == "tool_use"]
    said = [_part(block) for block in blocks if block.get("type") not in _APART]
    for result in results:
        parts = [_part(block) for block in _blocks(result.get("content"))]
        yield {"role": "tool", "tool_call_id": result.get("tool_use_id"), "content": parts}
    if calls or said or not results:
        message: JsonObject = {"role": role, "content": said}
        yield {**message, "tool_calls": calls} if calls else message


_APART = ("tool_result", "tool_use", "thinking", "redacted_thinking")


def _part(block: JsonObject) -> JsonObject:
    if block.get("type") == "text":
        return {"type": "text", "text": block.get("text")}
    return block


def _call(block: JsonObject) -> JsonObject:
    function: JsonObject = {"name": block.get("name"), "arguments": dump(block.get("input"))}
    return {"id": block.get("id"), "type": "function", "function": function}


def _tool(tool: JsonObject) -> JsonObject | None:
    """Return a tool of the caller's; those of the provider are never used."""
    if tool.get("type") not in (None, "custom"):
        return None
    function: JsonObject = {"name": tool.get("name"), "parameters": tool.get("input_schema")}
    return {"type": "function", "function": function}


def _choice(choice: JsonObject) -> JsonValue:
    if choice.get("type") == "tool":
        return {"type": "function", "function": {"name": choice.get("name")}}
    return _MODES.get(choice.get("type"), "auto")
