"""Streams that are opened and abandoned, many times over, leave nothing behind.

The server never ends them, so whatever a client does not release stays open.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Sequence
from itertools import cycle, islice
from typing import Final

import pytest

import invocant
from invocant import params

from .abandoning import ASYNC_WAYS, WAYS
from .lanes import ASYNC_LANES, MODEL, SYNC_LANES, Lane, async_client, sync_client
from .load import LoadServer, load_server

MESSAGES: Final[list[params.chat.ChatMessage]] = [{"role": "user", "content": "0 endless"}]
ROUNDS: Final = 5
TASKS: Final = 20
PATIENCE: Final = 5.0

# What is left of a stream that leaks is dozens of objects; some more or less come and go.
BLOCKS_FOR_EACH: Final = 1.0


@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_abandoned(lane: Lane, abandoned_streams: int) -> None:
    sizes: list[int] = []
    with load_server() as server, sync_client(lane, server.url) as client:
        files = open_files()
        for _ in range(ROUNDS):
            open_and_abandon(client, abandoned_streams // ROUNDS)
            assert server.wait_until_left() == 0
            assert open_files() == files
            sizes.append(allocated_blocks())
    check_growth(sizes, abandoned_streams)


@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_abandoned_by_tasks(lane: Lane, abandoned_streams: int) -> None:
    async def scene(server: LoadServer) -> None:
        async with async_client(lane, server.url) as client:
            files = open_files()
            for _ in range(ROUNDS):
                await open_and_abandon_at_once(client, abandoned_streams // ROUNDS)
                assert await asyncio.to_thread(server.wait_until_left) == 0
                await other_tasks_end()
                assert open_files() == files
                sizes.append(allocated_blocks())

    sizes: list[int] = []
    with load_server() as server:
        asyncio.run(scene(server))
    check_growth(sizes, abandoned_streams)


def open_and_abandon(client: invocant.Client, number: int) -> None:
    create = client.chat.completions.create
    for way in islice(cycle(WAYS), number):
        way(create(messages=MESSAGES, model=MODEL, stream=True))


async def open_and_abandon_at_once(client: invocant.AsyncClient, number: int) -> None:
    async def work() -> None:
        for way in ways:
            await way(await create(messages=MESSAGES, model=MODEL, stream=True))

    create = client.chat.completions.create
    ways = islice(cycle(ASYNC_WAYS), number)
    await asyncio.gather(*(work() for _ in range(TASKS)))


async def other_tasks_end() -> None:
    """A loop closes the streams that nobody has any more in tasks of its own."""
    async with asyncio.timeout(PATIENCE):
        while asyncio.all_tasks() != {asyncio.current_task()}:
            await asyncio.sleep(0)


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


def allocated_blocks() -> int:
    gc.collect()
    return sys.getallocatedblocks()


def check_growth(sizes: Sequence[int], streams: int) -> None:
    """Memory does not grow with the number of streams, once everything was done once."""
    after_the_first = streams * (ROUNDS - 1) / ROUNDS
    assert sizes[-1] - sizes[0] < BLOCKS_FOR_EACH * after_the_first, sizes
