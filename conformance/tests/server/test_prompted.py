"""A prompt that shows a JSON Schema and asks for JSON gets an instance of it."""

import json
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from invocant_conformance.server.generation import generate
from invocant_conformance.server.prompted import form

CITY: dict[str, Any] = {
    "properties": {"name": {"type": "string"}, "population": {"type": "integer"}},
    "required": ["name", "population"],
}
EXAMPLE: dict[str, Any] = {"properties": {"foo": {"type": "array"}}, "required": ["foo"]}


def asking(*texts: str, **parameters: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": text} for text in texts]
    return {"messages": messages} | parameters


def schema_of(request: dict[str, Any]) -> Any:
    found: Any = form(request)
    return found["json_schema"]["schema"]


def answer(request: dict[str, Any]) -> Any:
    return json.loads(generate(request, model="m", seed=0).answers[0].text)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("response_format", [None, {"type": "text"}, {"type": "json_object"}])
def test_the_answer_is_an_instance_of_the_schema(
    indent: int | None, response_format: dict[str, str] | None
) -> None:
    text = f"Answer in JSON that fits\n```\n{json.dumps(CITY, indent=indent)}\n```\nDo {{it}}."

    given = answer(asking(text, response_format=response_format))

    assert Draft202012Validator(CITY).is_valid(given)


def test_the_last_schema_counts_since_others_are_examples() -> None:
    text = f"JSON: for {json.dumps(EXAMPLE)} it is {{}}. The schema is {json.dumps(CITY)}."

    assert schema_of(asking(text)) == CITY
    assert schema_of(asking(f"JSON {json.dumps(EXAMPLE)}", text)) == CITY


def test_a_schema_may_stand_in_a_part_of_a_message() -> None:
    parts = [{"type": "text", "text": f"JSON like {json.dumps(CITY)}"}]

    assert schema_of({"messages": [{"role": "system", "content": parts}]}) == CITY


def test_the_outermost_object_is_the_schema() -> None:
    nested = {"$defs": {"City": CITY}, "properties": {"city": {"$ref": "#/$defs/City"}}}

    assert schema_of(asking(f"JSON {json.dumps(nested)}")) == nested


def test_braces_that_are_still_escaped_for_a_template_are_read() -> None:
    escaped = json.dumps(CITY).replace("{", "{{").replace("}", "}}")

    assert schema_of(asking(f"JSON {escaped}")) == CITY


def test_a_schema_in_the_request_counts_more() -> None:
    wanted = {"type": "json_schema", "json_schema": {"schema": EXAMPLE}}

    assert form(asking(f"JSON {json.dumps(CITY)}", response_format=wanted)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        f"What does {json.dumps(CITY)} mean?",
        "JSON with properties, please",
        'JSON {"properties": ["name"]}',
        'JSON {"properties": {"name": ',
        'JSON {"properties": {"name": {"const": NaN}}}',
        'JSON {"properties": {"name": {"const": "\\ud800"}}}',
        "JSON " + '{"properties": ' * 20_000,
        "JSON " + json.dumps(CITY) + " " * 70_000,
    ],
    ids=["no-json", "no-object", "a-list", "cut", "nan", "surrogate", "deep", "long"],
)
def test_anything_else_is_no_form(text: str) -> None:
    assert form(asking(text)) == {}


def test_what_the_model_said_itself_is_no_form() -> None:
    said = {"role": "assistant", "content": f"JSON {json.dumps(CITY)}"}

    assert form({"messages": [said]}) == {}
