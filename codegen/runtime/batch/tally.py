"""Counts what became of rows."""

from collections import Counter

from ..errors import InvocantError
from ..json_data import member
from .results import Statistics

__all__ = ["Tally"]


class Tally:
    """Sums over all runs of one batch; times are seconds of one clock."""

    def __init__(self) -> None:
        self._rows: int = 0
        self._retries: int = 0
        self._input_tokens: int = 0
        self._output_tokens: int = 0
        self._errors: Counter[str] = Counter()
        self._runs: int = 0
        self._since: float = 0.0
        self._seconds: float = 0.0

    def begin(self, now: float) -> None:
        """A run begins."""
        if not self._runs:
            self._since = now
        self._runs += 1

    def end(self, now: float) -> None:
        """A run ends."""
        self._runs -= 1
        if not self._runs:
            self._seconds += now - self._since

    def answered(self, value: object, attempts: int) -> None:
        """A row has its answer."""
        self._rows += 1
        self._retries += attempts - 1
        usage = member(value, "usage")
        if usage is not None:
            self._input_tokens += _count(usage, "prompt_tokens", "input_tokens")
            self._output_tokens += _count(usage, "completion_tokens", "output_tokens")

    def failed(self, error: InvocantError, attempts: int) -> None:
        """A row has an error."""
        self._rows += 1
        self._retries += attempts - 1
        self._errors[type(error).__name__] += 1

    def snapshot(self, now: float, concurrency: int) -> Statistics:
        """The sums at this time."""
        seconds = self._seconds + (now - self._since if self._runs else 0.0)
        return Statistics(
            rows=self._rows,
            failed=self._errors.total(),
            input_tokens=self._input_tokens,
            output_tokens=self._output_tokens,
            seconds=seconds,
            rate=self._rows / seconds if seconds else 0.0,
            errors=dict(self._errors),
            retries=self._retries,
            concurrency=concurrency,
        )


def _count(usage: object, *names: str) -> int:
    counts = (member(usage, name) for name in names)
    return next((each for each in counts if isinstance(each, int)), 0)
