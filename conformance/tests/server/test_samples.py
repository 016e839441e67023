"""Values for a schema fit it."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from invocant_conformance.json_values import dump
from invocant_conformance.server.samples import fitting

SCALARS: list[dict[str, Any]] = [
    {"type": "string"},
    {"type": "string", "minLength": 30},
    {"type": "string", "maxLength": 2},
    {"type": "string", "format": "date-time"},
    {"type": "integer", "minimum": 3, "maximum": 3},
    {"type": "integer", "exclusiveMinimum": 7},
    {"type": "integer", "maximum": -5},
    {"type": "integer", "multipleOf": 7, "minimum": 8},
    {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    {"type": ["string", "null"]},
    {"type": "boolean"},
    {"type": "null"},
    {"enum": ["celsius", "fahrenheit"]},
    {"const": {"a": [1]}},
    {},
]


def containers(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    properties = st.dictionaries(st.sampled_from("abcd"), inner, max_size=3)
    objects = properties.map(
        lambda members: {
            "type": "object",
            "properties": members,
            "required": sorted(members),
            "additionalProperties": False,
        }
    )
    arrays = inner.map(lambda items: {"type": "array", "items": items, "minItems": 2})
    unions = st.lists(inner, min_size=1, max_size=3).map(lambda branches: {"anyOf": branches})
    return objects | arrays | unions


SCHEMAS = st.recursive(st.sampled_from(SCALARS), containers, max_leaves=6)


@given(SCHEMAS, st.integers())
def test_a_value_fits_its_schema(schema: dict[str, Any], seed: int) -> None:
    assert Draft202012Validator(schema).is_valid(fitting(schema, Random(seed)))


WORDS = (
    "type enum const properties required items prefixItems minItems maxItems minimum maximum "
    "exclusiveMinimum multipleOf minLength anyOf allOf $ref format additionalProperties "
    "minProperties"
)
KEYWORDS = st.sampled_from(WORDS.split())
HOSTILE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([10**400, "#", "object", "array", "integer", "number", "string", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYWORDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(KEYWORDS, HOSTILE, max_size=5))
def test_whatever_somebody_sends_as_schema_gives_a_value(schema: dict[str, Any]) -> None:
    dump(fitting(schema, Random(1)))


def test_local_references_are_followed() -> None:
    schema: dict[str, Any] = {
        "$defs": {"City": {"type": "object", "required": ["name"], "properties": {"name": {}}}},
        "type": "object",
        "properties": {"city": {"$ref": "#/$defs/City"}},
        "required": ["city"],
    }
    assert Draft202012Validator(schema).is_valid(fitting(schema, Random(1)))


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}, {"$ref": "#"}]},
        {"$ref": "http://127.0.0.1:9/schema"},
        {"type": "no type"},
        {"type": "array", "items": {"type": "string"}, "minItems": 10**12},
        {"properties": {"a": {"$ref": "#"}}, "required": ["a"]},
    ],
)
def test_a_schema_that_nothing_can_fit_does_no_harm(schema: dict[str, Any]) -> None:
    fitting(schema, Random(1))
