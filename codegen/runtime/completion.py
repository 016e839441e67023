"""Whether a stream may end where it ends, after the rule that the spec gives its operation."""

from collections.abc import Iterable, Mapping

from .json_data import is_array
from .models import Model
from .operation import StreamEnd

__all__ = ["asked_for", "is_complete"]


def asked_for(body: Mapping[str, object] | None, rule: StreamEnd | None) -> int:
    """How many entries the request of a stream asks for; 1 where it does not say."""
    count = None if rule is None or body is None else body.get(rule.count)
    return count if isinstance(count, int) else 1


def is_complete(events: Iterable[Model], rule: StreamEnd | None, asked: int = 1) -> bool:
    """Whether a stream of ``events`` that had no end marker is complete.

    It is when as many entries as the request ``asked`` for began, and all that began finished; an
    entry without a key is told by its position. Without a rule, a stream is complete wherever it
    ends.
    """
    if rule is None:
        return True
    finished: dict[int | str, bool] = {}
    for event in events:
        entries: object = getattr(event, rule.list, None)
        for position, entry in enumerate(entries if is_array(entries) else ()):
            key: object = getattr(entry, rule.key, None)
            key = key if isinstance(key, int | str) else position
            finished[key] = finished.get(key, False) or bool(getattr(entry, rule.field, None))
    return len(finished) >= max(asked, 1) and all(finished.values())
