"""Counting calls and tokens against the rate limits of endpoints; pure but for its counts."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..json_values import JsonObject, JsonValue, as_integer, as_text
from .errors import Kind, Refused
from .grants import ADMINS, CREATOR, USERS

PERIOD = 60.0
"""Seconds of the only renewal period, the minute."""

_OF_EVERYBODY = ("endpoint", "user")
_OF_THE_CALLER = {"user": (CREATOR.name,), "user_group": (ADMINS.name, USERS.name)}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Used:
    """What was used of an endpoint since a time in seconds."""

    since: float
    calls: int = 0
    tokens: int = 0


class Limiter:
    """Calls and tokens of every endpoint in the running minute.

    All callers are one account, so that its limits count what the endpoint's limits count. A
    minute begins with the first call after the last one ended.

    now: seconds since 1970.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._used: dict[str, _Used] = {}

    def admit(self, endpoint_id: str, limits: Iterable[JsonObject]) -> None:
        """Count a call. Raises Refused, with Retry-After, where a limit is used up."""
        used = self._running(endpoint_id)
        if any(_is_spent(limit, used) for limit in limits if _concerns_caller(limit)):
            wait = max(1, math.ceil(used.since + PERIOD - self._now()))
            message = "REQUEST_LIMIT_EXCEEDED: Exceeded a rate limit of the endpoint."
            raise Refused(Kind.LIMIT_EXCEEDED, message, headers={"retry-after": str(wait)})
        self._used[endpoint_id] = _Used(since=used.since, calls=used.calls + 1, tokens=used.tokens)

    def spend(self, endpoint_id: str, tokens: int) -> None:
        """Count the tokens of an answer."""
        used = self._running(endpoint_id)
        self._used[endpoint_id] = _Used(
            since=used.since, calls=used.calls, tokens=used.tokens + tokens
        )

    def clear(self) -> None:
        """Forget what was used."""
        self._used.clear()

    def _running(self, endpoint_id: str) -> _Used:
        now = self._now()
        used = self._used.get(endpoint_id)
        return used if used and now < used.since + PERIOD else _Used(since=now)


def _concerns_caller(limit: JsonObject) -> bool:
    key, principal = as_text(limit.get("key")) or "endpoint", limit.get("principal")
    if key in _OF_EVERYBODY and (principal is None or key == "endpoint"):
        return True
    return principal in _OF_THE_CALLER.get(key, ())


def _is_spent(limit: JsonObject, used: _Used) -> bool:
    calls, tokens = _count(limit.get("calls")), _count(limit.get("tokens"))
    return (calls is not None and used.calls >= calls) or (
        tokens is not None and used.tokens >= tokens
    )


def _count(value: JsonValue) -> int | None:
    """Return a number of 64 bits, which may be written as text."""
    return int(value) if isinstance(value, str) else as_integer(value)
