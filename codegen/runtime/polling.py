"""How often something is asked for again: a schedule, which neither sleeps nor asks."""

from dataclasses import dataclass
from typing import Final

from .option_rules import is_seconds

__all__ = ["POLL_INTERVAL", "PollInterval", "is_interval", "next_pause"]

# A power of more would overflow, and has long been cut to the longest interval.
LAST_GROWTH: Final = 100


@dataclass(frozen=True, kw_only=True, slots=True)
class PollInterval:
    """Pauses between polls, in seconds.

    The ``first``, then each ``factor`` times the one before, up to ``longest``. Every one is cut by
    a random share of at most ``jitter``, so that programs which began together do not poll
    together.
    """

    first: float = 1.0
    factor: float = 1.5
    longest: float = 30.0
    jitter: float = 0.25

    @classmethod
    def of(cls, value: "float | PollInterval") -> "PollInterval":
        """A number means the same pause every time, but for the jitter."""
        return value if isinstance(value, PollInterval) else cls(first=value, longest=value)

    def seconds(self, attempt: int, random: float) -> float:
        """The pause after a poll, the first of which is number 0; ``random`` in [0, 1)."""
        grown = self.first * self.factor ** min(attempt, LAST_GROWTH)
        return min(grown, self.longest) * (1 - self.jitter * random)


POLL_INTERVAL: Final = PollInterval()


def is_interval(value: object) -> bool:
    """Whether ``value`` gives a schedule whose pauses do not shrink."""
    if not isinstance(value, PollInterval):
        return is_seconds(value)
    lasting = is_seconds(value.first) and is_seconds(value.longest)
    return lasting and 1 <= value.factor <= 100 and 0 <= value.jitter <= 1


def next_pause(wanted: float, remaining: float, last: float) -> float | None:
    """Seconds to the next poll, or ``None`` when there is none before the deadline.

    ``remaining``: seconds to the deadline, of which ``last`` are kept for the last poll itself.
    """
    return None if remaining <= last else min(wanted, remaining - last)
