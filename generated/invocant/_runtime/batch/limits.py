# Copied from codegen/runtime/; do not edit.
"""How many requests may be in flight, and from when on: decided, not done.

The rules are those of TCP (RFC 5681): a quick start, one more for each round-trip afterwards, half
as many when the server refuses, and that once for each round-trip.
"""

import math
from dataclasses import dataclass, replace
from typing import Final

from ..options import DEFAULT_MAX_RETRY_WAIT
from ..retry import JITTER, LONGEST_BACKOFF

__all__ = ["Limits"]

FIRST_ALLOWED: Final = 8
FIRST_PAUSE: Final = 0.02

# Event loops wake up late; what was missed meanwhile is made up for.
CATCH_UP: Final = 0.05

# Answers shorten the pause less than refusals lengthen it: where a server counts requests in a
# minute, a third at most is refused.
RECOVERY: Final = 0.7


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The limit of a server as far as it is known; times are seconds of one clock.

    ``most``: in flight at most, whatever the server bears. ``allowed``: at the moment, at least 1.
    ``interval``: between two requests, on average at least; requests that come up to 50 ms late do
    not delay those after them. ``threshold``: below it every answer allows one more, above it every
    round-trip. ``not_before``: nothing is sent earlier. ``lowered_at``: when the server last was
    found to bear less. ``pause``: the next one where the server names none. ``longest_pause``: a
    server that asks for a longer one is asked again after it.
    """

    most: int
    allowed: float
    interval: float = 0.0
    threshold: float = math.inf
    not_before: float = -math.inf
    lowered_at: float = -math.inf
    pause: float = FIRST_PAUSE
    longest_pause: float = DEFAULT_MAX_RETRY_WAIT

    @classmethod
    def starting(
        cls,
        most: int,
        *,
        longest_pause: float = DEFAULT_MAX_RETRY_WAIT,
        rate: float | None = None,
    ) -> "Limits":
        """The limit when nothing is known of the server; ``rate``: requests a second at most."""
        return cls(
            most=most,
            allowed=float(min(most, FIRST_ALLOWED)),
            interval=1 / rate if rate else 0.0,
            longest_pause=longest_pause,
        )

    def free(self, in_flight: int) -> bool:
        """Whether one more may be sent beside those in flight, pauses apart."""
        return in_flight + 1 <= self.allowed

    def on_sent(self, now: float) -> "Limits":
        """The limit after a request was sent: where there is a rate, the next one has its time."""
        if not self.interval:
            return self
        return replace(self, not_before=max(self.not_before, now - CATCH_UP) + self.interval)

    def on_success(self, *, sent: float) -> "Limits":
        """The limit after an answer; ``sent``: when its request was sent."""
        if sent <= self.lowered_at or self._is_at_rest:
            return self
        step = 1.0 if self.allowed < self.threshold else 1.0 / self.allowed
        return replace(
            self,
            allowed=min(float(self.most), self.allowed + step),
            pause=max(FIRST_PAUSE, self.pause * RECOVERY),
        )

    def on_refused(
        self, *, sent: float, now: float, retry_after: float | None, random: float
    ) -> "Limits":
        """The limit after a refusal; ``retry_after``: seconds that the server asked to wait.

        Without it the pause is 20 ms, twice as long for each refusal that follows, up to 8 s, and
        shorter again with each answer; ``random`` in [0, 1) shortens it by up to a quarter. What
        was sent before the limit was lowered says nothing of the lowered one.
        """
        stale = sent <= self.lowered_at
        if retry_after is None and stale:
            return self
        pause = self.pause * (1 - JITTER * random) if retry_after is None else retry_after
        until = max(self.not_before, now + min(pause, self.longest_pause))
        if stale:
            return replace(self, not_before=until)
        half = max(1.0, self.allowed / 2)
        return replace(
            self,
            allowed=half,
            threshold=half,
            not_before=until,
            lowered_at=now,
            pause=min(self.pause * 2, LONGEST_BACKOFF) if retry_after is None else self.pause,
        )

    @property
    def _is_at_rest(self) -> bool:
        return self.allowed >= self.most and self.pause <= FIRST_PAUSE
