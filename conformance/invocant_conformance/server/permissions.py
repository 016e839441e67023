"""Operations of the permissions API; they name an endpoint by its id."""

from collections.abc import Callable
from dataclasses import replace

from starlette.responses import Response

from ..json_values import JsonValue
from . import grants, views
from .endpoints import Endpoint
from .errors import Kind, Refused, json_response
from .grants import Grant
from .handlers import Call, Handlers

handlers = Handlers()


@handlers.handles("getServingEndpointPermissions")
async def get_serving_endpoint_permissions(call: Call) -> Response:
    """Read the grants on an endpoint, also on one of the platform."""
    if _is_hosted(call):
        return json_response(grants.shown(_id(call), (), (grants.ADMINS, grants.USERS)))
    return _described(_endpoint(call))


@handlers.handles("setServingEndpointPermissions")
async def set_serving_endpoint_permissions(call: Call) -> Response:
    """Replace the direct grants on an endpoint."""
    wanted = grants.read(call.checked_body())
    return _granted(call, lambda current: wanted)


@handlers.handles("updateServingEndpointPermissions")
async def update_serving_endpoint_permissions(call: Call) -> Response:
    """Add or change direct grants on an endpoint."""
    changes = grants.read(call.checked_body())
    return _granted(call, lambda current: grants.merged(current, changes))


@handlers.handles("getServingEndpointPermissionLevels")
async def get_serving_endpoint_permission_levels(call: Call) -> Response:
    """List the levels that can be granted."""
    if not _is_hosted(call):
        _endpoint(call)
    levels: list[JsonValue] = [
        {"permission_level": level, "description": text} for level, text in grants.LEVELS.items()
    ]
    return json_response({"permission_levels": levels})


def _id(call: Call) -> str:
    return call.path["serving_endpoint_id"]


def _is_hosted(call: Call) -> bool:
    return any(views.hosted_id(name) == _id(call) for name in call.services.catalogue)


def _endpoint(call: Call) -> Endpoint:
    endpoint = call.services.store.find_by_id(_id(call))
    if endpoint is None:
        raise Refused(Kind.UNKNOWN_NAME, f"Endpoint with id '{_id(call)}' does not exist.")
    return endpoint


def _granted(call: Call, change: Callable[[tuple[Grant, ...]], tuple[Grant, ...]]) -> Response:
    if _is_hosted(call):
        message = f"Endpoint with id '{_id(call)}' belongs to the platform and cannot be changed."
        raise Refused(Kind.PERMISSION_DENIED, message)
    name = _endpoint(call).name

    def granted(endpoint: Endpoint) -> Endpoint:
        settings = replace(endpoint.settings, grants=change(endpoint.settings.grants))
        return replace(endpoint, settings=settings)

    return _described(call.services.store.change(name, granted))


def _described(endpoint: Endpoint) -> Response:
    shown = grants.shown(endpoint.id, endpoint.settings.grants, (grants.ADMINS,))
    return json_response(shown)
