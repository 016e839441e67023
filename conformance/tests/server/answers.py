"""Reading answers in tests: against the specification, and as events."""

import json
from typing import Any

import httpx
from jsonschema_rs import Draft202012Validator

from invocant import spec

_DOCUMENT: dict[str, Any] = dict(spec.openapi())


def check_schema(value: object, name: str) -> None:
    """Raise ValidationError unless a value fits a schema of the specification."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": _DOCUMENT["components"]}
    Draft202012Validator(schema).validate(value)


def events(response: httpx.Response) -> list[str]:
    """Return the data of the events of a stream in which each is one data line."""
    assert response.headers["content-type"].partition(";")[0] == "text/event-stream"
    *blocks, rest = response.content.decode().split("\n\n")
    assert rest == ""
    assert all(block.startswith("data: ") and "\n" not in block for block in blocks)
    return [block.removeprefix("data: ") for block in blocks]


def chunks(response: httpx.Response) -> list[dict[str, Any]]:
    """Return the chunks of a stream that ends with its marker."""
    *data, end = events(response)
    assert end == "[DONE]"
    return [json.loads(text) for text in data]


def text_of(received: list[dict[str, Any]], index: int = 0) -> str:
    """Return what the deltas of one choice add up to."""
    choices = [choice for chunk in received for choice in chunk["choices"]]
    return "".join(
        choice["delta"].get("content") or "" for choice in choices if choice["index"] == index
    )
