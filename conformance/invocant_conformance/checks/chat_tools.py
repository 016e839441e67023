"""Checks of tool calls, whole and streamed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Skipped, expect
from ..probes.chat import TOOL, Chat
from ..probes.probe import Object
from ..registry import check
from .answers import calls, choices, message, skip_if_refused
from .asked import varied_streams, whole_chats
from .streams import ChatStream, ChunkChoice, read_json

_CUT = "length"
"""How a choice finishes that a limit cut."""


@check("CHAT-TOOL-001", task="chat")
async def tool_arguments_are_json_text(chat: Chat) -> None:
    """The arguments of every whole call are JSON text, and the call has id and name."""
    found = [
        (call, exchange)
        for exchange in await whole_chats(chat)
        for choice in choices(exchange)
        if choice.get("finish_reason") != _CUT
        for call in calls(message(choice))
    ]
    if not found:
        raise Skipped("no tool was called", await chat.tool())
    for call, exchange in found:
        function, kind = _function(call), call.get("type")
        expect(kind in ("function", None), f"type of a call is {kind!r}", exchange)
        _expect_call(call.get("id"), function.get("name"), function.get("arguments"), exchange)


@check("CHAT-TOOL-001", task="chat")
async def streamed_tool_arguments_are_json_text(chat: Chat) -> None:
    """The fragments of every streamed call's arguments add up to JSON text, with id and name."""
    found = [
        (call, stream.exchange)
        for stream in await varied_streams(chat)
        for call in _streamed_calls(_whole(stream.choices), stream.exchange)
    ]
    if not found:
        raise Skipped("no tool was called", await chat.tool_stream())
    for call, exchange in found:
        _expect_call(call.id, call.name, "".join(call.fragments), exchange)


@check("CHAT-TOOL-002", task="chat")
async def forced_tool_is_called(chat: Chat) -> None:
    """When tool_choice names a tool, that tool is called."""
    exchange = skip_if_refused(await chat.tool(), "tool_choice")
    for choice in choices(exchange):
        names = [_function(call).get("name") for call in calls(message(choice))]
        expect(TOOL in names, f"tools called are {names}, {TOOL!r} was forced", exchange)


@check("CHAT-TOOL-002", task="chat")
async def forced_tool_is_called_in_a_stream(chat: Chat) -> None:
    """When tool_choice names a tool, that tool is called in a stream as well."""
    exchange = skip_if_refused(await chat.tool_stream(), "tool_choice")
    found = _streamed_calls(ChatStream(exchange, chat.surface).choices, exchange)
    names = [call.name for call in found]
    expect(TOOL in names, f"tools called are {names}, {TOOL!r} was forced", exchange)


def _expect_call(
    identifier: JsonValue, name: JsonValue, arguments: JsonValue, exchange: Exchange
) -> None:
    expect(isinstance(identifier, str) and identifier, f"id is {identifier!r}", exchange)
    expect(isinstance(name, str) and name, f"name is {name!r}", exchange)
    if not isinstance(arguments, str):
        kind = type(arguments).__name__
        raise Failed(f"arguments are a JSON value ({kind}), not JSON text", exchange)
    is_object = isinstance(read_json(arguments), dict)
    expect(is_object, f"arguments hold no JSON object: {arguments[:80]!r}", exchange)


def _function(call: Object) -> Object:
    value = call.get("function")
    return value if isinstance(value, dict) else {}


@dataclass(kw_only=True, slots=True)
class _StreamedCall:
    """A call as far as its deltas have come."""

    id: JsonValue = None
    name: JsonValue = None
    fragments: list[str] = field(default_factory=list[str])


def _whole(parts: Sequence[ChunkChoice]) -> list[ChunkChoice]:
    """Leave out the choices that a limit cut, perhaps amid a call."""
    cut = {part.index for part in parts if part.finish_reason == _CUT}
    return [part for part in parts if part.index not in cut]


def _streamed_calls(parts: Iterable[ChunkChoice], exchange: Exchange) -> list[_StreamedCall]:
    """Put the deltas of all calls together, by choice and by index of the call."""
    found: dict[str, _StreamedCall] = {}
    for part in parts:
        for delta in calls(part.delta):
            call = found.setdefault(f"{part.index}/{delta.get('index')}", _StreamedCall())
            function = _function(delta)
            _expect_one_id(call.id, delta.get("id"), exchange)
            call.id = call.id or delta.get("id")
            call.name = call.name or function.get("name")
            fragment = function.get("arguments")
            if fragment is not None and not isinstance(fragment, str):
                kind = type(fragment).__name__
                raise Failed(f"arguments are a JSON value ({kind}), not JSON text", exchange)
            call.fragments.append(fragment or "")
    return list(found.values())


def _expect_one_id(first: JsonValue, repeated: JsonValue, exchange: Exchange) -> None:
    same = not first or not repeated or first == repeated
    expect(same, f"the id of a call changes from {first!r} to {repeated!r}", exchange)
