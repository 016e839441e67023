"""The admin path: what tests do to the server as a whole, with a token of its own.

Its errors have the shape of a gateway's; its requests are not entered into the log.
"""

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ..json_values import as_list
from . import errors
from .auth import bearer, refusal
from .body import parse, read_bytes
from .errors import Kind, Refused, json_response
from .faults.board import FaultBoard
from .faults.values import FaultError
from .handlers import Services
from .journal import note_of, written
from .profiles import GATEWAY

ROOT: Final = "/.invocant"
"""Where everything is that belongs to this server and to no API."""

_MAX_BYTES: Final = 64 * 1024
_NO_CONTENT: Final = 204

Action = Callable[[Request], Awaitable[Response]]


def reset(services: Services) -> None:
    """Bring the state back to that of a server just started without a state file's content.

    Endpoints, keys, tokens, kept answers, traffic, metrics, rate limits, ids, and the log; the
    faults are those again that it started with.
    """
    services.store.clear()
    services.directory.clear()
    services.gateway.clear()
    services.meters.clear()
    services.limiter.clear()
    services.keys.clear()
    services.tokens.clear()
    services.answers.clear()
    services.vault.clear()
    services.ids.clear()
    services.journal.clear()
    services.faults.reset()


def is_admin(headers: Mapping[str, str], admin_token: str | None) -> bool:
    """Whether a request carries the admin token, as bearer; never where there is none."""
    if not admin_token:
        return False
    return hmac.compare_digest(bearer(headers).encode(), admin_token.encode())


def routes(services: Services) -> list[Route]:
    """Return the routes of the admin path, none where the settings have no admin token."""
    token = services.settings.admin_token
    if token is None:
        return []
    paths: dict[str, Mapping[str, Action]] = {
        "reset": {"POST": _resetting(services)},
        "requests": _of_requests(services),
        "faults": _of_faults(services.faults),
    }
    return [Route(f"{ROOT}/{name}", _Admin(found, token)) for name, found in paths.items()]


class _Admin:
    """ASGI application of one path, for those who have the admin token."""

    def __init__(self, actions: Mapping[str, Action], token: str) -> None:
        self._actions = actions
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        note_of(scope).unlisted = True
        try:
            response = await self._answer(request)
        except Refused as refused:
            response = errors.response(GATEWAY, refused)
        response.headers["cache-control"] = "no-store"
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if not is_admin(request.headers, self._token):
            raise refusal("The admin token is needed: send Authorization: Bearer TOKEN.")
        action = self._actions.get(request.method)
        if action is None:
            allowed = ", ".join(sorted(self._actions))
            message = f"The method is not one of {allowed}."
            raise Refused(Kind.WRONG_METHOD, message, headers={"allow": allowed})
        return await action(request)


def _resetting(services: Services) -> Action:
    async def post(request: Request) -> Response:
        reset(services)
        return Response(status_code=_NO_CONTENT)

    return post


def _of_requests(services: Services) -> Mapping[str, Action]:
    journal = services.journal

    async def get(request: Request) -> Response:
        entries = [written(entry) for entry in journal.entries()]
        return json_response({"count": journal.count, "requests": entries})

    async def delete(request: Request) -> Response:
        journal.clear()
        return Response(status_code=_NO_CONTENT)

    return {"GET": get, "DELETE": delete}


def _of_faults(faults: FaultBoard) -> Mapping[str, Action]:
    def shown() -> Response:
        return json_response({"faults": list(faults.current())})

    async def get(request: Request) -> Response:
        return shown()

    async def put(request: Request) -> Response:
        specs = _specs(await read_bytes(request, _MAX_BYTES))
        try:
            faults.set(specs)
        except FaultError as error:
            raise Refused(Kind.INVALID_FIELD, f"faults: {error}", "faults") from None
        return shown()

    async def delete(request: Request) -> Response:
        faults.clear()
        return Response(status_code=_NO_CONTENT)

    return {"GET": get, "PUT": put, "DELETE": delete}


def _specs(raw: bytes) -> list[str]:
    """Return the faults of a body {"faults": […]}. Raises Refused."""
    given = parse(raw).get("faults")
    specs = [each for each in as_list(given) if isinstance(each, str)]
    if not isinstance(given, list) or len(specs) < len(as_list(given)):
        raise Refused(Kind.INVALID_FIELD, "faults: a list of strings is needed.", "faults")
    return specs
