"""One renewal for many callers, in threads and in tasks."""

import asyncio
import importlib
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import pytest

from runtime._async.renewing import AsyncRenewing
from runtime.errors import AuthenticationError
from runtime.leases import Lease, Need

CALLERS = 50
HOUR = 3600.0


class Renewing(Protocol):
    def get(self) -> str: ...
    def reject(self, value: str) -> bool: ...


class Source:
    """Gives numbered tokens for an hour, or fails; ``asked`` is what it was told each time."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.asked: list[Need] = []
        self.fails = False

    def clock(self) -> float:
        return self.now

    def lease(self, need: Need) -> Lease[str]:
        self.asked.append(need)
        if self.fails:
            raise AuthenticationError(f"refused {len(self.asked)}", status=401)
        return Lease(value=f"t{len(self.asked)}", taken=self.now, ends=self.now + HOUR)


def renewing(renew: Callable[[Need], Lease[str]], source: Source) -> Renewing:
    make: Callable[..., Renewing] = importlib.import_module("runtime._sync.renewing").Renewing
    return make(renew, source.clock)


def told(get: Callable[[], str]) -> str:
    try:
        return get()
    except AuthenticationError as error:
        return str(error)


@pytest.fixture
def source() -> Source:
    return Source()


def ask_in_threads(source: Source) -> list[str]:
    """What many threads get that ask before the renewal of the first is over."""
    here = threading.Semaphore(0)

    def slowly(need: Need) -> Lease[str]:
        for _ in range(CALLERS):
            assert here.acquire(timeout=5)
        time.sleep(0.05)
        return source.lease(need)

    value = renewing(slowly, source)

    def ask(_: int) -> str:
        here.release()
        return told(value.get)

    with ThreadPoolExecutor(CALLERS) as pool:
        return list(pool.map(ask, range(CALLERS)))


async def ask_in_tasks(source: Source) -> list[str]:
    """What many tasks get that ask before the renewal of the first is over."""

    async def slowly(need: Need) -> Lease[str]:
        await asyncio.sleep(0.01)
        return source.lease(need)

    value = AsyncRenewing(slowly, source.clock)

    async def ask() -> str:
        try:
            return await value.get()
        except AuthenticationError as error:
            return str(error)

    return await asyncio.gather(*(ask() for _ in range(CALLERS)))


def test_threads_without_a_token_wait_for_one_renewal(source: Source) -> None:
    assert ask_in_threads(source) == ["t1"] * CALLERS
    assert source.asked == [Need.NOW]


def test_tasks_without_a_token_wait_for_one_renewal(source: Source) -> None:
    assert asyncio.run(ask_in_tasks(source)) == ["t1"] * CALLERS
    assert source.asked == [Need.NOW]


def test_all_threads_that_wait_get_the_error_of_the_one_renewal(source: Source) -> None:
    source.fails = True
    assert ask_in_threads(source) == ["refused 1"] * CALLERS


def test_all_tasks_that_wait_get_the_error_of_the_one_renewal(source: Source) -> None:
    source.fails = True
    assert asyncio.run(ask_in_tasks(source)) == ["refused 1"] * CALLERS


def test_a_token_is_kept_until_it_is_renewed_early(source: Source) -> None:
    value = renewing(source.lease, source)
    got = [value.get()]
    for now in (3399.0, 3400.0, 3401.0):
        source.now = now
        got.append(value.get())
    assert got == ["t1", "t1", "t2", "t2"]
    assert source.asked == [Need.NOW, Need.EARLY]


def test_while_one_renews_early_the_others_go_on(source: Source) -> None:
    begun, done = threading.Event(), threading.Event()

    def slowly(need: Need) -> Lease[str]:
        if need is Need.EARLY:
            begun.set()
            assert done.wait(5)
        return source.lease(need)

    value = renewing(slowly, source)
    value.get()
    source.now += 3000.0
    with ThreadPoolExecutor(1) as pool:
        renewer = pool.submit(value.get)
        assert begun.wait(5)
        assert [value.get() for _ in range(CALLERS)] == ["t1"] * CALLERS
        done.set()
        assert renewer.result(5) == "t2"
    assert value.get() == "t2"


def test_after_a_failed_early_renewal_the_token_goes_on_and_a_minute_passes(
    source: Source,
) -> None:
    value = renewing(source.lease, source)
    value.get()
    source.fails = True
    for now in (4000.0, 4030.0, 4059.0, 4060.0):
        source.now = now
        assert value.get() == "t1"
    assert source.asked == [Need.NOW, Need.EARLY, Need.EARLY]


def test_without_a_valid_token_a_failure_is_raised_and_the_next_caller_tries(
    source: Source,
) -> None:
    value = renewing(source.lease, source)
    source.fails = True
    assert [told(value.get), told(value.get)] == ["refused 1", "refused 2"]
    source.fails = False
    assert value.get() == "t3"


def test_an_early_renewal_that_fails_after_the_end_of_the_token_raises(source: Source) -> None:
    def fail_late(need: Need) -> Lease[str]:
        if need is Need.EARLY:
            source.now += HOUR
            source.fails = True
        return source.lease(need)

    value = renewing(fail_late, source)
    value.get()
    source.now += 3000.0
    assert told(value.get) == "refused 2"


def test_each_caller_gets_an_error_of_its_own(source: Source) -> None:
    errors: list[AuthenticationError] = []

    async def fail(need: Need) -> Lease[str]:
        await asyncio.sleep(0)
        return source.lease(need)

    async def ask(value: AsyncRenewing[str]) -> None:
        try:
            await value.get()
        except AuthenticationError as error:
            errors.append(error)

    async def run() -> None:
        value = AsyncRenewing(fail, source.clock)
        await asyncio.gather(ask(value), ask(value))

    source.fails = True
    asyncio.run(run())
    assert errors[0] is not errors[1]
    assert [error.status for error in errors] == [401, 401]
    assert pickle.loads(pickle.dumps(errors[1])).args == ("refused 1",)


def test_a_cancelled_renewal_is_taken_over_by_one_that_waits(source: Source) -> None:
    async def run() -> list[str]:
        free = asyncio.Event()

        async def slowly(need: Need) -> Lease[str]:
            await free.wait()
            return source.lease(need)

        value = AsyncRenewing(slowly, source.clock)
        renewer = asyncio.create_task(value.get())
        others = [asyncio.create_task(value.get()) for _ in range(3)]
        await asyncio.sleep(0)
        renewer.cancel()
        await asyncio.sleep(0)
        others[0].cancel()
        free.set()
        return await asyncio.gather(*others[1:])

    assert asyncio.run(run()) == ["t1", "t1"]
    assert source.asked == [Need.NOW]


def test_a_cancelled_early_renewal_leaves_the_token_in_use(source: Source) -> None:
    async def run() -> str:
        async def hang_early(need: Need) -> Lease[str]:
            if need is Need.EARLY and not source.asked[1:]:
                source.asked.append(need)
                await asyncio.sleep(60)
            return source.lease(need)

        value = AsyncRenewing(hang_early, source.clock)
        await value.get()
        source.now += 3000.0
        renewer = asyncio.create_task(value.get())
        await asyncio.sleep(0)
        assert await value.get() == "t1"
        renewer.cancel()
        await asyncio.sleep(0)
        return await value.get()

    assert asyncio.run(run()) == "t3"


def test_a_value_outlives_the_event_loop_it_was_got_in(source: Source) -> None:
    async def renew(need: Need) -> Lease[str]:
        await asyncio.sleep(0)
        return source.lease(need)

    value = AsyncRenewing(renew, source.clock)

    async def ask() -> list[str]:
        return [*await asyncio.gather(value.get(), value.get())]

    assert asyncio.run(ask()) == ["t1", "t1"]
    source.now += HOUR
    assert asyncio.run(ask()) == ["t2", "t2"]


def test_a_rejected_token_is_renewed_by_the_next_caller(source: Source) -> None:
    value = renewing(source.lease, source)
    assert value.reject(value.get())
    assert value.get() == "t2"
    assert value.reject("t1")
    assert value.get() == "t2"
    assert not value.reject("t2")
    assert value.get() == "t2"
