"""A streamed chat as the checks read it: events, chunks, and what belongs to each choice."""

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from ..exchange import Exchange
from ..json_values import JsonValue, checked
from ..outcomes import Untestable
from ..probes.probe import Object
from ..specification.records import Stream
from ..surfaces import operation_of
from ..target import Surface
from . import sse
from .answers import is_count, text


@dataclass(frozen=True, kw_only=True)
class ChunkChoice:
    """What one chunk says of one choice.

    `number` is the chunk's place in the stream; an index that is no count is None.
    """

    number: int
    index: int | None
    delta: Object
    finish_reason: JsonValue


class ChatStream:
    """The stream of an exchange. Reading what is not there raises Untestable."""

    def __init__(self, exchange: Exchange, surface: Surface) -> None:
        if exchange.status >= 300:
            raise Untestable(f"answered with {exchange.status}", exchange)
        self.exchange = exchange
        self.reading = sse.read(exchange.body)
        self.declared = _declared(surface)
        self.marker = self.declared.marker

    @functools.cached_property
    def payloads(self) -> tuple[str, ...]:
        """The data of every event but the end marker."""
        return tuple(event.data for event in self.reading.events if event.data != self.marker)

    @property
    def values(self) -> tuple[JsonValue | None, ...]:
        """The JSON value of every payload, None where it is not JSON. Nobody changes them."""
        return _values(self.payloads)

    @functools.cached_property
    def chunks(self) -> tuple[Object, ...]:
        """Every chunk in order. Raises Untestable where data is not a JSON object."""
        chunks = tuple(self._chunk(*each) for each in zip(self.payloads, self.values, strict=True))
        if not chunks:
            raise Untestable("the stream has no chunks", self.exchange)
        return chunks

    @functools.cached_property
    def choices(self) -> tuple[ChunkChoice, ...]:
        """Every choice of every chunk in order."""
        return tuple(self._choices())

    @functools.cached_property
    def indexes(self) -> tuple[int | None, ...]:
        """The index values that occur, in the order of their first occurrence."""
        return tuple(dict.fromkeys(choice.index for choice in self.choices))

    def of(self, index: int | None) -> tuple[ChunkChoice, ...]:
        """Return what belongs to one choice, in order."""
        return tuple(choice for choice in self.choices if choice.index == index)

    @property
    def finish_reasons(self) -> tuple[JsonValue, ...]:
        """Every non-empty finish reason, in order."""
        return tuple(choice.finish_reason for choice in self.choices if choice.finish_reason)

    def text(self, index: int | None) -> str:
        """Return the text of a choice, its deltas put together."""
        return "".join(text(choice.delta.get("content")) for choice in self.of(index))

    def _chunk(self, data: str, value: JsonValue | None) -> Object:
        if not isinstance(value, dict):
            raise Untestable(f"an event is not a JSON object: {data[:80]!r}", self.exchange)
        return value

    def _choices(self) -> Iterator[ChunkChoice]:
        for number, chunk in enumerate(self.chunks):
            entries = chunk.get("choices")
            for entry in entries if isinstance(entries, list) else []:
                if not isinstance(entry, dict):
                    raise Untestable("a choice of a chunk is not an object", self.exchange)
                yield _choice(number, entry)


def _declared(surface: Surface) -> Stream:
    stream = operation_of(surface).signature(surface.task).stream
    if stream is None:
        raise LookupError(f"{surface.operation}: no stream is documented")
    return stream


def _choice(number: int, entry: Object) -> ChunkChoice:
    delta, index = entry.get("delta"), entry.get("index")
    return ChunkChoice(
        number=number,
        index=index if is_count(index) else None,
        delta=delta if isinstance(delta, dict) else {},
        finish_reason=entry.get("finish_reason"),
    )


@functools.lru_cache(maxsize=64)
def _values(payloads: tuple[str, ...]) -> tuple[JsonValue | None, ...]:
    """Read what many rules want to know of one stream, once."""
    return tuple(map(read_json, payloads))


def read_json(data: str) -> JsonValue | None:
    """Return a JSON text's value, None where it is not JSON (or null); NaN is not."""
    try:
        value: object = json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return checked(value)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON value")
