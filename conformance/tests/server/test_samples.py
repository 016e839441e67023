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
    {"type": "string", "pattern": "^[A-Z]{3}-[0-9]+$"},
    {"type": "string", "pattern": "^[a-z]+$", "minLength": 25, "maxLength": 30},
    {"type": "string", "minLength": 500},
    {"allOf": [{"type": "integer", "minimum": 50}, {"minimum": 3, "maximum": 60}]},
    {"type": "array", "items": {"enum": [1, 2, 3]}, "minItems": 3, "uniqueItems": True},
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


TREE = {"anyOf": [{"$ref": "#/$defs/Tree"}, {"$ref": "#/$defs/Tree"}, {"type": "null"}]}
CASES: dict[str, dict[str, Any]] = {
    "recursive": {
        "$ref": "#/$defs/Tree",
        "$defs": {
            "Tree": {
                "type": "object",
                "properties": {"left": TREE, "right": TREE},
                "required": ["left", "right"],
                "additionalProperties": False,
            }
        },
    },
    "conditional": {
        "type": "object",
        "properties": {"kind": {"enum": ["a", "b"]}},
        "required": ["kind"],
        "if": {"properties": {"kind": {"const": "a"}}},
        "then": {"properties": {"size": {"type": "integer"}}, "required": ["size"]},
        "else": {"properties": {"name": {"type": "string"}}, "required": ["name"]},
    },
    "either": {
        "oneOf": [
            {"type": "object", "properties": {"r": {"const": 1}}, "required": ["r"]},
            {"type": "object", "properties": {"w": {"type": "null"}}, "required": ["w"]},
        ]
    },
}


@pytest.mark.parametrize("case", CASES)
@given(seed=st.integers())
def test_schemas_of_many_parts_are_kept(case: str, seed: int) -> None:
    assert Draft202012Validator(CASES[case]).is_valid(fitting(CASES[case], Random(seed)))


@pytest.mark.parametrize("pattern", [r"^(?=.*\d).{4}$", r"^\p{L}+$"])
def test_a_pattern_that_is_not_understood_gives_some_text(pattern: str) -> None:
    assert isinstance(fitting({"type": "string", "pattern": pattern}, Random(0)), str)


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"allOf": [{"$ref": "#"}, {"$ref": "#"}]},
        {"$ref": "http://127.0.0.1:9/schema"},
        {"type": "no type"},
        {"type": "array", "items": {"type": "string"}, "minItems": 10**12},
        {"type": "string", "pattern": "((a{999}){999}){999}"},
        {"type": "array", "items": {"const": 1}, "minItems": 900, "uniqueItems": True},
        {"properties": {"a": {"$ref": "#"}}, "required": ["a"]},
    ],
)
def test_a_schema_that_nothing_can_fit_does_no_harm(schema: dict[str, Any]) -> None:
    fitting(schema, Random(1))
