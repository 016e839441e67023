"""The form that an answer is to have, where a prompt says it in words.

Clients without structured output of the API's own put a JSON Schema into a message and ask for an
instance: Instructor's JSON modes, output parsers of LangChain, text programs of LlamaIndex.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text, dump

_SPEAKERS: Final = ("system", "developer", "user")
_MARK: Final = '"properties"'
_ESCAPED: Final = '{{"'
"""What a template for texts, such as LlamaIndex's, leaves where nothing is filled in any more."""
_LONGEST: Final = 65_536
"""Characters of a text that is searched."""
_MOST: Final = 32
"""Opening braces that are tried in it."""

_decoder: Final = json.JSONDecoder()


def form(request: JsonObject) -> JsonObject:
    """Return the response format of a valid chat request, empty where there is none.

    A JSON Schema of an object in the messages, the last one, counts as a format unless the request
    has one with a schema itself. The message has to say that it wants JSON.
    """
    given = as_object(request.get("response_format"))
    if given.get("type") == "json_schema":
        return given
    for message in reversed(as_list(request.get("messages"))):
        for text in reversed(_texts(message)):
            if schema := _schema(text):
                return {"type": "json_schema", "json_schema": {"schema": schema}}
    return given


def _texts(message: JsonValue) -> Sequence[str]:
    """Return the texts of a message that may hold a schema."""
    said = as_object(message)
    content = said.get("content")
    if said.get("role") not in _SPEAKERS:
        return ()
    if isinstance(content, str):
        return (content,) if _MARK in content else ()
    texts = (as_text(as_object(part).get("text")) for part in as_list(content))
    return [text for text in texts if _MARK in text]


def _schema(text: str) -> JsonObject | None:
    if len(text) > _LONGEST or "json" not in text.lower():
        return None
    if _ESCAPED in text:
        text = text.replace("{{", "{").replace("}}", "}")
    schemas = [value for value in _objects(text) if isinstance(value.get("properties"), Mapping)]
    return schemas[-1] if schemas else None


def _objects(text: str) -> Iterator[JsonObject]:
    """Yield the outermost JSON objects within a text."""
    place = text.find("{")
    for _ in range(_MOST):
        if place < 0:
            return
        end = place + 1
        try:
            value: JsonValue
            value, end = _decoder.raw_decode(text, place)
            # NaN and lone surrogates, which an answer could not repeat.
            dump(value).encode()
        except (ValueError, RecursionError):
            value = None
        yield as_object(value)
        place = text.find("{", end)
