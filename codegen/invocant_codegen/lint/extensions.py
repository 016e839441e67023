"""Rules about `x-` keys: which ones there are, where they stand, what they hold."""

import re
from collections.abc import Iterator, Mapping, Set

from ..bundle import METHODS
from ..forms import FORMS, TOOLS
from ..json_values import JsonObject, as_list, as_object, as_text, child, walk
from ..load import Document, Spec
from ..problems import Problem
from ..schemas import target

_VERBS = f"({'|'.join(METHODS)})"
_CALLED = {"x-method", "x-task", "x-tasks", "x-pagination", "x-wait", "x-alias", "x-optional"}

# By the place of the object that holds them, as a pattern of its pointer.
_KNOWN: Mapping[str, Set[str]] = {
    r"": {"x-profile", "x-client"},
    rf"/paths/[^/]+/{_VERBS}": _CALLED,
    rf"/webhooks/[^/]+/{_VERBS}": {"x-path", "x-task", "x-tasks", "x-optional"},
    r".*/content/[^/]+": {"x-stream"},
    r"/components/schemas/.*": {"x-accepts", "x-open", *FORMS},
    r".*/(schema|itemSchema)(/.*)?": {"x-open"},
    r"/components/parameters/[^/]+|.*/parameters/\d+": {"x-resource"},
}

# Objects whose keys are names that the API or an example gives, not keywords.
_NAMES = re.compile(
    r".*/(properties|patternProperties|headers|examples|links|mapping|schemas|responses)"
    r"|/(paths|webhooks)|/components/(parameters|requestBodies|securitySchemes)"
    r"|.*/x-alias/arguments|.*/x-wait/(parameters|states(/[^/]+/conditions/\d+/failed)?)"
    r"|.*/(example|default|const|value|links/[^/]+/parameters)(/.*)?|.*/examples/[^/]+/value(/.*)?"
)

_TASK_REQUIRED = {"task", "request", "response"}
_TASK = _TASK_REQUIRED | {"summary", "description", "stream"}
_ENDS = {"marker", "finished", "types"}
_FINISHED = {"list", "key", "field"}
_STREAM_REQUIRED = {"event", "merge", "end"}
_STREAM = _STREAM_REQUIRED | {"answer", "note"}
_FORMATS = ("chat", "completions", "responses", "messages", "gemini")
_RESOURCES = ("endpoint-name", "endpoint-id", "served-model-name", "model")


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that extensions are known where they stand, and complete."""
    for document in spec.openapi():
        for pointer, value in walk(document.content):
            if not _NAMES.fullmatch(pointer):
                yield from _unknown(document, pointer, value)
                yield from _shapes(document, pointer, value)
                yield from _values(document, pointer, value)


def _unknown(document: Document, pointer: str, value: JsonObject) -> Iterator[Problem]:
    known = {key for place, keys in _KNOWN.items() if re.fullmatch(place, pointer) for key in keys}
    for key in value:
        if key.startswith("x-") and key not in known:
            words = ", ".join(sorted(known)) or "none"
            message = f"unknown extension {key!r}; known here: {words}"
            yield document.problem(child(pointer, key), "extension-unknown", message)


def _shapes(document: Document, pointer: str, value: JsonObject) -> Iterator[Problem]:
    """Extensions that are objects have the fields that they need, and no others."""
    called = set[str]() if pointer.startswith("/webhooks/") else {"method"}
    for index, entry in enumerate(as_list(value.get("x-tasks"))):
        place, task = f"{pointer}/x-tasks/{index}", as_object(entry)
        yield from fields(document, place, task, _TASK_REQUIRED | called, _TASK | called)
        if "stream" in task:
            yield from _stream(document, f"{place}/stream", as_object(task["stream"]))
    if "x-pagination" in value:
        paging = as_object(value["x-pagination"])
        yield from fields(document, f"{pointer}/x-pagination", paging, {"items"}, {"items"})
    if "x-accepts" in value:
        accepted = as_object(value["x-accepts"])
        place = child(pointer, "x-accepts")
        yield from fields(document, place, accepted, {"$ref"}, {"$ref", "members"})
    if "x-alias" in value:
        alias = as_object(value["x-alias"])
        yield from fields(document, f"{pointer}/x-alias", alias, {"of"}, {"of", "arguments"})
    for key in FORMS.keys() & value.keys():
        yield from _mark(document, child(pointer, key), key, as_object(value[key]))
    if "x-stream" in value:
        yield from _stream(document, f"{pointer}/x-stream", as_object(value["x-stream"]))


def _mark(document: Document, pointer: str, key: str, mark: JsonObject) -> Iterator[Problem]:
    """A mark of arguments that take types says in which form they are sent, and what answers."""
    references = {"answer", "turn"} if key == TOOLS else {"answer"}
    yield from fields(document, pointer, mark, {"form", *references}, {"form", *references})
    if "form" in mark and mark["form"] not in FORMS[key]:
        message = f"form has to be one of {', '.join(FORMS[key])}"
        yield document.problem(f"{pointer}/form", "extension-value", message)
    for name in sorted(references & mark.keys()):
        if target(as_object(mark[name])) is None:
            message = f"{name} has to be a reference to a schema"
            yield document.problem(child(pointer, name), "extension-value", message)


def _stream(document: Document, pointer: str, stream: JsonObject) -> Iterator[Problem]:
    """A stream says what its events are, how they make up an answer, and a way in which it ends."""
    end, place = as_object(stream.get("end")), f"{pointer}/end"
    yield from fields(document, pointer, stream, _STREAM_REQUIRED, _STREAM)
    if "merge" in stream and stream["merge"] not in _FORMATS:
        message = f"merge has to be one of {', '.join(_FORMATS)}"
        yield document.problem(f"{pointer}/merge", "stream-merge", message)
    yield from fields(document, place, end, set(), _ENDS)
    if not end:
        message = f"a stream needs at least one of {', '.join(sorted(_ENDS))}"
        yield document.problem(place, "stream-end", message)
    if "finished" in end:
        rule = as_object(end["finished"])
        known = _FINISHED | {"count"}
        yield from fields(document, f"{place}/finished", rule, _FINISHED, known)
    if "marker" in end and not as_text(end["marker"]):
        yield document.problem(f"{place}/marker", "stream-end", "marker has to be a text")
    types = as_list(end.get("types"))
    if "types" in end and (not types or not all(map(as_text, types))):
        message = "types has to be a list of texts, the types of events"
        yield document.problem(f"{place}/types", "stream-end", message)


def _values(document: Document, pointer: str, value: JsonObject) -> Iterator[Problem]:
    """Extensions that are plain have one of the values that they can have."""
    for key in ("x-open", "x-optional"):
        if key in value and value[key] is not True:
            message = f"{key} has to be true, or be left out"
            yield document.problem(child(pointer, key), "extension-value", message)
    texts = [each for each in as_list(value.get("enum")) if isinstance(each, str)]
    if "x-open" in value and not texts:
        message = "x-open belongs beside an enum of texts"
        yield document.problem(child(pointer, "x-open"), "extension-value", message)
    if "x-resource" in value and value["x-resource"] not in _RESOURCES:
        message = f"x-resource has to be one of {', '.join(_RESOURCES)}"
        yield document.problem(child(pointer, "x-resource"), "extension-value", message)
    if "x-resource" in value and value.get("in") != "path":
        message = "only a parameter in the path names a resource"
        yield document.problem(child(pointer, "x-resource"), "extension-value", message)


def fields(
    document: Document, pointer: str, value: JsonObject, required: Set[str], known: Set[str]
) -> Iterator[Problem]:
    """Check that an object has the fields that it needs, and no others."""
    for name in sorted(required - value.keys()):
        yield document.problem(pointer, "extension-fields", f"field {name!r} is missing")
    for name in sorted(value.keys() - known):
        message = f"unknown field {name!r}"
        yield document.problem(child(pointer, name), "extension-fields", message)
