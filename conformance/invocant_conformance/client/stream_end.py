"""When a stream is complete, after what the specification says of its operation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..json_values import JsonObject, JsonValue, as_integer, as_list, as_object, as_text

__all__ = ["Finished", "StreamEnd", "read", "reports_error"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """All entries of ``list``, told apart by ``key``, have a ``field``; ``count`` of them are due.

    ``count`` is the member of the request that says how many; empty where it is one.
    """

    list: str
    key: str
    field: str
    count: str

    def holds(self, events: Sequence[JsonValue], body: Mapping[str, JsonValue]) -> bool:
        """Whether a stream of ``events`` that answers ``body`` may end after them."""
        finished: dict[JsonValue, bool] = {}
        for event in events:
            for position, entry in enumerate(as_list(as_object(event).get(self.list))):
                said = as_object(entry)
                key = said.get(self.key, position)
                finished[key] = finished.get(key, False) or bool(said.get(self.field))
        due = as_integer(body.get(self.count)) or 1
        return len(finished) >= due and all(finished.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamEnd:
    """The ways in which a stream ends: its marker (or none), last types of events, or a rule."""

    marker: str
    types: tuple[str, ...]
    finished: Finished | None

    def is_last(self, event: JsonValue) -> bool:
        """Whether no event follows one like this."""
        return as_object(event).get("type") in self.types


def read(said: JsonObject) -> StreamEnd:
    """The ends that an operation or a task states under ``end``."""
    finished = as_object(said.get("finished"))
    words = {name: as_text(finished.get(name)) for name in ("list", "key", "field", "count")}
    return StreamEnd(
        marker=as_text(said.get("marker")),
        types=tuple(map(as_text, as_list(said.get("types")))),
        finished=Finished(**words) if finished else None,
    )


def reports_error(event: JsonValue) -> bool:
    """Whether an event is an error in one of the documented shapes."""
    said = as_object(event)
    return bool(said.get("error") or said.get("error_code")) or said.get("type") == "error"
