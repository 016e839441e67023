"""Judging texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.json_values import JsonObject, as_object
from invocant_conformance.server import moderation
from invocant_conformance.server.moderation import Item

MODELS = ("text-moderation-stable", "omni-moderation-latest")


def judged(text: str, model: str = MODELS[0]) -> JsonObject:
    return moderation.result(Item(texts=(text,)), model=model, seed=0)


@pytest.mark.parametrize(
    ("given_input", "count"),
    [("a", 1), (["a", "b"], 2), ([{"type": "text", "text": "a"}] * 3, 1)],
)
def test_texts_are_judged_alone_and_parts_as_one(given_input: str | list[str], count: int) -> None:
    assert len(moderation.items({"input": given_input})) == count


def test_a_threat_is_flagged_and_a_greeting_is_not() -> None:
    assert judged("I will kill you")["flagged"] is True
    assert judged("Good morning to you")["flagged"] is False


@given(text=st.text(), model=st.sampled_from(MODELS))
def test_flagged_says_whether_any_category_applies(text: str, model: str) -> None:
    found = judged(text, model)
    assert found["flagged"] is (True in as_object(found["categories"]).values())


@given(text=st.text(), model=st.sampled_from(MODELS))
def test_scores_are_shares_and_both_spellings_agree(text: str, model: str) -> None:
    scores = as_object(judged(text, model)["category_scores"])
    known = {name: score for name, score in scores.items() if score is not None}
    assert all(isinstance(score, float) and 0 <= score <= 1 for score in known.values())
    assert known["self-harm/intent"] == known["self_harm_intent"]


def test_older_models_know_nothing_of_illicit_acts() -> None:
    old, late = (as_object(judged("hi", model)["categories"]) for model in MODELS)
    assert (old["illicit"], late["illicit"]) == (None, False)
    assert "illicit/violent" not in old
