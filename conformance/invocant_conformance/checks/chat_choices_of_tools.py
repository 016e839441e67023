"""Checks of tool_choice, of conversations with tools, and of calls that are named once."""

from ..outcomes import Skipped, expect
from ..probes.chat import Chat
from ..probes.chat_variations import FORBIDDEN, REQUIRED, ROUND_TRIP
from ..registry import check
from .answers import calls, choices, message, skip_if_refused
from .streams import ChatStream

_NOT_IMPLEMENTED = 501


@check("CHAT-TOOL-007", task="chat")
async def a_required_tool_call_is_made(chat: Chat) -> None:
    """With tool_choice "required" every choice calls one of the tools."""
    asked = await chat.ask(**REQUIRED)
    exchange = skip_if_refused(asked, "tool_choice required")
    for choice in choices(exchange):
        made = calls(message(choice))
        expect(made, "no tool was called, though one was required", exchange)


@check("CHAT-TOOL-008", task="chat")
async def no_tool_is_called_where_none_may_be(chat: Chat) -> None:
    """With tool_choice "none" no choice calls a tool."""
    exchange = skip_if_refused(await chat.ask(**FORBIDDEN), "tool_choice none")
    for choice in choices(exchange):
        made = calls(message(choice)) or choice.get("finish_reason") == "tool_calls"
        expect(not made, "a tool was called, though none may be", exchange)


@check("CHAT-TOOL-009", task="chat")
async def the_answer_of_a_tool_is_accepted(chat: Chat) -> None:
    """A conversation with a tool call and its answer is answered."""
    skip_if_refused(await chat.tool(), "tool_choice")
    exchange = await chat.ask(**ROUND_TRIP)
    status = exchange.status
    if status == _NOT_IMPLEMENTED:
        raise Skipped("the target says that it lacks conversations with tools", exchange)
    expect(status < 300, f"the answer of a tool is answered with {status}", exchange)
    expect(choices(exchange), "choices is empty", exchange)


@check("CHAT-SSE-018", task="chat")
async def a_call_is_named_once(chat: Chat) -> None:
    """Only the first delta of a call has its id and name."""
    exchange = skip_if_refused(await chat.tool_stream(), "tool_choice")
    stream = ChatStream(exchange, chat.surface)
    named: dict[str, int] = {}
    for part in stream.choices:
        for delta in calls(part.delta):
            function = delta.get("function")
            name = function.get("name") if isinstance(function, dict) else None
            if name or delta.get("id"):
                call = f"{part.index}/{delta.get('index')}"
                named[call] = named.get(call, 0) + 1
    if not named:
        raise Skipped("no tool was called", exchange)
    for call, times in named.items():
        expect(times == 1, f"call {call} is named in {times} deltas", exchange)
