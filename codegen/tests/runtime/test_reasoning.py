"""A wanted effort of reasoning, in the words of the model."""

import pytest

from runtime.errors import RequestError
from runtime.reasoning import members_for

CATALOGUE = {
    "reasoning": {
        "headroom_tokens": 4096,
        "kinds": {
            "budget": {
                "efforts": {
                    "none": {},
                    "low": {"thinking": {"type": "enabled", "budget_tokens": 1024}},
                }
            },
            "adaptive": {"efforts": {"low": {"output_config": {"effort": "low"}}}},
            "forwarded": {},
        },
    },
    "models": [
        {"name": "thinker", "entity_name": "system.ai.thinker", "reasoning": "budget"},
        {"name": "decider", "reasoning": "adaptive"},
        {"name": "knower", "reasoning": "forwarded"},
        {"name": "talker"},
    ],
}
BUDGET = {"thinking": {"type": "enabled", "budget_tokens": 1024}}


@pytest.mark.parametrize(
    ("model", "effort", "max_tokens", "expected"),
    [
        ("thinker", "low", None, {**BUDGET, "max_tokens": 5120}),
        ("system.ai.thinker", "low", None, {**BUDGET, "max_tokens": 5120}),
        ("databricks/thinker", "low", None, {**BUDGET, "max_tokens": 5120}),
        ("thinker", "low", 9000, {**BUDGET, "max_tokens": 9000}),
        ("thinker", "low", 100, {**BUDGET, "max_tokens": 100}),
        ("thinker", "none", None, {}),
        ("thinker", "none", 100, {"max_tokens": 100}),
        ("decider", "low", None, {"output_config": {"effort": "low"}}),
        ("knower", "low", None, {"reasoning_effort": "low"}),
        ("knower", "enormous", 100, {"reasoning_effort": "enormous", "max_tokens": 100}),
        ("talker", "low", None, {"reasoning_effort": "low"}),
        ("endpoint-of-ours", "low", None, {"reasoning_effort": "low"}),
    ],
)
def test_an_effort_is_told_in_the_words_of_the_model(
    model: str, effort: str, max_tokens: int | None, expected: dict[str, object]
) -> None:
    assert members_for(CATALOGUE, model, effort, max_tokens) == expected


@pytest.mark.parametrize("model", ["thinker", "decider"])
def test_an_effort_without_a_meaning_is_refused(model: str) -> None:
    with pytest.raises(RequestError, match=f"for {model}") as caught:
        members_for(CATALOGUE, model, "enormous", None)
    assert caught.value.field == "effort"
