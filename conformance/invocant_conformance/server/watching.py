"""What is noted of every request: an entry in the log, and a count where it queried an endpoint.

And what every answer says of itself: the server, and the id of the request.
"""

from collections.abc import Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .journal import CURRENT, NOTE, REQUEST_ID, Journal, Note
from .meters import Meters

WITHOUT: Final = "invocant.without"
"""The key of the head's ASGI message under which a header is named, as bytes in
lower case, that the answer shall lack."""


class Watched:
    """ASGI middleware, the outermost: one layer, since each costs every request.

    journal: the log; its clock times the requests. next_id: gives the ids of requests.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        journal: Journal,
        meters: Meters,
        server: str,
        next_id: Callable[[], str],
    ) -> None:
        self._app = app
        self._journal = journal
        self._meters = meters
        self._server = (b"server", server.encode())
        self._next_id = next_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note it when its answer is complete, or has broken off."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        note = scope[NOTE] = Note()
        status, at = 0, self._journal.clock()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = self._headers(scope, message)
            await send(message)

        token = CURRENT.set(note)
        try:
            await self._app(scope, receive, noting)
        finally:
            CURRENT.reset(token)
            self._note(scope, note, at=at, status=status)

    def _headers(self, scope: Scope, head: Message) -> list[tuple[bytes, bytes]]:
        name = scope[REQUEST_ID] = f"req-{self._next_id()}"
        headers = [*head["headers"], self._server, (b"x-request-id", name.encode())]
        lacking = head.pop(WITHOUT, None)
        return [pair for pair in headers if pair[0] != lacking] if lacking else headers

    def _note(self, scope: Scope, note: Note, *, at: float, status: int) -> None:
        if note.queried is not None:
            milliseconds = (self._journal.clock() - at) * 1000
            self._meters.of(note.queried).count(status or 500, milliseconds)
        if not note.unlisted:
            self._journal.add(scope, note, at=at, status=status)
