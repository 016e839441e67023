"""Streams of events that say their type, and rules that all such streams share."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Skipped, Untestable, expect
from ..probes.probe import Object
from ..probes.query import Query
from ..specification.records import JSON, Stream
from . import sse
from .chat_stream import expect_event_stream
from .schemas import answer_problem
from .streams import read_json

_UNNAMED = "message"
"""The type of an event without an event line (WHATWG HTML, server-sent events)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TypedEvent:
    """One event: its data, and its event line, None where it has none."""

    data: Object
    name: str | None

    @property
    def type(self) -> str:
        """The type that the data says, empty where it says none."""
        found = self.data.get("type")
        return found if isinstance(found, str) else ""


def documented(query: Query) -> Stream:
    """Return what the specification says of the surface's stream."""
    stream = query.signature.stream
    if stream is None:
        raise Skipped("nothing is streamed")
    return stream


def events(exchange: Exchange, stream: Stream) -> list[TypedEvent]:
    """Return the events of a stream without its end marker.

    Raises Untestable where there are none, or one is no JSON object.
    """
    found = [event for event in _reading(exchange).events if not _is_marker(event, stream)]
    if not found:
        raise Untestable("the stream has no events", exchange)
    return [_typed(event, exchange) for event in found]


def expect_content_type(exchange: Exchange) -> None:
    """Judge that a stream says that it is one."""
    expect_event_stream(_accepted(exchange))


def expect_honoured(exchange: Exchange) -> None:
    """Judge that events came, not one JSON body."""
    whole = read_json(_accepted(exchange).body.decode(errors="replace"))
    expect(whole is None, "one JSON body came instead of a stream", exchange)
    expect(b"data" in exchange.body, "the answer holds no events", exchange)


def expect_plain(exchange: Exchange) -> None:
    """Judge that one JSON body came, not a stream."""
    found = _accepted(exchange).content_type
    expect(found == JSON, f"content type is {found!r}, not {JSON}", exchange)
    expect(isinstance(json_of(exchange), dict), "the answer is not a JSON object", exchange)


def expect_fitting(exchange: Exchange, stream: Stream) -> None:
    """Judge that the data of every event fits its schema, as a standard parser reads it."""
    reading = _reading(exchange)
    expect(reading.events, "a standard parser finds no event", exchange)
    expect(reading.unfinished is None, "no blank line ends the last event", exchange)
    for number, event in enumerate(reading.events):
        if not _is_marker(event, stream):
            problem = answer_problem(stream.event, read_json(event.data))
            if problem:
                raise Failed(f"event {number} does not fit its schema: {problem}", exchange)


def expect_named(exchange: Exchange, stream: Stream, *, needed: bool) -> None:
    """Judge that event lines say the type of the data; `needed`: that there are such lines."""
    for number, event in enumerate(events(exchange, stream)):
        missing = event.name is None and not needed
        message = f"event {number} is named {event.name!r}, and its type is {event.type!r}"
        expect(missing or event.name == event.type, message, exchange)


def expect_plain_error(exchange: Exchange, what: str) -> None:
    """Judge that a refusal of a stream has a status and a JSON body.

    Raises Skipped where the request is taken.
    """
    if exchange.status < 300:
        said = [event.data for event in sse.read(exchange.body).events]
        # A whole answer is no refusal either: that it is no stream is judged elsewhere.
        first = read_json((said or [exchange.body.decode(errors="replace")])[0])
        answered = bool(said or isinstance(first, dict)) and not _is_failure(first)
        expect(answered, f"{what} is answered with 200 and an error, or nothing", exchange)
        raise Skipped(f"{what} is accepted, which is judged elsewhere", exchange)
    found = exchange.content_type
    expect(found == JSON, f"content type of the refusal is {found!r}, not {JSON}", exchange)
    expect(isinstance(json_of(exchange), dict), "the refusal is not a JSON object", exchange)


def _is_failure(data: JsonValue) -> bool:
    said = data if isinstance(data, dict) else {}
    return bool({"error", "error_code"} & said.keys()) or said.get("type") == "response.failed"


def of_types(found: Sequence[TypedEvent], *types: str) -> list[TypedEvent]:
    """Return the events of some types."""
    return [event for event in found if event.type in types]


def _accepted(exchange: Exchange) -> Exchange:
    if exchange.status >= 300:
        raise Untestable(f"answered with {exchange.status}", exchange)
    return exchange


def _reading(exchange: Exchange) -> sse.EventStream:
    return sse.read(_accepted(exchange).body)


def _is_marker(event: sse.Event, stream: Stream) -> bool:
    return bool(stream.marker) and event.data == stream.marker


def _typed(event: sse.Event, exchange: Exchange) -> TypedEvent:
    value = read_json(event.data)
    if not isinstance(value, dict):
        raise Untestable(f"an event is not a JSON object: {event.data[:80]!r}", exchange)
    return TypedEvent(data=value, name=None if event.type == _UNNAMED else event.type)
