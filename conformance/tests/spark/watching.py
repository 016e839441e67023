"""A server in front of which is seen what comes, from which connection, and when."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from invocant_conformance.testing.state import Fresh, Kept

__all__ = ["Asked", "WatchedServer", "Watching"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One request: its text, its other fields, whence it came, and when."""

    text: str
    fields: Mapping[str, object]
    connection: tuple[str, int]
    seconds: float


class Watching:
    """ASGI application around another one; notes what is posted."""

    def __init__(self, app: ASGIApp) -> None:
        self._app: ASGIApp = app
        self.asked: list[Asked] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have a request answered, and noted where it asks a model."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        self.asked.append(_asked(scope, body))
        pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return pending.pop() if pending else await receive()

        await self._app(scope, again, send)


class WatchedServer(Kept):
    """Its address, its faults, and what it was asked."""

    def __init__(self, fresh: Fresh, watching: Watching, url: str) -> None:
        super().__init__(fresh)
        self._watching: Watching = watching
        self.url: str = url

    @property
    def asked(self) -> list[Asked]:
        """What came since `forget`, in that order."""
        return [*self._watching.asked]

    @property
    def texts(self) -> list[str]:
        """The texts that came, in that order."""
        return [each.text for each in self.asked]

    def forget(self) -> None:
        """Begin anew."""
        self.reset()
        self._watching.asked.clear()


def _asked(scope: Scope, body: bytes) -> Asked:
    fields = cast("dict[str, object]", json.loads(body))
    messages = cast("list[dict[str, object]]", fields.pop("messages", []))
    text = messages[-1]["content"] if messages else fields.pop("input", "")
    connection = cast("tuple[str, int]", scope["client"])
    return Asked(text=str(text), fields=fields, connection=connection, seconds=time.monotonic())


async def _body(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)
