"""Parameters of query and header, as the oracles try and judge them."""

import pytest

from invocant_conformance.client.parameters import Parameter, arrived, faulty, read
from invocant_conformance.json_values import JsonObject, JsonValue


def described(place: str, kind: str, example: JsonValue) -> JsonObject:
    return {"name": "a", "in": place, "schema": {"type": kind}, "example": example}


@pytest.mark.parametrize(
    ("text", "value", "same"),
    [
        ("a b", "a b", True),
        ("3", "3", True),
        ("3", 3, True),
        ("3.0", 3, True),
        ("1e3", 1000, True),
        ("true", True, True),
        ("True", True, False),
        ("1", True, False),
        ("a", 1, False),
        (None, 1, False),
        (None, "a", False),
    ],
)
def test_a_value_is_known_by_its_text(text: str | None, value: JsonValue, same: bool) -> None:
    assert arrived(text, value) is same


def test_parameters_of_an_operation_win_over_those_of_its_path() -> None:
    shared = described("query", "string", "x")
    own = described("query", "integer", 1)
    place = described("path", "string", "x")
    [found] = read({"parameters": [shared, place]}, {"parameters": [own]})
    assert (found.name, found.kind, found.example) == ("a", "integer", 1)


def test_a_parameter_without_an_example_cannot_be_tried() -> None:
    with pytest.raises(ValueError, match="parameter a"):
        list(read({}, {"parameters": [described("query", "string", None)]}))


def test_only_headers_cannot_have_every_text() -> None:
    [header] = read({}, {"parameters": [described("header", "string", "x")]})
    query = Parameter(name="a", place="query", schema=header.schema, required=False, example="x")
    assert "ä" in faulty(header)
    assert "ä" not in faulty(query)
