"""Checks of calls and thoughts of the Responses API, and of giving them back."""

from ..exchange import Exchange
from ..json_values import JsonValue, as_object
from ..outcomes import Skipped, expect
from ..probes.probe import Object
from ..probes.responses import LONGEST_ID, TOOL, Responses
from ..registry import check
from .answers import body, skip_if_refused
from .responses import items
from .responses_events import done_items
from .streams import read_json
from .typed_streams import documented, events


@check("RESP-TOOL-001", task="responses")
async def arguments_are_json_text(responses: Responses) -> None:
    """The arguments of a call are JSON text, and the call names its function."""
    exchange = skip_if_refused(await responses.tool(), "tool_choice")
    answer = body(exchange)
    _skip_if_cut(answer.get("status"), exchange)
    _expect_calls(_calls(items(answer, exchange)), exchange)


@check("RESP-TOOL-001", task="responses")
async def streamed_arguments_are_json_text(responses: Responses) -> None:
    """The arguments of a streamed call are JSON text, and the call names its function."""
    exchange = skip_if_refused(await responses.tool_stream(), "tool_choice")
    found = events(exchange, documented(responses))
    _skip_if_cut(as_object(found[-1].data.get("response")).get("status"), exchange)
    _expect_calls(_calls(done_items(found)), exchange)


def _skip_if_cut(status: JsonValue, exchange: Exchange) -> None:
    """Raise Skipped where a limit ended the answer, perhaps amid a call."""
    if status == "incomplete":
        raise Skipped("the call was cut", exchange)


def _expect_calls(found: list[Object], exchange: Exchange) -> None:
    if not found:
        raise Skipped("no function was called", exchange)
    for call in found:
        arguments = call.get("arguments")
        parsed = read_json(arguments) if isinstance(arguments, str) else None
        shown = repr(arguments)[:120]
        expect(isinstance(parsed, dict), f"arguments is no JSON object: {shown}", exchange)
        call_id = call.get("call_id")
        expect(isinstance(call_id, str) and call_id, f"call_id is {call_id!r}", exchange)
        expect(call.get("name") == TOOL, f"name is {call.get('name')!r}, not {TOOL!r}", exchange)


@check("RESP-TOOL-002", task="responses")
async def a_forced_function_is_called(responses: Responses) -> None:
    """When tool_choice names a function, it is called."""
    exchange = skip_if_refused(await responses.tool(), "tool_choice")
    _expect_called(items(body(exchange), exchange), exchange)


@check("RESP-TOOL-002", task="responses")
async def a_forced_function_is_called_in_a_stream(responses: Responses) -> None:
    """When tool_choice names a function, it is called in a stream as well."""
    exchange = skip_if_refused(await responses.tool_stream(), "tool_choice")
    _expect_called(done_items(events(exchange, documented(responses))), exchange)


def _expect_called(found: list[Object], exchange: Exchange) -> None:
    names = [call.get("name") for call in _calls(found)]
    expect(TOOL in names, f"functions called are {names}, {TOOL!r} was forced", exchange)


@check("RESP-TOOL-003", task="responses")
async def a_call_is_taken_back(responses: Responses) -> None:
    """The items of an answer with a call are accepted with the call's output."""
    exchange = skip_if_refused(await responses.tool(), "tool_choice")
    found = items(body(exchange), exchange)
    ids = [call.get("call_id") for call in _calls(found)]
    call_id = ids[0] if ids else None
    if not isinstance(call_id, str):
        raise Skipped("no function was called", exchange)
    answered = await responses.after_tool(_given_back(found), call_id)
    expect(answered.status < 300, f"the output is answered with {answered.status}", answered)


@check("RESP-REASON-001", task="responses")
async def a_thought_is_taken_back(responses: Responses) -> None:
    """The items of an answer with a thought are accepted in the next turn."""
    exchange = skip_if_refused(await responses.thinking(), "reasoning")
    found = items(body(exchange), exchange)
    if not any(item.get("type") == "reasoning" for item in found):
        raise Skipped("no thought was answered", exchange)
    answered = await responses.after_thinking(_given_back(found))
    expect(answered.status < 300, f"the thought is answered with {answered.status}", answered)


def _calls(found: list[Object]) -> list[Object]:
    return [item for item in found if item.get("type") == "function_call"]


def _given_back(found: list[Object]) -> list[JsonValue]:
    """Return items as they came, but for ids that are too long to be taken."""
    return [
        {name: value for name, value in item.items() if not (name == "id" and _is_long(value))}
        for item in found
    ]


def _is_long(value: JsonValue) -> bool:
    return isinstance(value, str) and len(value) > LONGEST_ID
