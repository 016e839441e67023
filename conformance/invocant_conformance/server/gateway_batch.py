"""One chat with several models of a gateway."""

import json
from collections.abc import Callable

from starlette.responses import Response

from ..json_values import JsonObject, as_object, as_text
from .errors import Refused, json_response
from .gateway_calls import find, unknown
from .handlers import Call
from .served import Served
from .upstream.forwarding import forwarded

SEPARATOR = ","
_TASK = "chat"

AnswerChat = Callable[[Call, Served, JsonObject], Response]


async def answer_batch(call: Call, request: JsonObject, answer_chat: AnswerChat) -> Response:
    """Answer a valid request to several models with the list of what each gave, in their order."""
    names = as_text(request["model"]).split(SEPARATOR)
    return json_response(
        [await _member(call, name.strip(), request, answer_chat) for name in names]
    )


async def _member(
    call: Call, name: str, request: JsonObject, answer_chat: AnswerChat
) -> JsonObject:
    try:
        served = find(call, name, _TASK)
        if served is None:
            raise unknown(name, _TASK)
        own = {**request, "model": name, "stream": False}
        response = await forwarded(call, served, _TASK, own, answer_chat)
        response = response or answer_chat(call, served, own)
    except Refused as refusal:
        return _error(name, refusal)
    return as_object(json.loads(bytes(response.body)))


def _error(name: str, refusal: Refused) -> JsonObject:
    """Return a refusal as LiteLLM's exception, the attributes that do not vary being null."""
    words = refusal.words
    empty = ("litellm_debug_info", "max_retries", "num_retries", "body", "request_id")
    return {
        "status_code": words.status,
        "message": f"litellm.{refusal.kind.name}: {refusal.message} No fallback was attempted.",
        "model": name,
        "llm_provider": "",
        **dict.fromkeys(empty),
        "code": str(words.status),
        "param": refusal.param,
        "type": words.type,
    }
