"""How LiteLLM's SDK is pointed at the server: each provider that is documented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from interop.clients.surfaces import TOKEN, server_url

Json = Mapping[str, object]

# The examples of LiteLLM's page on Databricks.
HELLO: Sequence[Json] = [{"content": "Hello, how are you?", "role": "user"}]
CAPITAL: Sequence[Json] = [{"role": "user", "content": "What is the capital of France?"}]
WEATHER: Json = {
    "type": "function",
    "function": {
        "name": "get_current_weather",
        "description": "Get the current weather in a given location",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {"type": "string", "description": "The city, e.g. San Francisco"},
                "unit": {"type": "string", "enum": ["celsius", "fahrenheit"]},
            },
            "required": ["location"],
        },
    },
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Provider:
    """A provider of LiteLLM with the path of its base URL and a model for each task."""

    name: str
    path: str
    chat: str
    claude: str
    embeddings: str

    def model(self, name: str) -> str:
        """A model's name with the provider in front."""
        return f"{self.name}/{name}"

    def asking(self, name: str, **more: object) -> dict[str, Any]:
        """Arguments of a call to a model; LiteLLM's functions declare several for each."""
        address = server_url() + self.path
        return {"model": self.model(name), "api_base": address, "api_key": TOKEN, **more}


DATABRICKS = Provider(
    name="databricks",
    path="/serving-endpoints",
    chat="databricks-meta-llama-3-3-70b-instruct",
    claude="databricks-claude-3-7-sonnet",
    embeddings="databricks-bge-large-en",
)
PROXY = Provider(
    name="litellm_proxy",
    path="",
    chat="gpt-3.5-turbo",
    claude="claude-3-7-sonnet",
    embeddings="text-embedding-ada-002",
)
OPENAI = Provider(
    name="openai",
    path="/v1",
    chat="gpt-3.5-turbo",
    claude="claude-3-7-sonnet",
    embeddings="text-embedding-ada-002",
)
PROVIDERS = (DATABRICKS, PROXY, OPENAI)

each_provider = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.name)
