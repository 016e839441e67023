"""How to point each client at the server: a snippet for each, with the server's address."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Template
from typing import Final

from ..catalogue import HostedModel
from .rendering import Markup, escaped, fill, joined
from .rendering import file as read

PLACEHOLDER: Final = "dapi-your-token"
"""Stands for the token. Servers that take any token of a known form take it."""

_MARKED: Final = re.compile(r'("[^"]*"|^#.*)')
_PIECES: Final = {'"': "string.html", "#": "comment.html"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Snippet:
    """A client, the file with its snippet, what installs it, and what has to be known of it."""

    name: str
    file: str
    needs: str
    note: str


SNIPPETS: Final = (
    Snippet(name="curl", file="curl", needs="", note="Both surfaces take the token as bearer."),
    Snippet(
        name="invocant",
        file="invocant",
        needs="pip install invocant",
        note="Gateway(base_url=…, api_key=…) calls the gateway in the same way.",
    ),
    Snippet(
        name="openai",
        file="openai",
        needs="pip install openai",
        note="The base URL of the gateway; the workspace has the same under /serving-endpoints.",
    ),
    Snippet(
        name="databricks-sdk",
        file="databricks-sdk",
        needs="pip install databricks-sdk",
        note="OAuth works as well: any client_id, and a client_secret that starts with dose.",
    ),
    Snippet(
        name="mlflow.deployments",
        file="mlflow",
        needs="pip install mlflow-skinny",
        note="It finds the workspace in the environment.",
    ),
    Snippet(
        name="ChatDatabricks",
        file="chat-databricks",
        needs="pip install databricks-langchain 'mcp<2'",
        note="It finds the workspace in the environment.",
    ),
    Snippet(
        name="LiteLLM SDK",
        file="litellm",
        needs="pip install litellm",
        note="The prefix databricks/ picks LiteLLM's provider.",
    ),
    Snippet(
        name="LiteLLM proxy",
        file="litellm-proxy",
        needs="pip install 'litellm[proxy]'",
        note="drop_params: without it the proxy refuses what other clients send by default.",
    ),
    Snippet(
        name="anthropic",
        file="anthropic",
        needs="pip install anthropic",
        note="The root, without /v1. Every chat model answers messages at the gateway.",
    ),
    Snippet(
        name="langchain-openai",
        file="langchain-openai",
        needs="pip install langchain-openai",
        note="For OpenAIEmbeddings set check_embedding_ctx_length=False: it works offline then.",
    ),
    Snippet(
        name="llama-index",
        file="llama-index",
        needs="pip install llama-index-llms-openai-like",
        note="is_chat_model: without it prompts go to the older completions.",
    ),
    Snippet(
        name="instructor",
        file="instructor",
        needs="pip install instructor openai",
        note="The arguments of tools that the server makes up fit their schemas.",
    ),
)


def code(snippet: Snippet, origin: str, models: Mapping[str, HostedModel]) -> str:
    """Return a snippet's text; origin is where the server is reached."""
    text = Template(read(f"snippets/{snippet.file}.txt"))
    return text.substitute(
        origin=origin,
        token=PLACEHOLDER,
        chat=_first(each.name for each in models.values() if "chat" in each.apis),
        claude=_first(each.name for each in models.values() if "messages" in each.apis),
    ).rstrip()


def tabs() -> Markup:
    """Return the names of the clients as HTML."""
    return joined(
        fill("tab.html", id=each.file, name=each.name, first="true" if not number else "false")
        for number, each in enumerate(SNIPPETS)
    )


def panels(origin: str, models: Mapping[str, HostedModel]) -> Markup:
    """Return the snippets as HTML."""
    return joined(
        fill(
            "panel.html",
            id=each.file,
            name=each.name,
            needs=fill("needs.html", needs=each.needs) if each.needs else Markup(),
            note=each.note,
            code=_code_markup(code(each, origin, models)),
        )
        for each in SNIPPETS
    )


def _code_markup(text: str) -> Markup:
    """Return a text as HTML, line by line, with strings and comments marked."""
    return joined(Markup(f"{_line(line)}\n") for line in text.split("\n"))


def _line(line: str) -> Markup:
    return joined(
        fill(_PIECES[piece[0]], text=piece) if piece[:1] in _PIECES else escaped(piece)
        for piece in _MARKED.split(line)
        if piece
    )


def _first(names: Iterable[str]) -> str:
    return next(iter(names), "")
