"""The deployments client of `mlflow`."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager

from mlflow.deployments import BaseDeploymentClient, get_deploy_client

from bench.worker import MODEL, QUESTION, TEXTS, TOKEN, Bench, Once

__all__ = ["bench"]


def bench() -> Bench:
    """The works: it has no asynchronous client."""
    return Bench(sync={"chat": _chat, "stream": _stream, "embeddings": _embeddings})


def _client(url: str) -> BaseDeploymentClient:
    os.environ.update(DATABRICKS_HOST=url, DATABRICKS_TOKEN=TOKEN)
    return get_deploy_client("databricks")


@contextmanager
def _chat(url: str) -> Generator[Once, None, None]:
    client = _client(url)
    inputs = {"messages": [{"role": "user", "content": QUESTION}], "max_tokens": 256}

    def once() -> object:
        answer = client.predict(endpoint=MODEL, inputs=inputs)
        return answer["choices"][0]["message"]["content"]

    yield once


@contextmanager
def _stream(url: str) -> Generator[Once, None, None]:
    client = _client(url)
    inputs = {"messages": [{"role": "user", "content": QUESTION}], "max_tokens": 256}

    def once() -> None:
        for chunk in client.predict_stream(endpoint=MODEL, inputs=inputs):
            _ = chunk["choices"][0]["delta"].get("content")

    yield once


@contextmanager
def _embeddings(url: str) -> Generator[Once, None, None]:
    client = _client(url)

    def once() -> object:
        answer = client.predict(endpoint=MODEL, inputs={"input": TEXTS})
        return [entry["embedding"] for entry in answer["data"]]

    yield once
