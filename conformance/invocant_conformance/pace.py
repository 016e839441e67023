"""Keeps requests apart in time."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(kw_only=True, slots=True)
class Pace:
    """At most `rate` requests a second, from any thread; 0 is any number."""

    rate: float = 0.0
    clock: Callable[[], float] = time.monotonic
    _free_at: float = field(default=0.0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def reserve(self) -> float:
        """Take the next place in time; return the seconds until it comes."""
        if not self.rate:
            return 0.0
        with self._lock:
            now = self.clock()
            place = max(self._free_at, now)
            self._free_at = place + 1 / self.rate
            return place - now
