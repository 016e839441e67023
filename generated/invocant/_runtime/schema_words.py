# Copied from codegen/runtime/; do not edit.
"""JSON Schemas in the few words that models of every maker take.

Hosted models of a workspace refuse ``pattern``, ``oneOf``, ``allOf``, ``prefixItems`` and ``$ref``,
and lists of types but one type and ``null`` (function calling page); OpenAI's strict mode refuses
further keywords, defaults, and objects that are open (structured outputs guide). So a schema is
told in the words that are left, references are written out, and ``X | None`` becomes
``[X, "null"]``. What a model is not told is still checked when its answer is read.

A union of several types, a tuple of several types and a type that holds itself cannot be told so.
They are sent as they are: OpenAI's models take them, so it is for the server to decide. The same
holds for the numbers of keys and functions, which are limits of hosted models alone.
"""

from collections.abc import Callable, Mapping
from typing import Final

from .json_data import is_array, is_object

__all__ = ["Schema", "plain", "strict"]

Schema = dict[str, object]

_PREFIX: Final = "#/$defs/"

_WORDS: Final = frozenset(
    {"type", "properties", "required", "additionalProperties", "items", "prefixItems", "anyOf"}
    | {"allOf", "enum", "const", "description", "default", "minItems", "maxItems", "multipleOf"}
    | {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "$ref"}
)

# Those that OpenAI's strict mode takes; it refuses others, such as uri.
_FORMATS: Final = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
)

_NULL: Final[Mapping[str, object]] = {"type": "null"}


def plain(schema: Mapping[str, object]) -> Schema:
    """A JSON Schema that pydantic made, in the words that models take."""
    held = schema.get("$defs")
    definitions = {name: _object(item) for name, item in _object(held).items()}
    looped = frozenset(name for name in definitions if name in _reached(name, definitions))
    top = _target(schema)
    if top is not None:
        schema = {**definitions[top], **_without(schema, "$ref")}
    written = _written(schema, definitions, looped)
    if looped:
        written["$defs"] = {
            name: _written(definitions[name], definitions, looped) for name in sorted(looped)
        }
    return written


def strict(schema: Mapping[str, object]) -> tuple[Schema, bool]:
    """A plain schema with its objects closed and all their members required, without defaults.

    Also tells whether every object could be closed, which those with free keys cannot: only then
    may a server be asked to enforce the schema.
    """
    closed = _closed(schema)
    return closed, all(map(_is_closed, _inside(closed)))


def _written(
    schema: Mapping[str, object],
    definitions: Mapping[str, Mapping[str, object]],
    looped: frozenset[str],
) -> Schema:
    name = _target(schema)
    if name is not None and name not in looped:
        merged = {**definitions[name], **_without(schema, "$ref")}
        return _written(merged, definitions, looped)
    if "oneOf" in schema:
        schema = {**_without(schema, "oneOf"), "anyOf": schema["oneOf"]}
    kept = {key: item for key, item in schema.items() if _is_told(key, item)}
    return _simpler(_mapped(kept, lambda part: _written(part, definitions, looped)))


def _is_told(key: str, value: object) -> bool:
    return key in _WORDS or (key == "format" and value in _FORMATS)


def _simpler(schema: Schema) -> Schema:
    """The same without a union or a tuple, where that is possible."""
    for key in ("anyOf", "allOf"):
        members = _objects(schema.get(key))
        if len(members) == 1:
            return {**members[0], **_without(schema, key)}
    members = _objects(schema.get("anyOf"))
    others = [member for member in members if member != _NULL]
    if len(members) == 2 and len(others) == 1 and isinstance(others[0].get("type"), str):
        return {**_or_null(others[0]), **_without(schema, "anyOf")}
    places = _objects(schema.get("prefixItems"))
    if places and all(place == places[0] for place in places):
        return {**_without(schema, "prefixItems"), "items": places[0]}
    return schema


def _or_null(schema: Mapping[str, object]) -> Schema:
    nullable: Schema = {**schema, "type": [schema["type"], "null"]}
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if is_array(values):
        nullable["enum"] = [*values, None]
    return _without(nullable, "const")


def _closed(schema: Mapping[str, object]) -> Schema:
    copy = _mapped(_without(schema, "default"), _closed)
    if is_object(copy.get("properties")):
        copy["required"] = [*_object(copy["properties"])]
        copy["additionalProperties"] = False
    return copy


def _is_closed(schema: Mapping[str, object]) -> bool:
    kind = schema.get("type")
    has_keys = kind == "object" or (is_array(kind) and "object" in kind)
    return not has_keys or schema.get("additionalProperties") is False


def _mapped(
    schema: Mapping[str, object], change: Callable[[Mapping[str, object]], Schema]
) -> Schema:
    """A copy with every schema directly inside changed; values and names are left alone."""
    copy: Schema = {}
    for key, value in schema.items():
        if key in {"properties", "$defs"}:
            copy[key] = {name: change(_object(item)) for name, item in _object(value).items()}
        elif key in {"anyOf", "oneOf", "allOf", "prefixItems"}:
            copy[key] = [change(part) for part in _objects(value)]
        else:
            holds = key in {"items", "additionalProperties"} and is_object(value)
            copy[key] = change(_object(value)) if holds else value
    return copy


def _inside(schema: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The schema and every schema inside it; references are not followed."""
    found = [schema]

    def visit(part: Mapping[str, object]) -> Schema:
        found.append(part)
        return _mapped(part, visit)

    _mapped(schema, visit)
    return found


def _reached(name: str, definitions: Mapping[str, Mapping[str, object]]) -> set[str]:
    """The names of all definitions that one refers to, at any distance."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        parts = _inside(definitions[waiting.pop()])
        names = {each for part in parts if (each := _target(part)) is not None} - reached
        reached |= names
        waiting += names
    return reached


def _target(schema: Mapping[str, object]) -> str | None:
    reference = schema.get("$ref")
    return reference.removeprefix(_PREFIX) if isinstance(reference, str) else None


def _without(schema: Mapping[str, object], *keys: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keys}


def _object(value: object) -> Mapping[str, object]:
    return value if is_object(value) else {}


def _objects(value: object) -> list[Mapping[str, object]]:
    return [_object(item) for item in value] if is_array(value) else []
