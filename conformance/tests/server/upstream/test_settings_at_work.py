"""Fallbacks, limits and guardrails of endpoints whose models are asked for real."""

import json
from typing import Any

import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.client.received import Received
from invocant_conformance.raw.answer import Answer

from ..answers import chunks, text_of
from .chain import QUESTION, Front, custom
from .scripts import DONE, LEAST, STREAM, answer, event

FALLBACK = {"fallback_config": {"enabled": True}}
ERROR = {"error": {"message": "No."}}


def routes(first: str, *others: str) -> dict[str, Any]:
    split = [{"served_model_name": first, "traffic_percentage": 100}]
    split += [{"served_model_name": name, "traffic_percentage": 0} for name in others]
    return {"traffic_config": {"routes": split}}


def two(scripted: Front, second: dict[str, Any], **settings: Any) -> None:
    """Serve an entity at /a of the scripted provider, and one that stands in for it."""
    first = custom(f"{scripted.provider}/a", "a")
    scripted.serve("two", first, second, config=routes("a", "b"), ai_gateway=settings)


def by_path(origin: Origin, **answers: Answer) -> None:
    def play(number: int, request: Received) -> Answer | None:
        return answers.get(request.target.split("/")[1])

    origin.answer_with(play)


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 529])
@pytest.mark.parametrize("stream", [False, True])
def test_the_next_entity_answers_for_one_that_fails(
    scripted: Front, origin: Origin, status: int, stream: bool
) -> None:
    two(scripted, custom(f"{scripted.provider}/b", "b"), **FALLBACK)
    good = Answer(headers=STREAM, pieces=(event("Mild", "stop"), DONE), framing="chunked")
    by_path(origin, a=answer(ERROR, status), b=good if stream else answer(LEAST))
    got = scripted.chat("two", stream=stream)
    assert (got.status_code, got.headers["served-model-name"]) == (200, "b")
    assert [request.target[:3] for request in origin.requests] == ["/a/", "/b/"]


def test_a_model_here_stands_in_for_a_provider_that_fails(scripted: Front, origin: Origin) -> None:
    two(scripted, custom("https://models.example.com", "b"), **FALLBACK)
    by_path(origin, a=answer(ERROR, 500))
    got = scripted.chat("two")
    assert (got.status_code, got.headers["served-model-name"]) == (200, "b")


def test_a_stream_that_does_not_begin_is_a_failure(scripted: Front, origin: Origin) -> None:
    two(scripted, custom(f"{scripted.provider}/b", "b"), **FALLBACK)
    cut = Answer(headers=STREAM, framing="chunked", truncated=True, end="close")
    good = Answer(headers=STREAM, pieces=(event("Mild", "stop"), DONE), framing="chunked")
    by_path(origin, a=cut, b=good)
    got = scripted.chat("two", stream=True)
    assert (got.headers["served-model-name"], text_of(chunks(got))) == ("b", "Mild")


@pytest.mark.parametrize(("settings", "status"), [(FALLBACK, 400), ({}, 500)])
def test_other_refusals_and_other_settings_end_it(
    scripted: Front, origin: Origin, settings: dict[str, Any], status: int
) -> None:
    two(scripted, custom(f"{scripted.provider}/b", "b"), **settings)
    by_path(origin, a=answer(ERROR, status), b=answer(LEAST))
    assert (scripted.chat("two").status_code, len(origin.requests)) == (status, 1)


def test_the_last_failure_is_answered_where_all_fail(scripted: Front, origin: Origin) -> None:
    two(scripted, custom(f"{scripted.provider}/b", "b"), **FALLBACK)
    by_path(origin, a=answer(ERROR, 500), b=answer(ERROR, 529))
    got = scripted.chat("two")
    assert got.status_code == 529
    assert "'b' answered with 529" in got.json()["message"]


def test_a_gateway_falls_back_to_what_the_request_names(scripted: Front, origin: Origin) -> None:
    scripted.serve("mine", custom(f"{scripted.provider}/a"))
    scripted.serve("two", custom(f"{scripted.provider}/b"))
    by_path(origin, a=answer(ERROR, 500), b=answer(LEAST))
    body = {"model": "mine", "messages": QUESTION, "fallbacks": ["two"]}
    got = scripted.http.post("/chat/completions", json=body)
    assert (got.status_code, got.headers["x-litellm-attempted-fallbacks"]) == (200, "1")
    assert origin.requests[0].json() == {
        "model": "databricks-meta-llama-3-3-70b-instruct",
        "messages": QUESTION,
    }


def test_traffic_is_split_over_providers(scripted: Front, origin: Origin) -> None:
    split = [{"served_model_name": name, "traffic_percentage": 50} for name in "ab"]
    entities = [custom(f"{scripted.provider}/{name}", name) for name in "ab"]
    scripted.serve("two", *entities, config={"traffic_config": {"routes": split}})
    by_path(origin, a=answer(LEAST), b=answer(LEAST))
    names = [scripted.chat("two").headers["served-model-name"] for _ in range(20)]
    assert 8 <= names.count("a") <= 12
    assert [request.target[1] for request in origin.requests] == names


def limits(**members: Any) -> dict[str, Any]:
    return {"rate_limits": [{"renewal_period": "minute", **members}]}


def test_calls_above_the_limit_do_not_reach_the_provider(scripted: Front, origin: Origin) -> None:
    scripted.serve("mine", custom(origin.url), ai_gateway=limits(calls=1))
    origin.play(answer(LEAST), answer(LEAST))
    assert [scripted.chat("mine").status_code for _ in range(2)] == [200, 429]
    assert len(origin.requests) == 1


USAGE: dict[str, Any] = {"choices": [], "usage": {"prompt_tokens": 1, "total_tokens": 30}}
SILENT = {name: value for name, value in LEAST.items() if name != "usage"}


@pytest.mark.parametrize(
    ("played", "spent"),
    [
        (answer(LEAST), 16),
        (answer(SILENT), (len(QUESTION[0]["content"]) + len("Mild.") + 1) // 4),
        (
            Answer(
                headers=STREAM,
                pieces=(event("Mild", "stop"), b"data: " + json.dumps(USAGE).encode() + b"\n\n"),
                framing="chunked",
            ),
            30,
        ),
        (
            Answer(headers=STREAM, pieces=(event("Mild", "stop"),), framing="chunked"),
            (len(QUESTION[0]["content"]) + len("Mild") + 1) // 4,
        ),
    ],
)
def test_tokens_are_counted_as_stated_or_estimated(
    scripted: Front, origin: Origin, played: Answer, spent: int
) -> None:
    stream = played.headers == STREAM
    for tokens, second in ((spent, 429), (spent + 1, 200)):
        scripted.http.delete("/api/2.0/serving-endpoints/mine")
        scripted.serve("mine", custom(origin.url), ai_gateway=limits(tokens=tokens))
        origin.play(played, played)
        statuses = [scripted.chat("mine", stream=stream).status_code for _ in range(2)]
        assert statuses == [200, second]


def test_personal_data_do_not_reach_the_provider(scripted: Front, origin: Origin) -> None:
    guardrails = {"guardrails": {"input": {"pii": {"behavior": "MASK"}}}}
    scripted.serve("mine", custom(origin.url), ai_gateway=guardrails)
    origin.play(answer(LEAST))
    messages = [{"role": "user", "content": "Write to jane@example.com"}]
    assert scripted.query("mine", messages=messages).status_code == 200
    assert b"jane" not in origin.requests[0].body


@pytest.mark.parametrize("stream", [False, True])
def test_an_answer_with_a_keyword_is_blocked(scripted: Front, origin: Origin, stream: bool) -> None:
    guardrails = {"guardrails": {"output": {"invalid_keywords": ["Mild fog"]}}}
    scripted.serve("mine", custom(origin.url), ai_gateway=guardrails)
    message = {"role": "assistant", "content": "Mild fog."}
    whole = {**LEAST, "choices": [{"index": 0, "message": message}]}
    pieces = (event("Mild f"), event("og.", "stop"), DONE)
    streamed = Answer(headers=STREAM, pieces=pieces, framing="chunked")
    origin.play(streamed if stream else answer(whole))
    got = scripted.chat("mine", stream=stream)
    assert got.status_code == 400
    assert "output_guardrail" in got.json()["message"]


def test_a_stream_that_is_looked_at_first_is_whole_afterwards(
    scripted: Front, origin: Origin
) -> None:
    guardrails = {"guardrails": {"output": {"invalid_keywords": ["storm"]}}}
    scripted.serve("mine", custom(origin.url), ai_gateway=guardrails)
    pieces = (event("Mild f"), event("og.", "stop"), DONE)
    origin.play(Answer(headers=STREAM, pieces=pieces, framing="chunked"))
    assert text_of(chunks(scripted.chat("mine", stream=True))) == "Mild fog."


def test_queries_are_counted(scripted: Front, origin: Origin) -> None:
    scripted.serve("mine", custom(origin.url))
    origin.play(answer(LEAST), answer(ERROR, 529))
    for _ in range(2):
        scripted.chat("mine")
    metrics = scripted.http.get("/api/2.0/serving-endpoints/mine/metrics").text
    counts = dict(line.rsplit(" ", 1) for line in metrics.splitlines() if line[:1] != "#")
    found = {name.partition("{")[0]: float(value) for name, value in counts.items()}
    assert found["request_count_total"] == 2
    assert found["request_5xx_count_total"] == 1
