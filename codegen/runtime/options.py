"""Options that every method takes beside the fields of its operation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypedDict, cast

from .json_data import is_object

__all__ = [
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_MAX_RETRY_WAIT",
    "DEFAULT_TIMEOUT",
    "RequestOptions",
    "Timeout",
    "merged",
]

DEFAULT_MAX_RETRIES: Final = 2
DEFAULT_MAX_RETRY_WAIT: Final = 60.0

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
        limits = {name: min(limit or seconds, seconds) for name, limit in self.by_phase().items()}
        return Timeout(**limits)

    def by_phase(self) -> dict[str, float | None]:
        """The limits by the names that HTTP libraries give the phases, which are these."""
        return {
            "connect": self.connect,
            "read": self.read,
            "write": self.write,
            "pool": self.pool,
        }


DEFAULT_TIMEOUT: Final = Timeout()


class RequestOptions(TypedDict, total=False):
    """Keyword arguments that every method takes.

    ``extra_headers``, ``extra_query`` and ``extra_body`` add to the request, and win over what
    the method would send; nothing in them is validated beyond being sendable. Credentials belong
    into headers: the HTTP library logs URLs with their query at level INFO.
    ``timeout`` (seconds) and ``max_retries`` override the client's. A server that asks to wait
    longer than ``max_retry_wait`` seconds is not asked again: its error is raised at once.
    ``retry_unsafe=True`` also repeats requests which the server may have executed already.
    ``None`` is as good as leaving an option out.
    """

    extra_headers: Mapping[str, str] | None
    extra_query: Mapping[str, str] | None
    extra_body: Mapping[str, object] | None
    timeout: float | Timeout | None
    max_retries: int | None
    max_retry_wait: float | None
    retry_unsafe: bool | None


def merged(defaults: RequestOptions, options: RequestOptions) -> RequestOptions:
    """Options over defaults: what adds to the request is united, the rest is replaced."""
    if not options:
        return defaults
    both: dict[str, object] = {**defaults}
    for name, value in options.items():
        default = both.get(name)
        if value is not None:
            both[name] = {**default, **value} if is_object(default) and is_object(value) else value
    return cast("RequestOptions", both)
