"""Where the official `anthropic` client meets the server: each base URL that is documented."""

from __future__ import annotations

from dataclasses import dataclass

import anthropic
import pytest
from anthropic.types import Message, MessageParam

from interop.clients.surfaces import TOKEN, server_url


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A base URL below the server's root, and the name that a model has there."""

    name: str
    path: str
    model: str


GATEWAY = Place(name="gateway", path="", model="claude-3-7-sonnet")
WORKSPACE = Place(
    name="workspace", path="/serving-endpoints/anthropic", model="databricks-claude-3-7-sonnet"
)
UNITY = Place(name="unity", path="/ai-gateway/anthropic", model="databricks-claude-3-7-sonnet")

HELLO: list[MessageParam] = [{"role": "user", "content": "Hello, Claude"}]

WORKSPACES = (WORKSPACE, UNITY)

each_place = pytest.mark.parametrize("place", [GATEWAY, *WORKSPACES], ids=lambda place: place.name)
each_workspace = pytest.mark.parametrize("place", WORKSPACES, ids=lambda place: place.name)


def client(place: Place, token: str = TOKEN) -> anthropic.Anthropic:
    return anthropic.Anthropic(base_url=server_url() + place.path, api_key=token, max_retries=0)


def greet(place: Place, *, token: str = TOKEN, model: str = "", max_tokens: int = 1024) -> Message:
    """The answer to a greeting."""
    with client(place, token) as caller:
        return caller.messages.create(
            model=model or place.model, max_tokens=max_tokens, messages=HELLO
        )


def text_of(message: Message) -> str:
    """The text of a message that has one text block."""
    (block,) = [block for block in message.content if block.type == "text"]
    return block.text
