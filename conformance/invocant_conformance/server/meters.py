"""Counts the queries to every endpoint: how many, how they ended, how long they took."""

from bisect import bisect_left
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
        return self._tallies.setdefault(endpoint_id, Tally())

    def clear(self) -> None:
        """Begin to count again."""
        self._tallies.clear()


_queried: ContextVar[list[str] | None] = ContextVar("queried", default=None)


def note_query(endpoint_id: str) -> None:
    """Note which endpoint the request that is being answered queries."""
    found = _queried.get()
    if found is not None:
        found.append(endpoint_id)


class Metered:
    """ASGI middleware: counts every request that turned out to query an endpoint.

    clock: seconds.
    """

    def __init__(self, app: ASGIApp, *, meters: Meters, clock: Callable[[], float]) -> None:
        self._app = app
        self._meters = meters
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and count it when its answer is complete, or has broken off."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        queried: list[str] = []
        status, began = 500, self._clock()

        async def noting(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        token = _queried.set(queried)
        try:
            await self._app(scope, receive, noting)
        finally:
            _queried.reset(token)
            for endpoint_id in queried[:1]:
                self._meters.of(endpoint_id).count(status, (self._clock() - began) * 1000)
