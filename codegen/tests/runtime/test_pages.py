"""Lists that are still to be asked for."""

import asyncio

from runtime.pages import AsyncPager, Page


class Fetch:
    """Gives a page, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    async def __call__(self) -> Page[int]:
        self.count += 1
        return Page([1, 2])


def test_a_pager_that_is_awaited_gives_the_page() -> None:
    async def run() -> Page[int]:
        return await AsyncPager(Fetch())

    assert asyncio.run(run()).items == [1, 2]


def test_a_pager_that_is_iterated_gives_the_entries() -> None:
    async def run() -> list[int]:
        return [entry async for entry in AsyncPager(Fetch())]

    assert asyncio.run(run()) == [1, 2]


def test_a_pager_can_be_gathered_with_others() -> None:
    async def run() -> tuple[Page[int], Page[int]]:
        return await asyncio.gather(AsyncPager(Fetch()), AsyncPager(Fetch()))

    assert [len(page) for page in asyncio.run(run())] == [2, 2]


def test_nothing_is_asked_before_and_anew_each_time() -> None:
    fetch = Fetch()
    pager = AsyncPager(fetch)
    assert fetch.count == 0

    async def run() -> None:
        await pager
        async for _ in pager:
            break

    asyncio.run(run())
    assert fetch.count == 2
