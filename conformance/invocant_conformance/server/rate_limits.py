"""Counting calls and tokens against the rate limits of endpoints; pure but for its counts."""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..json_values import JsonObject, JsonValue, as_integer, as_text
from .errors import Kind, Refused
from .grants import SERVICE_PRINCIPAL, Principal

PERIOD = 60.0
"""Seconds of the only renewal period, the minute."""

_Counter = tuple[str, str, str]
"""An endpoint's id, a kind of principal, and its name; the last two are empty for everybody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Used:
    """What was used since a time in seconds."""

    since: float
    calls: int = 0
    tokens: int = 0


class Limiter:
    """Calls and tokens of every endpoint, and of whom its limits are for, in the running minute.

    A limit without a principal counts the endpoint's queries together or, for the key user, those
    of each caller alone; one for a group counts those of its members together. A minute begins
    with the first query after the last one ended.

    now: seconds since 1970.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._used: dict[_Counter, _Used] = {}

    def admit(self, endpoint_id: str, limits: Iterable[JsonObject], caller: Principal) -> None:
        """Count a query. Raises Refused, with Retry-After, where a limit is used up."""
        concerned = [*_concerned(endpoint_id, limits, caller)]
        waits = [
            used.since + PERIOD - self._now()
            for limit, counter in concerned
            if _is_spent(limit, used := self._running(counter))
        ]
        if waits:
            message = "REQUEST_LIMIT_EXCEEDED: Exceeded a rate limit of the endpoint."
            wait = str(max(1, math.ceil(max(waits))))
            raise Refused(Kind.LIMIT_EXCEEDED, message, headers={"retry-after": wait})
        for counter in {counter for _, counter in concerned}:
            used = self._running(counter)
            self._used[counter] = replace(used, calls=used.calls + 1)

    def spend(
        self, endpoint_id: str, limits: Iterable[JsonObject], caller: Principal, tokens: int
    ) -> None:
        """Count the tokens of a prompt and its answer."""
        for counter in {counter for _, counter in _concerned(endpoint_id, limits, caller)}:
            used = self._running(counter)
            self._used[counter] = replace(used, tokens=used.tokens + tokens)

    def clear(self) -> None:
        """Forget what was used."""
        self._used.clear()

    def _running(self, counter: _Counter) -> _Used:
        now = self._now()
        used = self._used.get(counter)
        return used if used and now < used.since + PERIOD else _Used(since=now)


def _concerned(
    endpoint_id: str, limits: Iterable[JsonObject], caller: Principal
) -> Iterator[tuple[JsonObject, _Counter]]:
    """Yield the limits that hold for a caller, each with what it counts."""
    own = "service_principal" if caller.kind == SERVICE_PRINCIPAL else "user"
    for limit in limits:
        key, principal = as_text(limit.get("key")) or "endpoint", limit.get("principal")
        is_for_each = key == "user" and principal is None
        if key == "endpoint":
            yield limit, (endpoint_id, "", "")
        elif key == "user_group" and principal in caller.groups:
            yield limit, (endpoint_id, key, as_text(principal))
        elif is_for_each or (key == own and principal == caller.name):
            yield limit, (endpoint_id, own, caller.name)


def _is_spent(limit: JsonObject, used: _Used) -> bool:
    calls, tokens = _count(limit.get("calls")), _count(limit.get("tokens"))
    return (calls is not None and used.calls >= calls) or (
        tokens is not None and used.tokens >= tokens
    )


def _count(value: JsonValue) -> int | None:
    """Return a number of 64 bits, which may be written as text."""
    return int(value) if isinstance(value, str) else as_integer(value)
