"""JSON Schemas in the words that every model takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, RootModel, TypeAdapter
from typing_extensions import TypedDict

from runtime.errors import RequestError
from runtime.forms import is_form, json_schema, name_of, strict_schema
from runtime.json_data import is_array, is_object
from runtime.schema_words import plain, strict

REFUSED = {"pattern", "oneOf", "allOf", "prefixItems", "$ref", "$defs", "title", "default"}


class Street(BaseModel):
    """Where it is."""

    name: Annotated[str, Field(description="Its name.", min_length=1, pattern="^[A-Z]")]
    number: int | None = None


class House(BaseModel):
    street: Street
    second: Street | None = None
    kind: Literal["flat", "villa"] | None = None
    rooms: set[str] = set()
    size: tuple[float, float] = (1.0, 1.0)
    floor: Annotated[int, Field(ge=0, le=9)] = 0


class Node(BaseModel):
    children: list["Node"] = []


class Tree(BaseModel):
    root: Node


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


class Pet(BaseModel):
    animal: Annotated[Cat | Dog, Field(discriminator="kind")]
    age: int | str


class Open(BaseModel):
    counts: dict[str, int]


@dataclass
class Point:
    x: int


class Mark(TypedDict):
    y: int


def test_a_schema_is_written_out_closed_and_complete() -> None:
    street = {
        "type": "object",
        "description": "Where it is.",
        "properties": {
            "name": {"type": "string", "description": "Its name."},
            "number": {"type": ["integer", "null"]},
        },
        "required": ["name", "number"],
        "additionalProperties": False,
    }
    assert json_schema(House) == {
        "type": "object",
        "properties": {
            "street": street,
            "second": {**street, "type": ["object", "null"]},
            "kind": {"type": ["string", "null"], "enum": ["flat", "villa", None]},
            "rooms": {"type": "array", "items": {"type": "string"}},
            "size": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
            "floor": {"type": "integer", "minimum": 0, "maximum": 9},
        },
        "required": ["street", "second", "kind", "rooms", "size", "floor"],
        "additionalProperties": False,
    }


def test_a_constant_may_be_null_like_everything_else() -> None:
    class Choice(BaseModel):
        only: Literal["a"] | None

    only = {"type": ["string", "null"], "enum": ["a", None]}
    assert json_schema(Choice)["properties"] == {"only": only}


def test_what_holds_itself_stays_a_reference() -> None:
    schema = json_schema(Tree)
    node = {
        "type": "object",
        "properties": {"children": {"type": "array", "items": {"$ref": "#/$defs/Node"}}},
        "required": ["children"],
        "additionalProperties": False,
    }
    assert schema["$defs"] == {"Node": node}
    assert json_schema(Node) == {**node, "$defs": {"Node": node}}


def test_a_union_of_several_types_stays_one() -> None:
    properties = json_schema(Pet)["properties"]
    assert is_object(properties)
    assert properties["age"] == {"anyOf": [{"type": "integer"}, {"type": "string"}]}
    animal = properties["animal"]
    assert is_object(animal)
    assert [*animal] == ["anyOf"]


def test_a_schema_with_free_keys_is_not_to_be_enforced() -> None:
    assert strict_schema(Street, ())[1]
    assert not strict_schema(Open, ())[1]


def test_a_property_may_be_called_as_a_keyword() -> None:
    class Words(BaseModel):
        title: str
        pattern: str | None = None

    assert json_schema(Words)["required"] == ["title", "pattern"]


@pytest.mark.parametrize(("form", "key"), [(Point, "x"), (Mark, "y")])
def test_everything_that_pydantic_knows_is_a_form(form: type[object], key: str) -> None:
    assert json_schema(form)["properties"] == {key: {"type": "integer"}}


@pytest.mark.parametrize("form", [int, list[int], RootModel[list[int]], Cat | Dog])
def test_what_is_no_object_is_refused(form: type[object]) -> None:
    with pytest.raises(RequestError, match="of an object") as caught:
        json_schema(form)
    assert caught.value.field == "form"


def test_what_json_cannot_become_is_refused() -> None:
    class Anything:
        pass

    with pytest.raises(RequestError, match="Not a type that JSON can become"):
        json_schema(Anything)


def test_what_has_no_schema_is_refused() -> None:
    class Custom(BaseModel):
        model_config = ConfigDict(arbitrary_types_allowed=True)
        inner: Iterator[int] | object
        other: BaseException

    with pytest.raises(RequestError, match="Not a type that JSON can become"):
        json_schema(Custom)


def test_types_are_told_from_json() -> None:
    assert all(map(is_form, [Street, Point, Mark, list[int]]))
    values: list[object] = [None, {}, "text", 5, Point(x=1), []]
    assert not any(map(is_form, values))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("City", "City"), ("Box[int]", "Box_int"), ("größe", "gr_e"), ("🌍", "answer")],
)
def test_names_have_the_letters_that_servers_take(name: str, expected: str) -> None:
    assert name_of(type(name, (), {})) == expected
    assert len(name_of(type(name * 40, (), {}))) <= 64


KNOWN: list[Mapping[str, object]] = [
    {"type": "integer", "minimum": 0, "title": "N"},
    {"type": "string", "pattern": "a", "format": "uri"},
    {"enum": ["a", "b"], "type": "string", "default": "a"},
    {"type": "null"},
    {"$ref": "#/$defs/Leaf"},
    {"$ref": "#/$defs/Leaf", "description": "d"},
]
NAMES = st.sampled_from(["a", "title", "$ref", "anyOf"])
Schemas = st.SearchStrategy[Mapping[str, object]]


def larger(inner: Schemas) -> Schemas:
    def holding(held: Mapping[str, object]) -> Mapping[str, object]:
        return {"type": "object", "properties": held, "required": [*held], "title": "T"}

    def nullable(schema: Mapping[str, object]) -> Mapping[str, object]:
        return {"anyOf": [schema, {"type": "null"}], "default": None}

    def several(schema: Mapping[str, object]) -> Mapping[str, object]:
        return {"type": "array", "items": schema}

    objects = st.dictionaries(NAMES, inner, max_size=3).map(holding)
    return st.one_of(objects, inner.map(nullable), inner.map(several))


SCHEMAS = st.recursive(st.sampled_from(KNOWN), larger, max_leaves=6)
DEFINITIONS = {"Leaf": {"type": "boolean", "title": "Leaf"}}


def inside(schema: object) -> Iterator[Mapping[str, object]]:
    """Every schema in a schema, by the keywords that hold one."""
    if is_object(schema):
        yield schema
        held = schema.get("properties")
        for item in (*(held.values() if is_object(held) else ()), schema.get("items")):
            yield from inside(item)
        unions = schema.get("anyOf")
        for item in unions if is_array(unions) else ():
            yield from inside(item)


@given(SCHEMAS)
def test_a_plain_schema_has_no_words_that_models_refuse(schema: Mapping[str, object]) -> None:
    written, enforced = strict(plain({**schema, "$defs": DEFINITIONS}))
    assert enforced
    assert not any(REFUSED & part.keys() for part in inside(written))


VALUES = st.recursive(st.sampled_from([None, True, -1, 0, 2, "a"]), st.lists)


@given(SCHEMAS, VALUES)
def test_a_plain_schema_takes_what_the_schema_took(
    schema: Mapping[str, object], value: object
) -> None:
    document = {**schema, "$defs": DEFINITIONS}
    if jsonschema_rs.is_valid(document, value):
        assert jsonschema_rs.is_valid(plain(document), value)


STREETS = st.builds(Street, name=st.sampled_from("ABC"), number=st.none() | st.integers())
HOUSES = st.builds(
    House,
    street=STREETS,
    second=st.none() | STREETS,
    kind=st.sampled_from(["flat", "villa", None]),
    rooms=st.sets(st.text()),
    floor=st.integers(0, 9),
)


@given(HOUSES)
def test_what_a_model_is_fits_the_schema_it_is_asked_for_with(house: House) -> None:
    value: object = TypeAdapter(House).dump_python(house, mode="json")
    assert jsonschema_rs.is_valid(json_schema(House), value)
