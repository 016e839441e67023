"""Sends queries to route-optimized endpoints at their own addresses, with their own tokens."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from ..credentials import OAuthCredential
from ..data_plane import (
    ROUTE_SECONDS,
    Endpoint,
    Route,
    credential_for,
    endpoint_name,
    moved,
    route,
)
from ..errors import AuthenticationError, NotFoundError, PermissionDeniedError
from ..leases import Lease, Need
from ..observation import Observation
from ..reply import Reply
from ..request import PreparedRequest
from ..settings import Settings
from .answer import AsyncAnswer
from .renewing import AsyncRenewing

if TYPE_CHECKING:
    from .transport import AsyncTransport

__all__ = ["AsyncDataPlane"]

# The workspace's credential does not go to the endpoints' addresses.
NOTHING_YET: Final = OAuthCredential(auth_type="data-plane", grants=())


class AsyncDataPlane:
    """Finds the address of each endpoint by ``read``, and gets tokens for it.

    Addresses are kept for ten minutes, or until a query is answered with 401, 403 or 404.
    """

    def __init__(
        self, transport: "AsyncTransport", read: Callable[[str], Awaitable[Endpoint]]
    ) -> None:
        self._transport: AsyncTransport = transport
        self._read: Callable[[str], Awaitable[Endpoint]] = read
        self._routes: dict[str, AsyncRenewing[Route]] = {}
        self._transports: dict[Route, AsyncTransport] = {}

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy looks addresses up by itself."""
        return {**self.__dict__, "_routes": {}, "_transports": {}}

    def transport(self) -> "AsyncTransport":
        """A transport that takes requests to a workspace, and sends them to the endpoints."""
        settings = replace(self._transport.settings, credential=NOTHING_YET)
        return self._transport.sibling(settings=settings, detour=self)

    async def send(
        self, request: PreparedRequest, call: Observation, *, whole: bool
    ) -> tuple[AsyncAnswer, Reply]:
        """Send a request as the transport does, to the address of the endpoint that it names."""
        name = endpoint_name(request.values)
        try:
            way = await self._way(name)
            return await self._to(way).send(moved(request, way), call, whole=whole)
        except (AuthenticationError, NotFoundError, PermissionDeniedError):
            self._routes.pop(name, None)
            raise

    async def _way(self, name: str) -> Route:
        known = self._routes.get(name)
        if known is None:
            made = AsyncRenewing(partial(self._look_up, name), self._transport.clock)
            known = self._routes.setdefault(name, made)
        return await known.get()

    async def _look_up(self, name: str, need: Need) -> Lease[Route]:
        asked = self._transport.clock()
        endpoint = await self._read(name)
        way = route(endpoint, name, self._transport.settings.base_url)
        return Lease(value=way, taken=asked, ends=asked + ROUTE_SECONDS)

    def _to(self, way: Route) -> "AsyncTransport":
        return self._transports.get(way) or self._transports.setdefault(way, self._made(way))

    def _made(self, way: Route) -> "AsyncTransport":
        credential = credential_for(way, self._transport.settings.base_url)
        control = self._transport.authenticator()
        return self._transport.sibling(
            settings=Settings(base_url=way.url, credential=credential),
            authenticator=self._transport.authenticator(credential, control),
        )
