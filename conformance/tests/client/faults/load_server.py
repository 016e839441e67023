"""Answers many requests at once, each as it asks to be; a process of its own.

``python load_server.py`` writes its port to standard output. For every line on standard input it
writes one of JSON: ``open``, the number of connections, and ``requests``, how often each id came.
The content of a chat's message is ``<id> <plan>``; every answer names the id.
"""

import asyncio
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

PAUSE: Final = 0.02
ASKED: Final = re.compile(rb'"content":"(\d+) ([a-z-]+)"')
DONE: Final = b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n"

Step = bytes | float | None
"""Bytes to write, seconds to wait, or the end of the connection."""


def head(kind: str, *more: str, status: str = "200 OK") -> bytes:
    """Status line and headers."""
    lines = (f"HTTP/1.1 {status}", f"content-type: {kind}", *more, "", "")
    return "\r\n".join(lines).encode()


def whole(ident: str, *more: str, status: str = "200 OK", kind: str = "application/json") -> bytes:
    """An answer with a length."""
    body = json.dumps({"id": ident, "message": ident, "choices": []}).encode()
    return head(kind, f"content-length: {len(body)}", *more, status=status) + body


def events(ident: str, number: int) -> bytes:
    """The begin of a stream."""
    data = number * f'data: {{"id":"{ident}","choices":[]}}\n\n'.encode()
    begun = head("text/event-stream", "transfer-encoding: chunked")
    return begun + b"%x\r\n%b\r\n" % (len(data), data)


def steps(plan: str, ident: str, attempt: int) -> Iterator[Step]:
    """What a plan does."""
    match plan:
        case "fine":
            yield whole(ident)
        case "slow":
            yield from (PAUSE, whole(ident))
        case "pieces":
            for byte in whole(ident):
                yield from (bytes([byte]), 0.0)
        case "last":
            yield from (whole(ident, "connection: close"), None)
        case "limited":
            limit = whole(ident, "retry-after-ms: 1", status="429 Slow Down")
            yield limit if attempt == 1 else whole(ident)
        case "refused":
            yield whole(ident, status="400 Bad Request")
        case "page":
            yield whole(ident, kind="text/html")
        case "lost":
            yield None
        case "cut":
            yield from (whole(ident)[:-3], None)
        case "stream":
            yield from (events(ident, 3), PAUSE, DONE)
        case "cut-stream":
            yield from (events(ident, 2), PAUSE, None)
        case _:
            yield from (events(ident, 1), 3600.0)


class Server:
    """Counts, and plays the plans."""

    def __init__(self) -> None:
        self.open: int = 0
        self.requests: Counter[str] = Counter()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        self.open += 1
        with suppress(OSError, asyncio.IncompleteReadError):
            while await self.answer(reader, writer):
                pass
        self.open -= 1
        writer.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Play the plan of one request; whether the connection goes on."""
        lines = (await reader.readuntil(b"\r\n\r\n")).lower().split(b"\r\n")
        [length] = [int(line[15:]) for line in lines if line.startswith(b"content-length:")]
        asked = ASKED.search(await reader.readexactly(length))
        assert asked
        ident, plan = asked[1].decode(), asked[2].decode()
        self.requests[ident] += 1
        for step in steps(plan, ident, self.requests[ident]):
            if step is None:
                return False
            if isinstance(step, bytes):
                writer.write(step)
                await writer.drain()
            elif step <= PAUSE:
                await asyncio.sleep(step)
            else:
                await reader.read(1)
                return False
        return True

    def report(self) -> str:
        """What was seen, as a line of JSON."""
        return json.dumps({"open": self.open, "requests": self.requests}) + "\n"


async def main() -> None:
    """Serve until standard input ends."""
    counting = Server()
    listening = await asyncio.start_server(counting.serve, "127.0.0.1", 0, backlog=2000)
    print(listening.sockets[0].getsockname()[1], flush=True)
    while await asyncio.to_thread(sys.stdin.readline):
        print(counting.report(), end="", flush=True)


if __name__ == "__main__":
    with suppress(asyncio.CancelledError):
        asyncio.run(main())
