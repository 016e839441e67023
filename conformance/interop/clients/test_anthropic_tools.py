"""The official `anthropic` client calls tools, carries thoughts on and gets structured answers."""

from __future__ import annotations

import anthropic
import pytest
from anthropic import beta_tool
from anthropic.types import MessageParam, ThinkingConfigEnabledParam, ToolParam
from anthropic.types.beta import BetaMessageParam
from pydantic import BaseModel

from interop.clients.anthropic_places import (
    GATEWAY,
    HELLO,
    Place,
    client,
    each_place,
    each_workspace,
    text_of,
)

WEATHER: ToolParam = {
    "name": "get_weather",
    "description": "Get the current weather in a given location",
    "input_schema": {
        "type": "object",
        "properties": {
            "location": {"type": "string", "description": "The city, e.g. San Francisco"},
            "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
        },
        "required": ["location"],
    },
}
GREETING: list[BetaMessageParam] = [{"role": "user", "content": "Hello, Claude"}]
THINKING: ThinkingConfigEnabledParam = {"type": "enabled", "budget_tokens": 1024}


class City(BaseModel):
    name: str
    population: int


@each_place
def test_a_tool_is_called_and_its_result_is_answered_with_text(place: Place) -> None:
    with client(place) as caller:
        asked = caller.messages.create(
            model=place.model, max_tokens=1024, messages=HELLO, tools=[WEATHER]
        )
        (call,) = [block for block in asked.content if block.type == "tool_use"]
        result: MessageParam = {
            "role": "user",
            "content": [{"type": "tool_result", "tool_use_id": call.id, "content": "15 degrees"}],
        }
        turns: list[MessageParam] = [*HELLO, {"role": "assistant", "content": asked.content}]
        answered = caller.messages.create(
            model=place.model, max_tokens=1024, messages=[*turns, result], tools=[WEATHER]
        )

    assert (asked.stop_reason, call.name) == ("tool_use", "get_weather")
    assert isinstance(call.input["location"], str)
    assert answered.stop_reason == "end_turn"
    assert text_of(answered)


@each_place
def test_the_input_of_a_streamed_tool_call_is_put_together(place: Place) -> None:
    with (
        client(place) as caller,
        caller.messages.stream(
            model=place.model,
            max_tokens=1024,
            messages=HELLO,
            tools=[WEATHER],
            tool_choice={"type": "tool", "name": "get_weather"},
        ) as stream,
    ):
        pieces = [event.partial_json for event in stream if event.type == "input_json"]
        (call,) = stream.get_final_message().content

    assert len(pieces) > 1
    assert call.type == "tool_use"
    assert isinstance(call.input["location"], str)


@beta_tool
def get_weather(location: str) -> str:
    """Get the weather.

    Args:
        location: The city.
    """
    return f"sunny in {location}"


@each_place
def test_the_tool_runner_runs_a_tool_and_ends_with_a_text(place: Place) -> None:
    with client(place) as caller:
        runner = caller.beta.messages.tool_runner(
            model=place.model, max_tokens=1024, messages=GREETING, tools=[get_weather], thread=False
        )
        reasons = [message.stop_reason for message in runner]

    assert reasons == ["tool_use", "end_turn"]


def test_the_tool_runner_is_told_by_a_gateway_that_it_keeps_no_conversation() -> None:
    with client(GATEWAY) as caller:
        runner = caller.beta.messages.tool_runner(
            model=GATEWAY.model, max_tokens=1024, messages=GREETING, tools=[get_weather]
        )
        reasons = [message.stop_reason for message in runner]

    assert reasons == ["tool_use", "end_turn"]


@each_workspace
def test_the_tool_runner_needs_thread_false_where_errors_are_not_anthropics(place: Place) -> None:
    with client(place) as caller:
        runner = caller.beta.messages.tool_runner(
            model=place.model, max_tokens=1024, messages=GREETING, tools=[get_weather]
        )
        with pytest.raises(anthropic.BadRequestError, match="thread"):
            runner.until_done()


@each_place
def test_thoughts_are_signed_and_taken_back(place: Place) -> None:
    with client(place) as caller:
        first = caller.messages.create(
            model=place.model, max_tokens=2048, messages=HELLO, thinking=THINKING
        )
        turns: list[MessageParam] = [
            *HELLO,
            {"role": "assistant", "content": first.content},
            {"role": "user", "content": "And then?"},
        ]
        second = caller.messages.create(
            model=place.model, max_tokens=2048, messages=turns, thinking=THINKING
        )

    for message in (first, second):
        thought, text = message.content
        assert thought.type == "thinking"
        assert thought.thinking
        assert thought.signature
        assert text.type == "text"
    assert text_of(first) != text_of(second)


@each_place
def test_thoughts_stream_before_the_text_with_their_signature(place: Place) -> None:
    with (
        client(place) as caller,
        caller.messages.stream(
            model=place.model, max_tokens=2048, messages=HELLO, thinking=THINKING
        ) as stream,
    ):
        kinds = [event.type for event in stream if event.type in ("thinking", "signature", "text")]
        thought = stream.get_final_message().content[0]

    assert list(dict.fromkeys(kinds)) == ["thinking", "signature", "text"]
    assert thought.type == "thinking"
    assert thought.signature


@each_place
def test_a_parsed_answer_is_an_instance_of_the_model(place: Place) -> None:
    with client(place) as caller:
        message = caller.messages.parse(
            model=place.model, max_tokens=1024, messages=HELLO, output_format=City
        )

    assert isinstance(message.parsed_output, City)
