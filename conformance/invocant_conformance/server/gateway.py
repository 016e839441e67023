"""Operations of the OpenAI-compatible gateway."""

from collections.abc import Mapping

from starlette.responses import Response

from ..json_values import as_text
from .errors import Kind, Refused, json_response
from .handlers import Call, Handlers
from .querying import CHAT, EMBEDDINGS, answer_chat, answer_embeddings
from .served import SCORING, Served

handlers = Handlers()

_MODES: Mapping[str, str] = {
    "chat": "chat",
    "completions": "completion",
    "embeddings": "embedding",
}


@handlers.handles("createGatewayChatCompletion")
async def create_gateway_chat_completion(call: Call) -> Response:
    """Chat with the model that the body names."""
    request = call.checked_body()
    return answer_chat(call, _named(call, as_text(request["model"]), CHAT), request)


@handlers.handles("createGatewayEmbeddings")
async def create_gateway_embeddings(call: Call) -> Response:
    """Compute embeddings with the model that the body names."""
    request = call.checked_body()
    return answer_embeddings(call, _named(call, as_text(request["model"]), EMBEDDINGS), request)


@handlers.handles("listGatewayModels")
async def list_gateway_models(call: Call) -> Response:
    """List hosted models and endpoints that serve something."""
    models = [
        {
            "id": served.name,
            "object": "model",
            "created": served.created,
            "owned_by": "databricks" if served.hosted else "external",
            "mode": _MODES.get(served.task),
        }
        for served in call.services.directory.all()
        if served.routes and served.task != SCORING
    ]
    return json_response({"object": "list", "data": models})


def _named(call: Call, name: str, task: str) -> Served:
    served = call.services.directory.find(name)
    if served is None or not served.routes or served.task != task:
        message = f"The model {name!r} does not exist or is not one for {task}."
        raise Refused(Kind.UNKNOWN_NAME, message, "model")
    return served
