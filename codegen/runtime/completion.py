"""Whether a stream has come to its end, after the rule that the spec gives its operation."""

from .json_data import is_array
from .models import Model
from .operation import StreamEnd

__all__ = ["Completion"]


class Completion:
    """Follows the events of one stream. Without a rule, a stream ends where its body ends."""

    def __init__(self, rule: StreamEnd | None) -> None:
        self._rule: StreamEnd | None = rule
        self._finished: dict[object, bool] = {}

    def is_marker(self, data: bytes) -> bool:
        """Whether an event's data is the end marker rather than an event of the API."""
        return self._rule is not None and data.strip() == self._rule.marker.encode()

    def see(self, event: Model) -> None:
        """Take note of an event."""
        if self._rule is None:
            return
        entries: object = getattr(event, self._rule.list, None)
        if is_array(entries):
            for position, entry in enumerate(entries):
                self._see_entry(self._rule, position, entry)

    def _see_entry(self, rule: StreamEnd, position: int, entry: object) -> None:
        key: object = getattr(entry, rule.key, None)
        key = key if isinstance(key, int | str) else position
        finished = bool(getattr(entry, rule.field, None))
        self._finished[key] = self._finished.get(key, False) or finished

    @property
    def complete(self) -> bool:
        """Whether the body may end here without a marker."""
        if self._rule is None:
            return True
        return bool(self._finished) and all(self._finished.values())
