# Copied from codegen/runtime/; do not edit.
"""Route-optimized endpoints: their own addresses, and what their tokens are asked for with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Protocol

from .addresses import base_url, origin
from .credentials import Grant, OAuthCredential
from .errors import APIResponseError, ConfigurationError
from .omit import OMIT
from .request import PreparedRequest
from .violations import refuse

__all__ = [
    "ROUTE_SECONDS",
    "Endpoint",
    "Route",
    "credential_for",
    "endpoint_name",
    "moved",
    "route",
]

# An endpoint's address lasts as long as the endpoint, which may be deleted and made anew.
ROUTE_SECONDS: Final = 600.0

JWT_BEARER: Final = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class QueryInfo(Protocol):
    """Where to send queries, and what their token has to be asked for."""

    @property
    def endpoint_url(self) -> str | None:
        """The address."""
        ...

    @property
    def authorization_details(self) -> str | None:
        """What a token request has to say, as JSON."""
        ...


class DataPlaneInfo(Protocol):
    """What the management API tells of an endpoint's own addresses."""

    @property
    def query_info(self) -> QueryInfo | None:
        """That for queries."""
        ...


class Endpoint(Protocol):
    """An endpoint, as the management API shows it."""

    @property
    def data_plane_info(self) -> DataPlaneInfo | None:
        """Its own addresses, if it has any."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """The address of an endpoint, and what a token for it has to be asked for with."""

    url: str
    authorization_details: str


def endpoint_name(values: Mapping[str, object]) -> str:
    """The endpoint that the values in a path name. Raises RequestError for any further value."""
    given = [name for name, value in values.items() if value is not OMIT]
    name, *further = given
    if further:
        raise refuse((further[0],), "No part of an endpoint's own address")
    return str(values[name])


def route(endpoint: Endpoint, name: str, workspace: str) -> Route:
    """The route to an endpoint of the workspace at an address.

    Raises RequestError for an endpoint that has none, and APIResponseError for an address that a
    token cannot be sent to.
    """
    info = endpoint.data_plane_info.query_info if endpoint.data_plane_info else None
    if info is None or not info.endpoint_url or not info.authorization_details:
        raise refuse(("name",), "Must be a route-optimized endpoint that is ready", repr(name))
    try:
        url = base_url("endpoint_url", info.endpoint_url)
    except ConfigurationError as error:
        raise APIResponseError(f"data_plane_info of endpoint {name!r}: {error}") from None
    if workspace.startswith("https:") and not url.startswith("https:"):
        raise APIResponseError(f"data_plane_info of endpoint {name!r}: endpoint_url is not https")
    return Route(url=url, authorization_details=info.authorization_details)


def credential_for(way: Route, workspace: str) -> OAuthCredential:
    """Tokens for a route, had from the workspace in exchange for its own."""
    form = {"grant_type": JWT_BEARER, "authorization_details": way.authorization_details}
    grant = Grant(url=f"{workspace}/oidc/v1/token", form=form)
    return OAuthCredential(auth_type="data-plane", grants=(grant,))


def moved(request: PreparedRequest, way: Route) -> PreparedRequest:
    """The request, sent to the route's address."""
    server = origin(way.url)
    return replace(request, url=way.url, path=way.url.removeprefix(server), origin=server)
