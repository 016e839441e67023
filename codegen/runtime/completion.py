"""Whether a stream may end where it ends, after the rule that the spec gives its operation."""

from collections.abc import Iterable

from .json_data import is_array
from .models import Model
from .operation import StreamEnd

__all__ = ["is_complete"]


def is_complete(events: Iterable[Model], rule: StreamEnd | None) -> bool:
    """Whether a stream of ``events`` that had no end marker is complete.

    It is when there was at least one entry and every one finished; an entry without a key is told
    by its position. Without a rule, a stream is complete wherever it ends.
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
    return bool(finished) and all(finished.values())
