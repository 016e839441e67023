"""When something that is valid for a time is renewed: decided, not done.

The rules are those of databricks-sdk (``oauth.py``): early, so that no request waits for it; by
one caller while the others go on; and never in a hurry after a failure.
"""

import math
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, Generic, TypeVar

__all__ = ["Lease", "LeaseState", "Need"]

T = TypeVar("T")

# Azure refuses tokens that have 30 seconds left or less.
LAST_SECONDS: Final = 40.0
LONGEST_EARLY: Final = 20 * 60.0
REST: Final = 60.0


class Need(Enum):
    """What has to happen before a value is used."""

    NOTHING = "nothing"
    EARLY = "renew it, and use the present one if that fails or another caller is at it"
    NOW = "renew it, or wait until another caller has"


@dataclass(frozen=True, kw_only=True, slots=True)
class Lease(Generic[T]):
    """A value, and from when until when it is valid, in seconds of one clock.

    ``ends`` is infinite where nobody said when.
    """

    value: T = field(repr=False)
    taken: float
    ends: float = math.inf

    @property
    def usable_until(self) -> float:
        """40 seconds before the end; for what is valid for less than 80, in the middle."""
        return self.ends - min(LAST_SECONDS, self._half)

    @property
    def early_from(self) -> float:
        """From when to renew it early: 20 minutes before its end, at most half of its time."""
        return self.ends - min(LONGEST_EARLY, self._half)

    @property
    def _half(self) -> float:
        return max(self.ends - self.taken, 0.0) / 2


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaseState(Generic[T]):
    """The lease that there is, if any, and what the latest trouble with it forbids.

    ``rests_until``: no early renewal before. ``trusted_until``: a server's rejection does not end
    a lease before, so that what is rejected for good is not renewed over and over.
    """

    lease: Lease[T] | None = None
    rests_until: float = -math.inf
    trusted_until: float = -math.inf

    def need(self, now: float) -> Need:
        """What has to happen at this time; ``NOTHING`` and ``EARLY`` only with a usable lease."""
        if self.lease is None or now >= self.lease.usable_until:
            return Need.NOW
        if now >= self.lease.early_from and now >= self.rests_until:
            return Need.EARLY
        return Need.NOTHING

    def renewed(self, lease: Lease[T]) -> "LeaseState[T]":
        """The state after a renewal."""
        return replace(self, lease=lease, rests_until=-math.inf)

    def failed(self, now: float) -> "LeaseState[T]":
        """The state after a renewal that failed."""
        return replace(self, rests_until=now + REST)

    def rejected(self, value: T, now: float) -> "LeaseState[T]":
        """The state after a server refused the value, at most once a minute without its lease."""
        if self.lease is None or self.lease.value != value or now < self.trusted_until:
            return self
        return replace(self, lease=None, trusted_until=now + REST)
