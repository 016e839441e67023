"""A call that is cancelled at any stage leaves nothing behind, and the client in order."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

import pytest
import trio

import invocant

from .faults import VALUE
from .lanes import ASYNC_LANES, MESSAGES, MODEL, Lane, async_client
from .results import plain
from .server import FaultServer, deaf_server
from .stages import STAGES, Stage

Work: TypeAlias = Callable[[], Awaitable[None]]
Stalled: TypeAlias = Callable[[], None]

MOMENT: Final = 0.02


async def cancel_the_task(work: Work, wait_until_stalled: Stalled) -> None:
    task = asyncio.ensure_future(work())
    await asyncio.to_thread(wait_until_stalled)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def let_time_run_out(work: Work, wait_until_stalled: Stalled) -> None:
    async def run_out(limit: asyncio.Timeout) -> None:
        await asyncio.to_thread(wait_until_stalled)
        limit.reschedule(asyncio.get_running_loop().time())

    async def limited() -> None:
        async with asyncio.timeout(None) as limit:
            clocks.append(asyncio.create_task(run_out(limit)))
            await work()

    clocks: list[asyncio.Task[None]] = []
    with pytest.raises(TimeoutError):
        await limited()
    await asyncio.gather(*clocks)


async def cancel_the_scope(work: Work, wait_until_stalled: Stalled) -> None:
    async with trio.open_nursery() as nursery:
        nursery.start_soon(work)
        await trio.to_thread.run_sync(wait_until_stalled)
        nursery.cancel_scope.cancel()


@pytest.mark.parametrize("cancel", [cancel_the_task, let_time_run_out])
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.id)
@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_cancelled_under_asyncio(
    lane: Lane,
    stage: Stage,
    cancel: Callable[[Work, Stalled], Awaitable[None]],
) -> None:
    async def scene(server: FaultServer) -> None:
        async with async_client(lane, server.url) as client:
            await cancel(lambda: work(client, stage), server.wait_until_stalled)
            assert asyncio.all_tasks() == {asyncio.current_task()}
            await asyncio.to_thread(server.wait_until_released)
            await chat(client)
        await asyncio.to_thread(server.wait_until_left)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with stage.server() as server:
        asyncio.run(scene(server))


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.id)
@pytest.mark.parametrize("lane", [each for each in ASYNC_LANES if each.knows_trio], ids=str)
def test_cancelled_under_trio(lane: Lane, stage: Stage) -> None:
    async def scene(server: FaultServer) -> None:
        async with async_client(lane, server.url) as client:
            await cancel_the_scope(lambda: work(client, stage), server.wait_until_stalled)
            await trio.to_thread.run_sync(server.wait_until_released)
            await chat(client)
        await trio.to_thread.run_sync(server.wait_until_left)

    with stage.server() as server:
        trio.run(scene, server)


@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_cancelled_while_connecting(lane: Lane) -> None:
    async def scene() -> None:
        with deaf_server() as url:
            async with async_client(lane, url) as client:
                await let_time_run_out(lambda: chat(client), lambda: time.sleep(MOMENT))
                assert asyncio.all_tasks() == {asyncio.current_task()}

    before = os.listdir("/proc/self/fd")
    asyncio.run(scene())
    assert os.listdir("/proc/self/fd") == before


async def work(client: invocant.AsyncClient, stage: Stage) -> None:
    """What is held up."""
    create = client.chat.completions.create
    if stage.work == "chat":
        await create(messages=MESSAGES, model=MODEL)
        return
    stream = await create(messages=MESSAGES, model=MODEL, stream=True)
    if stage.work == "bare-stream":
        async for _ in stream:
            pass
        return
    async with stream:
        async for _ in stream:
            pass


async def chat(client: invocant.AsyncClient) -> None:
    """A call that succeeds."""
    answer = await client.chat.completions.create(messages=MESSAGES, model=MODEL)
    assert plain(answer) == VALUE
