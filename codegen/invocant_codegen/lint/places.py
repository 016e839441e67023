"""Where the schemas of a document stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..json_values import JsonObject, as_object, child, walk
from ..load import Document
from ..schemas import children

# What an example holds are values, whatever their keys are called.
_EXAMPLE = re.compile(r".*/(example|examples/[^/]+/value)(/|$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class SchemaPlace:
    """One schema; `named` where it is a component itself."""

    pointer: str
    schema: JsonObject
    named: bool


def schema_places(document: Document) -> Iterator[SchemaPlace]:
    """Yield all schemas of a document, with those inside them, outermost first."""
    components = as_object(as_object(document.content.get("components")).get("schemas"))
    for name, schema in components.items():
        pointer = child("/components/schemas", name)
        yield from _inside(pointer, as_object(schema), named=True)
    for pointer, value in walk(document.content):
        if not pointer.startswith("/components/schemas") and not _EXAMPLE.match(pointer):
            for key in ("schema", "itemSchema"):
                if isinstance(value.get(key), dict):
                    yield from _inside(child(pointer, key), as_object(value[key]), named=False)


def _inside(pointer: str, schema: JsonObject, *, named: bool) -> Iterator[SchemaPlace]:
    yield SchemaPlace(pointer=pointer, schema=schema, named=named)
    for step, inner in children(schema):
        yield from _inside(pointer + step, inner, named=False)
