"""Batches whose results are consumed in their own thread."""

import os
import signal
import threading
from itertools import count

import pytest

from runtime.batch.facade import Batch
from runtime.batch.results import Done
from runtime.batch.session import NAME
from runtime.errors import InvocantError

from .simulation import NoClient
from .test_threads import doubled, forever

Doubled = Done[int, int]


def nothing(done: Doubled) -> None:
    pass


@pytest.mark.parametrize("rows", [0, 1, 3000])
def test_every_row_is_consumed_once(rows: int) -> None:
    seen: list[tuple[int, int | None]] = []
    with Batch(NoClient()) as batch:
        batch.for_each(range(rows), doubled, lambda done: seen.append((done.index, done.value)))
    assert sorted(seen) == [(row, 2 * row) for row in range(rows)]


def test_rows_are_consumed_in_the_thread_of_the_batch() -> None:
    seen: set[str] = set()
    with Batch(NoClient()) as batch:
        batch.for_each(range(9), doubled, lambda _: seen.add(threading.current_thread().name))
    assert seen == {NAME}


def test_an_error_of_a_row_is_consumed() -> None:
    async def work(client: NoClient, row: int) -> int:
        raise InvocantError("no")

    seen: list[str] = []
    with Batch(NoClient()) as batch:
        batch.for_each([1], work, lambda done: seen.append(str(done.error)))
    assert seen == ["no"]


@pytest.mark.parametrize("kind", [ZeroDivisionError, InvocantError, KeyboardInterrupt, SystemExit])
def test_what_consuming_raises_ends_the_run_and_comes_out(kind: type[BaseException]) -> None:
    def consume(done: Doubled) -> None:
        raise kind

    with Batch(NoClient()) as batch:
        with pytest.raises(kind):
            batch.for_each(count(), forever, consume)
        assert batch.statistics.concurrency >= 1
        batch.for_each([1], doubled, nothing)


def test_an_interrupt_ends_the_run() -> None:
    def consume(done: Doubled) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    with Batch(NoClient()) as batch, pytest.raises(KeyboardInterrupt):
        batch.for_each(count(), forever, consume)


def test_closing_ends_the_run() -> None:
    batch = Batch(NoClient())

    def consume(done: Doubled) -> None:
        threading.Thread(target=batch.close).start()

    with pytest.raises(InvocantError, match="the run was cancelled"):
        batch.for_each(count(), forever, consume)


def test_a_closed_batch_consumes_nothing() -> None:
    batch = Batch(NoClient())
    batch.close()
    with pytest.raises(InvocantError, match="the batch is closed"):
        batch.for_each([1], doubled, nothing)
