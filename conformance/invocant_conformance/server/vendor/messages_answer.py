"""Answers of the Messages API, whole and streamed."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ...json_values import JsonObject, JsonValue, as_object, as_text, dump
from ..chat import Head
from ..generation import Answer, Generation
from ..sse import Named
from ..thoughts import signature
from ..tokenizer import tokenize
from .ids import item_id

_REASONS: Mapping[str, str] = {
    "stop": "end_turn",
    "length": "max_tokens",
    "tool_calls": "tool_use",
}


def message(head: Head, generation: Generation) -> JsonObject:
    """Return a whole message."""
    return {
        **_begun(head, generation),
        "content": [*_blocks(head, generation.answers[0])],
        **_end(generation.answers[0]),
        "usage": _usage(generation, generation.cost),
    }


def events(head: Head, generation: Generation) -> Iterator[Named]:
    """Yield the events of a message, each named by its type."""
    for data in _events(head, generation):
        yield Named(event=as_text(data["type"]), data=data)


def _begun(head: Head, generation: Generation) -> JsonObject:
    return {
        "id": f"msg_{head.id}",
        "type": "message",
        "role": "assistant",
        "model": head.model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": _usage(generation, min(generation.cost, 1)),
    }


def _end(answer: Answer) -> JsonObject:
    reason = "stop_sequence" if answer.stop else _REASONS[answer.finish_reason]
    return {"stop_reason": reason, "stop_sequence": answer.stop}


def _usage(generation: Generation, produced: int) -> JsonObject:
    return {
        "input_tokens": generation.prompt_tokens,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": 0,
        "output_tokens": produced,
    }


def _blocks(head: Head, answer: Answer) -> Iterator[JsonObject]:
    if answer.reasoning:
        thought = answer.thought
        yield {"type": "thinking", "thinking": thought, "signature": signature(thought)}
    for place, call in enumerate(answer.calls):
        given: JsonValue = json.loads(call.arguments)
        yield {
            "type": "tool_use",
            "id": item_id("toolu", head.id, place),
            "name": call.name,
            "input": as_object(given),
        }
    if answer.tokens:
        yield {"type": "text", "text": answer.text}


def _events(head: Head, generation: Generation) -> Iterator[JsonObject]:
    answer = generation.answers[0]
    yield {"type": "message_start", "message": _begun(head, generation)}
    yield {"type": "ping"}
    for index, block in enumerate(_blocks(head, answer)):
        yield {"type": "content_block_start", "index": index, "content_block": _started(block)}
        for delta in _deltas(block):
            yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    usage: JsonObject = {"output_tokens": generation.cost}
    yield {"type": "message_delta", "delta": _end(answer), "usage": usage}
    yield {"type": "message_stop"}


def _started(block: JsonObject) -> JsonObject:
    """Return a block as it is before anything was added to it."""
    empty: Mapping[str, JsonValue] = {"text": "", "thinking": "", "signature": "", "input": {}}
    return {**block, **{name: value for name, value in empty.items() if name in block}}


def _deltas(block: JsonObject) -> Iterator[JsonObject]:
    match block["type"]:
        case "thinking":
            for piece in _pieces(block["thinking"]):
                yield {"type": "thinking_delta", "thinking": piece}
            yield {"type": "signature_delta", "signature": block["signature"]}
        case "tool_use":
            for piece in _pieces(dump(block["input"])):
                yield {"type": "input_json_delta", "partial_json": piece}
        case _:
            for piece in _pieces(block["text"]):
                yield {"type": "text_delta", "text": piece}


def _pieces(text: JsonValue) -> Sequence[str]:
    return tokenize(as_text(text))
