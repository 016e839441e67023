"""Closing a client ends its calls at once: none waits for what cannot come any more.

The one that does is that of a thread to which nothing has been answered yet: its socket is in the
hands of the HTTP library, and its own time limit ends it.
"""

import asyncio
import threading
import time
from typing import Final

import pytest

from invocant import APIConnectionError, InvocantError, StreamInterrupted

from .conversation import End, Script
from .faults import EVENT, chunk, stream
from .lanes import ASYNC_LANES, MESSAGES, MODEL, SYNC_LANES, Lane, async_client, sync_client
from .server import FaultServer

AT_ONCE: Final = 1.0
READ_TIMEOUT: Final = 3.0

UNFINISHED: Final[dict[str, tuple[Script, type[InvocantError]]]] = {
    "unanswered": ((End.HANG,), APIConnectionError),
    "between-events": ((stream() + chunk(EVENT), End.HANG), StreamInterrupted),
}


@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_closed_while_a_thread_reads(lane: Lane) -> None:
    script, kind = UNFINISHED["between-events"]
    caught: list[InvocantError] = []

    def read() -> None:
        try:
            list(client.chat.completions.create(messages=MESSAGES, model=MODEL, stream=True))
        except InvocantError as error:
            caught.append(error)

    with FaultServer(script) as server:
        client = sync_client(lane, server.url, timeout=READ_TIMEOUT)
        thread = threading.Thread(target=read)
        thread.start()
        server.wait_until_stalled()
        started = time.monotonic()
        client.close()
        thread.join()
        assert time.monotonic() - started < AT_ONCE
        server.wait_until_left()
    assert [type(error) for error in caught] == [kind]


@pytest.mark.parametrize("state", UNFINISHED)
@pytest.mark.parametrize("lane", ASYNC_LANES, ids=str)
def test_closed_while_a_task_reads(lane: Lane, state: str) -> None:
    script, kind = UNFINISHED[state]

    async def scene() -> None:
        async def read() -> None:
            create = client.chat.completions.create
            async for _ in await create(messages=MESSAGES, model=MODEL, stream=True):
                pass

        client = async_client(lane, server.url, timeout=READ_TIMEOUT)
        task = asyncio.create_task(read())
        await asyncio.to_thread(server.wait_until_stalled)
        await client.close()
        async with asyncio.timeout(AT_ONCE):
            with pytest.raises(InvocantError) as caught:
                await task
        assert type(caught.value) is kind
        await asyncio.to_thread(server.wait_until_left)

    with FaultServer(script) as server:
        asyncio.run(scene())
