"""Counts the queries to every endpoint: how many, how they ended, how long they took."""

from bisect import bisect_left
from dataclasses import dataclass, field

BOUNDS_MS = (5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
"""Upper bounds of the classes of durations; what takes longer is in a class of its own."""


@dataclass(kw_only=True, slots=True)
class Tally:
    """What was counted of one endpoint. `durations` are numbers of queries by class."""

    requests: int = 0
    client_errors: int = 0
    server_errors: int = 0
    durations: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_MS) + 1))
    total_ms: float = 0.0

    def count(self, status: int, milliseconds: float) -> None:
        """Count one query."""
        self.requests += 1
        self.client_errors += 400 <= status < 500
        self.server_errors += status >= 500
        self.durations[bisect_left(BOUNDS_MS, milliseconds)] += 1
        self.total_ms += milliseconds


class Meters:
    """The tallies of one server's endpoints, by id."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}

    def of(self, endpoint_id: str) -> Tally:
        """Return the tally of an endpoint."""
        tally = self._tallies.get(endpoint_id)
        if tally is None:
            tally = self._tallies[endpoint_id] = Tally()
        return tally

    def clear(self) -> None:
        """Begin to count again."""
        self._tallies.clear()
