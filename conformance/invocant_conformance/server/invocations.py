"""Operations that query a workspace's endpoints."""

from starlette.responses import Response

from ..json_values import as_text
from .ai_gateway import settings_applied
from .errors import Kind, Refused
from .handlers import Call, Handlers
from .querying import CHAT, EMBEDDINGS, answer_chat, answer_embeddings
from .served import Served
from .store import unknown_endpoint

handlers = Handlers()

_ANSWERS = {CHAT: answer_chat, EMBEDDINGS: answer_embeddings}


@handlers.handles("queryServingEndpoint")
async def query_serving_endpoint(call: Call) -> Response:
    """Query the endpoint that the path names; the body has to fit the endpoint's task."""
    served = call.services.directory.find(call.path["name"])
    if served is None:
        raise unknown_endpoint(call.path["name"])
    _check_ready(served)
    if served.task not in _ANSWERS:
        message = f"Endpoint with name '{served.name}' has the task {served.task}."
        raise Refused(Kind.INVALID_FIELD, message)
    request = call.checked_body(served.task)
    return settings_applied(call, served, request, _ANSWERS[served.task])


@handlers.handles("createChatCompletion")
async def create_chat_completion(call: Call) -> Response:
    """Chat with the endpoint that the body names."""
    request = call.checked_body()
    served = _named(call, as_text(request["model"]), CHAT)
    return settings_applied(call, served, request, answer_chat)


@handlers.handles("createEmbeddings")
async def create_embeddings(call: Call) -> Response:
    """Compute embeddings with the endpoint that the body names."""
    request = call.checked_body()
    served = _named(call, as_text(request["model"]), EMBEDDINGS)
    return settings_applied(call, served, request, answer_embeddings)


def _named(call: Call, name: str, task: str) -> Served:
    served = call.services.directory.find(name)
    if served is None:
        raise unknown_endpoint(name)
    _check_ready(served)
    if served.task != task:
        message = f"Endpoint with name '{name}' has the task {served.task}, not {task}."
        raise Refused(Kind.UNKNOWN_NAME, message, "model")
    return served


def _check_ready(served: Served) -> None:
    if not served.routes:
        why = "it is stopped" if served.stopped else "it serves nothing"
        message = f"Endpoint with name '{served.name}' is not ready: {why}."
        raise Refused(Kind.INVALID_FIELD, message)
