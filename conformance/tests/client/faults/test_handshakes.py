"""A call that is cancelled while TLS is negotiated closes its socket."""

import asyncio

import pytest
import trio

import invocant

from .certificates import Certificates
from .conversation import End
from .lanes import ASYNC_LANES, MESSAGES, MODEL, Lane, async_client
from .server import FaultServer

SILENT = ((End.HANG,),)


@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_cancelled_under_asyncio(lane: Lane, certificates: Certificates) -> None:
    async def scene() -> None:
        async with async_client(lane, server.url) as client:
            task = asyncio.create_task(chat(client))
            await asyncio.to_thread(server.wait_until_stalled)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(server.wait_until_left)

    with FaultServer(greetings=SILENT, tls=certificates.server()) as server:
        asyncio.run(scene())


@pytest.mark.parametrize("lane", [each for each in ASYNC_LANES if each.knows_trio], ids=str)
def test_cancelled_under_trio(lane: Lane, certificates: Certificates) -> None:
    async def scene() -> None:
        async with async_client(lane, server.url) as client:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(chat, client)
                await trio.to_thread.run_sync(server.wait_until_stalled)
                nursery.cancel_scope.cancel()
            await trio.to_thread.run_sync(server.wait_until_left)

    with FaultServer(greetings=SILENT, tls=certificates.server()) as server:
        trio.run(scene)


async def chat(client: invocant.AsyncClient) -> None:
    await client.chat.completions.create(messages=MESSAGES, model=MODEL)
