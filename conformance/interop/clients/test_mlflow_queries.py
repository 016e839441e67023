"""`mlflow.deployments` queries endpoints, as the pages of Databricks show."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import mlflow.deployments
import pytest
import requests

from interop.clients.refusals import status_of
from interop.clients.surfaces import CHAT_MODEL, EMBEDDING_MODEL, TOKEN, WRONG_TOKEN, server_url

get_deploy_client: Callable[[str], Any] = mlflow.deployments.get_deploy_client

HELLO = [
    {"role": "user", "content": "Hello!"},
    {"role": "assistant", "content": "Hello! How can I assist you today?"},
    {"role": "user", "content": "What is a mixture of experts model??"},
]
WEATHER = {
    "name": "get_current_weather",
    "parameters": {
        "type": "object",
        "properties": {"location": {"type": "string"}},
        "required": ["location"],
    },
}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The client of the documentation; what it answers are dictionaries without types."""
    monkeypatch.setenv("DATABRICKS_HOST", server_url())
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)
    return get_deploy_client("databricks")


def message(completion: Any) -> Any:
    (choice,) = completion["choices"]
    usage = completion["usage"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]
    assert choice["message"]["role"] == "assistant"
    return choice["message"]


def test_the_chat_of_the_page_keeps_its_max_tokens(client: Any) -> None:
    answer = client.predict(
        endpoint=CHAT_MODEL, inputs={"messages": HELLO, "temperature": 0.1, "max_tokens": 20}
    )

    assert message(answer)["content"]
    assert answer["usage"]["completion_tokens"] <= 20


def test_the_streamed_text_is_the_text_of_the_whole_answer(client: Any) -> None:
    inputs = {"messages": HELLO}
    chunks = list(client.predict_stream(endpoint=CHAT_MODEL, inputs=inputs))

    streamed = "".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks)
    assert len(chunks) > 2
    assert chunks[-1]["choices"][0]["finish_reason"] == "stop"
    assert streamed == message(client.predict(endpoint=CHAT_MODEL, inputs=inputs))["content"]


def test_a_tool_is_called_with_json(client: Any) -> None:
    question = {"role": "user", "content": "What's the weather like in Boston today?"}
    tools = [{"type": "function", "function": WEATHER}]
    (call,) = message(
        client.predict(endpoint=CHAT_MODEL, inputs={"messages": [question], "tools": tools})
    )["tool_calls"]

    assert call["function"]["name"] == "get_current_weather"
    assert isinstance(json.loads(call["function"]["arguments"])["location"], str)


def test_each_text_gets_a_list_of_numbers(client: Any) -> None:
    answer = client.predict(endpoint=EMBEDDING_MODEL, inputs={"input": ["hello", "world"]})

    first, second = (each["embedding"] for each in answer["data"])
    assert first != second
    assert sum(number * number for number in first) == pytest.approx(1)


def test_every_row_gets_a_prediction(client: Any) -> None:
    rows = {"dataframe_records": [{"a": 1}, {"a": 2}]}

    assert len(client.predict(endpoint="sample-model", inputs=rows)["predictions"]) == 2


@pytest.mark.parametrize(
    ("endpoint", "inputs", "status"),
    [
        ("no-such-endpoint", {"prompt": "x"}, 404),
        (CHAT_MODEL, {"messages": "x"}, 400),
        (EMBEDDING_MODEL, {"messages": HELLO}, 400),
    ],
    ids=["unknown-endpoint", "wrong-type", "wrong-task"],
)
def test_refusals_are_http_errors_with_their_status(
    client: Any, endpoint: str, inputs: dict[str, Any], status: int
) -> None:
    for call in (client.predict, lambda **given: list(client.predict_stream(**given))):
        with pytest.raises(requests.HTTPError) as caught:
            call(endpoint=endpoint, inputs=inputs)
        assert status_of(caught.value) == status


def test_a_wrong_token_is_401_and_not_repeated(
    client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABRICKS_TOKEN", WRONG_TOKEN)
    with pytest.raises(requests.HTTPError) as caught:
        get_deploy_client("databricks").get_endpoint(CHAT_MODEL)

    assert status_of(caught.value) == 401
    assert WRONG_TOKEN not in str(caught.value)
