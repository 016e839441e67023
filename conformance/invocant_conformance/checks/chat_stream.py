"""Checks of how a stream is framed: content type, blank lines, end marker, refusals, timing."""

import httpx

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, Untestable, expect
from ..probes.chat import Chat
from ..registry import check
from ..specification.records import EVENT_STREAM, JSON
from . import sse
from .answers import is_count, skip_if_refused
from .streams import ChatStream, read_json

_QUICK = 0.05
"""Seconds; a stream that is made faster may arrive in one piece."""


@check("CHAT-SSE-001", task="chat")
async def stream_has_its_content_type(chat: Chat) -> None:
    """The answer to stream true is text/event-stream."""
    expect_event_stream(_streamed(await chat.stream()))


def expect_event_stream(exchange: Exchange) -> None:
    """Judge that an answer says that it is an event stream; those are UTF-8 and nothing else."""
    found = exchange.content_type
    expect(found == EVENT_STREAM, f"content type is {found!r}, not {EVENT_STREAM}", exchange)
    charset = httpx.Response(200, headers=exchange.headers).charset_encoding
    is_utf8 = charset is None or charset.lower().replace("-", "") == "utf8"
    expect(is_utf8, f"the charset of an event stream is {charset!r}, not UTF-8", exchange)


@check("CHAT-SSE-004", task="chat")
async def stream_is_honoured(chat: Chat) -> None:
    """The answer to stream true consists of events, not of one JSON body."""
    expect_events(_streamed(await chat.stream()))


def expect_events(exchange: Exchange) -> None:
    """Judge that an answer consists of events, not of one JSON body."""
    whole = read_json(exchange.body.decode(errors="replace"))
    expect(whole is None, "one JSON body came instead of a stream", exchange)
    expect(b"data" in exchange.body, "the answer holds no events", exchange)


def _streamed(exchange: Exchange) -> Exchange:
    if exchange.status >= 300:
        raise Untestable(f"answered with {exchange.status}", exchange)
    return exchange


@check("CHAT-SSE-002", task="chat")
async def blank_lines_end_events(chat: Chat) -> None:
    """A standard parser finds one chunk, or the end marker, in every event."""
    stream = ChatStream(await chat.stream(), chat.surface)
    expect_separate_events(stream)


@check("CHAT-SSE-002", task="chat")
async def blank_lines_end_events_of_a_tool_call(chat: Chat) -> None:
    """A standard parser finds one chunk, or the end marker, in every event of a tool call."""
    exchange = skip_if_refused(await chat.tool_stream(), "tool_choice")
    expect_separate_events(ChatStream(exchange, chat.surface))


def expect_separate_events(stream: ChatStream) -> None:
    """Judge that a standard parser finds one chunk, or the end marker, in every event."""
    exchange, reading = stream.exchange, stream.reading
    expect(reading.events, "a standard parser finds no event", exchange)
    for data, value in zip(stream.payloads, stream.values, strict=True):
        expect(
            isinstance(value, dict),
            f"an event's data is not one JSON object: {data[:120]!r}",
            exchange,
        )
    swallowed = [line for line in reading.ignored if "{" in line or stream.marker in line]
    expect(not swallowed, f"lines belong to no field: {swallowed[:1]}", exchange)
    left = reading.unfinished
    ended = left is None or left == stream.marker
    expect(ended, f"no blank line ends the last event: {(left or '')[:120]!r}", exchange)


@check("CHAT-SSE-003", task="chat")
async def stream_ends_with_its_marker(chat: Chat) -> None:
    """The end marker comes, in an event that a blank line ends."""
    expect_marker(ChatStream(await chat.stream(), chat.surface))


@check("CHAT-SSE-003", task="chat")
async def stream_with_usage_ends_with_its_marker(chat: Chat) -> None:
    """The end marker comes after a usage chunk as well."""
    exchange = skip_if_refused(await chat.stream_with_usage(), "stream_options")
    expect_marker(ChatStream(exchange, chat.surface))


@check("CHAT-SSE-003", task="chat")
async def stream_of_a_tool_call_ends_with_its_marker(chat: Chat) -> None:
    """The end marker comes after a tool call as well."""
    exchange = skip_if_refused(await chat.tool_stream(), "tool_choice")
    expect_marker(ChatStream(exchange, chat.surface))


def expect_marker(stream: ChatStream) -> None:
    """Judge that a stream has its end marker, in an event that a blank line ends."""
    exchange, marker = stream.exchange, stream.marker
    unfinished = stream.reading.unfinished
    expect(unfinished != marker, f"no blank line ends the event {marker}", exchange)
    found = any(event.data == marker for event in stream.reading.events)
    expect(found, f"the stream ends without {marker}", exchange)


@check("CHAT-SSE-011", task="chat")
async def nothing_follows_the_marker(chat: Chat) -> None:
    """No event follows the end marker."""
    expect_nothing_after(ChatStream(await chat.stream(), chat.surface))


def expect_nothing_after(stream: ChatStream) -> None:
    """Judge that no event follows the end marker."""
    data = [event.data for event in stream.reading.events]
    if stream.marker not in data:
        raise Untestable(f"the stream has no {stream.marker}", stream.exchange)
    after = data[data.index(stream.marker) + 1 :]
    if stream.reading.unfinished is not None:
        after.append(stream.reading.unfinished)
    followed = f"{stream.marker} is followed by {after[0][:120]!r}" if after else ""
    expect(not after, followed, stream.exchange)


@check("CHAT-SSE-014", task="chat")
async def unknown_model_is_no_stream(chat: Chat) -> None:
    """A stream from an unknown model that is refused has a status and a JSON body."""
    _expect_plain_error(await chat.stream_of_unknown(), chat, "an unknown model")


@check("CHAT-SSE-014", task="chat")
async def malformed_messages_are_no_stream(chat: Chat) -> None:
    """A stream of malformed messages that is refused has a status and a JSON body."""
    exchange = await chat.ask(stream=True, messages="hello")
    _expect_plain_error(exchange, chat, "a text in the place of messages")


def _expect_plain_error(exchange: Exchange, chat: Chat, what: str) -> None:
    if exchange.status < 300:
        expect(
            _has_choices(exchange, chat), f"{what} is answered with 200 and no choices", exchange
        )
        raise Skipped(f"{what} is accepted, which is judged elsewhere", exchange)
    found = exchange.content_type
    expect(found == JSON, f"content type of the refusal is {found!r}, not {JSON}", exchange)
    expect(isinstance(json_of(exchange), dict), "the refusal is not a JSON object", exchange)


def _has_choices(exchange: Exchange, chat: Chat) -> bool:
    whole = read_json(exchange.body.decode(errors="replace"))
    if isinstance(whole, dict):
        return bool(whole.get("choices"))
    stream = ChatStream(exchange, chat.surface)
    return bool(stream.payloads) and any(is_count(each.index) for each in stream.choices)


@check("CHAT-SSE-015", task="chat")
async def events_leave_as_they_are_made(chat: Chat) -> None:
    """Over a connection, the first event arrives before the last one is sent."""
    exchange = _streamed(await chat.long_stream())
    if not exchange.live:
        raise Skipped("the answer did not come over a connection")
    events = len(sse.read(exchange.body).events)
    duration = exchange.arrivals[-1][0] if exchange.arrivals else 0.0
    if events < 3 or duration < _QUICK:
        raise Skipped(f"{events} events in {duration * 1000:.0f} ms are too few to tell", exchange)
    message = f"all {events} events arrived at once, after {duration * 1000:.0f} ms"
    expect(_arrived_apart(exchange), message, exchange)


def _arrived_apart(exchange: Exchange) -> bool:
    """Whether a first piece with an event came before, and without, the end of the stream."""
    (_, size), (last, _) = exchange.arrivals[0], exchange.arrivals[-1]
    whole = len(sse.read(exchange.body).events)
    return len(sse.read(exchange.body[:size]).events) < whole and exchange.arrivals[0][0] < last
