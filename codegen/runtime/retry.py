"""Whether a failed request may be sent again, and after how long: decided, not done.

A request that the server may have executed is never repeated, because a second chat is billed
and a second create fails. What may be repeated: a request that cannot have reached the server;
one that the server turned away (429, or 503 with Retry-After); and one that only reads.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Final

from .errors import APIConnectionError, InvocantError
from .options import DEFAULT_MAX_RETRIES, DEFAULT_MAX_RETRY_WAIT, RequestOptions

__all__ = ["RetryPolicy", "next_wait", "retry_after"]

FIRST_WAIT: Final = 0.5
LONGEST_BACKOFF: Final = 8.0
JITTER: Final = 0.25

READING_METHODS: Final = frozenset({"GET", "HEAD"})
TRANSIENT: Final = frozenset({408, 500, 502, 503, 504})

# A gateway passes its provider's header on under the second name only.
RETRY_AFTER_HEADERS: Final = ("retry-after", "llm_provider-retry-after")


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryPolicy:
    """``max_retries``: further attempts after the first. ``unsafe``: repeat executed ones too.

    ``max_wait``: longest pause in seconds; a server that asks for more is not asked again.
    """

    max_retries: int
    max_wait: float = DEFAULT_MAX_RETRY_WAIT
    unsafe: bool = False

    @classmethod
    def of(cls, options: RequestOptions) -> "RetryPolicy":
        """The policy that options ask for."""
        retries, wait = options.get("max_retries"), options.get("max_retry_wait")
        return cls(
            max_retries=DEFAULT_MAX_RETRIES if retries is None else retries,
            max_wait=DEFAULT_MAX_RETRY_WAIT if wait is None else wait,
            unsafe=bool(options.get("retry_unsafe")),
        )


def next_wait(
    error: InvocantError, *, method: str, attempt: int, policy: RetryPolicy, random: float
) -> float | None:
    """Seconds to wait before sending again, or ``None`` to give up.

    ``attempt`` counts from 0; ``random`` in [0, 1) shortens the backoff by up to a quarter,
    so that clients which failed together do not come back together.
    """
    if attempt >= policy.max_retries or not _may_repeat(error, method, policy):
        return None
    if error.retry_after:
        return error.retry_after if error.retry_after <= policy.max_wait else None
    backoff = min(FIRST_WAIT * 2.0 ** min(attempt, 10), LONGEST_BACKOFF)
    return backoff * (1 - JITTER * random)


def _may_repeat(error: InvocantError, method: str, policy: RetryPolicy) -> bool:
    repeatable = policy.unsafe or method in READING_METHODS
    if isinstance(error, APIConnectionError):
        return repeatable or not error.sent
    if error.status == 429 or (error.status == 503 and error.retry_after is not None):
        return True
    return repeatable and error.status in TRANSIENT


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the headers ask to wait: milliseconds, seconds or an HTTP date.

    ``now``: seconds since the epoch. A date gone by means 0; nonsense means ``None``.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = next((headers[name] for name in RETRY_AFTER_HEADERS if name in headers), None)
    seconds = _number(value)
    return _until(value, now) if seconds is None and value is not None else seconds


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _until(date: str, now: float) -> float | None:
    try:
        return max(0.0, parsedate_to_datetime(date).timestamp() - now)
    except (ValueError, OverflowError):
        return None
