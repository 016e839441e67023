"""JSON mode returns the keys that the prompt asks for in words."""

from __future__ import annotations

import json

import pytest

from invocant_conformance.json_values import JsonObject, JsonValue, as_object
from invocant_conformance.server.generation import generate
from invocant_conformance.server.named_keys import named

LANGCHAIN = (
    "Answer the following question. "
    "Make sure to return a JSON blob with keys 'answer' and 'justification'.\n\n"
    "What's heavier a pound of bricks or a pound of feathers?"
)


def request(content: JsonValue) -> JsonObject:
    message: JsonObject = {"role": "user", "content": content}
    return {"messages": [message], "response_format": {"type": "json_object"}}


@pytest.mark.parametrize(
    ("prompt", "keys"),
    [
        (LANGCHAIN, ["answer", "justification"]),
        ("JSON with the keys `a`, `b` and `c`, please", ["a", "b", "c"]),
        ('JSON with the key "city".', ["city"]),
        ("JSON with keys: 'a', 'b', and 'c'", ["a", "b", "c"]),
        ("Find the keys of the car, as JSON. It's 'red'.", ["answer"]),
    ],
)
def test_keys_are_read_from_the_prompt(prompt: str, keys: list[str]) -> None:
    assert [*named(request(prompt))] == keys


def test_keys_are_read_from_parts_of_text() -> None:
    parts: JsonValue = [{"type": "text", "text": LANGCHAIN}]

    assert [*named(request(parts))] == ["answer", "justification"]


def test_a_json_object_has_the_named_keys() -> None:
    (answer,) = generate(request(LANGCHAIN), model="m", seed=0).answers

    assert [*as_object(json.loads(answer.text))] == ["answer", "justification"]
