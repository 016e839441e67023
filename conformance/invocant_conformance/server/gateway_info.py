"""What a gateway tells of its models, their deployments and itself."""

from collections.abc import Iterator, Mapping

from starlette.responses import Response

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, dump
from ..specification import document, operations
from .errors import Kind, Refused, json_response
from .gateway_calls import deployment_id
from .generation import prompt_tokens
from .handlers import Call, Handlers
from .profiles import GATEWAY
from .served import Served
from .tokenizer import count

handlers = Handlers()

_MODES: Mapping[str, str] = {
    "chat": "chat",
    "completions": "completion",
    "embeddings": "embedding",
    "moderations": "moderation",
    "responses": "responses",
}
_PROVIDER = "databricks"


@handlers.handles("listGatewayModels")
async def list_gateway_models(call: Call) -> Response:
    """List hosted models, the gateway's own, and endpoints of a task that serve something."""
    more: JsonObject = {}
    if call.query.get("include_metadata") is True:
        more = {"metadata": {"fallbacks": []}}
    models = [{**_model(served), **more} for served in _known(call)]
    return json_response({"object": "list", "data": models})


@handlers.handles("getGatewayModel")
async def get_gateway_model(call: Call) -> Response:
    """Return one model of the list."""
    name = call.path["model"]
    served = call.services.gateway.look_up(name)
    if served is None or not _is_listed(call, served):
        raise Refused(Kind.UNKNOWN_NAME, f"The model {name!r} does not exist.", "model")
    return json_response(_model(served))


@handlers.handles("listGatewayDeployments")
async def list_gateway_deployments(call: Call) -> Response:
    """List one deployment for each model, or the one of an id."""
    seed = call.services.settings.seed
    wanted = call.query.get("litellm_model_id")
    known = [each for each in _known(call) if wanted in (None, deployment_id(each, seed))]
    if wanted is not None and not known:
        raise Refused(Kind.UNKNOWN_NAME, "No deployment has this id.", "litellm_model_id")
    return json_response({"data": [_deployment(served, seed) for served in known]})


@handlers.handles("listGatewayModelGroups")
async def list_gateway_model_groups(call: Call) -> Response:
    """List the models with their abilities, or the one of a name."""
    wanted = call.query.get("model_group")
    known = [served for served in _known(call) if wanted in (None, served.name)]
    return json_response({"data": [_group(served) for served in known]})


@handlers.handles("checkGatewayHealth")
async def check_gateway_health(call: Call) -> Response:
    """Call healthy what serves something, unhealthy what does not."""
    wanted = call.query.get("model")
    every = [*_hidden(call), *_known(call)]
    tried = [served for served in every if wanted in (None, served.name)]
    seed = call.services.settings.seed
    health = {served.name: _health(served, seed) for served in tried}
    healthy = [health[served.name] for served in tried if served.routes]
    unhealthy = [health[served.name] for served in tried if not served.routes]
    content: JsonObject = {
        "healthy_endpoints": healthy,
        "unhealthy_endpoints": unhealthy,
        "healthy_count": len(healthy),
        "unhealthy_count": len(unhealthy),
    }
    return json_response(content)


@handlers.handles("getGatewayLiveliness")
async def get_gateway_liveliness(call: Call) -> Response:
    """Say that the process answers."""
    return json_response("I'm alive!")


@handlers.handles("getGatewayReadiness")
async def get_gateway_readiness(call: Call) -> Response:
    """Say that requests can be taken; there is no database."""
    return json_response({"status": "healthy", "db": "Not connected"})


@handlers.handles("countGatewayTokens")
async def count_gateway_tokens(call: Call) -> Response:
    """Count with the server's own tokenizer, whatever the model."""
    request = call.checked_body()
    model = as_text(request["model"])
    content: JsonObject = {
        "total_tokens": _tokens(request),
        "request_model": model,
        "model_used": model,
        "tokenizer_type": "invocant_tokenizer",
        "count_source": "local_estimate",
        "original_response": None,
        "error": False,
        "error_message": None,
        "status_code": None,
    }
    return json_response(content)


@handlers.handles("listSupportedParameters")
async def list_supported_parameters(call: Call) -> Response:
    """List what chats may carry, null for a model that is not there."""
    name = as_text(call.query["model"]).removeprefix(f"{_PROVIDER}/")
    served = call.services.gateway.look_up(name)
    known = served if served and _is_listed(call, served) else None
    return json_response({"supported_openai_params": _parameters(known) if known else None})


@handlers.handles("listGatewayRoutes")
async def list_gateway_routes(call: Call) -> Response:
    """List the gateway's paths with their methods."""
    methods: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for operation in operations.of_profile(GATEWAY):
        for path in operation.paths:
            methods.setdefault(path, []).append(operation.method)
            names.setdefault(path, operation.id)
    routes: list[JsonValue] = [
        {"path": path, "methods": methods[path], "name": names[path], "endpoint": names[path]}
        for path in methods
    ]
    return json_response({"routes": routes})


@handlers.handles("testGateway")
async def test_gateway(call: Call) -> Response:
    """Answer with the path."""
    return json_response({"route": call.operation.path})


def _known(call: Call) -> Iterator[Served]:
    """Yield what serves something and the request's key may use."""
    return (served for served in call.services.gateway.all() if _is_listed(call, served))


def _is_listed(call: Call, served: Served) -> bool:
    allowed = call.key.models if call.key else frozenset[str]()
    listed = bool(served.routes) and served.task in _MODES
    return listed and (not allowed or served.name in allowed)


def _hidden(call: Call) -> Iterator[Served]:
    return (served for served in call.services.gateway.all() if not served.routes)


def _model(served: Served) -> JsonObject:
    return {
        "id": served.name,
        "object": "model",
        "created": served.created,
        "owned_by": _PROVIDER if served.hosted else "external",
        "mode": _MODES.get(served.task),
    }


def _deployment(served: Served, seed: int) -> JsonObject:
    info: JsonObject = {
        "id": deployment_id(served, seed),
        "db_model": False,
        "key": served.name,
        "mode": _MODES.get(served.task),
        "litellm_provider": _PROVIDER,
        "supported_openai_params": _parameters(served),
    }
    params = {"model": f"{_PROVIDER}/{served.name}"}
    return {"model_name": served.name, "litellm_params": params, "model_info": info}


def _group(served: Served) -> JsonObject:
    return {
        "model_group": served.name,
        "providers": [_PROVIDER],
        "mode": _MODES.get(served.task),
        "supports_function_calling": served.task == "chat",
        "supported_openai_params": _parameters(served),
    }


def _health(served: Served, seed: int) -> JsonObject:
    identity: JsonObject = {
        "model": f"{_PROVIDER}/{served.name}",
        "model_id": deployment_id(served, seed),
    }
    if served.routes:
        return identity
    return {**identity, "error": "It serves nothing yet.", "exception_status": "503"}


def _parameters(served: Served) -> list[JsonValue]:
    """Return the fields of a task's requests, but for those without which none can be."""
    names: Mapping[str, str] = {"chat": "ChatParameters", "embeddings": "EmbeddingsParameters"}
    schema = document.resolve(document.component(names.get(served.task, "ModerationRequest")))
    required = as_list(schema.get("required"))
    return [name for name in as_object(schema.get("properties")) if name not in required]


def _tokens(request: JsonObject) -> int:
    prompt = count(as_text(request.get("prompt")))
    contents = request.get("contents")
    system = request.get("system")
    more = [value for value in (contents, system) if value is not None]
    return prompt + prompt_tokens(request) + sum(count(dump(value)) for value in more)
