"""Requests of model makers as chats, and the rules that their schemas cannot say."""

import json
from typing import Any

import pytest

from invocant_conformance.json_values import JsonObject, JsonValue
from invocant_conformance.server.errors import Refused
from invocant_conformance.server.thoughts import signature
from invocant_conformance.server.vendor import (
    gemini_request,
    messages_request,
    responses_request,
)

TOOLS: list[JsonValue] = [{"name": "a", "input_schema": {"type": "object"}}]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"role": "user", "content": "hi"}, {"role": "user", "content": "hi"}),
        (
            {"type": "function_call_output", "call_id": "c", "output": "21"},
            {"role": "tool", "tool_call_id": "c", "content": "21"},
        ),
        (
            {"role": "user", "content": [{"type": "input_text", "text": "hi"}]},
            {"role": "user", "content": [{"type": "text", "text": "hi"}]},
        ),
    ],
)
def test_an_item_of_responses_is_a_message(item: JsonObject, message: JsonObject) -> None:
    assert responses_request.chat({"input": [item]})["messages"] == [message]


def test_allowed_tools_are_all_that_may_be_called() -> None:
    tools: list[JsonValue] = [
        {"type": "function", "name": name, "parameters": {}} for name in ("a", "b")
    ]
    choice: JsonValue = {"type": "allowed_tools", "mode": "required", "tools": [{"name": "b"}]}
    made = responses_request.chat({"input": "hi", "tools": tools, "tool_choice": choice})
    assert made["tools"] == [{"type": "function", "function": {"name": "b", "parameters": {}}}]
    assert made["tool_choice"] == "required"


def test_results_of_messages_follow_their_calls() -> None:
    turns = [
        {"role": "assistant", "content": [_block("tool_use", id="t", name="f", input={"a": 1})]},
        {"role": "user", "content": [_block("tool_result", tool_use_id="t", content="21")]},
    ]
    call, result = _messages(turns)
    assert json.loads(call["tool_calls"][0]["function"]["arguments"]) == {"a": 1}
    assert result == {
        "role": "tool",
        "tool_call_id": "t",
        "content": [{"type": "text", "text": "21"}],
    }


def test_a_result_without_a_call_is_refused() -> None:
    turn: JsonValue = {"role": "user", "content": [_block("tool_result", tool_use_id="t")]}
    with pytest.raises(Refused, match="answers no tool_use"):
        messages_request.check({"messages": [turn]})


def test_only_an_unchanged_thought_is_taken_back() -> None:
    signed = _block("thinking", thinking="Euclid.", signature=signature("Euclid."))
    messages_request.check({"messages": [{"role": "assistant", "content": [signed]}]})
    changed = {**signed, "thinking": "Gauss."}
    with pytest.raises(Refused, match="signature"):
        messages_request.check({"messages": [{"role": "assistant", "content": [changed]}]})


@pytest.mark.parametrize(("limit", "taken"), [(1024, False), (1025, True)])
def test_a_budget_is_below_the_limit(limit: int, taken: bool) -> None:
    thinking: JsonValue = {"type": "enabled", "budget_tokens": 1024}
    request: JsonObject = {"messages": [], "max_tokens": limit, "thinking": thinking}
    if taken:
        messages_request.check(request)
    else:
        with pytest.raises(Refused, match="budget_tokens 1024 is not less than max_tokens 1024"):
            messages_request.check(request)


@pytest.mark.parametrize(
    ("choice", "parallel"),
    [
        ({"type": "auto"}, None),
        ({"type": "any", "disable_parallel_tool_use": True}, False),
        ({"type": "auto", "disable_parallel_tool_use": False}, True),
    ],
)
def test_a_message_says_whether_tools_may_be_called_together(
    choice: JsonValue, parallel: bool | None
) -> None:
    made = messages_request.chat({"messages": [], "tools": TOOLS, "tool_choice": choice})
    assert made.get("parallel_tool_calls") == parallel


def test_every_format_asks_a_chat_to_stop_and_to_think() -> None:
    thinking: JsonValue = {"type": "enabled", "budget_tokens": 9}
    message: JsonObject = {"messages": [], "stop_sequences": ["a"], "thinking": thinking}
    config: JsonValue = {"stopSequences": ["a"], "thinkingConfig": {"thinkingBudget": 9}}
    expected = {"messages": [], "stop": ["a"], "thinking": thinking}
    assert messages_request.chat(message) == expected
    assert gemini_request.chat({"contents": [], "generationConfig": config}) == expected
    made = responses_request.chat({"input": "hi", "reasoning": {"effort": "low"}})
    assert made["thinking"] == {"type": "enabled", "budget_tokens": 64}


def test_schemas_of_gemini_become_those_of_json() -> None:
    schema: JsonObject = {"type": "OBJECT", "properties": {"a": {"type": "STRING"}}}
    assert gemini_request.json_schema(schema) == {
        "type": "object",
        "properties": {"a": {"type": "string"}},
    }


@pytest.mark.parametrize(("given_budget", "used"), [(0, None), (512, 512), (-1, 64), (None, 64)])
def test_a_thinking_budget_may_be_left_to_gemini(
    given_budget: int | None, used: int | None
) -> None:
    config = {"thinkingConfig": {"thinkingBudget": given_budget, "includeThoughts": True}}
    assert gemini_request.budget({"contents": [], "generationConfig": config}) == used


def _block(kind: str, **members: Any) -> dict[str, Any]:
    return {"type": kind, **members}


def _messages(turns: list[dict[str, Any]]) -> Any:
    return messages_request.chat({"messages": turns})["messages"]
