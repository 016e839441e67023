"""Route-optimized endpoints: their own addresses, here at the same server, and their tokens."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from ..json_values import JsonObject, dump
from .auth import bearer, refusal
from .endpoints import Endpoint
from .errors import Kind, Refused
from .handlers import Services
from .oauth import QUERYING, WORKSPACE_ID

_WRONG_TOKEN: Final = "The token was not issued to query this endpoint."


def shown(endpoint: Endpoint, origin: str) -> JsonObject:
    """Show where to query past the workspace, and for what a token has to be issued."""
    name = quote(endpoint.name, safe="")
    url = f"{origin}/{WORKSPACE_ID}/serving-endpoints/{name}/invocations"
    wanted: JsonObject = {
        "type": "workspace_permission",
        "object_type": "serving-endpoints",
        "object_path": _path(endpoint),
        "actions": [QUERYING],
    }
    query_info = {"endpoint_url": url, "authorization_details": dump([wanted])}
    return {"endpoint_url": url, "data_plane_info": {"query_info": query_info}}


def admit_to_endpoint(services: Services, headers: Mapping[str, str], name: str) -> str:
    """Let a query in at an endpoint's own address, and return its token, issued for just that.

    Raises Refused for any other one.
    """
    token = bearer(headers)
    endpoint = services.store.find(name)
    if endpoint is None or not endpoint.route_optimized:
        if services.tokens.is_valid(token):
            raise Refused(Kind.UNKNOWN_NAME, f"No route-optimized endpoint has the name '{name}'.")
        raise refusal(_WRONG_TOKEN)
    if not services.tokens.permits(token, _path(endpoint)):
        raise refusal(_WRONG_TOKEN)
    return token


def _path(endpoint: Endpoint) -> str:
    return f"/serving-endpoints/{endpoint.id}"
