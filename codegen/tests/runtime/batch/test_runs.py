"""What a run gives for its rows, in which order, and how far it looks ahead."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.batch.results import Done
from runtime.errors import ConfigurationError, InvocantError

from .simulation import NoClient, broken, refusal, simulated, timed

durations = st.lists(st.integers(0, 20), max_size=40)


async def slept(client: NoClient, row: float) -> float:
    await asyncio.sleep(row)
    return row


async def failing(client: NoClient, row: int) -> int:
    if row % 3 == 0:
        raise InvocantError(f"row {row}")
    return row


@given(durations, st.integers(1, 9), st.integers(1, 30))
def test_every_row_is_answered_once_and_in_order(
    seconds: list[int], concurrency: int, window: int
) -> None:
    async def collected() -> list[tuple[int, float, float | None]]:
        batch = timed(concurrency=concurrency, window=window)
        return [(done.index, done.row, done.value) async for done in batch.run(seconds, slept)]

    assert simulated(collected()) == [(i, each, each) for i, each in enumerate(seconds)]


@given(durations, st.integers(1, 9), st.integers(1, 30))
def test_without_order_rows_come_as_they_are_done(
    seconds: list[int], concurrency: int, window: int
) -> None:
    async def collected() -> list[tuple[float, int]]:
        batch, now = timed(concurrency=concurrency, window=window), asyncio.get_running_loop().time
        run = batch.run(seconds, slept, ordered=False)
        return [(now(), done.index) async for done in run]

    came = simulated(collected())
    assert sorted(index for _, index in came) == list(range(len(seconds)))
    if concurrency >= len(seconds) <= min(window, 8):
        assert [when for when, _ in came] == sorted(seconds)


@given(st.integers(1, 12), st.integers(1, 30))
def test_no_more_are_in_flight_than_asked_for(concurrency: int, rows: int) -> None:
    flying, most = 0, 0

    async def work(client: NoClient, row: int) -> None:
        nonlocal flying, most
        flying += 1
        most = max(most, flying)
        await asyncio.sleep(1)
        flying -= 1

    async def run() -> None:
        async for _ in timed(concurrency=concurrency).run(range(rows), work):
            pass

    simulated(run())
    assert min(concurrency, rows, 8) <= most <= min(concurrency, rows)


def test_a_slow_first_row_stops_the_rows_at_the_window() -> None:
    taken: list[int] = []

    def rows() -> Iterator[int]:
        for row in count():
            taken.append(row)
            yield row

    async def work(client: NoClient, row: int) -> int:
        await asyncio.sleep(0 if row else 1000)
        return row

    async def first() -> int:
        run = timed(window=20).run(rows(), work)
        done = await anext(run)
        at_first = len(taken)
        await run.aclose()
        assert done.index == 0
        return at_first

    assert simulated(first()) <= 20


def test_rows_may_be_asynchronous() -> None:
    async def rows() -> AsyncIterator[int]:
        for row in range(5):
            await asyncio.sleep(1)
            yield row

    async def collected() -> list[int]:
        return [done.row async for done in timed().run(rows(), slept)]

    assert simulated(collected()) == [0, 1, 2, 3, 4]


def test_the_error_of_a_row_is_a_value_and_the_others_go_on() -> None:
    async def collected() -> list[str]:
        return [str(done.error or done.value) async for done in timed().run(range(1, 7), failing)]

    assert simulated(collected()) == ["1", "2", "row 3", "4", "5", "row 6"]


def test_the_error_of_a_row_holds_no_frames() -> None:
    async def error() -> InvocantError | None:
        [done] = [done async for done in timed().run([3], failing)]
        return done.error

    found = simulated(error())
    assert found is not None
    assert found.__traceback__ is None


@pytest.mark.parametrize("kind", [ZeroDivisionError, asyncio.CancelledError, KeyboardInterrupt])
def test_what_else_the_work_raises_stops_the_run(kind: type[BaseException]) -> None:
    async def work(client: NoClient, row: int) -> int:
        await asyncio.sleep(row)
        if row == 3:
            raise kind
        return row

    async def collected() -> list[int]:
        run = timed().run(count(1), work)
        found = [(await anext(run)).row, (await anext(run)).row]
        with pytest.raises(kind):
            await anext(run)
        return found

    assert simulated(collected()) == [1, 2]


def test_what_the_rows_raise_stops_the_run_after_what_is_ready() -> None:
    def rows() -> Iterator[int]:
        yield 0
        raise LookupError

    async def run() -> int:
        results = timed().run(rows(), slept)
        first = await anext(results)
        with pytest.raises(LookupError):
            await anext(results)
        return first.row

    assert simulated(run()) == 0


async def collected_of(*errors: InvocantError, attempts: int = 6) -> Done[int, str]:
    """What becomes of one row that fails with these, one after the other."""
    left = [*errors]

    async def work(client: NoClient, row: int) -> str:
        if left:
            raise left.pop(0)
        return "answer"

    [done] = [done async for done in timed(attempts=attempts).run([0], work)]
    return done


def test_a_row_that_was_turned_away_is_sent_again_after_the_pause() -> None:
    done = simulated(collected_of(refusal(30), refusal(7, status=503), broken(sent=False)))

    assert (done.value, done.attempts) == ("answer", 4)
    assert done.seconds == pytest.approx(30 + 7 + 2.0)


def test_a_row_that_may_have_been_answered_is_not_sent_again() -> None:
    error = broken(sent=True)
    done = simulated(collected_of(error))

    assert (done.value, done.error, done.attempts) == (None, error, 1)


def test_the_last_error_stands_once_the_attempts_are_used_up() -> None:
    errors = [refusal(1) for _ in range(9)]
    done = simulated(collected_of(*errors, attempts=3))

    assert (done.error, done.attempts) == (errors[2], 3)


def test_the_client_does_not_repeat_anything_by_itself() -> None:
    async def work(client: NoClient, row: int) -> int | None:
        return client.options.get("max_retries")

    async def told() -> list[int | None]:
        return [done.value async for done in timed().run([0], work)]

    assert simulated(told()) == [0]


@pytest.mark.parametrize("name", ["concurrency", "attempts", "window"])
def test_numbers_have_to_be_positive(name: str) -> None:
    async def made() -> None:
        with pytest.raises(ConfigurationError, match=name):
            timed(**{name: 0})

    simulated(made())
