"""`mlflow.deployments`: the status that it tells for each refusal, and its retries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mlflow.deployments
import pytest
import requests

from interop.clients.refusals import status_of
from interop.clients.surfaces import TOKEN, server_url

get_deploy_client: Callable[[str], Any] = mlflow.deployments.get_deploy_client

INPUTS = {"messages": [{"role": "user", "content": "Hello!"}]}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("DATABRICKS_HOST", server_url())
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)
    return get_deploy_client("databricks")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 504])
def test_a_refusal_is_an_http_error_with_its_status(client: Any, status: int) -> None:
    with pytest.raises(requests.HTTPError) as caught:
        client.predict(endpoint=f"fault-{status}", inputs=INPUTS)

    assert status_of(caught.value) == status


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_what_may_pass_is_tried_again(client: Any, status: int) -> None:
    answer = client.predict(endpoint=f"fault-{status};times=1", inputs=INPUTS)

    assert answer["choices"][0]["message"]["content"]


def test_a_stream_that_breaks_is_an_error_of_the_connection(client: Any) -> None:
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        list(client.predict_stream(endpoint="fault-cut;after=3", inputs=INPUTS))
