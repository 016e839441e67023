"""Operations of the serving-endpoints API."""

from starlette.responses import Response

from ..json_values import JsonObject, as_object, as_text
from . import access, telemetry, views
from .endpoints import Endpoint
from .errors import json_response
from .handlers import Call, Handlers
from .standing import STANDING

handlers = Handlers()


@handlers.handles("createServingEndpoint")
async def create_serving_endpoint(call: Call) -> Response:
    """Create an endpoint."""
    request = {**readable_body(call)}
    if wanted := as_object(call.body.get("telemetry_config")):
        request["telemetry_config"] = _telemetry(call, as_text(request["name"]), wanted)
    endpoint = call.services.store.create(request, call.principal)
    _keep_secrets(call, endpoint, as_object(call.body.get("config")))
    return _shown(call, endpoint)


@handlers.handles("createProvisionedThroughputEndpoint")
async def create_provisioned_throughput_endpoint(call: Call) -> Response:
    """Create an endpoint whose throughput is counted in model units."""
    return _shown(call, call.services.store.create(readable_body(call), call.principal))


@handlers.handles("listServingEndpoints")
async def list_serving_endpoints(call: Call) -> Response:
    """List the platform's endpoints and those that were created and the caller may view."""
    hosted = [views.hosted(model) for model in call.services.catalogue.values()]
    hosted += [views.custom(model) for model in STANDING.values()]
    created = [
        views.item(endpoint, call.principal)
        for endpoint in call.services.store.all()
        if access.level(endpoint, call.principal)
    ]
    return json_response({"endpoints": hosted + created})


@handlers.handles("getServingEndpoint")
async def get_serving_endpoint(call: Call) -> Response:
    """Read one endpoint."""
    name = call.path["name"]
    if name in call.services.catalogue:
        return json_response(views.hosted(call.services.catalogue[name]))
    if name in STANDING:
        return json_response(views.custom(STANDING[name]))
    return _shown(call, call.services.store.get(name))


@handlers.handles("updateServingEndpointConfig")
async def update_serving_endpoint_config(call: Call) -> Response:
    """Replace what an endpoint serves."""
    endpoint = call.services.store.update_config(call.path["name"], readable_body(call))
    _keep_secrets(call, endpoint, call.body)
    return _shown(call, endpoint)


@handlers.handles("updateProvisionedThroughputEndpointConfig")
async def update_provisioned_throughput_endpoint_config(call: Call) -> Response:
    """Replace what an endpoint serves whose throughput is counted in model units."""
    config = as_object(readable_body(call)["config"])
    return _shown(call, call.services.store.update_throughput(call.path["name"], config))


@handlers.handles("stopServingEndpoint")
async def stop_serving_endpoint(call: Call) -> Response:
    """Take an endpoint out of service."""
    call.services.store.stop(call.path["name"])
    return json_response({})


@handlers.handles("startServingEndpoint")
async def start_serving_endpoint(call: Call) -> Response:
    """Put an endpoint back into service."""
    call.services.store.start(call.path["name"])
    return json_response({})


@handlers.handles("patchServingEndpointTelemetryConfig")
async def patch_serving_endpoint_telemetry_config(call: Call) -> Response:
    """Replace what is recorded of an endpoint, or record nothing any more."""
    name, wanted = call.path["name"], call.checked_body()
    kept = None
    if "telemetry_config" in wanted:
        kept = _telemetry(call, name, as_object(wanted["telemetry_config"]))
    return _shown(call, call.services.store.set_telemetry(name, kept))


@handlers.handles("deleteServingEndpoint")
async def delete_serving_endpoint(call: Call) -> Response:
    """Delete an endpoint; the answer is an empty object, which mlflow needs."""
    endpoint = call.services.store.find(call.path["name"])
    call.services.store.delete(call.path["name"])
    if endpoint:
        call.services.vault.drop(endpoint.id)
    return json_response({})


def _shown(call: Call, endpoint: Endpoint) -> Response:
    return json_response(views.detailed(endpoint, call.origin, call.principal))


def _keep_secrets(call: Call, endpoint: Endpoint, config: JsonObject) -> None:
    """Keep the plaintext secrets of models that are asked for real; others need none."""
    entities = endpoint.latest.entities if endpoint.latest else ()
    asked = [entity for entity in entities if call.services.upstreams.serves(entity)]
    call.services.vault.keep(endpoint, asked, config)


def _telemetry(call: Call, name: str, wanted: JsonObject) -> JsonObject:
    return telemetry.resolved(wanted, endpoint=name, seed=call.services.settings.seed)


def readable_body(call: Call) -> JsonObject:
    """Return the valid body without secrets and without what the specification does not know."""
    schema = call.operation.signature(None).request
    return as_object(call.services.readable.project(call.checked_body(), schema))
