"""Many rows, asynchronously."""

import time
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable
from typing import Final, Generic, Protocol, Self, TypeVar, Unpack

from ..clocks import async_sleep, jitter
from ..errors import ConfigurationError
from ..options import DEFAULT_MAX_RETRY_WAIT, RequestOptions
from ..retry import RetryPolicy
from .attempts import Desk
from .gate import Gate
from .limits import Limits
from .results import Done, Statistics
from .running import Run
from .tally import Tally
from .window import Window

__all__ = [
    "DEFAULT_ATTEMPTS",
    "DEFAULT_CONCURRENCY",
    "AsyncBatch",
    "HasOptions",
    "check",
    "check_rate",
]

DEFAULT_CONCURRENCY: Final = 64
DEFAULT_ATTEMPTS: Final = 6

# Rows taken ahead, for each request in flight: so much longer than others may an answer take
# before the rows after it have to wait for it.
AHEAD: Final = 16


class HasOptions(Protocol):
    """A client."""

    def with_options(self, **options: Unpack[RequestOptions]) -> Self:
        """The same client with other options."""
        ...


C = TypeVar("C", bound=HasOptions)
R = TypeVar("R")
T = TypeVar("T")


class AsyncBatch(Generic[C]):
    """Does the same work for many rows, as many at once as the server bears.

    All runs of one batch share a limit: it begins at 8 requests in flight, rises with the answers
    up to ``concurrency``, and is halved when the server refuses (429, 503). Retry-After, or without
    it a pause of 20 ms that doubles, holds for all of them at once. What was turned away, or cannot
    have arrived, is sent again, up to ``attempts`` times in all; what may have been executed is
    not, since it was paid for, unless ``retry_unsafe`` asks for it.

    Clients with ``transport="aiohttp"`` are by far the quickest for many requests at once; the
    choice is the caller's. The client stays the caller's to close. Belongs to one event loop of
    asyncio at a time; `Batch` is for threads.

    Args:
        client: What the work is done with; its own retries are off meanwhile.
        concurrency: Requests in flight at most.
        attempts: How often a row is sent at most, the first time included.
        retry_unsafe: Whether to send again what the server may have executed.
        max_retry_wait: Seconds; a row whose server asks for more gets its error at once, and the
            others go on after so many.
        rate: Requests a second at most; without it only what the server bears counts.
        window: Rows that may be taken and not given back; by default 16 times `concurrency`.
        clock: Seconds since any moment.
        sleep: Pauses a task for so many seconds.
        random: A random number in [0, 1).

    Raises:
        ConfigurationError: A number is not positive.
    """

    def __init__(
        self,
        client: C,
        *,
        concurrency: int = DEFAULT_CONCURRENCY,
        attempts: int = DEFAULT_ATTEMPTS,
        retry_unsafe: bool = False,
        max_retry_wait: float = DEFAULT_MAX_RETRY_WAIT,
        rate: float | None = None,
        window: int | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = async_sleep,
        random: Callable[[], float] = jitter,
    ) -> None:
        check(concurrency=concurrency, attempts=attempts, window=window)
        check_rate(rate)
        self._concurrency: int = concurrency
        self._window: int = AHEAD * concurrency if window is None else window
        limits = Limits.starting(concurrency, longest_pause=max_retry_wait, rate=rate)
        self._desk: Desk[C] = Desk(
            client=client.with_options(max_retries=0),
            gate=Gate(limits, clock=clock, sleep=sleep, random=random),
            tally=Tally(),
            policy=RetryPolicy(
                max_retries=attempts - 1, max_wait=max_retry_wait, unsafe=retry_unsafe
            ),
            clock=clock,
            sleep=sleep,
            random=random,
        )

    @property
    def window(self) -> int:
        """Rows that may be taken and not given back."""
        return self._window

    @property
    def statistics(self) -> Statistics:
        """What was done up to now."""
        return self._desk.tally.snapshot(self._desk.clock(), self._desk.gate.concurrency)

    def run(
        self,
        rows: Iterable[R] | AsyncIterable[R],
        work: Callable[[C, R], Awaitable[T]],
        *,
        ordered: bool = True,
    ) -> AsyncGenerator[Done[R, T], None]:
        """What became of each row: in the order of the rows, or as they are done.

        Rows are taken as they are needed, by iterating in the event loop: what blocks had better
        be asynchronous. An InvocantError that the work raises belongs to its row; whatever else
        rows or work raise stops the run and comes out of here. Leaving early is best done within
        ``contextlib.aclosing``, which ends what is in flight at once.

        Args:
            rows: Any iterable, of any length.
            work: Called with the client and a row, and again where the row is sent again.
            ordered: Whether to keep the order of the rows.
        """
        window = Window[Done[R, T]](self._window, ordered=ordered)
        return Run(self._desk, rows, work, workers=self._concurrency, window=window).results()


def check_rate(rate: float | None) -> None:
    """Raise ConfigurationError for requests a second that are not more than 0."""
    if rate is not None and not rate > 0:
        raise ConfigurationError(f"rate: Must be more than 0 (got {rate!r})")


def check(**numbers: int | None) -> None:
    """Raise ConfigurationError for a number that is not positive; ``None`` is left out."""
    for name, number in numbers.items():
        if number is not None and number < 1:
            raise ConfigurationError(f"{name}: Must be 1 or more (got {number!r})")
