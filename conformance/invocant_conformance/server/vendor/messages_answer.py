"""Answers of the Messages API, whole and streamed."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ...json_values import JsonObject, JsonValue, as_object, as_text
from ..chat import Head
from ..sse import Named
from ..tokenizer import tokenize
from .writing import Writing, Written, item_id, signature

_REASONS: Mapping[str, str] = {
    "stop": "end_turn",
    "length": "max_tokens",
    "tool_calls": "tool_use",
    "stop_sequence": "stop_sequence",
}


def message(head: Head, writing: Writing) -> JsonObject:
    """Return a whole message."""
    return {
        **_begun(head, writing),
        "content": [*_blocks(head, writing)],
        **_end(writing.answers[0]),
        "usage": _usage(writing, writing.cost),
    }


def events(head: Head, writing: Writing) -> Iterator[Named]:
    """Yield the events of a message, each named by its type."""
    for data in _events(head, writing):
        yield Named(event=as_text(data["type"]), data=data)


def _begun(head: Head, writing: Writing) -> JsonObject:
    return {
        "id": f"msg_{head.id}",
        "type": "message",
        "role": "assistant",
        "model": head.model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": _usage(writing, min(writing.cost, 1)),
    }


def _end(written: Written) -> JsonObject:
    return {"stop_reason": _REASONS[written.finish], "stop_sequence": written.stop}


def _usage(writing: Writing, produced: int) -> JsonObject:
    return {
        "input_tokens": writing.prompt_tokens,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": 0,
        "output_tokens": produced,
    }


def _blocks(head: Head, writing: Writing) -> Iterator[JsonObject]:
    written = writing.answers[0]
    if writing.thought:
        thought = writing.thought_text
        yield {"type": "thinking", "thinking": thought, "signature": signature(thought)}
    if written.call is not None:
        given: JsonValue = json.loads(written.call.arguments)
        yield {
            "type": "tool_use",
            "id": item_id("toolu", head.id),
            "name": written.call.name,
            "input": as_object(given),
        }
    elif written.tokens:
        yield {"type": "text", "text": written.text}


def _events(head: Head, writing: Writing) -> Iterator[JsonObject]:
    written = writing.answers[0]
    yield {"type": "message_start", "message": _begun(head, writing)}
    yield {"type": "ping"}
    for index, block in enumerate(_blocks(head, writing)):
        yield {"type": "content_block_start", "index": index, "content_block": _started(block)}
        for delta in _deltas(block, written):
            yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    usage: JsonObject = {"output_tokens": writing.cost}
    yield {"type": "message_delta", "delta": _end(written), "usage": usage}
    yield {"type": "message_stop"}


def _started(block: JsonObject) -> JsonObject:
    """Return a block as it is before anything was added to it."""
    empty: Mapping[str, JsonValue] = {"text": "", "thinking": "", "signature": "", "input": {}}
    return {**block, **{name: value for name, value in empty.items() if name in block}}


def _deltas(block: JsonObject, written: Written) -> Iterator[JsonObject]:
    match block["type"]:
        case "thinking":
            for piece in _pieces(block["thinking"]):
                yield {"type": "thinking_delta", "thinking": piece}
            yield {"type": "signature_delta", "signature": block["signature"]}
        case "tool_use":
            for piece in written.tokens:
                yield {"type": "input_json_delta", "partial_json": piece}
        case _:
            for piece in _pieces(block["text"]):
                yield {"type": "text_delta", "text": piece}


def _pieces(text: JsonValue) -> Sequence[str]:
    return tokenize(as_text(text))
