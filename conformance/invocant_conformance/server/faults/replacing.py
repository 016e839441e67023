"""Answers in the place of the server's: pages, raw bytes, and none at all."""

from http import HTTPStatus
from typing import Final

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from ...raw.answer import Answer
from ...raw.playing import play
from .connection import ConnectionBroken, peer_of

PLAYED: Final = "invocant.played"
"""The key of an ASGI scope under which a function may stand that is told of each raw answer."""

_SIGN_IN: Final = "Sign in"


def page(status: int) -> Response:
    """Return an HTML page: of a proxy that has failed, or, with 200, one to sign in at."""
    title = _SIGN_IN if status < 400 else f"{status} {_phrase(status)}".strip()
    html = (
        f"<!doctype html>\n<html><head><title>{title}</title></head>\n"
        f"<body><center><h1>{title}</h1></center><hr><center>nginx</center></body></html>\n"
    )
    return Response(html.encode(), status_code=status, media_type="text/html")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


class RawResponse(Response):
    """Plays a raw answer instead of one of ASGI.

    Where no connection is offered, a whole answer is sent as well as ASGI can, and one that ends
    in another way raises ConnectionBroken.
    """

    def __init__(self, answer: Answer, *, unread: bool) -> None:
        """Play an answer. unread: nobody has read the request's body."""
        super().__init__()
        self.answer: Answer = answer
        self._unread = unread

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; unread bytes of the request would turn the end into a reset."""
        if self._unread:
            await _drain(receive)
        if callable(told := scope.get(PLAYED)):
            told(self.answer)
        peer = peer_of(scope)
        if peer is None:
            await self._approach(scope, receive, send)
            return
        await play(self.answer, peer)
        if self.answer.end == "keep":
            peer.finish()
        elif self.answer.end == "hang":
            peer.close()

    async def _approach(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.answer
        whole = answer.end in ("keep", "close") and not answer.truncated
        if answer.status is None or answer.framing == "none" or not whole:
            raise ConnectionBroken("a fault broke the connection off")
        plain = Response(answer.body, status_code=answer.status)
        plain.raw_headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in answer.headers
        ]
        await plain(scope, receive, send)


async def _drain(receive: Receive) -> None:
    message: Message = {"more_body": True}
    while message.get("more_body", False):
        message = await receive()
