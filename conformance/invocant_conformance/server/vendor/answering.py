"""Answering requests in the formats of model makers, for workspace and gateway alike.

Requests have been checked against their schemas. The `served-model-name` of a workspace is the
caller's business.
"""

from collections.abc import Iterable

from starlette.responses import Response

from ...json_values import JsonObject
from ..ai_gateway import released
from ..chat import Head
from ..errors import json_response
from ..generation import Generation, generate
from ..handlers import Call
from ..served import Served
from ..sse import Named, stream_response
from . import (
    gemini_answer,
    gemini_request,
    messages_answer,
    messages_request,
    responses_answer,
    responses_events,
    responses_request,
)


def answer_responses(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a request of the Responses API, whole or streamed."""
    generation = _generated(call, served, responses_request.chat(request))
    head = _head(call, served)
    if request.get("stream") is True:
        return _streamed(call, responses_events.events(head, request, generation))
    return json_response(responses_answer.response(head, request, generation))


def answer_messages(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a request of the Messages API, whole or streamed.

    Raises Refused for what its schema cannot say.
    """
    messages_request.check(request)
    generation = _generated(call, served, messages_request.chat(request))
    head = _head(call, served)
    if request.get("stream") is True:
        return _streamed(call, messages_answer.events(head, generation))
    return json_response(messages_answer.message(head, generation))


def answer_count(request: JsonObject) -> Response:
    """Answer how many tokens a prompt of the Messages API has."""
    tokens = messages_request.count(request)
    return json_response({"input_tokens": tokens, "litellm_count_source": "local_estimate"})


def answer_gemini(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a generateContent request as a whole."""
    thoughts = gemini_request.shows_thoughts(request)
    generation = _generated(call, served, gemini_request.chat(request))
    return json_response(gemini_answer.answer(_head(call, served), generation, thoughts=thoughts))


def stream_gemini(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a streamGenerateContent request, piece by piece."""
    thoughts = gemini_request.shows_thoughts(request)
    generation = _generated(call, served, gemini_request.chat(request))
    pieces = gemini_answer.pieces(_head(call, served), generation, thoughts=thoughts)
    return _streamed(call, pieces)


def _generated(call: Call, served: Served, chat: JsonObject) -> Generation:
    """Answer a request that became a chat, so that equal questions get equal answers."""
    generation = generate(chat, model=served.name, seed=call.services.settings.seed)
    return released(call, served, generation)


def _head(call: Call, served: Served) -> Head:
    created = int(call.services.settings.clock())
    return Head(id=call.services.next_id(), created=created, model=served.name)


def _streamed(call: Call, events: Iterable[JsonObject | Named]) -> Response:
    settings = call.services.settings
    return stream_response(events, end_marker="", delay=settings.token_delay, sleep=settings.sleep)
