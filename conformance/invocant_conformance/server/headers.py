"""Headers that every answer carries."""

from collections.abc import Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .journal import REQUEST_ID

WITHOUT: Final = "invocant.without"
"""The key of the head's ASGI message under which a header is named, as bytes in
lower case, that the answer shall lack."""


class AnswerHeaders:
    """ASGI middleware: names the server and the request in every answer."""

    def __init__(self, app: ASGIApp, *, server: str, next_id: Callable[[], str]) -> None:
        self._app = app
        self._server = (b"server", server.encode())
        self._next_id = next_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and complete the head of its answer."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                name = scope[REQUEST_ID] = f"req-{self._next_id()}"
                request_id = (b"x-request-id", name.encode())
                headers = [*message["headers"], self._server, request_id]
                if WITHOUT in message:
                    lacking = message.pop(WITHOUT)
                    headers = [pair for pair in headers if pair[0] != lacking]
                message["headers"] = headers
            await send(message)

        await self._app(scope, receive, complete if scope["type"] == "http" else send)
