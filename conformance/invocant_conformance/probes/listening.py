"""An address of this machine that tells whether anybody called it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(kw_only=True, slots=True)
class Trap:
    """An address that nobody has a reason to call, but who was told to; `calls` counts them."""

    url: str
    calls: int = 0


@asynccontextmanager
async def trap() -> AsyncGenerator[Trap]:
    """Listen on a free port of the loopback address; callers are cut off at once."""
    found = Trap(url="")

    def called(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.calls += 1
        writer.close()

    server = await asyncio.start_server(called, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()[:2]
        found.url = f"http://{host}:{port}/v1"
        yield found
