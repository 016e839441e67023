"""Text completions are a function of the request, whole and in pieces."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.chat import Head
from invocant_conformance.server.completion import check, chunks, complete, completion
from invocant_conformance.server.errors import Refused

HEAD = Head(id="cmpl-1", created=1_700_000_000, model="writer")
PROMPTS = st.text(max_size=12) | st.lists(st.text(max_size=8), min_size=1, max_size=3)
REQUESTS = st.fixed_dictionaries(
    {"prompt": PROMPTS},
    optional={
        "n": st.integers(1, 3),
        "echo": st.booleans(),
        "max_tokens": st.integers(1, 8),
        "logprobs": st.integers(0, 2),
        "stop": st.just(["e"]),
    },
)


def whole(request: dict[str, Any]) -> dict[str, Any]:
    generation = complete(request, model="writer", seed=0)
    return dict(completion(HEAD, generation, alternatives=request.get("logprobs")))


def pieces(request: dict[str, Any]) -> list[dict[str, Any]]:
    generation = complete(request, model="writer", seed=0)
    alternatives = request.get("logprobs")
    found = chunks(
        HEAD, generation, alternatives=alternatives, running_usage=True, final_usage=False
    )
    return [dict(chunk) for chunk in found]


@given(REQUESTS)
def test_the_pieces_of_a_stream_are_the_whole_answer(request: dict[str, Any]) -> None:
    answer, received = whole(request), pieces(request)
    choices = [chunk["choices"][0] for chunk in received]
    for choice in answer["choices"]:
        own = [each for each in choices if each["index"] == choice["index"]]
        assert "".join(each["text"] for each in own) == choice["text"]
        assert [each["finish_reason"] for each in own if each["finish_reason"]] == [
            choice["finish_reason"]
        ]
    assert received[-1]["usage"] == answer["usage"]


@given(REQUESTS)
def test_every_prompt_has_n_answers(request: dict[str, Any]) -> None:
    given_prompt: str | list[str] = request["prompt"]
    prompts = [given_prompt] if isinstance(given_prompt, str) else given_prompt
    choices = whole(request)["choices"]
    assert [each["index"] for each in choices] == list(range(len(prompts) * request.get("n", 1)))
    if request.get("echo"):
        number = request.get("n", 1)
        assert all(each["text"].startswith(prompts[each["index"] // number]) for each in choices)


@given(REQUESTS)
def test_max_tokens_is_kept_and_echoes_do_not_count(request: dict[str, Any]) -> None:
    answer = whole(request)
    limit = request.get("max_tokens", 10**6) * len(answer["choices"])
    assert answer["usage"]["completion_tokens"] <= limit


@given(REQUESTS.filter(lambda request: "logprobs" in request))
def test_log_probabilities_run_in_step_with_the_text(request: dict[str, Any]) -> None:
    for choice in whole(request)["choices"]:
        logprobs, text = choice["logprobs"], choice["text"]
        assert "".join(logprobs["tokens"]) == text
        placed = zip(logprobs["text_offset"], logprobs["tokens"], strict=True)
        assert all(text.startswith(token, offset) for offset, token in placed)
        assert all(number <= 0 for number in logprobs["token_logprobs"])
        assert {len(each) for each in logprobs["top_logprobs"]} <= {request["logprobs"]}


@pytest.mark.parametrize(
    ("prompt", "answers"), [("a", 1), (["a", "b"], 2), ([1, 2, 3], 1), ([[1], [2, 3]], 2)]
)
def test_a_prompt_may_be_texts_or_token_ids(prompt: object, answers: int) -> None:
    assert len(whole({"prompt": prompt})["choices"]) == answers


def test_a_seed_makes_another_answer() -> None:
    assert whole({"prompt": "a", "seed": 1}) != whole({"prompt": "a", "seed": 2})


@given(REQUESTS.filter(lambda request: "logprobs" in request))
def test_log_probabilities_are_the_same_whole_and_in_pieces(request: dict[str, Any]) -> None:
    received = [chunk["choices"][0] for chunk in pieces(request)]
    for choice in whole(request)["choices"]:
        own = [each["logprobs"] for each in received if each["index"] == choice["index"]]
        for name, values in choice["logprobs"].items():
            assert [value for each in own if each for value in each[name]] == values


@pytest.mark.parametrize(
    ("request_body", "rule"),
    [
        ({"best_of": 1, "n": 2}, "best_of: 1 is less than n"),
        ({"best_of": 2, "stream": True}, "best_of: answers cannot be streamed"),
        ({"best_of": 2, "n": 2}, None),
        ({"best_of": 1, "stream": True}, None),
        ({"suffix": "end"}, None),
    ],
)
def test_the_best_are_of_at_least_n(request_body: dict[str, Any], rule: str | None) -> None:
    if rule is None:
        check({"prompt": "a", **request_body})
        return
    with pytest.raises(Refused, match=rule):
        check({"prompt": "a", **request_body})
