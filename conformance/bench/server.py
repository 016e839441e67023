"""A server that answers from memory and costs next to nothing: `python -m bench.server`.

Prints its URL, and serves until its standard input ends. With the argument `usage` every chunk of a
stream states the usage.
"""

from __future__ import annotations

import asyncio
import re
import sys
from typing import cast

from bench import answers

__all__ = ["CannedServer", "main"]

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_STREAMED = re.compile(rb'"stream": ?true')
_STREAM = answers.STREAM_WITH_USAGE if "usage" in sys.argv[1:] else answers.STREAM
_ONE_INPUT = re.compile(rb'"input": ?"')
_PACKED = re.compile(rb'"encoding_format": ?"base64"')


class CannedServer(asyncio.Protocol):
    """One connection: one answer for every complete request."""

    def __init__(self) -> None:
        self._received: bytes = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what answers are written to."""
        # No isinstance: uvloop's transports are not registered as what they are.
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer what is complete; clients send the next request after the answer."""
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if not separator:
            return
        length = _LENGTH.search(head)
        if len(body) >= (int(length[1]) if length else 0):
            self._received = b""
            assert self._transport is not None
            self._transport.write(_answer(head, body))


def _answer(head: bytes, body: bytes) -> bytes:
    if head.startswith(b"GET "):
        return answers.HOST
    if _ONE_INPUT.search(body):
        return answers.EMBEDDING_BASE64 if _PACKED.search(body) else answers.EMBEDDING
    if b'"input"' in body:
        return answers.EMBEDDINGS_BASE64 if _PACKED.search(body) else answers.EMBEDDINGS
    return _STREAM if _STREAMED.search(body) else answers.CHAT


async def serve() -> None:
    """Serve on a free port of the loopback interface."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(CannedServer, "127.0.0.1", 0, backlog=256)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


def main() -> None:
    """Run the server."""
    try:
        import uvloop
    except ImportError:
        asyncio.run(serve())
    else:
        uvloop.run(serve())


if __name__ == "__main__":
    main()
