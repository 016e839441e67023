"""Requests a second, where the caller bounds them."""

import asyncio
import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.batch.asynchronous import AsyncBatch
from runtime.batch.facade import Batch
from runtime.batch.limits import CATCH_UP, Limits
from runtime.errors import ConfigurationError

from .simulation import NoClient, refusal, simulated, timed

rates = st.floats(0.1, 1000)
gaps = st.lists(st.floats(0, 3), max_size=60)


def sent_at(limits: Limits, gaps: list[float]) -> list[float]:
    """When requests are sent that each are wanted so many seconds after the one before."""
    now, times = 0.0, list[float]()
    for gap in gaps:
        now = max(now + gap, limits.not_before)
        limits = limits.on_sent(now)
        times.append(now)
    return times


@given(rates, gaps)
def test_in_no_stretch_of_time_more_is_sent_than_the_rate_and_what_came_late(
    rate: float, gaps: list[float]
) -> None:
    times = sent_at(Limits.starting(64, rate=rate), gaps)
    for first, last in combinations(range(len(times)), 2):
        stretch = times[last] - times[first] + CATCH_UP
        assert last - first + 1 <= stretch * rate * (1 + 1e-9) + 1


@given(rates, st.integers(1, 60))
def test_what_waits_is_sent_at_the_full_rate(rate: float, number: int) -> None:
    times = sent_at(Limits.starting(64, rate=rate), [0.0] * number)
    assert times[-1] <= (number - 1) / rate * (1 + 1e-9)


@given(rates, st.floats(0, 10))
def test_a_pause_of_the_server_holds_beside_the_rate(rate: float, wait: float) -> None:
    limits = Limits.starting(64, rate=rate).on_sent(0.0)
    paused = limits.on_refused(sent=0.0, now=0.0, retry_after=wait, random=0.0)
    assert paused.not_before == max(limits.not_before, wait)


@given(gaps)
def test_without_a_rate_sending_changes_nothing(gaps: list[float]) -> None:
    limits = Limits.starting(64)
    assert limits.on_sent(1.0) is limits
    assert sent_at(limits, gaps) == sent_at(Limits.starting(64, rate=math.inf), gaps)


async def nothing(client: NoClient, row: int) -> int:
    await asyncio.sleep(0.01)
    return row


def test_a_run_takes_as_long_as_the_rate_wants() -> None:
    async def seconds() -> float:
        loop = asyncio.get_running_loop()
        batch = timed(concurrency=8, rate=50.0)
        began = loop.time()
        assert [done.value async for done in batch.run(range(101), nothing)] == [*range(101)]
        return loop.time() - began

    # Up to 50 ms ahead: two requests, and the last one is on its way for 10 ms.
    assert simulated(seconds()) == pytest.approx(1.96, abs=0.03)


def test_what_is_sent_again_counts_as_well() -> None:
    seen = list[int]()

    async def work(client: NoClient, row: int) -> int:
        seen.append(row)
        if seen.count(row) < 2:
            raise refusal(0.0)
        return row

    async def seconds() -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        batch = timed(concurrency=8, rate=50.0)
        assert [done.value async for done in batch.run(range(50), work)] == [*range(50)]
        return loop.time() - began

    assert simulated(seconds()) >= (100 - 1) / 50 - CATCH_UP


@pytest.mark.parametrize("rate", [0.0, -1.0, math.nan])
def test_a_rate_is_more_than_nothing(rate: float) -> None:
    for kind in (AsyncBatch, Batch):
        with pytest.raises(ConfigurationError, match="rate: Must be more than 0"):
            kind(NoClient(), rate=rate)
