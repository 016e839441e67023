"""Lets the suite call the `openai` package; `--async` its asynchronous client."""

from __future__ import annotations

from typing import Any

import openai

from interop.adapters.stainless import Library, main

_GATEWAY = {
    "chat.completions.create": "chat.completions.create",
    "completions.create": "completions.create",
    "embeddings.create": "embeddings.create",
    "moderations.create": "moderations.create",
    "responses.create": "responses.create",
    "responses.get": "responses.retrieve",
    "models.list": "models.list",
    "models.get": "models.retrieve",
}
_WORKSPACE = ("chat.completions.create", "embeddings.create", "responses.create")


def _event(event: Any) -> object | None:
    """Chunks of chats come with other events about them."""
    if event.type == "chunk":
        chunk: object = event.chunk
        return chunk
    return event if event.type.startswith("response.") else None


OPENAI = Library(
    name="openai-python",
    module=openai,
    client=openai.OpenAI,
    async_client=openai.AsyncOpenAI,
    methods={
        **{f"Gateway.{name}": ("", theirs) for name, theirs in _GATEWAY.items()},
        **{
            f"Client.{name}": ("/serving-endpoints", name)
            for name in (*_WORKSPACE, "completions.create")
        },
        **{f"Client.ai_gateway.{name}": ("/ai-gateway/mlflow/v1", name) for name in _WORKSPACE},
    },
    base=lambda url: url,
    finals={"chat.completions": "get_final_completion", "responses": "get_final_response"},
    event=_event,
)

if __name__ == "__main__":
    main(OPENAI)
