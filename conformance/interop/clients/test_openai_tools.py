"""The official `openai` client: tools and structured output, on every surface."""

from __future__ import annotations

import json
from typing import Literal

import openai
import pytest
from openai.types.chat import (
    ChatCompletionMessageFunctionToolCall,
    ChatCompletionMessageParam,
    ChatCompletionMessageToolCallUnion,
    ChatCompletionToolUnionParam,
)
from openai.types.shared_params import ResponseFormatJSONSchema
from pydantic import BaseModel

from interop.clients.surfaces import CHAT_MODEL, SURFACES, TOKEN, Surface, server_url

each_surface = pytest.mark.parametrize("surface", SURFACES, ids=lambda surface: surface.name)

FRANCE: ChatCompletionMessageParam = {"role": "user", "content": "What is the capital of France?"}
WEATHER: ChatCompletionMessageParam = {
    "role": "user",
    "content": "What's the weather like in Boston today?",
}
TOOLS: list[ChatCompletionToolUnionParam] = [
    {
        "type": "function",
        "function": {
            "name": "get_current_weather",
            "description": "Get the current weather in a given location",
            "parameters": {
                "type": "object",
                "properties": {
                    "location": {
                        "type": "string",
                        "description": "The city and state, e.g. San Francisco, CA",
                    },
                    "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
                },
                "required": ["location"],
            },
        },
    }
]


class City(BaseModel):
    name: str
    population: int


class Weather(BaseModel, extra="forbid"):
    """What the tool's schema admits."""

    location: str
    unit: Literal["celsius", "fahrenheit"] = "celsius"


def client(surface: Surface) -> openai.OpenAI:
    return openai.OpenAI(base_url=server_url() + surface.path, api_key=TOKEN, max_retries=0)


def function(
    calls: list[ChatCompletionMessageToolCallUnion] | None,
) -> ChatCompletionMessageFunctionToolCall:
    """The only call, which has to be one of a function."""
    (call,) = calls or []
    assert isinstance(call, ChatCompletionMessageFunctionToolCall)
    return call


@each_surface
def test_a_tool_is_called_with_arguments_that_fit_its_schema(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[WEATHER], tools=TOOLS, tool_choice="auto"
        )

    (choice,) = answer.choices
    call = function(choice.message.tool_calls)
    assert (choice.finish_reason, choice.message.content) == ("tool_calls", None)
    assert call.id
    assert call.function.name == "get_current_weather"
    Weather.model_validate_json(call.function.arguments)


@each_surface
def test_a_streamed_call_puts_together_the_call_of_the_whole_answer(surface: Surface) -> None:
    with client(surface) as caller:
        whole = caller.chat.completions.create(model=CHAT_MODEL, messages=[WEATHER], tools=TOOLS)
        stream = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[WEATHER], tools=TOOLS, stream=True
        )
        pieces = [
            piece
            for chunk in stream
            for choice in chunk.choices
            for piece in choice.delta.tool_calls or []
        ]

    named = [piece.function.name for piece in pieces if piece.function and piece.function.name]
    arguments = "".join(piece.function.arguments or "" for piece in pieces if piece.function)
    assert named == ["get_current_weather"]
    assert arguments == function(whole.choices[0].message.tool_calls).function.arguments


@each_surface
def test_the_result_of_a_tool_is_answered_with_text(surface: Surface) -> None:
    with client(surface) as caller:
        asked = caller.chat.completions.create(model=CHAT_MODEL, messages=[WEATHER], tools=TOOLS)
        call = function(asked.choices[0].message.tool_calls)
        answer = caller.chat.completions.create(
            model=CHAT_MODEL,
            messages=[
                WEATHER,
                {
                    "role": "assistant",
                    "tool_calls": [
                        {
                            "id": call.id,
                            "type": "function",
                            "function": {
                                "name": call.function.name,
                                "arguments": call.function.arguments,
                            },
                        }
                    ],
                },
                {"role": "tool", "tool_call_id": call.id, "content": "22 degrees and sunny"},
            ],
            tools=TOOLS,
        )

    assert answer.choices[0].message.content
    assert answer.choices[0].finish_reason == "stop"


@each_surface
def test_tools_are_left_alone_when_none_may_be_called(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[WEATHER], tools=TOOLS, tool_choice="none"
        )

    assert answer.choices[0].message.content
    assert not answer.choices[0].message.tool_calls


@each_surface
def test_parse_returns_an_object_of_the_given_class(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.parse(
            model=CHAT_MODEL, messages=[FRANCE], response_format=City
        )

    assert isinstance(answer.choices[0].message.parsed, City)


@each_surface
def test_the_stream_helper_parses_the_same_object(surface: Surface) -> None:
    with client(surface) as caller:
        whole = caller.chat.completions.parse(
            model=CHAT_MODEL, messages=[FRANCE], response_format=City
        )
        with caller.chat.completions.stream(
            model=CHAT_MODEL, messages=[FRANCE], response_format=City
        ) as stream:
            streamed = stream.get_final_completion()

    assert streamed.choices[0].message.parsed == whole.choices[0].message.parsed


@each_surface
def test_a_json_schema_is_kept(surface: Surface) -> None:
    schema: ResponseFormatJSONSchema = {
        "type": "json_schema",
        "json_schema": {"name": "city", "strict": True, "schema": City.model_json_schema()},
    }
    with client(surface) as caller:
        answer = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[FRANCE], response_format=schema
        )

    City.model_validate_json(answer.choices[0].message.content or "")


@each_surface
def test_json_mode_gives_an_object(surface: Surface) -> None:
    with client(surface) as caller:
        answer = caller.chat.completions.create(
            model=CHAT_MODEL, messages=[FRANCE], response_format={"type": "json_object"}
        )

    assert isinstance(json.loads(answer.choices[0].message.content or ""), dict)
