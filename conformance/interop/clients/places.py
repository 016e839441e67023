"""The surfaces that libraries on top of `openai` are pointed at, with the names of their models."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from interop.clients.surfaces import (
    CHAT_MODEL,
    EMBEDDING_MODEL,
    GATEWAY_ROOT,
    WORKSPACE,
    Surface,
    server_url,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A surface and, for each task, a model that it has."""

    surface: Surface
    chat: str
    responses: str
    completions: str
    embeddings: str

    @property
    def url(self) -> str:
        """The base URL."""
        return server_url() + self.surface.path


AT_GATEWAY = Place(
    surface=GATEWAY_ROOT,
    chat="gpt-3.5-turbo",
    responses="gpt-3.5-turbo",
    completions="gpt-3.5-turbo-instruct",
    embeddings="text-embedding-ada-002",
)
AT_WORKSPACE = Place(
    surface=WORKSPACE,
    chat=CHAT_MODEL,
    responses="databricks-gpt-5",
    completions="databricks-mpt-30b-instruct",
    embeddings=EMBEDDING_MODEL,
)

each_place = pytest.mark.parametrize(
    "place", [AT_GATEWAY, AT_WORKSPACE], ids=lambda place: place.surface.name
)
