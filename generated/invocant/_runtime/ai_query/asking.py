# Copied from codegen/runtime/; do not edit.
"""Asking endpoints for many rows at once, from any number of threads."""

import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from ..batch.background import Closes
from ..batch.facade import Batch
from ..batch.results import Done, Statistics
from ..errors import InvocantError
from .answering import failed, named, succeeded, value_of
from .endpoints import answer, find_task
from .queries import Query
from .requesting import request_body
from .tasks import Task, task_named

__all__ = ["Asker", "Row"]

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What is asked for one row; ``request`` is JSON data, ``file`` an image."""

    query: Query
    request: object = field(repr=False)
    file: bytes | None = field(default=None, repr=False)


class Asker:
    """Looks up what endpoints do, once for each, and asks them.

    ``open_batch`` makes what the requests run through, anew after each interruption. ``catalogue``
    gives the models that this release knows. ``tasks`` tells the tasks of endpoints, by name, that
    are not to be looked up. Raises RequestError for a task that there is none of.
    """

    def __init__(
        self,
        open_batch: Callable[[], Batch[Closes]],
        *,
        catalogue: Callable[[], object],
        tasks: Mapping[str, str],
    ) -> None:
        self._open_batch: Callable[[], Batch[Closes]] = open_batch
        self._catalogue: Callable[[], object] = catalogue
        self._tasks: dict[str, Task] = {name: task_named(task) for name, task in tasks.items()}
        self._batch: Batch[Closes] = open_batch()
        self._lookup: threading.Lock = threading.Lock()
        self._exchange: threading.Lock = threading.Lock()
        self._running: int = 0

    @property
    def statistics(self) -> Statistics:
        """What was done since the beginning, or since the last interruption."""
        return self._batch.statistics

    def task(self, endpoint: str) -> Task:
        """What an endpoint does. Raises what the look-up raises, naming the endpoint."""

        async def work(client: Closes, name: str) -> Task:
            return await find_task(client, name, self._catalogue())

        def found(done: Done[str, Task]) -> None:
            self._tasks[endpoint] = _task(done)

        with self._lookup:
            if endpoint not in self._tasks:
                self._run([endpoint], work, found)
            return self._tasks[endpoint]

    def ask(self, rows: Sequence[Row]) -> list[object]:
        """The result of each row, in their order. Raises as :meth:`collect`."""
        results: list[object] = [None] * len(rows)
        self.collect(rows, results.__setitem__)
        return results

    def collect(self, rows: Sequence[Row], put: Callable[[int, object], None]) -> None:
        """Call ``put``, in another thread, with the place and the result of each row, as they come.

        Raises the first error of a row whose query fails on errors; requests that are in flight are
        then cancelled.
        """

        def consume(done: Done[Row, object]) -> None:
            put(done.index, _result(done))

        self._run(rows, _work, consume)

    def interrupt(self) -> None:
        """Cancel all requests, in whatever thread they are waited for. May be called from any."""
        with self._exchange:
            if not self._running:
                return
            batch, self._batch = self._batch, self._open_batch()
        batch.close()

    def close(self) -> None:
        """Cancel all requests and close the connections. May be called again."""
        self._batch.close()

    def _run(
        self,
        rows: Iterable[R],
        work: Callable[[Closes, R], Awaitable[T]],
        consume: Callable[[Done[R, T]], None],
    ) -> None:
        with self._exchange:
            batch = self._batch
            self._running += 1
        try:
            batch.for_each(rows, work, consume)
        except InvocantError:
            if batch is self._batch:
                raise
            raise InvocantError("ai_query was interrupted") from None
        finally:
            with self._exchange:
                self._running -= 1


async def _work(client: Closes, row: Row) -> object:
    return await answer(client, row.query, request_body(row.query, row.request, row.file))


def _result(done: Done[Row, object]) -> object:
    query = done.row.query
    if done.error is not None:
        return failed(query, done.error)
    try:
        value = value_of(query, done.value)
    except InvocantError as error:
        fault = error
    else:
        return succeeded(query, value)
    return failed(query, fault)


def _task(done: Done[str, Task]) -> Task:
    if done.value is None:
        raise named(done.row, done.error or InvocantError("what it does is not known"))
    return done.value
