"""Which models the suite talks to."""

import json

import pytest
from pydantic import JsonValue

from invocant_conformance import models


def test_ready_endpoints_come_first() -> None:
    listing: JsonValue = {
        "endpoints": [
            {"name": "slow", "task": "llm/v1/chat", "state": {"ready": "NOT_READY"}},
            {"name": "fast", "task": "llm/v1/chat", "state": {"ready": "READY"}},
            {"name": "vectors", "task": "llm/v1/embeddings"},
            {"name": "old", "task": "llm/v1/completions"},
        ]
    }
    assert models.from_endpoints(listing) == {
        "chat": "fast",
        "embeddings": "vectors",
        "completions": "old",
    }


@pytest.mark.parametrize("text", ["null", "[]", "{}", '{"endpoints": 1}', '{"endpoints": [1, {}]}'])
def test_an_odd_list_of_endpoints_names_nothing(text: str) -> None:
    assert models.from_endpoints(json.loads(text)) == {}


@pytest.mark.parametrize(
    ("entry", "task"),
    [
        ({"id": "x", "mode": "chat"}, "chat"),
        ({"id": "x", "mode": "embedding"}, "embeddings"),
        ({"id": "databricks-bge-large-en"}, "embeddings"),
        ({"id": "databricks-dbrx-instruct"}, "chat"),
        ({"id": "text-embedding-3-small"}, "embeddings"),
        ({"id": "gpt-4o-mini"}, "chat"),
    ],
)
def test_a_models_task_is_found(entry: dict[str, str], task: str) -> None:
    assert models.from_models({"data": [dict(entry)]}) == {task: entry["id"]}


@pytest.mark.parametrize("name", ["whisper-1", "text-moderation-stable", "rerank-v3", ""])
def test_models_of_other_tasks_are_left_alone(name: str) -> None:
    assert models.from_models({"data": [{"id": name}]}) == {}
