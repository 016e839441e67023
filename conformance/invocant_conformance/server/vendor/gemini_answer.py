"""Answers of Gemini's generateContent, whole and in pieces."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ...json_values import JsonObject, JsonValue, as_object
from ..chat import Head
from .writing import Writing, Written, signature

_REASONS: Mapping[str, str] = {
    "stop": "STOP",
    "length": "MAX_TOKENS",
    "tool_calls": "STOP",
    "stop_sequence": "STOP",
}


def answer(head: Head, writing: Writing, *, thoughts: bool) -> JsonObject:
    """Return a whole answer; thoughts: with the thoughts themselves."""
    candidates: list[JsonValue] = [
        {
            "content": _content([*_thought(writing, thoughts), *_said(writing, written)]),
            "finishReason": _REASONS[written.finish],
            "index": index,
        }
        for index, written in enumerate(writing.answers)
    ]
    return {"candidates": candidates, "usageMetadata": _usage(writing), **_named(head)}


def pieces(head: Head, writing: Writing, *, thoughts: bool) -> Iterator[JsonObject]:
    """Yield the pieces of an answer, one candidate after the other."""
    for index, written in enumerate(writing.answers):
        for part in (*_thought(writing, thoughts), *_pieces(writing, written)):
            yield {"candidates": [{"content": _content([part]), "index": index}], **_named(head)}
        end: JsonObject = {
            "content": _content([{"text": ""}]),
            "finishReason": _REASONS[written.finish],
            "index": index,
        }
        yield {"candidates": [end], "usageMetadata": _usage(writing), **_named(head)}


def _named(head: Head) -> JsonObject:
    return {"modelVersion": head.model, "responseId": head.id}


def _content(parts: Sequence[JsonObject]) -> JsonObject:
    return {"role": "model", "parts": parts}


def _usage(writing: Writing) -> JsonObject:
    thoughts = len(writing.thought)
    return {
        "promptTokenCount": writing.prompt_tokens,
        "candidatesTokenCount": writing.cost - thoughts,
        "totalTokenCount": writing.prompt_tokens + writing.cost,
        **({"thoughtsTokenCount": thoughts} if thoughts else {}),
    }


def _thought(writing: Writing, shown: bool) -> Iterator[JsonObject]:
    if writing.thought and shown:
        yield {"text": writing.thought_text, "thought": True}


def _said(writing: Writing, written: Written) -> Iterator[JsonObject]:
    if written.call is not None:
        yield _call(writing, written)
    elif written.tokens:
        yield {"text": written.text}


def _pieces(writing: Writing, written: Written) -> Iterator[JsonObject]:
    """Yield the parts of a stream: a text token by token, a call as a whole."""
    if written.call is not None:
        yield _call(writing, written)
    else:
        for token in written.tokens:
            yield {"text": token}


def _call(writing: Writing, written: Written) -> JsonObject:
    call = written.call
    if call is None:
        raise ValueError("the answer calls nothing")
    given: JsonValue = json.loads(call.arguments)
    part: JsonObject = {"functionCall": {"name": call.name, "args": as_object(given)}}
    signed = {"thoughtSignature": signature(writing.thought_text)} if writing.thought else {}
    return {**part, **signed}
