"""References between the documents of a specification."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .json_values import JsonObject, JsonValue, as_list, as_object, as_text, child, lookup, walk
from .load import Document, Spec


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """One reference: where it stands, and the file and pointer that it names."""

    pointer: str
    text: str
    file: str
    target: str


def resolve_text(file: str, text: str) -> tuple[str, str]:
    """Return file and pointer that a reference text inside a file names."""
    target_file, _, target = text.partition("#")
    if not target_file:
        return file, target
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), target_file)), target


def references(document: Document) -> Iterator[Reference]:
    """Yield every `$ref` and every target of a discriminator's mapping, its default included."""
    for pointer, value in walk(document.content):
        for place, text in _texts(pointer, value):
            file, target = resolve_text(document.path, text)
            yield Reference(pointer=place, text=text, file=file, target=target)


def _texts(pointer: str, value: JsonObject) -> Iterator[tuple[str, str]]:
    ref = value.get("$ref")
    if isinstance(ref, str):
        yield child(pointer, "$ref"), ref
    if "propertyName" in value:
        mapping = child(pointer, "mapping")
        for tag, text in as_object(value.get("mapping")).items():
            if isinstance(text, str):
                yield child(mapping, tag), text
        default = value.get("defaultMapping")
        if isinstance(default, str):
            yield child(pointer, "defaultMapping"), default


def find(spec: Spec, file: str, pointer: str) -> JsonValue:
    """Return what a file and pointer name.

    Raises LookupError when the file or the place does not exist.
    """
    return lookup(spec.documents[file].content, pointer)


def localised(value: JsonValue) -> JsonValue:
    """Return a copy whose references all point into the document that holds them."""
    if isinstance(value, list):
        return [localised(item) for item in as_list(value)]
    if not isinstance(value, Mapping):
        return value
    copy = {key: localised(item) for key, item in value.items()}
    ref, mapping = copy.get("$ref"), copy.get("mapping")
    if isinstance(ref, str):
        copy["$ref"] = _local(ref)
    if "propertyName" in copy and isinstance(mapping, Mapping):
        copy["mapping"] = {tag: _local(as_text(text)) for tag, text in mapping.items()}
        if "defaultMapping" in copy:
            copy["defaultMapping"] = _local(as_text(copy["defaultMapping"]))
    return copy


def _local(text: str) -> str:
    return text[text.index("#") :] if "#" in text else text
