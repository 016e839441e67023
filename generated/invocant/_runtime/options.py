# Copied from codegen/runtime/; do not edit.
"""Options that every method takes beside the fields of its operation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypedDict

__all__ = ["DEFAULT_MAX_RETRIES", "DEFAULT_TIMEOUT", "RequestOptions", "Timeout"]

DEFAULT_MAX_RETRIES: Final = 2

CONNECT_SECONDS: Final = 10.0
READ_SECONDS: Final = 600.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeout:
    """Limits in seconds; ``None`` means no limit.

    ``read`` is the longest silence while an answer is awaited or received, not its total time.
    Its default exceeds the longest execution time that Databricks documents (597 s).
    """

    connect: float | None = CONNECT_SECONDS
    read: float | None = READ_SECONDS
    write: float | None = READ_SECONDS
    pool: float | None = READ_SECONDS

    @classmethod
    def of(cls, value: "float | Timeout | None") -> "Timeout":
        """A number limits every phase (connecting at most 10 s); ``None`` gives the defaults."""
        if value is None:
            return DEFAULT_TIMEOUT
        if isinstance(value, Timeout):
            return value
        return cls(connect=min(value, CONNECT_SECONDS), read=value, write=value, pool=value)

    def at_most(self, seconds: float) -> "Timeout":
        """The same limits, none of them longer than ``seconds``."""
        limits = (self.connect, self.read, self.write, self.pool)
        connect, read, write, pool = (min(each or seconds, seconds) for each in limits)
        return Timeout(connect=connect, read=read, write=write, pool=pool)


DEFAULT_TIMEOUT: Final = Timeout()


class RequestOptions(TypedDict, total=False):
    """Keyword arguments that every method takes.

    ``extra_headers``, ``extra_query`` and ``extra_body`` add to the request, and win over what
    the method would send; nothing in them is validated beyond being sendable. Credentials belong
    into headers: the HTTP library logs URLs with their query at level INFO.
    ``timeout`` (seconds) and ``max_retries`` override the client's.
    ``retry_unsafe=True`` also repeats requests which the server may have executed already.
    ``None`` is as good as leaving an option out.
    """

    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, str] | None
    extra_body: Mapping[str, object] | None
    timeout: float | Timeout | None
    max_retries: int | None
    retry_unsafe: bool | None
