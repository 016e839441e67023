"""Hosted models refuse what no schema forbids, and nothing else."""

from typing import Any

import pytest

from invocant_conformance.server import hosted
from invocant_conformance.server.errors import Refused

KNOWN = {"messages", "stream", "n", "tools", "dimensions", "context"}


def function(**parameters: Any) -> dict[str, Any]:
    return {"type": "function", "function": {"name": "f", "parameters": parameters}}


def keys(count: int) -> dict[str, Any]:
    return {f"key_{number}": {"type": "string"} for number in range(count)}


@pytest.mark.parametrize(
    ("request_body", "message"),
    [
        ({"inputs": 1}, 'json: unknown field "inputs"\n'),
        ({"dimensions": 1}, 'json: unknown field "dimensions"\n'),
        ({"context": {}}, 'json: unknown field "context"\n'),
        ({"stream": True, "n": 2}, 'parameter "n" must be equal to 1 for streaming mode'),
        ({"tools": [function()] * 33}, "33 functions are more than 32"),
        ({"tools": [function(properties=keys(17))]}, "17 keys are more than 16"),
        (
            {"tools": [function(properties={"a": {"properties": keys(16)}})]},
            "17 keys are more than 16",
        ),
        ({"tools": [function(properties={"a": {"pattern": "x"}})]}, "pattern is not supported"),
        ({"tools": [function(items={"$ref": "#"})]}, "$ref is not supported"),
        (
            {"tools": [function(properties={"a": {"type": ["string", "integer"]}})]},
            "a list of types other than one and null is not supported",
        ),
    ],
)
def test_what_is_refused(request_body: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused) as caught:
        hosted.check(request_body, KNOWN)
    assert caught.value.message.startswith("Bad request: ")
    assert caught.value.message.endswith(message)


@pytest.mark.parametrize(
    "request_body",
    [
        {"messages": []},
        {"stream": True, "n": 1},
        {"stream": False, "n": 3},
        {"tools": [function()] * 32},
        {"tools": [function(properties=keys(16))]},
        {"tools": [function(properties={"pattern": {"type": ["string", "null"]}})]},
    ],
)
def test_what_is_taken(request_body: dict[str, Any]) -> None:
    hosted.check(request_body, KNOWN)
