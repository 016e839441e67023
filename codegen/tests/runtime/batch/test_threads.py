"""The batch for programs that are not asynchronous: its thread, and how it ends."""

import asyncio
import gc
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count

import pytest

from runtime.batch.facade import Batch
from runtime.batch.session import NAME
from runtime.errors import InvocantError

from .simulation import NoClient


def alive() -> int:
    return sum(thread.name == NAME for thread in threading.enumerate())


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    yield
    gc.collect()
    assert alive() == 0


async def doubled(client: NoClient, row: int) -> int:
    await asyncio.sleep(0)
    return 2 * row


async def forever(client: NoClient, row: int) -> int:
    await asyncio.sleep(1e6 if row else 0)
    return row


@pytest.mark.parametrize("rows", [0, 1, 5, 3000])
def test_every_row_is_answered_in_order(rows: int) -> None:
    with Batch(NoClient()) as batch:
        assert [done.value for done in batch.run(range(rows), doubled)] == [*range(0, 2 * rows, 2)]


def test_rows_are_taken_in_the_calling_thread_no_further_than_the_window() -> None:
    taken: list[str] = []

    def rows() -> Iterator[int]:
        for row in count():
            taken.append(threading.current_thread().name)
            yield row

    with Batch(NoClient(), window=7) as batch, closing(batch.run(rows(), forever)) as run:
        next(run)

    assert taken == [threading.current_thread().name] * len(taken)
    assert len(taken) <= 8


def test_results_come_while_further_rows_are_awaited() -> None:
    seen: list[int | None] = []

    def rows() -> Iterator[int]:
        yield 1
        deadline = time.monotonic() + 10
        while not seen:
            assert time.monotonic() < deadline
            yield 1

    with Batch(NoClient(), window=10_000) as batch:
        for done in batch.run(rows(), doubled):
            seen.append(done.value)

    assert {*seen} == {2}


def test_many_threads_share_one_thread_and_one_limit() -> None:
    flying, most = 0, 0

    async def work(client: NoClient, row: int) -> int:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        await asyncio.sleep(0.001)
        flying -= 1
        return row

    with Batch(NoClient(), concurrency=5) as batch, ThreadPoolExecutor(8) as pool:
        runs = [pool.submit(lambda: [*batch.run(range(20), work)]) for _ in range(8)]
        assert [len(run.result()) for run in runs] == [20] * 8
        assert alive() == 1
        assert batch.statistics.rows == 160

    assert most == 5


def test_leaving_early_ends_what_is_in_flight() -> None:
    begun: list[int] = []
    ended: list[int] = []

    async def work(client: NoClient, row: int) -> int:
        begun.append(row)
        try:
            while len(begun) < 4:
                await asyncio.sleep(0.001)
            return await forever(client, row)
        finally:
            ended.append(row)

    with Batch(NoClient(), concurrency=4) as batch:
        for _ in batch.run(count(), work):
            break
        assert sorted(ended) == sorted(begun)


@pytest.mark.parametrize("kind", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_what_the_work_raises_comes_out_in_the_calling_thread(kind: type[BaseException]) -> None:
    async def work(client: NoClient, row: int) -> int:
        raise kind

    with Batch(NoClient()) as batch, pytest.raises(kind):
        next(batch.run([1], work))


def test_what_the_rows_raise_ends_the_run() -> None:
    def rows() -> Iterator[int]:
        yield 1
        raise LookupError

    with Batch(NoClient()) as batch, pytest.raises(LookupError):
        list(batch.run(rows(), forever))


def test_an_interrupt_ends_the_run() -> None:
    def interrupt() -> None:
        os.kill(os.getpid(), signal.SIGINT)

    with Batch(NoClient()) as batch:
        run = batch.run(count(), forever)
        next(run)
        timer = threading.Timer(0.1, interrupt)
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            next(run)
        timer.join()
        assert next(batch.run([0], forever)).value == 0


def test_closing_ends_the_runs_of_other_threads_and_the_client() -> None:
    client = NoClient()
    batch = Batch(client)
    begun = threading.Event()

    def use() -> None:
        run = batch.run(count(), forever)
        next(run)
        begun.set()
        with pytest.raises(InvocantError, match="the run was cancelled"):
            next(run)

    with ThreadPoolExecutor() as pool:
        used = pool.submit(use)
        begun.wait(10)
        batch.close()
        used.result(10)
    batch.close()

    assert client.closed == 1
    with pytest.raises(InvocantError, match="the batch is closed"):
        next(batch.run([1], doubled))


def test_closing_within_a_run_ends_it() -> None:
    batch = Batch(NoClient())
    run = batch.run(count(), forever)
    next(run)
    batch.close()

    with pytest.raises(InvocantError, match="the run was cancelled"):
        next(run)


def test_a_batch_that_is_forgotten_closes_itself() -> None:
    client = NoClient()
    batch = Batch(client)
    next(batch.run([1], doubled))
    assert alive() == 1
    del batch
    gc.collect()

    assert client.closed == 1


def test_a_batch_that_was_not_used_has_no_thread() -> None:
    with Batch(NoClient()) as batch:
        assert batch.statistics.rows == 0
        assert alive() == 0


def test_a_forked_process_has_a_loop_of_its_own() -> None:
    with Batch(NoClient()) as batch:
        run = batch.run(count(), forever)
        next(run)
        child = os.fork()
        if not child:
            run.close()
            done = [done.value for done in batch.run([1, 2], doubled)]
            batch.close()
            os._exit(0 if done == [2, 4] else 1)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        run.close()
        assert [done.value for done in batch.run([3], doubled)] == [6]
