"""Operations of a workspace in the formats of model makers, and those of the Unity gateway."""

from typing import Final

from starlette.responses import Response

from ..json_values import JsonObject, as_text
from .ai_gateway import settings_applied
from .errors import NOT_READY, Kind, Refused
from .handlers import Call, Handlers
from .querying import CHAT, EMBEDDINGS, answer_chat, answer_embeddings, named
from .served import Served
from .store import unknown_endpoint
from .upstream.forwarding import forwarded
from .vendor.answering import (
    answer_gemini,
    answer_messages,
    answer_responses,
    stream_gemini,
)
from .vendor.responses_request import FOR_AGENTS, NEEDS_A_STORE, REFERS_TO_A_STORE

RESPONSES: Final = "responses"
MESSAGES: Final = "messages"
GEMINI: Final = "gemini"

handlers = Handlers()


@handlers.handles("createResponse")
@handlers.handles("unityResponses")
async def create_response(call: Call) -> Response:
    """Query the model that the body names in the format of the Responses API."""
    request = call.checked_body()
    served = speaking(call, as_text(request["model"]), RESPONSES)
    return await respond(call, served, request)


async def respond(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer in the format of the Responses API; hosted models refuse what needs a store.

    RESP-PARAM-001, RESP-PARAM-002.
    """
    for name in (*NEEDS_A_STORE, *REFERS_TO_A_STORE, *FOR_AGENTS) if served.hosted else ():
        if request.get(name) is not None:
            message = f'Bad request: parameter "{name}" is not supported'
            raise Refused(Kind.INVALID_FIELD, message, name)
    response = await forwarded(call, served, RESPONSES, request, _named_responses)
    return response or named(
        call, served, settings_applied(call, served, request, answer_responses)
    )


def _named_responses(call: Call, served: Served, request: JsonObject) -> Response:
    return named(call, served, answer_responses(call, served, request))


@handlers.handles("createMessage")
@handlers.handles("unityMessages")
async def create_message(call: Call) -> Response:
    """Query the model that the body names in the format of the Messages API."""
    request = call.checked_body()
    served = speaking(call, as_text(request["model"]), MESSAGES)
    return named(call, served, settings_applied(call, served, request, answer_messages))


@handlers.handles("generateContent")
@handlers.handles("unityGenerateContent")
async def generate_content(call: Call) -> Response:
    """Query the model that the path names in the format of Gemini, for a whole answer."""
    request = call.checked_body()
    served = speaking(call, call.path["model"], GEMINI)
    return named(call, served, settings_applied(call, served, request, answer_gemini))


@handlers.handles("streamGenerateContent")
@handlers.handles("unityStreamGenerateContent")
async def stream_generate_content(call: Call) -> Response:
    """Query the model that the path names in the format of Gemini, for a stream."""
    request = call.checked_body()
    served = speaking(call, call.path["model"], GEMINI)
    return named(call, served, settings_applied(call, served, request, stream_gemini))


@handlers.handles("unityChat")
async def unity_chat(call: Call) -> Response:
    """Chat with the model of Unity Catalog that the body names."""
    request = call.checked_body()
    served = speaking(call, as_text(request["model"]), CHAT)
    response = await forwarded(call, served, CHAT, request, answer_chat)
    return response or settings_applied(call, served, request, answer_chat)


@handlers.handles("unityEmbeddings")
async def unity_embeddings(call: Call) -> Response:
    """Compute embeddings with the model of Unity Catalog that the body names."""
    request = call.checked_body()
    served = speaking(call, as_text(request["model"]), EMBEDDINGS)
    response = await forwarded(call, served, EMBEDDINGS, request, answer_embeddings)
    return response or settings_applied(call, served, request, answer_embeddings)


def speaking(call: Call, name: str, api: str) -> Served:
    """Return what has a name, of an endpoint or in Unity Catalog, and speaks a format.

    Raises Refused where nothing has it, or not the format.
    """
    served = call.queried(name) or call.services.directory.find_in_unity_catalog(name)
    if served is None:
        raise unknown_endpoint(name)
    check_ready(served)
    if api not in served.apis:
        message = f"Endpoint with name '{name}' does not answer requests in the format {api}."
        raise Refused(Kind.UNKNOWN_NAME, message, "model")
    return served


def check_ready(served: Served) -> None:
    """Refuse a query to what cannot answer, yet or any more (MGMT-STOP-004)."""
    if not served.routes:
        why = "it is stopped" if served.stopped else "it serves nothing"
        message = f"Endpoint with name '{served.name}' is not ready: {why}."
        raise Refused(Kind.INVALID_FIELD, message, rule=NOT_READY)
