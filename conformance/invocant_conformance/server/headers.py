"""Headers that every answer carries."""

from collections.abc import Callable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WITHOUT: Final = "invocant.without"
"""The key of the head's ASGI message under which a header is named that the answer shall lack."""


class AnswerHeaders:
    """ASGI middleware: names the server and the request in every answer."""

    def __init__(self, app: ASGIApp, *, server: str, next_id: Callable[[], str]) -> None:
        self._app = app
        self._server = server
        self._next_id = next_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and complete the head of its answer."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["server"] = self._server
                headers["x-request-id"] = f"req-{self._next_id()}"
                if WITHOUT in message:
                    del headers[message.pop(WITHOUT)]
            await send(message)

        await self._app(scope, receive, complete if scope["type"] == "http" else send)
