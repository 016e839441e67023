"""Answering queries of every task but scoring, for workspace and gateway alike."""

import functools
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from starlette.responses import Response, StreamingResponse

from ..json_values import JsonObject, as_integer, as_object, as_text
from ..target import Task
from . import chat, completion, embedding, hosted, stream
from .errors import Kind, Refused, json_response
from .generation import generate
from .handlers import Call
from .profiles import GATEWAY
from .served import Served
from .sse import stream_response

CHAT: Final = "chat"
COMPLETIONS: Final = "completions"
EMBEDDINGS: Final = "embeddings"
WORKSPACE_ID: Final = "1234567890123456"

_ORGANISATION: Final = (b"x-databricks-org-id", WORKSPACE_ID.encode())


def answer_chat(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid chat request, whole or streamed."""
    _check_hosted(call, served, request, CHAT)
    generation = generate(request, model=served.name, seed=call.services.settings.seed)
    head = _head(call, served, "chatcmpl")
    form = chat.Form(
        reasoning_parts=not _at_gateway(call), alternatives=_chat_alternatives(request)
    )
    if request.get("stream") is not True:
        return named(call, served, json_response(chat.completion(head, generation, form)))
    running, final = _usage_in_stream(call, request)
    chunks = stream.chunks(head, generation, form, running_usage=running, final_usage=final)
    return named(call, served, _streamed(call, chunks, CHAT))


def answer_completions(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid completion request, whole or streamed."""
    _check_hosted(call, served, request, COMPLETIONS)
    seed = call.services.settings.seed
    generation = completion.complete(request, model=served.name, seed=seed)
    head = _head(call, served, "cmpl")
    alternatives = as_integer(request.get("logprobs"))
    if request.get("stream") is not True:
        whole = completion.completion(head, generation, alternatives=alternatives)
        return named(call, served, json_response(whole))
    running, final = _usage_in_stream(call, request)
    chunks = completion.chunks(
        head, generation, alternatives=alternatives, running_usage=running, final_usage=final
    )
    return named(call, served, _streamed(call, chunks, COMPLETIONS))


def answer_embeddings(call: Call, served: Served, request: JsonObject) -> Response:
    """Answer a valid embeddings request, as numbers or, at a gateway, as base64."""
    _check_hosted(call, served, request, EMBEDDINGS)
    width = _width(request)
    inputs = embedding.inputs(request)
    instruction = as_text(request.get("instruction"))
    if len(inputs) > embedding.MAX_INPUTS:
        message = f"input: {len(inputs)} inputs are more than {embedding.MAX_INPUTS}."
        raise Refused(Kind.INVALID_FIELD, message, "input")
    model = f"{served.name}\n{instruction}" if instruction else served.name
    vectors = [embedding.vector(item, model=model, width=width) for item in inputs]
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
    return named(call, served, json_response(content))


def named(call: Call, served: Served, response: Response) -> Response:
    """Say in a workspace who answered: the workspace, and which served entity.

    The entity is the one of the path, else the one whose turn it is. Its name is percent-encoded,
    since it may hold anything.
    """
    entity = call.path.get("served_model_name") or call.services.directory.route(served)
    if not _at_gateway(call):
        added = ((b"served-model-name", _quoted(entity)), _ORGANISATION)
        response.raw_headers.extend(added)
    return response


@functools.lru_cache(maxsize=4096)
def _quoted(name: str) -> bytes:
    return quote(name).encode()


def _at_gateway(call: Call) -> bool:
    return call.operation.profile == GATEWAY


def _check_hosted(call: Call, served: Served, request: JsonObject, task: Task) -> None:
    """Refuse what the platform's own models do not take; a gateway leaves it out for them."""
    if served.hosted and not _at_gateway(call):
        hosted.check(request, call.fields(task))


def _head(call: Call, served: Served, kind: str) -> chat.Head:
    return chat.Head(
        id=f"{kind}-{call.services.next_id()}",
        created=int(call.services.settings.clock()),
        model=served.name,
    )


def _chat_alternatives(request: JsonObject) -> int | None:
    if request.get("logprobs") is not True:
        return None
    return as_integer(request.get("top_logprobs")) or 0


def _usage_in_stream(call: Call, request: JsonObject) -> tuple[bool, bool]:
    """Return whether every chunk and whether a last one states the usage.

    A workspace states it in every chunk, a gateway last, if asked.
    """
    if not _at_gateway(call):
        return True, False
    return False, as_object(request.get("stream_options")).get("include_usage") is True


def _streamed(call: Call, chunks: Iterator[JsonObject], task: Task) -> StreamingResponse:
    settings, declared = call.services.settings, call.operation.signature(task).stream
    return stream_response(
        chunks,
        end_marker=declared.marker if declared else "",
        delay=settings.token_delay,
        sleep=settings.sleep,
    )


def _width(request: JsonObject) -> int:
    wanted = as_integer(request.get("dimensions"))
    if wanted is None:
        return embedding.WIDTH
    if wanted > embedding.WIDTH:
        message = f"dimensions: {wanted} is more than {embedding.WIDTH}."
        raise Refused(Kind.INVALID_FIELD, message, "dimensions")
    return wanted
