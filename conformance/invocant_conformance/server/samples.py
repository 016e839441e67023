"""Values that fit a JSON Schema, for tool arguments and structured answers."""

import math
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from jsonschema_rs import Draft202012Validator, RegexOptions

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from . import patterns
from .schema_parts import MAX_LENGTH, limit, merge, number_at

_ATTEMPTS = 12
_MOST_GIVEN_UP = 3
_MAX_VALUES = 2000
_MAX_DEPTH = 6
_FINEST = 1e-6
_WORDS = ("alpha", "bravo", "Boston", "delta", "echo", "red", "blue", "Zürich")
_FORMATS: Mapping[str, str] = {
    "date": "2024-05-17",
    "date-time": "2024-05-17T12:00:00Z",
    "time": "12:00:00Z",
    "email": "user@example.com",
    "uri": "https://example.com/",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "hostname": "example.com",
    "duration": "PT1H30M",
    "uri-reference": "/path",
    "iri": "https://example.com/",
    "idn-email": "user@example.com",
    "idn-hostname": "example.com",
    "json-pointer": "/path/0",
    "regex": "^[a-z]+$",
}


_GOING_ON = ("$ref", "properties", "items", "prefixItems", "allOf", "anyOf", "oneOf")


class _Exhausted(Exception):
    """A schema asks for more values than anybody would read."""


def fitting(schema: JsonObject, random: Random) -> JsonValue:
    """Return a value for a schema that somebody sent.

    It fits the schema, unless the schema is broken, contradicts itself, refers to other documents
    or by anchors, or uses not, contains, propertyNames, patternProperties, unevaluated members, or
    a pattern that `patterns` does not understand, in a way that chance does not satisfy; then it
    is the last of some attempts, or null.
    """
    value: JsonValue = None
    validator = _validator(schema)
    given_up = 0
    for _ in range(_ATTEMPTS):
        try:
            value = _Sampler(schema, random).sample(schema)
        except (_Exhausted, RecursionError):
            given_up += 1
            if given_up == _MOST_GIVEN_UP:
                break
            continue
        if validator is None or validator.is_valid(value):
            break
    return value


def _validator(schema: JsonObject) -> Draft202012Validator | None:
    try:
        return Draft202012Validator(dict(schema), pattern_options=RegexOptions(), offline=True)
    except ValueError:
        return None


class _Sampler:
    def __init__(self, root: JsonObject, random: Random) -> None:
        self._root = root
        self._random = random
        self._left = _MAX_VALUES

    def sample(self, schema: JsonValue, depth: int = 0) -> JsonValue:
        self._left -= 1
        if self._left < 0:
            raise _Exhausted
        whole = self._flat(as_object(schema), depth)
        if "const" in whole:
            return whole["const"]
        if options := as_list(whole.get("enum")):
            return self._random.choice(options)
        match self._type(whole):
            case "object":
                return dict(self._members(whole, depth))
            case "array":
                return self._items(whole, depth)
            case "integer" | "number" as kind:
                return self._number(whole, integral=kind == "integer")
            case "boolean":
                return self._random.random() < 0.5
            case "null":
                return None
            case _:
                return self._string(whole)

    def _flat(self, schema: JsonObject, depth: int) -> JsonObject:
        """Merge references, allOf, and one branch of each union into the schema."""
        parts: list[JsonValue] = []
        if reference := as_text(schema.get("$ref")):
            parts.append(self._target(reference))
        parts += as_list(schema.get("allOf"))
        for union in ("anyOf", "oneOf"):
            if branches := as_list(schema.get(union)):
                parts.append(self._branch(branches, depth))
        if "if" in schema:
            ways = [[schema["if"], schema.get("then")], [schema.get("else")]]
            parts += self._random.choice(ways)
        merged: dict[str, JsonValue] = {}
        for part in parts:
            self._left -= 1
            if self._left < 0:
                raise _Exhausted
            merged = merge(merged, self._flat(as_object(part), depth))
        return merge(merged, schema)

    def _branch(self, branches: Sequence[JsonValue], depth: int) -> JsonValue:
        """Return one of the branches, deep inside one that ends there, if any does."""
        ending = [branch for branch in branches if as_object(branch).keys().isdisjoint(_GOING_ON)]
        return self._random.choice(ending if ending and depth >= _MAX_DEPTH // 2 else branches)

    def _target(self, reference: str) -> JsonValue:
        value: JsonValue = self._root
        for step in reference.removeprefix("#").split("/")[1:]:
            value = as_object(value).get(step.replace("~1", "/").replace("~0", "~"))
        return value

    def _type(self, schema: JsonObject) -> str:
        declared = schema.get("type")
        names = [declared] if isinstance(declared, str) else as_list(declared)
        if names:
            return as_text(next((name for name in names if name != "null"), "null"))
        if schema.keys() & {"properties", "required", "additionalProperties"}:
            return "object"
        return "array" if "items" in schema or "prefixItems" in schema else "string"

    def _members(self, schema: JsonObject, depth: int) -> Iterator[tuple[str, JsonValue]]:
        properties = as_object(schema.get("properties"))
        required = [as_text(name) for name in as_list(schema.get("required"))]
        for name, member in properties.items():
            if name in required or depth < _MAX_DEPTH // 2:
                yield name, self.sample(member, depth + 1)
        extra = schema.get("additionalProperties")
        missing = [name for name in required if name not in properties]
        missing += [f"key{n}" for n in range(limit(schema, "minProperties", 0) - len(properties))]
        for name in missing:
            yield name, self.sample(extra, depth + 1)

    def _items(self, schema: JsonObject, depth: int) -> JsonValue:
        first = [self.sample(item, depth + 1) for item in as_list(schema.get("prefixItems"))]
        least = limit(schema, "minItems", 1 if depth < _MAX_DEPTH // 2 else 0)
        wanted = min(least, limit(schema, "maxItems", least))
        items, distinct = first, schema.get("uniqueItems") is True
        for _ in range(max(wanted - len(first), 0) * (_ATTEMPTS if distinct else 1)):
            item = self.sample(schema.get("items"), depth + 1)
            if len(items) < wanted and not (distinct and item in items):
                items.append(item)
        return items

    def _number(self, schema: JsonObject, *, integral: bool) -> JsonValue:
        low, high = _bounds(schema, integral=integral)
        step = number_at(schema, "multipleOf")
        if step is not None and step > _FINEST:
            multiple = math.ceil(low / step) * step
            return int(multiple) if integral else multiple
        if integral:
            least = math.ceil(low)
            return self._random.randint(least, max(least, math.floor(high)))
        return low + (high - low) / 2

    def _string(self, schema: JsonObject) -> str:
        if pattern := as_text(schema.get("pattern")):
            return self._matching(pattern, schema)
        if known := _FORMATS.get(as_text(schema.get("format"))):
            return known
        word = self._random.choice(_WORDS)
        least = limit(schema, "minLength", 0)
        return (word * (least // len(word) + 1))[: max(least, limit(schema, "maxLength", 20))]

    def _matching(self, pattern: str, schema: JsonObject) -> str:
        """Return a text for a pattern, of the wanted length if one is drawn; "" for none."""
        least = limit(schema, "minLength", 0)
        most = limit(schema, "maxLength", MAX_LENGTH)
        lengths = [least // parts for parts in range(1, _ATTEMPTS)]
        text = ""
        for more in (range(4), range(9), range(1), *(range(each, each + 1) for each in lengths)):
            try:
                text = patterns.matching(pattern, self._random, more=more)
            except (patterns.Unsupported, RecursionError):
                break
            if least <= len(text) <= most:
                break
        return text


def _bounds(schema: JsonObject, *, integral: bool) -> tuple[float, float]:
    gap = 1 if integral else _FINEST
    low = _first(schema, minimum=0.0, exclusiveMinimum=gap)
    high = _first(schema, maximum=0.0, exclusiveMaximum=-gap)
    if low is None:
        return (1, 100) if high is None else (high - 100, high)
    return low, max(low, low + 100 if high is None else high)


def _first(schema: JsonObject, **shifts: float) -> float | None:
    values = ((number_at(schema, key), shift) for key, shift in shifts.items())
    return next((value + shift for value, shift in values if value is not None), None)
