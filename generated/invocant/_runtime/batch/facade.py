# Copied from codegen/runtime/; do not edit.
"""Many rows, for programs that are not asynchronous."""

import weakref
from collections.abc import Awaitable, Callable, Generator, Iterable
from types import TracebackType
from typing import Generic, Self, TypeVar

from ..options import DEFAULT_MAX_RETRY_WAIT
from .asynchronous import DEFAULT_ATTEMPTS, DEFAULT_CONCURRENCY, AsyncBatch
from .background import Asynchronous, Backgrounds, Closes
from .crossing import crossed, done_there
from .results import Done, Statistics

__all__ = ["Batch"]

C = TypeVar("C", bound=Closes)
R = TypeVar("R")
T = TypeVar("T")


class Batch(Generic[C]):
    """As `AsyncBatch`, for any number of threads: they share its limit and its connections.

    The work is asynchronous all the same: it gets an asynchronous client, made like the one given
    here, in the event loop of one thread in the background, which begins with the first run and
    ends by `close`, with the batch, or with the program. A forked process gets a loop and
    connections of its own, and counts anew.

    Args:
        client: Any client; it is used as a model for one with connections of its own.
        concurrency: Requests in flight at most.
        attempts: How often a row is sent at most, the first time included.
        retry_unsafe: Whether to send again what the server may have executed.
        max_retry_wait: Seconds; a row whose server asks for more gets its error at once, and the
            others go on after so many.
        rate: Requests a second at most; without it only what the server bears counts.
        window: Rows that may be taken and not given back; by default 16 times `concurrency`.

    Raises:
        ConfigurationError: A number is not positive, or the client uses a synchronous
            `http_client`.
    """

    def __init__(
        self,
        client: Asynchronous[C],
        *,
        concurrency: int = DEFAULT_CONCURRENCY,
        attempts: int = DEFAULT_ATTEMPTS,
        retry_unsafe: bool = False,
        max_retry_wait: float = DEFAULT_MAX_RETRY_WAIT,
        rate: float | None = None,
        window: int | None = None,
    ) -> None:
        def open_batch(own: C) -> AsyncBatch[C]:
            return AsyncBatch(
                own,
                concurrency=concurrency,
                attempts=attempts,
                retry_unsafe=retry_unsafe,
                max_retry_wait=max_retry_wait,
                rate=rate,
                window=window,
            )

        self._backgrounds: Backgrounds[C] = Backgrounds(client, open_batch)
        self._backgrounds.here()
        self._end: Callable[[], object] = weakref.finalize(self, self._backgrounds.close)

    @property
    def statistics(self) -> Statistics:
        """What was done up to now, in this process."""
        return self._backgrounds.here().batch.statistics

    def run(
        self,
        rows: Iterable[R],
        work: Callable[[C, R], Awaitable[T]],
        *,
        ordered: bool = True,
    ) -> Generator[Done[R, T], None, None]:
        """What became of each row: in the order of the rows, or as they are done.

        Rows are taken in the calling thread, as they are needed. An InvocantError that the work
        raises belongs to its row; whatever else rows or work raise stops the run and comes out of
        here. Leaving early ends what is in flight, at once within ``contextlib.closing``.

        Args:
            rows: Any iterable, of any length.
            work: Called with the asynchronous client and a row, in the thread in the background,
                and again where the row is sent again.
            ordered: Whether to keep the order of the rows.

        Raises:
            InvocantError: The batch is closed.
        """
        here = self._backgrounds.here()
        return crossed(here.batch, here.session, rows, work, ordered=ordered)

    def for_each(
        self,
        rows: Iterable[R],
        work: Callable[[C, R], Awaitable[T]],
        consume: Callable[[Done[R, T]], None],
    ) -> None:
        """Consume what became of each row, as they are done, and return after the last one.

        Costs less than `run`, since no row goes from thread to thread. What ``rows``, ``work`` and
        ``consume`` raise comes out of here, after what is in flight has ended; an InvocantError
        that the work raises belongs to its row.

        Args:
            rows: Any iterable, of any length; taken in the thread in the background.
            work: As of `run`.
            consume: Called in that thread, too, which it keeps from all else meanwhile.

        Raises:
            InvocantError: The batch is closed.
        """
        here = self._backgrounds.here()
        done_there(here.batch, here.session, rows, work, consume)

    def close(self) -> None:
        """End all runs, and the thread. May be called again."""
        self._end()

    def __enter__(self) -> Self:
        """Return the batch itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the batch."""
        self.close()
