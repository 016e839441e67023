"""Where the referee stands: before everything else that answers."""

from functools import partial
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ...json_values import JsonObject
from ...raw.answer import Answer
from ..errors import json_response
from ..faults.replacing import PLAYED, RawResponse
from .arrivals import Arrival, Connection, arrival_of
from .cases import CASE_HEADER, CASE_ROOT, ELSEWHERE, Cases, Unknown
from .hearing import Hearing
from .referee import Referee
from .sent import raw_path

_OWN: Final = ("/.invocant/", "/.well-known/invocant")


class Refereed:
    """ASGI middleware, the outermost; answers are handed on as they are.

    What is asked of the server itself is not judged. Scripted cases are played here.
    """

    def __init__(self, app: ASGIApp, referee: Referee) -> None:
        self._app = app
        self._referee = referee
        self._cases = Cases()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hear one request."""
        path = raw_path(scope) if scope["type"] == "http" else ""
        if not path:
            await self._app(scope, receive, send)
        elif path.startswith(ELSEWHERE):
            self._referee.followed(self._begin(scope, path))
            await json_response({})(scope, receive, send)
        elif path.startswith(CASE_ROOT) or _case_header(scope):
            await self._case(scope, path, receive, send)
        elif path == "/" or path.startswith(_OWN):
            await self._app(scope, receive, send)
        else:
            await self._heard(self._app, self._begin(scope, path), receive, send)

    def _begin(self, scope: Scope, path: str, requirement: str = "") -> Hearing:
        client = scope.get("client") or ("", 0)
        arrival = arrival_of(scope) or Arrival(Connection(str(client[0])))
        hearing = self._referee.begin(scope, arrival, path=path, requirement=requirement)
        scope[PLAYED] = partial(self._played, hearing)
        return hearing

    def _played(self, hearing: Hearing, answer: Answer) -> None:
        hearing.played(answer, self._referee.clock())

    async def _case(self, scope: Scope, path: str, receive: Receive, send: Send) -> None:
        try:
            chosen = self._cases.chosen(_case_header(scope) or path, path)
            listed: JsonObject = self._cases.listed() if chosen is None else {}
        except Unknown as problem:
            unknown = json_response({"error": {"message": str(problem)}}, status=404)
            await unknown(scope, receive, send)
            return
        if chosen is None:
            await json_response(listed)(scope, receive, send)
            return
        hearing = self._begin(scope, chosen.path, chosen.case.requirement)
        self._referee.played(hearing, chosen.name)
        answer = self._cases.next(chosen, hearing)
        await self._heard(RawResponse(answer, unread=True), hearing, receive, send)

    async def _heard(self, app: ASGIApp, hearing: Hearing, receive: Receive, send: Send) -> None:
        attempt, arrival, clock = hearing.attempt, hearing.arrival, self._referee.clock
        passive = arrival_of(hearing.scope) is None

        async def hearing_body() -> Message:
            message = await receive()
            if passive and message["type"] == "http.request" and not arrival.whole:
                arrival.add(message.get("body", b""))
                if not message.get("more_body", False):
                    arrival.complete()
            return message

        async def noting(message: Message) -> None:
            await send(message)
            if message["type"] == "http.response.start":
                pairs = message.get("headers", ())
                headers = [(n.decode("latin-1"), v.decode("latin-1")) for n, v in pairs]
                attempt.heads(message["status"], headers, clock())
            elif not message.get("more_body", False):
                attempt.complete, attempt.ended = True, clock()

        try:
            await app(hearing.scope, hearing_body, noting)
        finally:
            self._referee.answered(hearing)


def _case_header(scope: Scope) -> str:
    headers: list[tuple[bytes, bytes]] = scope.get("headers", [])
    return next((v.decode("latin-1") for name, v in headers if name == CASE_HEADER), "")
