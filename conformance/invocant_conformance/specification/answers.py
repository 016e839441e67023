"""Schemas as answers have to fit them.

Write-only properties must not come back, and servers extend the enums that are marked `x-open`:
these stand for any string in an answer, while a request may only have what is listed.
"""

from collections.abc import Mapping

from ..json_values import JsonValue

_SUFFIX = ".answer"
_SCHEMAS = "#/components/schemas/"


def readable(schema: JsonValue) -> JsonValue:
    """Return a schema with every write-only one replaced by one that nothing fits, enums opened."""
    if isinstance(schema, list):
        return [readable(member) for member in schema]
    if not isinstance(schema, Mapping):
        return schema
    if schema.get("writeOnly") is True:
        return False
    return {key: readable(value) for key, value in _opened(schema).items()}


def opened(value: JsonValue) -> JsonValue:
    """Return part of a document with enums opened, and with references to opened schemas."""
    if isinstance(value, list):
        return [opened(member) for member in value]
    if isinstance(value, str) and value.startswith(_SCHEMAS):
        return value + _SUFFIX
    if not isinstance(value, Mapping):
        return value
    return {key: opened(member) for key, member in _opened(value).items()}


def with_opened(schemas: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return named schemas together with the ones to which opened references lead."""
    return {**schemas, **{name + _SUFFIX: opened(schema) for name, schema in schemas.items()}}


def _opened(schema: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Return a schema without its enum, where any other string may come in its place."""
    if schema.get("x-open") is not True:
        return dict(schema)
    kept = {key: value for key, value in schema.items() if key != "enum"}
    return kept if "type" in kept else {**kept, "type": "string"}
