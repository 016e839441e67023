"""Views: what is closed and strict in the specification is open in the client's types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_codegen.json_values import JsonObject, JsonValue, as_object, lookup
from invocant_codegen.schemas import Schemas, inside
from invocant_codegen.views import Direction, flat, view

KEYWORDS = ["pattern", "format", "title", "default", "enum", "minimum", "not", "items", "allOf"]
BOTH = pytest.mark.parametrize("direction", list(Direction))


def one(schema: JsonObject, direction: Direction = Direction.RESPONSE) -> JsonObject:
    """Return the view of a single schema."""
    return view({"A": schema}, ["A"], direction)["A"]


@BOTH
def test_an_enum_takes_any_text(direction: Direction) -> None:
    known: JsonValue = {"type": "string", "enum": ["a", "b"], "x-open-enum": True}
    schema: JsonObject = {"type": "string", "enum": ["a", "b"]}
    assert one(schema, direction) == {"anyOf": [known, {"type": "string"}]}


def test_an_open_enum_stays_nullable() -> None:
    opened = one({"type": ["string", "null"], "enum": ["a", "b", None]})
    assert lookup(opened, "/anyOf/2") == {"type": "null"}


@BOTH
def test_the_member_for_all_other_tags_is_that_of_every_open_union(direction: Direction) -> None:
    schemas: Schemas = {
        "U": {
            "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("A", "Other")],
            "discriminator": {
                "propertyName": "type",
                "mapping": {"a": "#/components/schemas/A"},
                "defaultMapping": "#/components/schemas/Other",
            },
        },
        "A": {"type": "object", "properties": {"type": {"const": "a"}}},
        "Other": {"type": "object", "properties": {"type": {"type": "string"}}},
    }
    union = view(schemas, ["U"], direction)
    assert union["U"]["oneOf"] == [{"$ref": "#/components/schemas/A"}]
    assert {*union} == {"U", "A"}


@pytest.mark.parametrize("constant", [{"const": "a"}, {"type": "string", "enum": ["a"]}])
def test_only_a_tag_stays_constant_in_answers(constant: JsonObject) -> None:
    schemas: Schemas = {
        "U": {
            "oneOf": [{"$ref": "#/components/schemas/A"}],
            "discriminator": {
                "propertyName": "type",
                "mapping": {"a": "#/components/schemas/A"},
            },
        },
        "A": {"type": "object", "properties": {"type": constant, "object": constant}},
    }
    answer = view(schemas, ["U"], Direction.RESPONSE)
    assert lookup(answer, "/A/properties/type") == constant
    assert lookup(answer, "/A/properties/object/anyOf/1") == {"type": "string"}
    assert view(answer, ["U"], Direction.RESPONSE) == answer
    assert lookup(view(schemas, ["U"], Direction.REQUEST), "/A/properties/object") == constant


@BOTH
def test_a_discriminated_union_is_marked_open_with_its_tags(direction: Direction) -> None:
    schemas: Schemas = {
        "U": {
            "oneOf": [{"$ref": "#/components/schemas/A"}],
            "discriminator": {
                "propertyName": "type",
                "mapping": {"a": "#/components/schemas/A", "b": "#/components/schemas/A"},
            },
        },
        "A": {"type": "object", "properties": {"type": {"enum": ["a", "b"]}}},
    }
    union = view(schemas, ["U"], direction)["U"]
    assert union["x-open-union"] == {"key": "type", "tags": {"A": ["a", "b"]}}
    assert "discriminator" not in union


@BOTH
def test_limits_formats_and_defaults_are_dropped(direction: Direction) -> None:
    limited: JsonObject = {
        "type": "string",
        "minLength": 1,
        "pattern": "a",
        "format": "uri",
        "default": "",
    }
    assert one(limited, direction) == {"type": "string"}


@pytest.mark.parametrize(
    ("direction", "names"),
    [(Direction.REQUEST, ["both", "in"]), (Direction.RESPONSE, ["both", "out"])],
)
def test_properties_of_the_other_direction_are_hidden(
    direction: Direction, names: list[str]
) -> None:
    schemas: Schemas = {
        "A": {
            "type": "object",
            "required": ["both", "in", "out"],
            "properties": {
                "both": {"type": "string"},
                "in": {"$ref": "#/components/schemas/Secret"},
                "out": {"type": "string", "readOnly": True},
            },
        },
        "Secret": {"type": "string", "writeOnly": True},
    }
    shown = view(schemas, ["A"], direction)["A"]
    assert ([*as_object(shown["properties"])], shown["required"]) == (names, names)


def test_boolean_additional_properties_are_dropped_and_typed_ones_stay() -> None:
    closed: JsonObject = {"type": "object", "properties": {}, "additionalProperties": False}
    typed: JsonObject = {"type": "object", "additionalProperties": {"type": "boolean"}}
    assert one(closed) == {"type": "object", "properties": {}}
    assert one(typed) == typed


def test_alternatives_that_only_require_properties_are_dropped() -> None:
    either: JsonValue = [{"required": ["x"]}, {"required": ["y"]}]
    schema: JsonObject = {"type": "object", "properties": {"x": {}, "y": {}}}
    assert one({**schema, "oneOf": either}) == one(schema)
    assert one({**schema, "allOf": [{"oneOf": either}]}) == one(schema)


def test_all_of_is_one_object() -> None:
    schemas: Schemas = {
        "A": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
        "B": {
            "description": "Both.",
            "allOf": [
                {"$ref": "#/components/schemas/A"},
                {"required": ["b"], "properties": {"b": {"type": "integer"}}},
            ],
        },
    }
    assert flat(schemas["B"], schemas) == {
        "type": "object",
        "description": "Both.",
        "required": ["a", "b"],
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
    }


def test_only_what_the_roots_reach_is_kept() -> None:
    schemas: Schemas = {
        "A": {"type": "array", "items": {"$ref": "#/components/schemas/B"}},
        "B": {"type": "string"},
        "C": {"type": "string"},
    }
    assert [*view(schemas, ["A"], Direction.RESPONSE)] == ["A", "B"]


def test_the_content_of_a_nullable_container_is_kept() -> None:
    schema: JsonObject = {"type": ["array", "null"], "items": {"type": "string"}}
    container: JsonValue = {"type": "array", "items": {"type": "string"}}
    assert one(schema) == {"anyOf": [container, {"type": "null"}]}


_LEAVES = st.sampled_from(
    [
        {"type": "string", "minLength": 1},
        {"type": ["string", "null"], "enum": ["a", "b", None]},
        {"type": "integer", "maximum": 3},
        {"const": "x"},
        {"type": "object"},
        {},
    ]
)
_NAMES = st.sampled_from([*KEYWORDS, "a", "b"])


def _object(properties: dict[str, JsonObject]) -> JsonObject:
    return {"type": "object", "properties": properties}


def _array(items: JsonObject, nullable: bool) -> JsonObject:
    return {"type": ["array", "null"] if nullable else "array", "items": items}


def _union(parts: list[JsonObject]) -> JsonObject:
    return {"anyOf": parts}


def _containers(inner: st.SearchStrategy[JsonObject]) -> st.SearchStrategy[JsonObject]:
    properties = st.dictionaries(_NAMES, inner, min_size=1, max_size=4)
    parts = st.lists(inner, min_size=1, max_size=3)
    return (
        st.builds(_object, properties)
        | st.builds(_array, inner, st.booleans())
        | st.builds(_union, parts)
    )


SCHEMAS = st.recursive(_LEAVES, _containers, max_leaves=8)


@given(SCHEMAS, st.sampled_from(Direction))
def test_a_view_of_a_view_is_the_view(schema: JsonObject, direction: Direction) -> None:
    once = one(schema, direction)
    assert one(once, direction) == once


@given(st.dictionaries(_NAMES, SCHEMAS, min_size=1), st.sampled_from(Direction))
def test_children_of_properties_are_names(
    properties: dict[str, JsonObject], direction: Direction
) -> None:
    shown = one({"type": "object", "properties": properties}, direction)
    assert as_object(shown["properties"]).keys() == properties.keys()


@given(SCHEMAS, st.sampled_from(Direction))
def test_no_schema_of_a_view_has_a_limit(schema: JsonObject, direction: Direction) -> None:
    parts = [*inside(one(schema, direction))]
    assert not [part for part in parts if {"minLength", "maximum"} & part.keys()]
