"""Calling tools for a model, and telling it what they gave back."""

import asyncio
from collections.abc import Callable
from typing import Literal

import pytest
from pydantic import BaseModel, JsonValue, ValidationError

from invocant import (
    AnswerTruncated,
    AsyncToolbox,
    InvocantError,
    ParseError,
    RequestError,
    Tool,
    Toolbox,
    ToolCall,
    ToolError,
    parsed_calls,
    tool_calls,
)
from invocant.models.chat import ChatCompletion
from invocant.models.messages import Message
from invocant.models.responses import ResponsesResponse
from invocant.params.chat import ChatMessage

Tools = Callable[..., object] | Tool


class City(BaseModel):
    name: str


def weather(city: str) -> str:
    """How warm it is."""
    if city == "nowhere":
        raise ToolError("There is no such city.")
    return f"7 in {city}"


def facts(city: City) -> dict[str, object]:
    return {"city": city, "people": 7}


async def slow_weather(city: str) -> str:
    await asyncio.sleep(0)
    return weather(city)


def call(name: str, arguments: str, ident: str | None = "c1") -> JsonValue:
    return {"id": ident, "type": "function", "function": {"name": name, "arguments": arguments}}


def chat(*calls: JsonValue, finish: str = "tool_calls", **message: JsonValue) -> ChatCompletion:
    said = {"role": "assistant", "content": None, "tool_calls": [*calls], **message}
    choice = {"index": 0, "message": said, "finish_reason": finish}
    return ChatCompletion.model_validate({"choices": [choice, choice]})


@pytest.fixture(params=["sync", "async"])
def flavour(request: pytest.FixtureRequest) -> Literal["sync", "async"]:
    chosen: Literal["sync", "async"] = request.param
    return chosen


def run(flavour: str, answer: ChatCompletion, *tools: Tools) -> list[ChatMessage]:
    if flavour == "sync":
        return Toolbox(*tools).run(answer)
    return asyncio.run(AsyncToolbox(*tools).run(answer))


def test_a_chat_goes_on_with_the_answer_and_the_results(flavour: str) -> None:
    calls = [call("weather", '{"city": "Oslo"}'), call("facts", '{"city": {"name": "Rome"}}', "c2")]
    answer = chat(*calls, content="Let me see.", mood="fine")
    assert run(flavour, answer, weather, facts) == [
        {"role": "assistant", "content": "Let me see.", "tool_calls": calls, "mood": "fine"},
        {"role": "tool", "content": "7 in Oslo", "tool_call_id": "c1"},
        {"role": "tool", "content": '{"city":{"name":"Rome"},"people":7}', "tool_call_id": "c2"},
    ]


def test_there_is_nothing_to_add_where_no_tool_is_called(flavour: str) -> None:
    assert run(flavour, chat(finish="stop"), weather) == []
    assert run(flavour, ChatCompletion.model_validate({"choices": []}), weather) == []


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("weather", '{"city": 5}', "The arguments do not fit: city: Input should be a valid"),
        ("weather", "{", "The arguments do not fit: Invalid JSON"),
        ("wheather", "{}", "There is no tool 'wheather'; there are: weather, facts"),
        ("weather", '{"city": "nowhere"}', "There is no such city."),
    ],
)
def test_the_model_is_told_what_it_got_wrong(
    flavour: str, name: str, arguments: str, told: str
) -> None:
    turns = run(flavour, chat(call(name, arguments)), weather, facts)
    assert str(turns[1].get("content")).startswith(told)


def test_what_a_function_raises_comes_out(flavour: str) -> None:
    def failing() -> None:
        City.model_validate({})

    with pytest.raises(ValidationError, match="name"):
        run(flavour, chat(call("failing", "{}")), failing)


def test_asynchronous_functions_are_awaited() -> None:
    turns = run("async", chat(call("slow_weather", '{"city": "Oslo"}')), slow_weather)
    assert turns[1].get("content") == "7 in Oslo"


def test_asynchronous_functions_need_the_asynchronous_box() -> None:
    with pytest.raises(InvocantError, match="AsyncToolbox"):
        run("sync", chat(call("slow_weather", '{"city": "Oslo"}')), slow_weather)


def test_a_cut_answer_is_not_run(flavour: str) -> None:
    answer = chat(call("weather", '{"city": "Os'), finish="length")
    with pytest.raises(AnswerTruncated) as caught:
        run(flavour, answer, weather)
    assert caught.value.answer is answer


def test_a_turn_is_one_that_servers_take() -> None:
    answer = chat(call("weather", '{"city": "Oslo"}'), content="", role=None)
    turn = Toolbox(weather).run(answer)[0]
    assert (turn["role"], turn.get("content")) == ("assistant", None)


def test_a_call_without_an_id_is_answered_without_one() -> None:
    turns = Toolbox(weather).run(chat(call("weather", '{"city": "Oslo"}', None)))
    assert turns[1] == {"role": "tool", "content": "7 in Oslo"}


def test_a_message_goes_on_with_its_blocks_and_the_results() -> None:
    blocks: list[JsonValue] = [
        {"type": "thinking", "thinking": "Hm.", "signature": "s=="},
        {"type": "tool_use", "id": "t1", "name": "weather", "input": {"city": "Oslo"}},
        {"type": "tool_use", "id": "t2", "name": "weather", "input": {"city": "nowhere"}},
    ]
    usage = {"input_tokens": 1, "output_tokens": 1}
    about = {"id": "m", "type": "message", "role": "assistant", "model": "x", "usage": usage}
    answer = Message.model_validate({**about, "content": blocks, "stop_reason": "tool_use"})
    failed = {"content": "There is no such city.", "is_error": True}
    assert Toolbox(weather).run(answer) == [
        {"role": "assistant", "content": blocks},
        {
            "role": "user",
            "content": [
                {"type": "tool_result", "tool_use_id": "t1", "content": "7 in Oslo"},
                {"type": "tool_result", "tool_use_id": "t2", **failed},
            ],
        },
    ]


def test_a_response_goes_on_with_its_items_and_the_results() -> None:
    thought: dict[str, JsonValue] = {"type": "reasoning", "summary": [], "encrypted_content": "e=="}
    called = {"type": "function_call", "name": "weather", "arguments": '{"city": "Oslo"}'}
    answer = ResponsesResponse.model_validate(
        {"output": [thought, {**called, "call_id": "c" * 80, "id": "f"}]}
    )
    assert Toolbox(weather).run(answer) == [
        thought,
        {**called, "call_id": "c" * 64, "id": "f"},
        {"type": "function_call_output", "call_id": "c" * 64, "output": "7 in Oslo"},
    ]


def test_calls_can_be_had_without_a_box() -> None:
    answer = chat(call("City", '{"name": "Oslo"}'), call("weather", "{}", "c2"))
    assert tool_calls(answer) == [
        ToolCall(id="c1", name="City", arguments='{"name": "Oslo"}'),
        ToolCall(id="c2", name="weather", arguments="{}"),
    ]
    assert parsed_calls(answer, City) == [City(name="Oslo")]


def test_arguments_that_do_not_fit_their_type_are_an_error() -> None:
    answer = chat(call("City", "{}"))
    with pytest.raises(ParseError, match="no City: name: Field required") as caught:
        parsed_calls(answer, City)
    assert caught.value.answer is answer


def test_a_box_is_a_sequence_of_tools() -> None:
    box = Toolbox(weather, Tool(facts, name="about"))
    assert [tool.name for tool in box] == ["weather", "about"]
    assert (len(box), box[1].call) == (2, facts)
    assert [tool.name for tool in box[:1]] == ["weather"]


def test_two_tools_cannot_have_one_name() -> None:
    with pytest.raises(RequestError, match="two tools") as caught:
        Toolbox(weather, Tool(facts, name="weather"))
    assert caught.value.field == "tools.weather"
