"""Operations that change the settings of an endpoint; each answers with what holds afterwards."""

from collections.abc import Callable
from dataclasses import replace

from starlette.responses import Response

from ..json_values import JsonObject, as_list, as_object
from . import endpoint_settings
from .endpoint_settings import EndpointSettings
from .endpoints import Endpoint
from .errors import json_response
from .handlers import Call, Handlers
from .management import readable_body

handlers = Handlers()


@handlers.handles("patchServingEndpointTags")
async def patch_serving_endpoint_tags(call: Call) -> Response:
    """Add and delete tags."""
    request = readable_body(call)
    changed = call.services.store.change(
        call.path["name"],
        lambda endpoint: replace(
            endpoint, tags=endpoint_settings.with_tags(endpoint.tags, request)
        ),
    )
    return json_response({"tags": list(changed.tags)})


@handlers.handles("putServingEndpointRateLimits")
async def put_serving_endpoint_rate_limits(call: Call) -> Response:
    """Replace the rate limits of the older kind."""
    limits = tuple(as_object(limit) for limit in as_list(readable_body(call).get("rate_limits")))
    _change(call, lambda settings: replace(settings, rate_limits=limits))
    return json_response({"rate_limits": list(limits)})


@handlers.handles("putServingEndpointAiGateway")
async def put_serving_endpoint_ai_gateway(call: Call) -> Response:
    """Replace the AI Gateway settings."""
    wanted = readable_body(call)
    changed = _change(call, lambda settings: endpoint_settings.with_gateway(settings, wanted))
    return json_response(changed.ai_gateway)


@handlers.handles("updateServingEndpointNotifications")
async def update_serving_endpoint_notifications(call: Call) -> Response:
    """Replace the notifications."""
    wanted = as_object(readable_body(call).get("email_notifications"))
    changed = _change(call, lambda settings: replace(settings, email_notifications=wanted))
    notifications: JsonObject = changed.email_notifications
    return json_response({"name": call.path["name"], "email_notifications": notifications})


def _change(call: Call, edit: Callable[[EndpointSettings], EndpointSettings]) -> EndpointSettings:
    def edited(endpoint: Endpoint) -> Endpoint:
        return replace(endpoint, settings=edit(endpoint.settings))

    return call.services.store.change(call.path["name"], edited).settings
