"""Answers of Gemini's generateContent, whole and in pieces."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ...json_values import JsonObject, JsonValue, as_object
from ..chat import Head
from ..generation import Answer, Generation
from ..thoughts import signature
from ..tools import ToolCall

_REASONS: Mapping[str, str] = {"stop": "STOP", "length": "MAX_TOKENS", "tool_calls": "STOP"}


def answer(head: Head, generation: Generation, *, thoughts: bool) -> JsonObject:
    """Return a whole answer; thoughts: with the thoughts themselves."""
    candidates: list[JsonValue] = [
        {
            "content": _content([*_thought(each, thoughts), *_said(each)]),
            "finishReason": _REASONS[each.finish_reason],
            "index": index,
        }
        for index, each in enumerate(generation.answers)
    ]
    return {"candidates": candidates, "usageMetadata": _usage(generation), **_named(head)}


def pieces(head: Head, generation: Generation, *, thoughts: bool) -> Iterator[JsonObject]:
    """Yield the pieces of an answer, one candidate after the other."""
    for index, each in enumerate(generation.answers):
        for part in (*_thought(each, thoughts), *_pieces(each)):
            yield {"candidates": [{"content": _content([part]), "index": index}], **_named(head)}
        end: JsonObject = {
            "content": _content([{"text": ""}]),
            "finishReason": _REASONS[each.finish_reason],
            "index": index,
        }
        yield {"candidates": [end], "usageMetadata": _usage(generation), **_named(head)}


def _named(head: Head) -> JsonObject:
    return {"modelVersion": head.model, "responseId": head.id}


def _content(parts: Sequence[JsonObject]) -> JsonObject:
    return {"role": "model", "parts": parts}


def _usage(generation: Generation) -> JsonObject:
    thoughts = generation.reasoning_tokens
    return {
        "promptTokenCount": generation.prompt_tokens,
        "candidatesTokenCount": generation.cost - thoughts,
        "totalTokenCount": generation.prompt_tokens + generation.cost,
        **({"thoughtsTokenCount": thoughts} if thoughts else {}),
    }


def _thought(answer: Answer, shown: bool) -> Iterator[JsonObject]:
    if answer.reasoning and shown:
        yield {"text": answer.thought, "thought": True}


def _said(answer: Answer) -> Iterator[JsonObject]:
    yield from _calls(answer)
    if answer.tokens:
        yield {"text": answer.text}


def _pieces(answer: Answer) -> Iterator[JsonObject]:
    """Yield the parts of a stream: a text token by token, calls as a whole."""
    yield from _calls(answer)
    for token in answer.tokens:
        yield {"text": token}


def _calls(answer: Answer) -> Iterator[JsonObject]:
    """Yield the calls; the first one is signed where the model thought before."""
    for place, call in enumerate(answer.calls):
        signed = answer.reasoning and not place
        yield {**_call(call), **({"thoughtSignature": signature(answer.thought)} if signed else {})}


def _call(call: ToolCall) -> JsonObject:
    given: JsonValue = json.loads(call.arguments)
    return {"functionCall": {"name": call.name, "args": as_object(given)}}
