"""Headers that every answer carries."""

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


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
                request_id = (b"x-request-id", f"req-{self._next_id()}".encode())
                message["headers"] = [*message["headers"], self._server, request_id]
            await send(message)

        await self._app(scope, receive, complete if scope["type"] == "http" else send)
