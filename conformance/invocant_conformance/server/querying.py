"""Answering chat and embeddings requests, for workspace and gateway alike."""

from typing import Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from ..json_values import JsonObject, as_integer, as_object
from . import chat, embedding, stream
from .errors import Kind, Refused, json_response
from .generation import Generation, generate
from .handlers import Call
from .profiles import GATEWAY
from .served import Served
from .sse import stream_response

CHAT: Final = "chat"
EMBEDDINGS: Final = "embeddings"


def answer_chat(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid chat request, whole or streamed."""
    settings = call.services.settings
    streamed = request.get("stream") is True
    if streamed:
        _check_streamable(call, served, request)
    generation = generate(request, model=served.name, seed=settings.seed)
    head = chat.Head(
        id=f"chatcmpl-{call.services.next_id()}",
        created=int(settings.clock()),
        model=served.name,
    )
    if streamed:
        return _named(call, served, _stream(call, request, head, generation))
    return _named(call, served, json_response(chat.completion(head, generation)))


def answer_embeddings(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid embeddings request, as numbers or, at a gateway, as base64."""
    width = _width(call, served, request)
    inputs = embedding.inputs(request)
    if len(inputs) > embedding.MAX_INPUTS:
        message = f"input: {len(inputs)} inputs are more than {embedding.MAX_INPUTS}."
        raise Refused(Kind.INVALID_FIELD, message, "input")
    vectors = [embedding.vector(item, model=served.name, width=width) for item in inputs]
    packed = _at_gateway(call) and request.get("encoding_format") == "base64"
    written = [embedding.encode(vector) if packed else vector for vector in vectors]
    spent = sum(embedding.tokens(item) for item in inputs)
    content: JsonObject = {
        "object": "list",
        "data": [
            {"object": "embedding", "index": index, "embedding": vector}
            for index, vector in enumerate(written)
        ],
        "model": served.name,
        "usage": {"prompt_tokens": spent, "total_tokens": spent},
    }
    return _named(call, served, json_response(content))


def _at_gateway(call: Call) -> bool:
    return call.operation.profile == GATEWAY


def _check_streamable(call: Call, served: Served, request: JsonObject) -> None:
    """Refuse what a workspace's hosted models refuse, in their words (llama-stack's recordings)."""
    if served.hosted and not _at_gateway(call) and (as_integer(request.get("n")) or 1) > 1:
        message = 'Bad request: parameter "n" must be equal to 1 for streaming mode'
        raise Refused(Kind.INVALID_FIELD, message, "n")


def _stream(
    call: Call, request: JsonObject, head: chat.Head, generation: Generation
) -> StreamingResponse:
    """Stream an answer; a workspace states the usage in every chunk, a gateway last, if asked."""
    settings, declared = call.services.settings, call.operation.signature(CHAT).stream
    asked = as_object(request.get("stream_options")).get("include_usage") is True
    return stream_response(
        stream.chunks(
            head,
            generation,
            running_usage=not _at_gateway(call),
            final_usage=_at_gateway(call) and asked,
        ),
        end_marker=declared.marker if declared else "",
        delay=settings.token_delay,
        sleep=settings.sleep,
    )


def _width(call: Call, served: Served, request: JsonObject) -> int:
    """Return the wanted width; a workspace's hosted models do not know the parameter."""
    wanted = as_integer(request.get("dimensions"))
    if wanted is None:
        return embedding.WIDTH
    if served.hosted and not _at_gateway(call):
        message = 'Bad request: json: unknown field "dimensions"\n'
        raise Refused(Kind.INVALID_FIELD, message, "dimensions")
    if wanted > embedding.WIDTH:
        message = f"dimensions: {wanted} is more than {embedding.WIDTH}."
        raise Refused(Kind.INVALID_FIELD, message, "dimensions")
    return wanted


def _named(call: Call, served: Served, response: Response) -> Response:
    """Say in a workspace which served entity answered; percent-encoded, since the name may hold
    anything.
    """
    entity = call.services.directory.route(served)
    if not _at_gateway(call):
        response.headers["served-model-name"] = quote(entity)
    return response
