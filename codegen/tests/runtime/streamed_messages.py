"""Finished messages in Anthropic's format, and the events in which a server might send them."""

import json
from collections.abc import Iterator

from hypothesis import strategies as st

from .pieces import (
    COUNTS,
    NAMES,
    OBJECTS,
    TEXTS,
    VALUES,
    Json,
    Knife,
    members,
    objects,
    shape,
    without,
)

TEXT_BLOCKS = shape(
    {"type": st.just("text"), "text": TEXTS},
    {"citations": st.lists(OBJECTS, min_size=1, max_size=2)},
)
THOUGHTS = shape({"type": st.just("thinking"), "thinking": TEXTS, "signature": TEXTS})
CALLS = shape({"type": st.just("tool_use"), "id": NAMES, "name": NAMES, "input": OBJECTS})
HIDDEN = shape({"type": st.just("redacted_thinking"), "data": NAMES})
OTHERS = shape({"type": st.just("x_tomorrow"), "x_text": TEXTS, "x": VALUES})
USAGES = shape(
    {"input_tokens": COUNTS, "output_tokens": COUNTS},
    {"cache_read_input_tokens": st.none() | COUNTS},
)
MESSAGES = shape(
    {
        "id": NAMES,
        "type": st.just("message"),
        "role": st.just("assistant"),
        "model": NAMES,
        "content": st.lists(st.one_of(TEXT_BLOCKS, THOUGHTS, CALLS, HIDDEN, OTHERS), max_size=4),
        "stop_reason": st.sampled_from(["end_turn", "tool_use", "some_day"]),
        "stop_sequence": st.none() | NAMES,
        "usage": USAGES,
    },
    {"x_top": VALUES},
)

# What is empty where a block begins.
EMPTY: Json = {"text": "", "thinking": "", "signature": "", "input": {}, "x_text": ""}


def message_events(message: Json, knife: Knife) -> Iterator[Json]:
    """The events of a message, with signs of life in between."""
    usage = members(message["usage"])
    begun: Json = {"content": [], "stop_reason": None, "stop_sequence": None}
    yield {
        "type": "message_start",
        "message": {**message, **begun, "usage": {**usage, "output_tokens": 0}},
    }
    for index, block in enumerate(objects(message["content"])):
        empty = {name: EMPTY[name] for name in EMPTY if name in block}
        yield {
            "type": "content_block_start",
            "index": index,
            "content_block": {**without(block, "citations"), **empty},
        }
        for delta in _deltas(block, knife):
            yield {"type": "content_block_delta", "index": index, "delta": delta}
            if knife.flip():
                yield {"type": "ping"}
        yield {"type": "content_block_stop", "index": index}
    end = {name: message[name] for name in ("stop_reason", "stop_sequence")}
    yield {
        "type": "message_delta",
        "delta": end,
        "usage": {"output_tokens": usage["output_tokens"]},
    }
    yield {"type": "message_stop"}


def _deltas(block: Json, knife: Knife) -> Iterator[Json]:
    match block["type"]:
        case "text":
            said = knife.text(block["text"])
            texts: list[Json] = [{"type": "text_delta", "text": each} for each in said]
            sources = objects(block.get("citations", []))
            cited: list[Json] = [{"type": "citations_delta", "citation": each} for each in sources]
            yield from knife.woven(texts, cited)
        case "thinking":
            for piece in knife.text(block["thinking"]):
                yield {"type": "thinking_delta", "thinking": piece}
            yield {"type": "signature_delta", "signature": block["signature"]}
        case "tool_use":
            written = "" if block["input"] == {} and knife.flip() else json.dumps(block["input"])
            for piece in knife.text(written):
                yield {"type": "input_json_delta", "partial_json": piece}
        case "x_tomorrow":
            for piece in knife.text(block["x_text"]):
                yield {"type": "x_delta", "x_text": piece}
        case _:
            pass
