"""Operations of the serving-endpoints API."""

from starlette.responses import Response

from ..json_values import JsonObject, as_object
from . import views
from .errors import json_response
from .handlers import Call, Handlers
from .standing import STANDING

handlers = Handlers()


@handlers.handles("createServingEndpoint")
async def create_serving_endpoint(call: Call) -> Response:
    """Create an endpoint."""
    return json_response(views.detailed(call.services.store.create(_readable_body(call))))


@handlers.handles("listServingEndpoints")
async def list_serving_endpoints(call: Call) -> Response:
    """List the platform's endpoints and those that were created."""
    hosted = [views.hosted(model) for model in call.services.catalogue.values()]
    hosted += [views.custom(model) for model in STANDING.values()]
    created = [views.item(endpoint) for endpoint in call.services.store.all()]
    return json_response({"endpoints": hosted + created})


@handlers.handles("getServingEndpoint")
async def get_serving_endpoint(call: Call) -> Response:
    """Read one endpoint."""
    name = call.path["name"]
    if name in call.services.catalogue:
        return json_response(views.hosted(call.services.catalogue[name]))
    if name in STANDING:
        return json_response(views.custom(STANDING[name]))
    return json_response(views.detailed(call.services.store.get(name)))


@handlers.handles("updateServingEndpointConfig")
async def update_serving_endpoint_config(call: Call) -> Response:
    """Replace what an endpoint serves."""
    updated = call.services.store.update_config(call.path["name"], _readable_body(call))
    return json_response(views.detailed(updated))


@handlers.handles("deleteServingEndpoint")
async def delete_serving_endpoint(call: Call) -> Response:
    """Delete an endpoint; the answer is an empty object, which mlflow needs."""
    call.services.store.delete(call.path["name"])
    return json_response({})


def _readable_body(call: Call) -> JsonObject:
    """Return the valid body without secrets and without what the specification does not know."""
    schema = call.operation.signature(None).request
    return as_object(call.services.readable.project(call.checked_body(), schema))
