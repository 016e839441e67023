"""Reads recorded event streams, and says whether they came to their end."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from invocant_conformance.json_values import (
    JsonObject,
    JsonValue,
    as_list,
    as_object,
    as_text,
    checked,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stream:
    """The data of the events before the end marker, and whether the stream was complete."""

    data: Sequence[str]
    complete: bool


def read(body: str, end: JsonObject) -> Stream:
    """Read a stream that ends as `end`, the specification's rule, says."""
    marker = as_text(end.get("marker"))
    data = [_data(block) for block in body.replace("\r\n", "\n").split("\n\n")]
    events = [text for text in data if text]
    if marker and marker in events:
        return Stream(data=events[: events.index(marker)], complete=True)
    return Stream(data=events, complete=_finished(events, end) or _typed(events, end))


def _data(block: str) -> str:
    lines = [line for line in block.split("\n") if line.startswith("data:")]
    return "\n".join(line.removeprefix("data:").removeprefix(" ") for line in lines)


def _typed(events: Sequence[str], end: JsonObject) -> bool:
    types = as_list(end.get("types"))
    return any(as_object(_value(event)).get("type") in types for event in events)


def _finished(events: Sequence[str], end: JsonObject) -> bool:
    """Every entry that was seen, by its key, said at some time that it is finished."""
    rule = as_object(end.get("finished"))
    done: dict[object, bool] = {}
    for event in events:
        entries = as_object(_value(event)).get(as_text(rule.get("list")))
        for entry in map(as_object, as_list(entries)):
            key = str(entry.get(as_text(rule.get("key"))))
            done[key] = done.get(key, False) or bool(entry.get(as_text(rule.get("field"))))
    return bool(done) and all(done.values())


def _value(event: str) -> JsonValue:
    try:
        return checked(json.loads(event))
    except ValueError:
        return None
