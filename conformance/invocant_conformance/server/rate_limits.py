"""Counting calls and tokens against the rate limits of endpoints; pure but for its counts."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ..json_values import JsonObject, JsonValue, as_integer, as_text
from .errors import Kind, Refused
from .grants import GROUP, SERVICE_PRINCIPAL, USER, Principal

PERIOD = 60.0
"""Seconds of the only renewal period, the minute."""

_KINDS = {"user": USER, "user_group": GROUP, "service_principal": SERVICE_PRINCIPAL}
_ENDPOINT = ("", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Used:
    """What was used of an endpoint since a time in seconds."""

    since: float
    calls: int = 0
    tokens: int = 0


class Limiter:
    """Calls and tokens of every endpoint with limits in the running minute.

    They are counted for the endpoint, for each principal, and for each of its groups as a whole. A
    minute begins with the first call after the last one ended.

    now: seconds since 1970.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._used: dict[tuple[str, str, str], _Used] = {}

    def admit(self, endpoint_id: str, limits: Sequence[JsonObject], caller: Principal) -> None:
        """Count a call. Raises Refused, with Retry-After, where a limit is used up."""
        if not limits:
            return
        waits = [self._wait(endpoint_id, limit, caller) for limit in limits]
        if any(waits):
            wait = max(1, math.ceil(max(waits)))
            message = "REQUEST_LIMIT_EXCEEDED: Exceeded a rate limit of the endpoint."
            raise Refused(Kind.LIMIT_EXCEEDED, message, headers={"retry-after": str(wait)})
        self._add(endpoint_id, caller, calls=1)

    def spend(self, endpoint_id: str, tokens: int, caller: Principal) -> None:
        """Count the tokens of an answer."""
        self._add(endpoint_id, caller, tokens=tokens)

    def clear(self) -> None:
        """Forget what was used."""
        self._used.clear()

    def _wait(self, endpoint_id: str, limit: JsonObject, caller: Principal) -> float:
        """Return for how many seconds a limit stays used up by whom it counts, 0 if it is not."""
        subject = _subject(limit, caller)
        if subject is None:
            return 0.0
        used = self._running((endpoint_id, *subject))
        return used.since + PERIOD - self._now() if _is_spent(limit, used) else 0.0

    def _add(self, endpoint_id: str, caller: Principal, *, calls: int = 0, tokens: int = 0) -> None:
        groups = [(GROUP, group) for group in caller.groups]
        for kind, name in (_ENDPOINT, (caller.kind, caller.name), *groups):
            key = (endpoint_id, kind, name)
            used = self._running(key)
            self._used[key] = replace(used, calls=used.calls + calls, tokens=used.tokens + tokens)

    def _running(self, key: tuple[str, str, str]) -> _Used:
        now = self._now()
        used = self._used.get(key)
        return used if used and now < used.since + PERIOD else _Used(since=now)


def _subject(limit: JsonObject, caller: Principal) -> tuple[str, str] | None:
    """Return whose use a limit counts when a principal calls, None where it does not concern it.

    A limit for users in general is one for each principal.
    """
    key, principal = as_text(limit.get("key")) or "endpoint", limit.get("principal")
    if key not in _KINDS:
        return _ENDPOINT
    own = (caller.kind, caller.name)
    if key == "user" and principal is None:
        return own
    named = (_KINDS[key], as_text(principal))
    is_concerned = named == own or (key == "user_group" and principal in caller.groups)
    return named if is_concerned else None


def _is_spent(limit: JsonObject, used: _Used) -> bool:
    calls, tokens = _count(limit.get("calls")), _count(limit.get("tokens"))
    return (calls is not None and used.calls >= calls) or (
        tokens is not None and used.tokens >= tokens
    )


def _count(value: JsonValue) -> int | None:
    """Return a number of 64 bits, which may be written as text."""
    return int(value) if isinstance(value, str) else as_integer(value)
