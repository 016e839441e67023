# Copied from codegen/runtime/; do not edit.
"""Sends queries to route-optimized endpoints at their own addresses, with their own tokens."""

from collections.abc import Callable
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
from .answer import Answer
from .renewing import Renewing

if TYPE_CHECKING:
    from .transport import Transport

__all__ = ["DataPlane"]

# The workspace's credential does not go to the endpoints' addresses.
NOTHING_YET: Final = OAuthCredential(auth_type="data-plane", grants=())


class DataPlane:
    """Finds the address of each endpoint by ``read``, and gets tokens for it.

    Addresses are kept for ten minutes, or until a query is answered with 401, 403 or 404.
    """

    def __init__(self, transport: "Transport", read: Callable[[str], Endpoint]) -> None:
        self._transport: Transport = transport
        self._read: Callable[[str], Endpoint] = read
        self._routes: dict[str, Renewing[Route]] = {}
        self._transports: dict[Route, Transport] = {}

    def __getstate__(self) -> dict[str, object]:
        """For pickling: the copy looks addresses up by itself."""
        return {**self.__dict__, "_routes": {}, "_transports": {}}

    def transport(self) -> "Transport":
        """A transport that takes requests to a workspace, and sends them to the endpoints."""
        settings = replace(self._transport.settings, credential=NOTHING_YET)
        return self._transport.sibling(settings=settings, detour=self)

    def send(
        self, request: PreparedRequest, call: Observation, *, whole: bool
    ) -> tuple[Answer, Reply]:
        """Send a request as the transport does, to the address of the endpoint that it names."""
        name = endpoint_name(request.values)
        try:
            way = self._way(name)
            return self._to(way).send(moved(request, way), call, whole=whole)
        except (AuthenticationError, NotFoundError, PermissionDeniedError):
            self._routes.pop(name, None)
            raise

    def _way(self, name: str) -> Route:
        known = self._routes.get(name)
        if known is None:
            made = Renewing(partial(self._look_up, name), self._transport.clock)
            known = self._routes.setdefault(name, made)
        return known.get()

    def _look_up(self, name: str, need: Need) -> Lease[Route]:
        asked = self._transport.clock()
        endpoint = self._read(name)
        way = route(endpoint, name, self._transport.settings.base_url)
        return Lease(value=way, taken=asked, ends=asked + ROUTE_SECONDS)

    def _to(self, way: Route) -> "Transport":
        return self._transports.get(way) or self._transports.setdefault(way, self._made(way))

    def _made(self, way: Route) -> "Transport":
        credential = credential_for(way, self._transport.settings.base_url)
        control = self._transport.authenticator()
        return self._transport.sibling(
            settings=Settings(base_url=way.url, credential=credential),
            authenticator=self._transport.authenticator(credential, control),
        )
