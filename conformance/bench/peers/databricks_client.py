"""The `databricks-sdk` package."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from databricks.sdk import WorkspaceClient
from databricks.sdk.service.serving import ChatMessage, ChatMessageRole

from bench.worker import MODEL, QUESTION, TEXTS, TOKEN, Bench, Once

__all__ = ["bench"]


def bench() -> Bench:
    """The works: it has no asynchronous client, and its streams fail."""
    return Bench(sync={"chat": _chat, "embeddings": _embeddings})


@contextmanager
def _chat(url: str) -> Generator[Once, None, None]:
    client = WorkspaceClient(host=url, token=TOKEN)

    def once() -> object:
        answer = client.serving_endpoints.query(
            MODEL,
            messages=[ChatMessage(role=ChatMessageRole.USER, content=QUESTION)],
            max_tokens=256,
        )
        [choice] = answer.choices or []
        return choice.message.content if choice.message else None

    yield once


@contextmanager
def _embeddings(url: str) -> Generator[Once, None, None]:
    client = WorkspaceClient(host=url, token=TOKEN)

    def once() -> object:
        answer = client.serving_endpoints.query(MODEL, input=TEXTS)
        return [entry.embedding for entry in answer.data or []]

    yield once
