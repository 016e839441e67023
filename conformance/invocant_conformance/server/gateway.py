"""Operations of a gateway's models, in every format."""

import json
from collections.abc import Callable

from starlette.responses import Response

from ..json_values import JsonObject, as_object, as_text
from . import moderation
from .errors import Kind, Refused, json_response
from .gateway_batch import SEPARATOR, answer_batch
from .gateway_calls import answering, asked, find, first, labelled, proxied, unknown
from .handlers import Call, Handlers
from .querying import (
    CHAT,
    COMPLETIONS,
    EMBEDDINGS,
    answer_chat,
    answer_completions,
    answer_embeddings,
)
from .served import Served
from .upstream.failures import may_pass
from .upstream.forwarding import forwarded
from .vendor.answering import answer_count, answer_messages, answer_responses

handlers = Handlers()

_MODERATIONS = "moderations"


@handlers.handles("createGatewayChatCompletion")
@proxied
async def create_gateway_chat_completion(call: Call) -> Response:
    """Chat with the model, or the several models, that path or body name."""
    if SEPARATOR in as_text(call.body.get("model")) and "model" not in call.path:
        return await answer_batch(call, call.checked_body("batch_chat"), answer_chat)
    return await _answer(call, CHAT, call.checked_body(CHAT), answer_chat)


@handlers.handles("createGatewayCompletion")
@proxied
async def create_gateway_completion(call: Call) -> Response:
    """Complete a text with the model that path or body name."""
    return await _answer(call, COMPLETIONS, call.checked_body(), answer_completions)


@handlers.handles("createGatewayEmbeddings")
@proxied
async def create_gateway_embeddings(call: Call) -> Response:
    """Compute embeddings with the model that path or body name."""
    return await _answer(call, EMBEDDINGS, call.checked_body(), answer_embeddings)


@handlers.handles("createGatewayMessage")
@proxied
async def create_gateway_message(call: Call) -> Response:
    """Answer messages in Anthropic's format, whatever chat model it is."""
    return await _answer(call, "messages", call.checked_body(), answer_messages)


@handlers.handles("countGatewayMessageTokens")
async def count_gateway_message_tokens(call: Call) -> Response:
    """Count the tokens of messages in Anthropic's format; the model has to be there."""
    request = call.checked_body()
    first(call, "messages")
    return answer_count(request)


@handlers.handles("createGatewayResponse")
@proxied
async def create_gateway_response(call: Call) -> Response:
    """Answer in the format of the Responses API, whatever chat model it is.

    A whole answer is kept unless the request wants it forgotten.
    """
    request = call.checked_body()
    response = await _answer(call, "responses", request, answer_responses)
    if request.get("stream") is not True and request.get("store") is not False:
        content = as_object(json.loads(bytes(response.body)))
        call.services.answers.keep(as_text(content.get("id")), content)
    return response


@handlers.handles("getGatewayResponse")
@proxied
async def get_gateway_response(call: Call) -> Response:
    """Return an answer of the Responses API that was kept."""
    answer = call.services.answers.find(call.path["response_id"])
    if answer is None:
        raise Refused(Kind.UNKNOWN_NAME, "No answer of this id is kept.", "response_id")
    return json_response(answer)


@handlers.handles("createGatewayModeration")
@proxied
async def create_gateway_moderation(call: Call) -> Response:
    """Judge texts with the model that the body names, or the first that there is.

    Images are taken and not looked at.
    """
    request = call.checked_body()
    served = _moderating(call)
    items = moderation.items(request)
    seed = call.services.settings.seed
    results = [moderation.result(item, model=served.name, seed=seed) for item in items]
    content: JsonObject = {
        "id": f"modr-{call.services.next_id()}",
        "model": moderation.build(served.name),
        "results": results,
    }
    return labelled(call, json_response(content), served)


def _moderating(call: Call) -> Served:
    name = asked(call)
    every = (each for each in call.services.gateway.all() if each.task == _MODERATIONS)
    served = find(call, name, _MODERATIONS) if name else next(every, None)
    if served is None:
        raise unknown(name, _MODERATIONS)
    return served


async def _answer(
    call: Call,
    task: str,
    request: JsonObject,
    answer: Callable[[Call, Served, JsonObject], Response],
) -> Response:
    """Answer with the model that is named, or the first of its fallbacks that does not fail."""
    failure: Refused | None = None
    for served, tried in answering(call, task):
        try:
            response = await forwarded(call, served, task, request, answer)
            response = response or answer(call, served, request)
        except Refused as refusal:
            if not may_pass(refusal):
                raise
            failure = failure or refusal
        else:
            return labelled(call, response, served, tried)
    raise failure or unknown(asked(call), task)
