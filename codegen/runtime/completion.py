"""Whether a stream may end where it ends, after the rule that the spec gives its operation."""

from collections.abc import Iterable, Mapping

from .json_data import member, members
from .operation import StreamEnd

__all__ = ["asked_for", "completes", "is_complete"]


def asked_for(body: Mapping[str, object] | None, end: StreamEnd | None) -> int:
    """How many entries the request of a stream asks for; 1 where it does not say."""
    rule = None if end is None else end.finished
    count = None if rule is None or body is None else body.get(rule.count)
    return count if isinstance(count, int) else 1


def completes(event: object, end: StreamEnd) -> bool:
    """Whether a stream is complete with ``event``, because of its type."""
    return member(event, "type") in end.types


def is_complete(events: Iterable[object], end: StreamEnd | None, asked: int = 1) -> bool:
    """Whether a stream of ``events``, as JSON, is complete that had no end marker or last type.

    It is when as many entries as the request ``asked`` for began, and all that began finished; an
    entry without a key is told by its position. Without ``end``, a stream is complete wherever it
    ends.
    """
    if end is None:
        return True
    rule = end.finished
    if rule is None:
        return False
    finished: dict[int | str, bool] = {}
    for event in events:
        for position, entry in enumerate(members(event, rule.list)):
            key = member(entry, rule.key)
            key = key if isinstance(key, int | str) else position
            finished[key] = finished.get(key, False) or bool(member(entry, rule.field))
    return len(finished) >= max(asked, 1) and all(finished.values())
