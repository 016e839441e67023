"""Checks of calls, results and thoughts of the Messages API, and of giving them back."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, Untestable, expect
from ..probes.messages import BUDGET, MANY_TOKENS, TOOL, Messages
from ..probes.probe import Object
from ..registry import check
from .answers import body, skip_if_refused
from .messages import blocks

_THOUGHTS = ("thinking", "redacted_thinking")


@check("MSG-TOOL-001", task="messages")
async def a_call_names_its_tool(messages: Messages) -> None:
    """Every call has an id of its own, the tool's name and an object as input."""
    exchange = skip_if_refused(await messages.tool(), "tool_choice")
    found = _calls(body(exchange), exchange)
    if not found:
        raise Skipped("no tool was called", exchange)
    ids = [str(call.get("id") or "") for call in found]
    own = all(ids) and len({*ids}) == len(ids)
    expect(own, f"ids of calls are {ids}", exchange)
    for call in found:
        expect(call.get("name") == TOOL, f"name is {call.get('name')!r}, not {TOOL!r}", exchange)
        given = call.get("input")
        expect(isinstance(given, dict), f"input is {given!r}, no object", exchange)


@check("MSG-TOOL-002", task="messages")
async def a_forced_tool_is_called(messages: Messages) -> None:
    """When tool_choice names a tool, it is called."""
    exchange = skip_if_refused(await messages.tool(), "tool_choice")
    names = [call.get("name") for call in _calls(body(exchange), exchange)]
    expect(TOOL in names, f"tools called are {names}, {TOOL!r} was forced", exchange)


@check("MSG-TOOL-003", task="messages")
async def a_call_is_taken_back(messages: Messages) -> None:
    """The content of a message with a call is accepted with the call's result."""
    exchange, call_id = await _called(messages)
    answered = await messages.after_tool(body(exchange).get("content"), call_id)
    expect(answered.status < 300, f"the result is answered with {answered.status}", answered)


@check("MSG-TOOL-004", task="messages")
async def a_result_without_a_call_is_refused(messages: Messages) -> None:
    """A result for a call that was not made is refused."""
    exchange, call_id = await _called(messages)
    accepted = await messages.after_tool(body(exchange).get("content"), call_id)
    if accepted.status >= 300:
        raise Untestable(f"the right result is answered with {accepted.status}", accepted)
    refused = await messages.after_tool(body(exchange).get("content"), f"{call_id}x")
    expect(400 <= refused.status < 500, f"it is answered with {refused.status}", refused)


async def _called(messages: Messages) -> tuple[Exchange, str]:
    exchange = skip_if_refused(await messages.tool(), "tool_choice")
    ids = [call.get("id") for call in _calls(body(exchange), exchange)]
    call_id = ids[0] if ids else None
    if not isinstance(call_id, str):
        raise Skipped("no tool was called", exchange)
    return exchange, call_id


@check("MSG-THINK-001", task="messages")
async def a_thought_comes_first(messages: Messages) -> None:
    """A message that was thought over begins with a signed thought."""
    exchange = skip_if_refused(await messages.thinking(), "thinking")
    found = blocks(body(exchange), exchange)
    kinds = [block.get("type") for block in found]
    first = bool(kinds) and kinds[0] in _THOUGHTS
    expect(first, f"the blocks are {kinds}", exchange)
    for block in found:
        if block.get("type") == "thinking":
            expect(block.get("signature"), f"signature is {block.get('signature')!r}", exchange)


@check("MSG-THINK-002", task="messages")
async def a_thought_is_taken_back(messages: Messages) -> None:
    """The content of a message that was thought over is accepted in the next turn."""
    exchange = await _thought(messages)
    answered = await messages.after_thinking(body(exchange).get("content"))
    expect(answered.status < 300, f"the thought is answered with {answered.status}", answered)


@check("MSG-THINK-003", task="messages")
async def a_changed_thought_is_refused(messages: Messages) -> None:
    """A thought whose text was changed is refused, the unchanged one is not."""
    await _expect_refused_with(messages, {"thinking": "Another one."})


@check("MSG-THINK-003", task="messages")
async def a_changed_signature_is_refused(messages: Messages) -> None:
    """A thought whose signature was changed is refused, the unchanged one is not."""
    await _expect_refused_with(messages, {"signature": "aW52b2NhbnQ="})


async def _expect_refused_with(messages: Messages, changes: Object) -> None:
    exchange = await _thought(messages)
    found = blocks(body(exchange), exchange)
    accepted = await messages.after_thinking([*found])
    if accepted.status >= 300:
        raise Untestable(f"the right thought is answered with {accepted.status}", accepted)
    changed: list[JsonValue] = [
        {**block, **changes} if block.get("type") == "thinking" else block for block in found
    ]
    refused = await messages.after_thinking(changed)
    expect(400 <= refused.status < 500, f"it is answered with {refused.status}", refused)


async def _thought(messages: Messages) -> Exchange:
    exchange = skip_if_refused(await messages.thinking(), "thinking")
    if not any(each.get("type") == "thinking" for each in blocks(body(exchange), exchange)):
        raise Skipped("no thought was answered", exchange)
    return exchange


@check("MSG-THINK-004", task="messages")
async def a_budget_is_less_than_the_limit(messages: Messages) -> None:
    """A budget of max_tokens is refused, a lower one is not."""
    accepted = skip_if_refused(await messages.thinking_with_limit(MANY_TOKENS), "thinking")
    if accepted.status >= 300:
        raise Untestable(f"a lower budget is answered with {accepted.status}", accepted)
    refused = await messages.thinking_with_limit(BUDGET)
    expect(400 <= refused.status < 500, f"it is answered with {refused.status}", refused)


def _calls(message: Object, exchange: Exchange) -> list[Object]:
    return [block for block in blocks(message, exchange) if block.get("type") == "tool_use"]
