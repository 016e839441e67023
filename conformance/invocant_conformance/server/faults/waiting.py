"""Waiting, but for nobody."""

import asyncio
from collections.abc import Awaitable, Callable

from ...raw.playing import Connection


async def wait(
    seconds: float,
    connection: Connection | None,
    sleep: Callable[[float], Awaitable[object]],
) -> bool:
    """Sleep so many seconds, or until the connection has ended; whether it has not."""
    if connection is None:
        await sleep(seconds)
        return True
    sleeping = asyncio.ensure_future(sleep(seconds))
    ending = asyncio.ensure_future(connection.ended.wait())
    try:
        await asyncio.wait({sleeping, ending}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        sleeping.cancel()
        ending.cancel()
    return not connection.ended.is_set()
