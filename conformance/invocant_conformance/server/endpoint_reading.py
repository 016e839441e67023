"""Operations that read what endpoints write, count and offer, and what models can be given."""

from collections.abc import Callable, Iterable

from starlette.responses import Response

from ..json_values import as_integer
from . import endpoint_document, logs, metrics, throughput
from .endpoints import Config, Endpoint
from .entities import Entity
from .errors import Kind, Refused, json_response, text_response
from .handlers import Call, Handlers

handlers = Handlers()


@handlers.handles("getServedModelBuildLogs")
async def get_served_model_build_logs(call: Call) -> Response:
    """Tell how the container of a served entity was built."""
    return _logs(call, logs.build, lambda endpoint: endpoint.known)


@handlers.handles("getServedModelLogs")
async def get_served_model_logs(call: Call) -> Response:
    """Tell what a served entity has written; the one that serves, unless a version is named."""
    return _logs(call, logs.serving, _serving_first)


@handlers.handles("exportServingEndpointMetrics")
async def export_serving_endpoint_metrics(call: Call) -> Response:
    """Tell what was counted of an endpoint, hosted or created."""
    name = call.path["name"]
    if name in call.services.catalogue:
        text = metrics.exposition(name, (), call.services.meters.of(name))
    else:
        endpoint = call.services.store.get(name)
        entities = endpoint.config.entities if endpoint.config else ()
        text = metrics.exposition(name, entities, call.services.meters.of(endpoint.id))
    return text_response(text, media_type=metrics.CONTENT_TYPE)


@handlers.handles("getServingEndpointOpenApi")
async def get_serving_endpoint_open_api(call: Call) -> Response:
    """Describe how an endpoint of custom models is queried (MGMT-OPENAPI-001 and 002)."""
    endpoint = call.services.store.get(call.path["name"])
    found = endpoint_document.document(endpoint, call.origin)
    if found is None:
        message = f"Endpoint with name '{endpoint.name}' has no signature, or is not ready."
        raise Refused(Kind.UNKNOWN_NAME, message, "name")
    return json_response(found)


@handlers.handles("getModelOptimizationInfo")
async def get_model_optimization_info(call: Call) -> Response:
    """Tell how the throughput of a model can be provisioned."""
    name, version = call.path["registered_model_name"], call.path["version"]
    found = throughput.info(call.services.provisioned, name, version)
    if found is None:
        message = f"There is no version {version} of a model with name '{name}'."
        raise Refused(Kind.UNKNOWN_NAME, message, "registered_model_name")
    return json_response(found)


def _serving_first(endpoint: Endpoint) -> Iterable[Config]:
    return sorted(endpoint.known, key=lambda config: config is not endpoint.config)


def _logs(
    call: Call,
    written: Callable[[Endpoint, Config, Entity], str],
    candidates: Callable[[Endpoint], Iterable[Config]],
) -> Response:
    endpoint = call.services.store.get(call.path["name"])
    version = as_integer(call.query.get("config_version"))
    name = call.path["served_model_name"]
    for config in candidates(endpoint):
        entity = config.entity(name)
        if entity and version in (None, config.version):
            return json_response({"logs": written(endpoint, config, entity)})
    told = "" if version is None else f" in configuration {version}"
    message = f"Endpoint with name '{endpoint.name}' does not serve '{name}'{told}."
    raise Refused(Kind.UNKNOWN_NAME, message, "served_model_name")
