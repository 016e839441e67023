"""Where requests meet faults first."""

from collections.abc import Awaitable, Iterable
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from .. import errors
from ..errors import Kind, Refused
from ..profiles import profile_of
from .sending import FaultySend
from .stages import Facts, Stage
from .striking import VISIT, Means, Visit, delay, replacement
from .values import FaultError

HEADER: Final = b"x-invocant-fault"
"""The header with which a request asks for a fault, or for `none`; more than one may be sent."""


class Faulty:
    """ASGI middleware: lets faults strike that the server has or a request asks for.

    spared: the paths that nothing strikes; one that ends in / stands for all beneath it.
    """

    def __init__(self, app: ASGIApp, *, means: Means, spared: Iterable[str]) -> None:
        self._app = app
        self._means = means
        self._board = means.board
        self._spared = frozenset(spared)
        self._beneath = tuple(path for path in self._spared if path.endswith("/") and path != "/")

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass a request on at once where no fault is set and it asks for none."""
        if scope["type"] == "http":
            if self._board.armed:
                return self._meet(scope, receive, send)
            # This loop is all that a request costs which nothing strikes.
            for name, _ in scope["headers"]:
                if name == HEADER:
                    return self._meet(scope, receive, send)
        return self._app(scope, receive, send)

    async def _meet(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path in self._spared or path.startswith(self._beneath):
            await self._app(scope, receive, send)
            return
        specs = [value.decode("latin-1") for name, value in scope["headers"] if name == HEADER]
        profile = profile_of(path)
        try:
            pending = self._board.pending(specs)
        except FaultError as error:
            refused = Refused(Kind.INVALID_FIELD, f"{HEADER.decode()}: {error}.", HEADER.decode())
            await errors.response(profile, refused)(scope, receive, send)
            return
        facts = Facts(method=scope["method"], path=path)
        visit = Visit(pending=pending, facts=facts, profile=profile)
        scope[VISIT] = visit
        await self._strike(visit, scope, receive, send)

    async def _strike(self, visit: Visit, scope: Scope, receive: Receive, send: Send) -> None:
        strike = visit.pending.next(Stage.ARRIVED, visit.facts)
        if strike is not None:
            if not await delay(strike, scope, self._means):
                return
            other = replacement(strike, visit, self._means, unread=True)
            if other is not None:
                await other(scope, receive, send)
                return
        await self._app(scope, receive, FaultySend(visit, self._means, scope, receive, send))
