"""Streamed answers of the Responses API."""

from collections.abc import Iterator, Sequence

from ...json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..chat import Head
from ..generation import Generation
from ..sse import Named
from ..tokenizer import tokenize
from .responses_answer import begun, items, output_text, response


def events(head: Head, request: JsonObject, generation: Generation) -> Iterator[Named]:
    """Yield the events of an answer, numbered from 0."""
    for number, (kind, members) in enumerate(_events(head, request, generation)):
        yield Named(event=kind, data={"type": kind, "sequence_number": number, **members})


_Event = tuple[str, JsonObject]


def _events(head: Head, request: JsonObject, generation: Generation) -> Iterator[_Event]:
    whole = response(head, request, generation)
    start = begun(head, request)
    yield "response.created", {"response": start}
    yield "response.in_progress", {"response": start}
    for index, item in enumerate(items(head, request, generation)):
        place: JsonObject = {"output_index": index}
        yield "response.output_item.added", {**place, "item": _announced(item)}
        yield from _inside(item, {**place, "item_id": item["id"]})
        yield "response.output_item.done", {**place, "item": item}
    yield f"response.{whole['status']}", {"response": whole}


def _announced(item: JsonObject) -> JsonObject:
    """Return an item as it is before anything was added to it."""
    empty: dict[str, JsonValue] = {"content": [], "summary": [], "arguments": "", "input": ""}
    begun_item = {**item, **{name: value for name, value in empty.items() if name in item}}
    begun_item.pop("encrypted_content", None)
    return {**begun_item, "status": "in_progress"} if "status" in item else begun_item


def _inside(item: JsonObject, place: JsonObject) -> Iterator[_Event]:
    match item["type"]:
        case "message":
            yield from _text(item, place)
        case "reasoning":
            yield from _summary(item, place)
        case "function_call":
            kind, name = "response.function_call_arguments", "arguments"
            yield from _added(kind, name, as_text(item[name]), place)
        case _:
            kind, name = "response.custom_tool_call_input", "input"
            yield from _added(kind, name, as_text(item[name]), place)


def _text(item: JsonObject, place: JsonObject) -> Iterator[_Event]:
    for index, part in enumerate(map(as_object, as_list(item["content"]))):
        here: JsonObject = {**place, "content_index": index}
        yield "response.content_part.added", {**here, "part": output_text("")}
        for kind, members in _added("response.output_text", "text", as_text(part["text"]), here):
            yield kind, {**members, "logprobs": []}
        yield "response.content_part.done", {**here, "part": part}


def _summary(item: JsonObject, place: JsonObject) -> Iterator[_Event]:
    kind = "response.reasoning_summary"
    for index, part in enumerate(map(as_object, as_list(item["summary"]))):
        here: JsonObject = {**place, "summary_index": index}
        yield f"{kind}_part.added", {**here, "part": {**part, "text": ""}}
        yield from _added(f"{kind}_text", "text", as_text(part["text"]), here)
        yield f"{kind}_part.done", {**here, "part": part}


def _added(kind: str, name: str, whole: str, place: JsonObject) -> Iterator[_Event]:
    """Yield the additions to a text, token by token, and then the whole."""
    pieces: Sequence[str] = tokenize(whole)
    for piece in pieces:
        yield f"{kind}.delta", {**place, "delta": piece}
    yield f"{kind}.done", {**place, name: whole}
