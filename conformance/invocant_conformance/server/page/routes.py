"""The routes of the start page.

It is shown to browsers only: at / to who accepts HTML. All else at / is answered as ever.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ... import __version__
from ...json_values import dump
from .. import errors
from ..admin import ROOT
from ..auth import refusal
from ..errors import Refused
from ..handlers import Services
from ..journal import note_of
from ..profiles import GATEWAY
from . import endpoint_rows, request_rows, snippets, surfaces
from .access import may_see
from .rendering import Markup, fill, served

_ROOT: Final = f"{ROOT}/page"
_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "connect")),
        *(f"{what} 'none'" for what in ("base-uri", "form-action", "frame-ancestors")),
    )
)
_HEADERS: Final[Mapping[str, str]] = {
    "cache-control": "no-store",
    "content-security-policy": _POLICY,
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "vary": "accept",
}
_FILES: Final[Mapping[str, str]] = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
_HOST: Final = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
_REASON: Final = (
    "The server can be reached from other machines, or this page was opened under another name "
    "than localhost or 127.0.0.1. Endpoints and requests are then shown "
)

Answer = Callable[[Request], Response]


def routes(services: Services) -> list[Route]:
    """Return the routes of the start page, of its parts, and of what changes on it."""
    parts = {f"{_ROOT}/{name}": _part(name, media) for name, media in _FILES.items()}
    return [
        Route("/", _Shown(lambda request: _page(request, services), needs_html=True)),
        Route(f"{_ROOT}/live", _Shown(lambda request: _live(request, services))),
        *(Route(path, _Shown(answer)) for path, answer in parts.items()),
    ]


class _Shown:
    """ASGI application of one path; what it does not answer is an unknown path."""

    def __init__(self, answer: Answer, *, needs_html: bool = False) -> None:
        self._answer = answer
        self._needs_html = needs_html

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, which is left out of the log. Raises HTTPException."""
        request = Request(scope, receive)
        if request.method not in ("GET", "HEAD"):
            raise HTTPException(404)
        if self._needs_html and not accepts_html(request.headers.get("accept", "")):
            raise HTTPException(404)
        note_of(scope).unlisted = True
        response = self._answer(request)
        response.headers.update(_HEADERS)
        await response(scope, receive, send)


def accepts_html(accept: str) -> bool:
    """Whether an Accept header names HTML itself, as browsers do, and does not rule it out."""
    for part in accept.lower().split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        if media == "text/html":
            return not any(re.fullmatch(r"q=0(\.0*)?", each) for each in parameters)
    return False


def _page(request: Request, services: Services) -> Response:
    origin = _origin(request)
    seen = may_see(request, services.settings)
    shown = fill(
        "page.html",
        host=origin.partition("://")[2],
        origin=origin,
        version=__version__,
        token=_about_token(services),
        surfaces=surfaces.rendered(origin),
        tabs=snippets.tabs(),
        panels=snippets.panels(origin, services.catalogue),
        activity=fill("activity.html", **_activity(services)) if seen else _locked(services),
    )
    return Response(shown.encode(), media_type="text/html")


def _live(request: Request, services: Services) -> Response:
    """Answer with the changing parts as HTML in JSON, or with 304 where nothing changed."""
    if not may_see(request, services.settings):
        return _refused(refusal("The admin token is needed: send Authorization: Bearer TOKEN."))
    body = dump(_activity(services)).encode()
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    return Response(body, headers={"etag": tag}, media_type="application/json")


def _refused(refused: Refused) -> Response:
    return errors.response(GATEWAY, refused)


def _activity(services: Services) -> dict[str, str]:
    entries, endpoints = services.journal.entries(), endpoint_rows.rows(services)
    kept, every = len(entries), services.journal.count
    return {
        "requests": request_rows.rendered(entries),
        "requests_count": str(every) if kept == every else f"the last {kept} of {every}",
        "endpoints": endpoint_rows.rendered(endpoints),
        "endpoints_count": str(len(endpoints)),
    }


def _locked(services: Services) -> Markup:
    if services.settings.admin_token is None:
        return fill("locked.html", reason=f"{_REASON}only with --admin-token.", unlock=Markup())
    empty = dict.fromkeys(("requests", "requests_count", "endpoints", "endpoints_count"), "")
    unlock = fill("unlock.html", activity=fill("activity.html", **empty))
    return fill("locked.html", reason=f"{_REASON}to who has the admin token.", unlock=unlock)


def _about_token(services: Services) -> Markup:
    which = "any-token.html" if services.settings.token is None else "one-token.html"
    return fill(which, placeholder=snippets.PLACEHOLDER)


def _origin(request: Request) -> str:
    """Return where the server was reached; a Host header that is none is not repeated."""
    host = request.url.netloc
    if not _HOST.fullmatch(host):
        server = request.scope.get("server") or ("127.0.0.1", None)
        host = server[0] if server[1] is None else f"{server[0]}:{server[1]}"
    return f"{request.url.scheme}://{host}"


def _part(name: str, media_type: str) -> Answer:
    content = served(name).encode()
    return lambda request: Response(content, media_type=media_type)
