"""Functions and types as tools, in the form of every API."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from runtime.errors import RequestError
from runtime.json_data import is_array, is_object
from runtime.schema_words import Schema
from runtime.tools import Tool, chat_tools, messages_tools, responses_tools


def weather(
    city: Annotated[str, Field(description="Where.")], unit: Literal["C", "F"] = "C"
) -> str:
    """How warm it is."""
    return f"{city}: 7 {unit}"


class Search(BaseModel):
    """Look something up."""

    query: str
    limit: int | None = None


WEATHER: Schema = {
    "type": "object",
    "properties": {
        "city": {"type": "string", "description": "Where."},
        "unit": {"type": "string", "enum": ["C", "F"], "default": "C"},
    },
    "required": ["city"],
    "additionalProperties": False,
}
SEARCH: Schema = {
    "type": "object",
    "properties": {
        "query": {"type": "string"},
        "limit": {"type": ["integer", "null"], "default": None},
    },
    "required": ["query"],
}


def parameters(call: Callable[..., object]) -> Schema:
    """The schema with which a function is sent."""
    tools = chat_tools([call])
    assert is_array(tools)
    assert is_object(tools[0])
    function = tools[0]["function"]
    assert is_object(function)
    schema = function["parameters"]
    assert is_object(schema)
    return {**schema}


def test_functions_and_types_have_the_form_of_the_api() -> None:
    given = {"type": "custom", "name": "grep"}
    tools = [weather, Search, given]
    function = {"name": "weather", "description": "How warm it is."}
    search = {"name": "Search", "description": "Look something up."}
    assert chat_tools(tools) == [
        {"type": "function", "function": {**function, "parameters": WEATHER}},
        {"type": "function", "function": {**search, "parameters": SEARCH}},
        given,
    ]
    assert responses_tools(tools) == [
        {"type": "function", **function, "parameters": WEATHER, "strict": False},
        {"type": "function", **search, "parameters": SEARCH, "strict": False},
        given,
    ]
    assert messages_tools(tools) == [
        {**function, "input_schema": WEATHER},
        {**search, "input_schema": SEARCH},
        given,
    ]


@pytest.mark.parametrize("value", [None, "text", 5, {}, []])
def test_what_holds_no_tools_is_sent_as_it_is(value: object) -> None:
    assert chat_tools(value) == responses_tools(value) == messages_tools(value) == value


def test_a_tool_says_otherwise_what_it_says_itself() -> None:
    tool = Tool(weather, name="temperature", description="In Celsius.", strict=True)
    schema = {
        **WEATHER,
        "properties": {
            "city": {"type": "string", "description": "Where."},
            "unit": {"type": "string", "enum": ["C", "F"]},
        },
        "required": ["city", "unit"],
    }
    told = {"name": "temperature", "description": "In Celsius."}
    assert chat_tools([tool]) == [
        {"type": "function", "function": {**told, "parameters": schema, "strict": True}}
    ]
    assert responses_tools([tool]) == [
        {"type": "function", **told, "parameters": schema, "strict": True}
    ]
    assert messages_tools([tool]) == [{**told, "input_schema": schema, "strict": True}]


def test_a_function_is_called_with_the_arguments_of_its_types() -> None:
    assert Tool(weather).bind('{"city": "Oslo"}')() == "Oslo: 7 C"
    assert Tool(weather).bind('{"unit": "F", "city": "Oslo"}')() == "Oslo: 7 F"


@pytest.mark.parametrize(
    "arguments",
    ["{}", '{"city": 5}', '{"city": "a", "unit": "K"}', '{"city": "a", "town": "b"}', "[]", "no"],
)
def test_arguments_that_do_not_fit_are_refused_before_the_call(arguments: str) -> None:
    with pytest.raises(ValidationError):
        Tool(weather).bind(arguments)


def test_a_type_is_made_of_the_arguments() -> None:
    assert Tool(Search).bind('{"query": "a"}')() == Search(query="a")


@dataclass
class Adder:
    """Adds to what it has."""

    start: int

    def __call__(self, number: int) -> int:
        return self.start + number

    def minus(self, number: int) -> int:
        """Takes away."""
        return self.start - number


@pytest.mark.parametrize(
    ("call", "name", "arguments", "result"),
    [
        (Adder(2), "Adder", '{"number": 3}', 5),
        (Adder(2).minus, "minus", '{"number": 3}', -1),
        (lambda: 5, "lambda", "", 5),
    ],
)
def test_whatever_can_be_called_is_a_tool(
    call: Callable[..., object], name: str, arguments: str, result: int
) -> None:
    assert Tool(call).name == name
    assert Tool(call).bind(arguments)() == result


def test_what_is_bound_already_is_hidden_from_the_model() -> None:
    assert parameters(partial(weather, unit="F"))["properties"] == {
        "city": {"type": "string", "description": "Where."}
    }
    assert Tool(partial(weather, unit="F")).bind('{"city": "Oslo"}')() == "Oslo: 7 F"


def test_parameters_may_be_called_as_what_every_model_has() -> None:
    def call(copy: int, model_config: str, self_: bool = True, json: int = 3) -> object:
        return copy, model_config, self_, json

    assert parameters(call)["required"] == ["copy", "model_config"]
    assert Tool(call).bind('{"copy": 1, "model_config": "a"}')() == (1, "a", True, 3)


def test_defaults_that_json_cannot_write_are_not_told() -> None:
    def call(text: str | object = object) -> object:
        return text

    properties = parameters(call)["properties"]
    assert properties == {"text": {"anyOf": [{"type": "string"}, {}]}}
    assert Tool(call).bind("{}")() is object


def starred(*args: int) -> None: ...


def gathering(**options: int) -> None: ...


def unannotated(city: object) -> None: ...


del unannotated.__annotations__["city"]


@pytest.mark.parametrize(
    ("call", "field", "rule"),
    [
        (starred, "tools.starred.args", "by name"),
        (gathering, "tools.gathering.options", "by name"),
        (unannotated, "tools.unannotated.city", "Needs an annotation"),
        (vars, "tools.vars", "signature cannot be read"),
        (int, "tools.int", "of an object"),
    ],
)
def test_what_a_model_cannot_call_is_refused(
    call: Callable[..., object], field: str, rule: str
) -> None:
    with pytest.raises(RequestError, match=rule) as caught:
        chat_tools([call])
    assert caught.value.field == field


def test_an_annotation_that_cannot_be_read_is_refused() -> None:
    def call(city: str) -> str:
        return city

    call.__annotations__["city"] = "Nowhere"
    with pytest.raises(RequestError, match="signature cannot be read"):
        chat_tools([call])


def test_a_type_that_json_cannot_become_is_refused() -> None:
    def call(error: BaseException) -> None: ...

    with pytest.raises(RequestError, match="Not a type"):
        chat_tools([call])
