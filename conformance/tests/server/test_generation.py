"""What models say keeps to the request."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from invocant_conformance.server.generation import generate, prompt_tokens
from invocant_conformance.server.tokenizer import count

from .examples import MESSAGES, TOOL

SEEDS = st.integers(0, 1000)


def said(server_seed: int = 0, **parameters: Any) -> Any:
    return generate({"messages": MESSAGES} | parameters, model="m", seed=server_seed)


@given(SEEDS)
def test_the_same_request_has_the_same_answer(seed: int) -> None:
    assert said(seed) == said(seed)


@given(SEEDS)
def test_the_order_of_members_does_not_change_the_answer(seed: int) -> None:
    reversed_members = [dict(reversed(message.items())) for message in MESSAGES]
    assert said(seed, messages=reversed_members) == said(seed)


def test_the_seed_of_the_request_counts_more_than_the_servers() -> None:
    assert said(1, seed=7) == said(2, seed=7) != said(1, seed=8)


@given(SEEDS)
def test_an_answer_says_something_and_stops(seed: int) -> None:
    (answer,) = said(seed).answers
    assert answer.text.strip()
    assert answer.finish_reason == "stop"
    assert answer.cost == count(answer.text)


@given(SEEDS, st.integers(1, 12), st.sampled_from(["max_tokens", "max_completion_tokens"]))
def test_an_answer_cut_at_the_limit_finishes_with_length(seed: int, limit: int, name: str) -> None:
    (answer,) = said(seed, **{name: limit}).answers
    assert (answer.finish_reason, answer.cost, count(answer.text)) == ("length", limit, limit)


@given(SEEDS)
def test_an_answer_as_long_as_the_limit_stops(seed: int) -> None:
    (whole,) = said(seed).answers
    (limited,) = said(seed, max_tokens=whole.cost).answers
    assert limited == whole


@given(SEEDS, st.sampled_from([[" the"], ["."], ["e"], ["!", "…", " 🙂", "."]]))
def test_an_answer_holds_no_stop_sequence(seed: int, stop: list[str]) -> None:
    (answer,) = said(seed, stop=stop).answers
    assert answer.text
    assert not any(sequence in answer.text for sequence in stop)


@given(SEEDS)
def test_an_answer_is_what_stands_before_the_stop_sequence(seed: int) -> None:
    whole, stopped = said(seed).answers[0], said(seed, stop=[" the", "."]).answers[0]
    assert stopped.stop in (" the", ".", None)
    if stopped.stop:
        assert whole.text.startswith(stopped.text + stopped.stop)
    assert stopped.finish_reason == "stop"


def test_json_ends_at_a_stop_sequence_too() -> None:
    (answer,) = said(response_format={"type": "json_object"}, stop=[":"]).answers
    assert (answer.text, answer.stop) == ('{"answer"', ":")


@given(SEEDS, st.integers(1, 40), st.integers(1, 60))
def test_reasoning_takes_at_most_its_budget_and_half_the_limit(
    seed: int, limit: int, budget: int
) -> None:
    thinking = {"type": "enabled", "budget_tokens": budget}
    generation = said(seed, max_tokens=limit, thinking=thinking)
    (answer,) = generation.answers
    assert generation.reasoning_tokens == len(answer.reasoning) <= min(budget, limit // 2)
    assert generation.cost == len(answer.reasoning) + count(answer.text) <= limit


@pytest.mark.parametrize(
    "wish",
    [{"thinking": {"type": "adaptive"}}, {"reasoning_effort": "low"}, {"reasoning_effort": "max"}],
)
def test_reasoning_leaves_the_answer_as_it_is(wish: dict[str, Any]) -> None:
    (plain,), (reasoned,) = said().answers, said(**wish).answers
    assert reasoned.thought
    assert (reasoned.text, plain.thought) == (plain.text, "")


def test_one_stop_sequence_may_stand_without_a_list() -> None:
    assert said(stop=" ") == said(stop=[" "])


def test_n_choices_differ() -> None:
    assert len({answer.text for answer in said(n=4).answers}) == 4


def test_some_answers_hold_text_beyond_ascii() -> None:
    assert any(not said(seed).answers[0].text.isascii() for seed in range(20))


@pytest.mark.parametrize(
    "choice",
    ["required", "auto", None, {"type": "function", "function": {"name": "get_current_weather"}}],
)
def test_a_tool_is_called_with_arguments_that_fit(choice: Any) -> None:
    (answer,) = said(tools=[TOOL], tool_choice=choice).answers
    assert answer.finish_reason == "tool_calls"
    (call,) = answer.calls
    assert call.name == "get_current_weather"
    schema = TOOL["function"]["parameters"]
    assert Draft202012Validator(schema).is_valid(json.loads(call.arguments))


def after_a_tool() -> list[dict[str, Any]]:
    call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    return [
        *MESSAGES,
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "c1", "content": "21 °C"},
    ]


@pytest.mark.parametrize(
    ("choice", "called"),
    [
        ("auto", False),
        ("none", False),
        ("required", True),
        ({"type": "function", "function": {"name": "get_current_weather"}}, True),
    ],
)
def test_after_a_tool_message_only_a_forced_tool_is_called(choice: Any, called: bool) -> None:
    (answer,) = said(messages=after_a_tool(), tools=[TOOL], tool_choice=choice).answers
    assert bool(answer.calls) == called


def test_a_result_is_answered_with_text_although_the_user_says_more() -> None:
    turns = [*after_a_tool(), {"role": "user", "content": "Thanks, go on."}]
    (answer,) = said(messages=turns, tools=[TOOL]).answers
    assert answer.text
    assert not answer.calls


def tool(name: str) -> dict[str, Any]:
    return {"type": "function", "function": {"name": name}}


TOOLS = [tool(name) for name in ("a", "b", "c", "d", "e")]


@pytest.mark.parametrize(
    ("question", "parallel", "called"),
    [
        ("hi", None, "a"),
        ("hi", False, "a"),
        ("hi", True, "abcd"),
        ("Call c, then b.", None, "cb"),
        ("Call c, then b.", True, "cb"),
        ("Call c, then b, then c.", False, "c"),
        ("abc", None, "a"),
    ],
)
def test_which_tools_are_called(question: str, parallel: bool | None, called: str) -> None:
    asked = [{"role": "user", "content": question}]
    (answer,) = said(messages=asked, tools=TOOLS, parallel_tool_calls=parallel).answers
    assert "".join(call.name for call in answer.calls) == called
    assert len({call.id for call in answer.calls}) == len(called)
    assert answer.cost == sum(call.cost for call in answer.calls)


def test_parts_of_a_question_name_tools_too() -> None:
    asked = [{"role": "user", "content": [{"type": "text", "text": "b and"}, {"text": "d"}]}]
    (answer,) = said(messages=asked, tools=TOOLS).answers
    assert [call.name for call in answer.calls] == ["b", "d"]


def test_a_call_is_never_cut_and_costs_at_most_the_limit() -> None:
    (answer,) = said(tools=[TOOL], max_tokens=2).answers
    assert json.loads(answer.calls[0].arguments)
    assert answer.cost == 2


def test_json_schema_answers_fit_the_schema() -> None:
    schema = {"type": "object", "properties": {"pop": {"type": "integer"}}, "required": ["pop"]}
    wanted = {"type": "json_schema", "json_schema": {"name": "city", "schema": schema}}
    (answer,) = said(response_format=wanted).answers
    assert Draft202012Validator(schema).is_valid(json.loads(answer.text))


def test_json_object_answers_are_objects() -> None:
    (answer,) = said(response_format={"type": "json_object"}).answers
    assert isinstance(json.loads(answer.text), dict)


def test_every_text_of_the_prompt_counts() -> None:
    parts = [{"type": "text", "text": "one two"}, {"type": "text", "text": "three"}]
    listed = prompt_tokens({"messages": [{"role": "user", "content": parts}]})
    plain = prompt_tokens({"messages": [{"role": "user", "content": "one two three"}]})
    assert listed == plain == count("one two three") + 3
