"""Answering chat and embeddings requests, for workspace and gateway alike."""

from urllib.parse import quote

from starlette.responses import Response

from . import chat, embedding, stream
from .bundle import GATEWAY
from .errors import Kind, Refused, json_response
from .generation import generate
from .handlers import Call
from .json_values import JsonObject, as_integer, as_object
from .served import Served
from .sse import stream_response

CHAT = "chat"
EMBEDDINGS = "embeddings"


def answer_chat(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid chat request, whole or streamed."""
    settings = call.services.settings
    gateway = call.operation.profile == GATEWAY
    streamed = request.get("stream") is True
    if streamed and served.hosted and not gateway and (as_integer(request.get("n")) or 1) > 1:
        message = 'Bad request: parameter "n" must be equal to 1 for streaming mode'
        raise Refused(Kind.INVALID_FIELD, message, "n")
    generation = generate(request, model=served.name, seed=settings.seed)
    head = chat.Head(
        id=f"chatcmpl-{call.services.next_id()}",
        created=int(settings.clock()),
        model=served.name,
    )
    if not streamed:
        return _named(call, served, json_response(chat.completion(head, generation)))
    wanted = as_object(request.get("stream_options")).get("include_usage") is True
    chunks = stream.chunks(
        head, generation, running_usage=not gateway, final_usage=gateway and wanted
    )
    response = stream_response(
        chunks,
        end_marker=call.operation.end_marker,
        delay=settings.token_delay,
        sleep=settings.sleep,
    )
    return _named(call, served, response)


def answer_embeddings(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid embeddings request, as numbers or, at a gateway, as base64."""
    gateway = call.operation.profile == GATEWAY
    width = _width(request, hosted_by_workspace=served.hosted and not gateway)
    inputs = embedding.inputs(request)
    if len(inputs) > embedding.MAX_INPUTS:
        message = f"input: {len(inputs)} inputs are more than {embedding.MAX_INPUTS}."
        raise Refused(Kind.INVALID_FIELD, message, "input")
    vectors = [embedding.vector(item, model=served.name, width=width) for item in inputs]
    packed = gateway and request.get("encoding_format") == "base64"
    spent = sum(embedding.tokens(item) for item in inputs)
    content: JsonObject = {
        "object": "list",
        "data": [
            {
                "object": "embedding",
                "index": index,
                "embedding": embedding.encode(vector) if packed else vector,
            }
            for index, vector in enumerate(vectors)
        ],
        "model": served.name,
        "usage": {"prompt_tokens": spent, "total_tokens": spent},
    }
    return _named(call, served, json_response(content))


def _width(request: JsonObject, *, hosted_by_workspace: bool) -> int:
    wanted = as_integer(request.get("dimensions"))
    if wanted is None:
        return embedding.WIDTH
    if hosted_by_workspace:
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
    if call.operation.profile != GATEWAY:
        response.headers["served-model-name"] = quote(entity)
    return response
