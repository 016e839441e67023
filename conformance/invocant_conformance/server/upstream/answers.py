"""What a provider answers, in the shape that the platform documents; pure.

A provider may leave out `object`, `created` and `id`, and completion_tokens of the usage (External
models page); callers get them all the same. Everything else is passed on as it is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...json_values import (
    JsonObject,
    JsonValue,
    as_integer,
    as_list,
    as_object,
    as_text,
    texts_within,
)
from .errors import Trouble, UpstreamError

_MEMBERS: Final[Mapping[str, str]] = {
    "chat": "choices",
    "completions": "choices",
    "embeddings": "data",
    "responses": "output",
}
_OBJECTS: Final[Mapping[str, str]] = {
    "chat": "chat.completion",
    "completions": "text_completion",
    "embeddings": "list",
}
_CHUNKS: Final[Mapping[str, str]] = {
    "chat": "chat.completion.chunk",
    "completions": "text_completion",
}
_NO_TEXT: Final = ("role", "type", "id", "model", "object", "finish_reason")


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """What is filled in: an id, seconds since 1970, the name of the external model."""

    task: str
    id: str
    created: int
    model: str


def parsed(raw: bytes) -> JsonObject:
    """Return the JSON object that a provider sent. Raises UpstreamError for anything else."""
    try:
        value: JsonValue = json.loads(raw)
    except (ValueError, RecursionError):
        raise UpstreamError(Trouble.BAD_ANSWER, "answered with something other than JSON") from None
    if not isinstance(value, dict):
        raise UpstreamError(Trouble.BAD_ANSWER, "answered with JSON that is no object")
    return value


def whole(answer: JsonObject, origin: Origin) -> JsonObject:
    """Return an answer with what it lacks. Raises UpstreamError for one that answers nothing."""
    member = _MEMBERS[origin.task]
    if not isinstance(answer.get(member), list):
        raise UpstreamError(Trouble.BAD_ANSWER, f"answered without {member}")
    if origin.task not in _OBJECTS:
        return answer
    if origin.task == "embeddings":
        vectors = [{"object": "embedding", **as_object(item)} for item in as_list(answer["data"])]
        filled: JsonObject = {"object": _OBJECTS[origin.task], **answer, "data": vectors}
    else:
        filled = _head(answer, origin, _OBJECTS)
        if usage := as_object(answer.get("usage")):
            filled = {**filled, "usage": _usage(usage)}
    return {**filled, "model": as_text(answer.get("model")) or origin.model}


def chunk(piece: JsonObject, origin: Origin) -> JsonObject:
    """Return a piece of a stream with what it lacks."""
    if origin.task not in _CHUNKS:
        return piece
    return {**_head(piece, origin, _CHUNKS), "model": as_text(piece.get("model")) or origin.model}


def total_tokens(answer: JsonObject) -> int:
    """Return what an answer, or a piece of a stream, says that was spent; 0 for nothing."""
    inner = as_object(answer.get("response")).get("usage")
    usage = as_object(answer.get("usage") or inner)
    return as_integer(usage.get("total_tokens")) or 0


def estimated_tokens(characters: int) -> int:
    """Estimate the tokens of so many characters, as a workspace does where a model reports none."""
    return (characters + 1) // 4


def characters(value: JsonValue) -> int:
    """Return how long the texts of a request or an answer are together."""
    return sum(map(len, texts_within(value, without=_NO_TEXT)))


def _head(answer: JsonObject, origin: Origin, objects: Mapping[str, str]) -> JsonObject:
    added: JsonObject = {
        "id": answer.get("id") or origin.id,
        "object": objects[origin.task],
        "created": answer.get("created") or origin.created,
    }
    return {**answer, **added}


def _usage(said: JsonObject) -> JsonObject:
    asked, total = (as_integer(said.get(name)) or 0 for name in ("prompt_tokens", "total_tokens"))
    made = as_integer(said.get("completion_tokens"))
    return {
        "prompt_tokens": asked,
        "total_tokens": total,
        **said,
        "completion_tokens": max(total - asked, 0) if made is None else made,
    }
