"""Remembers the exchange that a check looked at last, so that a pass can be shown as well."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from .exchange import Exchange

_LARGEST = 2**16


@dataclass(kw_only=True, slots=True)
class Seen:
    """What a check has seen: `exchange` is the last one that is small enough to be shown."""

    exchange: Exchange | None = None


_SEEN: ContextVar[Seen | None] = ContextVar("seen", default=None)


def is_small(exchange: Exchange) -> bool:
    """Whether an exchange is small enough to be kept for a reader."""
    return len(exchange.body) + len(exchange.request_body or b"") <= _LARGEST


def noted(exchange: Exchange) -> Exchange:
    """Return an exchange, after it was noted as seen by the check that is running, if one is."""
    seen = _SEEN.get()
    if seen is not None and is_small(exchange):
        seen.exchange = exchange
    return exchange


@contextmanager
def watching() -> Generator[Seen]:
    """Watch what is seen within a block, and in tasks that are started there."""
    seen = Seen()
    token = _SEEN.set(seen)
    try:
        yield seen
    finally:
        _SEEN.reset(token)
