"""A server in front of which every row is counted: `python -m bench.batch.counting [FAULT…]`.

It is the reference server. Rows are told apart by a word of theirs, "row-" and a number.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from invocant_conformance.embedded import served
from invocant_conformance.server.app import application, services
from invocant_conformance.server.settings import ServerSettings

__all__ = ["COUNTS", "TURNED_AWAY", "Counting", "main"]

COUNTS = "/.counts"
"""Where the counts are to be had, as JSON; they begin anew with that."""

TURNED_AWAY = frozenset({429, 503})

_ROW = re.compile(rb"row-(\d+)")


class Counting:
    """ASGI application around another one: the statuses that each row got, 0 for no answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app: ASGIApp = app
        self.answers: defaultdict[int, list[int]] = defaultdict(list)

    def executed_twice(self) -> list[int]:
        """The rows that came again although they had not been turned away."""
        return [row for row, got in self.answers.items() if {*got[:-1]} - TURNED_AWAY]

    def counts(self) -> Mapping[str, object]:
        """How many rows and requests came, and what came again although it must not."""
        requests = sum(map(len, self.answers.values()))
        twice = self.executed_twice()
        return {"rows": len(self.answers), "requests": requests, "executed_twice": twice}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have a request answered, and its row noted."""
        if scope["type"] != "http" or scope["path"] != COUNTS:
            await self._answer(scope, receive, send)
            return
        body = json.dumps(self.counts()).encode()
        self.answers.clear()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        found = _ROW.search(body)
        got = self.answers[int(found[1])] if found else []
        got.append(0)
        pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return pending.pop() if pending else await receive()

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                got[-1] = message["status"]
            await send(message)

        await self._app(scope, again, noted)


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def main(faults: Sequence[str]) -> None:
    """Serve until the process is ended; prints "listening on URL" first."""
    means = services(ServerSettings(faults=tuple(faults), token_delay=0.0))
    with served(Counting(application(means))) as url:
        print(f"listening on {url}", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1:])
