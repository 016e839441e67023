"""The deployments client of `mlflow`. It has no asynchronous methods."""

from __future__ import annotations

import os
from collections.abc import Generator

from mlflow.deployments import BaseDeploymentClient, get_deploy_client

from interop.comparison.client import ENDPOINT, MODEL, QUESTION, TOKEN, Client

__all__ = ["CLIENT"]

_INPUTS = {"messages": [{"role": "user", "content": QUESTION}]}


def _client(url: str) -> BaseDeploymentClient:
    os.environ.update(DATABRICKS_HOST=url, DATABRICKS_TOKEN=TOKEN)
    return get_deploy_client("databricks")


def _chat(url: str) -> object:
    return _client(url).predict(endpoint=MODEL, inputs=_INPUTS)


def _text(answer: object) -> object:
    return answer["choices"][0]["message"]["content"]


def _stream(url: str) -> Generator[object, None, None]:
    yield from _client(url).predict_stream(endpoint=MODEL, inputs=_INPUTS)


def _manage(url: str) -> object:
    client = _client(url)
    model = {
        "name": "gpt-4o",
        "provider": "openai",
        "task": "llm/v1/chat",
        "openai_config": {"openai_api_key": "{{secrets/scope/key}}"},
    }
    entity = {"name": "gpt", "external_model": model}
    client.create_endpoint(config={"name": ENDPOINT, "config": {"served_entities": [entity]}})
    found = client.get_endpoint(ENDPOINT)
    client.delete_endpoint(ENDPOINT)
    return found


CLIENT = Client(
    distribution="mlflow-skinny",
    module="mlflow",
    construction=(
        "import os; os.environ.update(DATABRICKS_HOST='URL', DATABRICKS_TOKEN='x')\n"
        "from mlflow.deployments import get_deploy_client\n"
        "get_deploy_client('databricks')"
    ),
    surface=_client,
    chat=_chat,
    text=_text,
    enumeration=lambda url: _chat(url)["choices"][0]["finish_reason"],
    chat_async=None,
    stream=_stream,
    manage=_manage,
)
