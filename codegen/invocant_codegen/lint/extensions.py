"""Rules about `x-` keys: which ones there are, where they stand, what they hold."""

import re
from collections.abc import Iterator, Mapping, Set

from ..bundle import METHODS
from ..json_values import JsonObject, as_list, as_object, child, walk
from ..load import Document, Spec
from ..problems import Problem

# By the place of the object that holds them, as a pattern of its pointer.
_KNOWN: Mapping[str, Set[str]] = {
    r"": {"x-profile", "x-client"},
    rf"/paths/[^/]+/({'|'.join(METHODS)})": {"x-method", "x-task", "x-tasks", "x-pagination"},
    r".*/content/[^/]+": {"x-stream"},
    r"/components/schemas/.*": {"x-accepts"},
}

# Objects whose keys are names that the API or an example gives, not keywords.
_NAMES = re.compile(
    r".*/(properties|patternProperties|headers|examples|links|mapping|paths|schemas|responses)"
    r"|.*/(example|default|const|value|parameters)(/.*)?|.*/examples/[^/]+/value(/.*)?"
)

_TASK_REQUIRED = {"method", "task", "request", "response"}
_TASK = _TASK_REQUIRED | {"summary", "description", "event"}


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that extensions are known where they stand, and complete."""
    for document in spec.openapi():
        for pointer, value in walk(document.content):
            if not _NAMES.fullmatch(pointer):
                yield from _unknown(document, pointer, value)
                yield from _shapes(document, pointer, value)


def _unknown(document: Document, pointer: str, value: JsonObject) -> Iterator[Problem]:
    known = {key for place, keys in _KNOWN.items() if re.fullmatch(place, pointer) for key in keys}
    for key in value:
        if key.startswith("x-") and key not in known:
            words = ", ".join(sorted(known)) or "none"
            message = f"unknown extension {key!r}; known here: {words}"
            yield document.problem(child(pointer, key), "extension-unknown", message)


def _shapes(document: Document, pointer: str, value: JsonObject) -> Iterator[Problem]:
    for index, task in enumerate(as_list(value.get("x-tasks"))):
        place = f"{pointer}/x-tasks/{index}"
        yield from _fields(document, place, as_object(task), _TASK_REQUIRED, _TASK)
    if "x-pagination" in value:
        paging = as_object(value["x-pagination"])
        yield from _fields(document, f"{pointer}/x-pagination", paging, {"items"}, {"items"})
    if "x-stream" in value:
        yield from _stream(document, f"{pointer}/x-stream", as_object(value["x-stream"]))


def _stream(document: Document, pointer: str, stream: JsonObject) -> Iterator[Problem]:
    end = as_object(stream.get("end"))
    finished = as_object(end.get("finished"))
    parts = (
        (pointer, stream, {"event", "end"}),
        (f"{pointer}/end", end, {"marker", "finished"}),
        (f"{pointer}/end/finished", finished, {"list", "key", "field", "count"}),
    )
    for place, part, fields in parts:
        yield from _fields(document, place, part, fields, fields)


def _fields(
    document: Document, pointer: str, value: JsonObject, required: Set[str], known: Set[str]
) -> Iterator[Problem]:
    for name in sorted(required - value.keys()):
        yield document.problem(pointer, "extension-fields", f"field {name!r} is missing")
    for name in sorted(value.keys() - known):
        message = f"unknown field {name!r}"
        yield document.problem(child(pointer, name), "extension-fields", message)
