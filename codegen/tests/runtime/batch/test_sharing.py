"""What the rows of a batch have in common: one limit, one pause, one sum; and how runs end."""

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from itertools import count

import pytest

from runtime.batch.asynchronous import AsyncBatch

from .simulation import NoClient, broken, refusal, simulated, timed


class Usage:
    """As in the answers of chats."""

    prompt_tokens = 3
    completion_tokens = 4


class Answer:
    """Any answer that states its usage."""

    usage = Usage()


async def forever(client: NoClient, row: int) -> None:
    await asyncio.sleep(1e6 if row else 0)


async def drained(
    batch: AsyncBatch[NoClient], rows: int, work: Callable[[NoClient, int], Awaitable[object]]
) -> None:
    async for _ in batch.run(range(rows), work):
        pass


def test_nothing_at_all_is_sent_before_retry_after_is_over() -> None:
    sent: list[float] = []

    async def work(client: NoClient, row: int) -> None:
        now = asyncio.get_running_loop().time()
        sent.append(now)
        fourth = len(sent) == 4
        await asyncio.sleep(1 + len(sent) / 100)
        if fourth:
            raise refusal(60)

    async def two_runs() -> None:
        batch = timed(concurrency=4)
        await asyncio.gather(drained(batch, 20, work), drained(batch, 20, work))

    simulated(two_runs())
    refused = 1.04
    assert len(sent) == 41
    assert min(each for each in sent if each >= refused) == pytest.approx(refused + 60)


def test_rows_that_were_refused_go_before_others() -> None:
    order: list[int] = []

    async def work(client: NoClient, row: int) -> None:
        order.append(row)
        await asyncio.sleep(1)
        if row < 8 and order.count(row) == 1:
            raise refusal(5)

    async def run() -> None:
        await drained(timed(concurrency=64), 40, work)

    simulated(run())
    assert {*range(8)} < {*order[8:17]}  # but for one, which waited for the end of the pause


def test_a_server_that_bears_three_at_once_gets_hardly_more() -> None:
    flying, refused, most = 0, 0, 0

    async def work(client: NoClient, row: int) -> None:
        nonlocal flying, refused, most
        if flying >= 3:
            refused += 1
            raise refusal()
        flying += 1
        await asyncio.sleep(0.2)
        flying -= 1

    async def run() -> int:
        batch = timed(concurrency=64)
        await drained(batch, 2000, work)
        return batch.statistics.failed

    assert simulated(run()) == 0
    assert refused < 400


def test_all_rows_are_answered_by_a_server_that_counts_requests_in_a_second() -> None:
    def bucket() -> Callable[[NoClient, int], Awaitable[None]]:
        spent = list[float]()

        async def work(client: NoClient, row: int) -> None:
            now = asyncio.get_running_loop().time()
            await asyncio.sleep(0.05)
            if len([each for each in spent if each > now - 1]) >= 5:
                raise refusal()
            spent.append(now)

        return work

    async def run() -> tuple[int, float]:
        batch = timed(concurrency=64)
        await drained(batch, 500, bucket())
        return batch.statistics.failed, batch.statistics.rate

    failed, rate = simulated(run())
    assert failed == 0
    assert 2 < rate <= 5.1


def test_statistics_tell_what_was_done() -> None:
    async def work(client: NoClient, row: int) -> Answer:
        await asyncio.sleep(1)
        if row == 1:
            raise refusal(2)
        if row == 2:
            raise broken(sent=True)
        return Answer()

    async def run() -> AsyncBatch[NoClient]:
        batch = timed(attempts=2)
        await drained(batch, 4, work)
        await asyncio.sleep(100)
        return batch

    told = simulated(run()).statistics
    assert (told.rows, told.failed, told.retries) == (4, 2, 1)
    assert (told.input_tokens, told.output_tokens) == (6, 8)
    assert told.errors == {"RateLimitError": 1, "APIConnectionError": 1}
    assert told.seconds == pytest.approx(4)
    assert told.rate == pytest.approx(1)
    assert told.concurrency == 2


def test_statistics_of_nothing_are_zero() -> None:
    async def made() -> AsyncBatch[NoClient]:
        return timed()

    told = simulated(made()).statistics
    assert (told.rows, told.seconds, told.rate, told.concurrency) == (0, 0.0, 0.0, 8)


def test_leaving_early_ends_what_is_in_flight() -> None:
    async def run() -> None:
        async with aclosing(timed().run(count(), forever)) as results:
            async for _ in results:
                break

    simulated(run())


def test_forgetting_a_run_ends_what_is_in_flight() -> None:
    async def run() -> None:
        results = timed().run(count(), forever)
        await anext(results)
        del results
        gc.collect()
        await asyncio.sleep(1)

    simulated(run())


def test_cancelling_the_task_ends_what_is_in_flight() -> None:
    async def run() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(5):
                await drained(timed(), 100, forever)

    simulated(run())


def test_a_run_that_is_cancelled_leaves_room_for_another_one() -> None:
    async def run() -> None:
        batch = timed(concurrency=2)
        first = asyncio.create_task(drained(batch, 100, forever))
        await asyncio.sleep(1)
        second = asyncio.create_task(drained(batch, 1, forever))
        await asyncio.sleep(1)
        assert not second.done()
        first.cancel()
        await second

    simulated(run())


def test_a_run_cancelled_in_a_pause_leaves_the_turn_to_others() -> None:
    async def refusing(client: NoClient, row: int) -> None:
        raise refusal(50)

    async def run() -> float:
        batch = timed(concurrency=1)
        first = asyncio.create_task(drained(batch, 100, refusing))
        await asyncio.sleep(1)
        second = asyncio.create_task(drained(batch, 1, forever))
        await asyncio.sleep(1)
        first.cancel()
        await second
        return asyncio.get_running_loop().time()

    assert simulated(run()) == pytest.approx(50)


def test_memory_does_not_grow_with_the_rows() -> None:
    async def work(client: NoClient, row: int) -> bytes:
        await asyncio.sleep(row % 7)
        if row % 20 == 0:
            raise broken(sent=True)
        return bytes(1000)

    async def held() -> list[int]:
        blocks = list[int]()
        async for done in timed(concurrency=16).run(range(20_000), work):
            if done.index in {2_000, 19_999}:
                gc.collect()
                blocks.append(sys.getallocatedblocks())
        return blocks

    early, late = simulated(held())
    assert late < early + 2_000
