"""Rules about `$ref`."""

import re
from collections.abc import Iterator

from ..json_values import child, walk
from ..load import Document, Spec
from ..problems import Problem
from ..refs import find, references

_COMPONENT = re.compile(r"/components/\w+/[\w.-]+")


def rules(spec: Spec) -> Iterator[Problem]:
    """Check that every reference is text, names a component, and that the component exists."""
    for document in spec.openapi():
        yield from _unquoted(document)
        for reference in references(document):
            pointer, text = reference.pointer, reference.text
            if not _COMPONENT.fullmatch(reference.target):
                message = f"{text!r} does not name a component (file.yaml#/components/…/Name)"
                yield document.problem(pointer, "ref-component", message)
                continue
            try:
                find(spec, reference.file, reference.target)
            except LookupError:
                yield document.problem(pointer, "ref-dangling", f"{text!r} names nothing")


def _unquoted(document: Document) -> Iterator[Problem]:
    for pointer, value in walk(document.content):
        if "$ref" in value and not isinstance(value["$ref"], str):
            message = "$ref is not text; an unquoted # starts a comment, so quote the value"
            yield document.problem(child(pointer, "$ref"), "ref-unquoted", message)
