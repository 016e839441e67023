"""Requests of model makers as chats, and the rules that their schemas cannot say."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.json_values import JsonObject, JsonValue
from invocant_conformance.server.errors import Refused
from invocant_conformance.server.vendor import (
    gemini_request,
    messages_request,
    responses_request,
)
from invocant_conformance.server.vendor.writing import Writing, signature, write

QUESTION: JsonObject = {"messages": [{"role": "user", "content": "hi"}]}


def _write(budget: int | None = None, stops: tuple[str, ...] = (), **chat: Any) -> Writing:
    return write({**QUESTION, **chat}, model="m", seed=0, budget=budget, stops=stops)


@given(limit=st.integers(1, 200), budget=st.none() | st.integers(0, 200))
def test_no_answer_and_its_thought_have_more_tokens_than_the_limit(
    limit: int, budget: int | None
) -> None:
    writing = _write(budget, max_tokens=limit)
    assert writing.cost <= limit
    assert len(writing.thought) <= (budget or 0)


@given(stop=st.text("aeiou .", min_size=1, max_size=2))
def test_no_text_holds_a_stop_sequence(stop: str) -> None:
    [written] = _write(stops=(stop,)).answers
    assert stop not in written.text
    assert (written.finish == "stop_sequence") == (written.stop == stop)


def test_an_answer_is_the_same_with_and_without_a_limit_that_it_keeps() -> None:
    assert _write(max_tokens=1000).answers == _write().answers


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
