"""Operations that query a workspace's endpoints."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.responses import Response

from ..json_values import JsonObject, as_text
from . import scoring
from .ai_gateway import settings_applied
from .body import FOUNDATION_BYTES, too_large
from .errors import Kind, Refused, json_response
from .handlers import Call, Handlers
from .querying import (
    CHAT,
    COMPLETIONS,
    EMBEDDINGS,
    answer_chat,
    answer_completions,
    answer_embeddings,
    named,
)
from .served import SCORING, Served
from .store import unknown_endpoint
from .upstream.forwarding import forwarded
from .vendor_formats import RESPONSES, check_ready, respond

handlers = Handlers()

_ANSWERS: Mapping[str, Callable[[Call, Served, JsonObject], Response]] = {
    CHAT: answer_chat,
    COMPLETIONS: answer_completions,
    EMBEDDINGS: answer_embeddings,
}


@handlers.handles("queryServingEndpoint")
async def query_serving_endpoint(call: Call) -> Response:
    """Query the endpoint, or the served entity, that the path names.

    The body has to fit the endpoint's task.
    """
    served = call.queried(call.path["name"])
    if served is None:
        raise unknown_endpoint(call.path["name"])
    check_ready(served)
    _check_entity(served, call.path.get("served_model_name"))
    if served.task == SCORING:
        return _scored(call, served)
    _check_size(call)
    if RESPONSES in served.apis and "input" in call.body:
        return await respond(call, served, call.checked_body(RESPONSES))
    if served.task not in _ANSWERS:
        message = f"Endpoint with name '{served.name}' has the task {served.task}."
        raise Refused(Kind.INVALID_FIELD, message)
    _check_format(served, served.task)
    return await _answered(call, served, call.checked_body(served.task), served.task)


@handlers.handles("createChatCompletion")
def create_chat_completion(call: Call) -> Awaitable[Response]:
    """Chat with the endpoint that the body names."""
    return _compatible(call, CHAT)


@handlers.handles("createCompletion")
def create_completion(call: Call) -> Awaitable[Response]:
    """Complete a text with the endpoint that the body names."""
    return _compatible(call, COMPLETIONS)


@handlers.handles("createEmbeddings")
def create_embeddings(call: Call) -> Awaitable[Response]:
    """Compute embeddings with the endpoint that the body names."""
    return _compatible(call, EMBEDDINGS)


async def _compatible(call: Call, task: str) -> Response:
    request = call.checked_body()
    served = _named(call, as_text(request["model"]), task)
    return await _answered(call, served, request, task)


async def _answered(call: Call, served: Served, request: JsonObject, task: str) -> Response:
    answering = _ANSWERS[task]
    response = await forwarded(call, served, task, request, answering)
    return response or settings_applied(call, served, request, answering)


def _scored(call: Call, served: Served) -> Response:
    """Answer rows with predictions, or, from a feature spec, with what was looked up for them."""
    request = call.checked_body(scoring.form_of(call.body))
    return settings_applied(call, served, request, _scores)


def _scores(call: Call, served: Served, request: JsonObject) -> Response:
    rows = scoring.rows(request)
    if served.features:
        content: JsonObject = {"outputs": scoring.features(rows, model=served.name)}
    else:
        content = {"predictions": scoring.predictions(rows, model=served.name)}
    return named(call, served, json_response(content))


def _named(call: Call, name: str, task: str) -> Served:
    served = call.queried(name)
    if served is None:
        raise unknown_endpoint(name)
    check_ready(served)
    if served.task != task:
        message = f"Endpoint with name '{name}' has the task {served.task}, not {task}."
        raise Refused(Kind.UNKNOWN_NAME, message, "model")
    _check_format(served, task)
    return served


def _check_format(served: Served, task: str) -> None:
    """Refuse a chat with a hosted model that answers the Responses API only."""
    if served.hosted and task not in served.apis:
        known = ", ".join(sorted(served.apis))
        message = f"Endpoint with name '{served.name}' answers requests in the format {known} only."
        raise Refused(Kind.INVALID_FIELD, message, "model")


def _check_entity(served: Served, name: str | None) -> None:
    if name is not None and name not in {route.entity for route in served.routes}:
        message = f"Endpoint with name '{served.name}' serves nothing with name '{name}'."
        raise Refused(Kind.UNKNOWN_NAME, message, "served_model_name")


def _check_size(call: Call) -> None:
    if call.size > FOUNDATION_BYTES:
        raise too_large(FOUNDATION_BYTES)
