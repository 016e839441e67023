# Copied from codegen/runtime/; do not edit.
"""The specification that this release was made from, as data. Do not change what is returned."""

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files

from pydantic import JsonValue

from .._runtime.reasoning import members_for

__all__ = ["digest", "models", "openapi", "openapi_31", "reasoning", "requirements"]


def openapi() -> dict[str, JsonValue]:
    """The whole API as one OpenAPI 3.2 document."""
    return _load("openapi.json")


def openapi_31() -> dict[str, JsonValue]:
    """The same in OpenAPI 3.1, for tools that do not read 3.2."""
    return _load("openapi-3.1.json")


def requirements() -> dict[str, JsonValue]:
    """The rules that no schema can say: ``{"requirements": [row, …]}``, sorted by id."""
    return _load("requirements.json")


def models() -> dict[str, JsonValue]:
    """The catalogue of models: ``{"models": [{"name", "task", "apis", …}, …], …}``.

    Its member ``schema`` is its JSON Schema; ``reasoning`` says how a wanted effort reaches models.
    """
    return _load("models.json")


def reasoning(model: str, effort: str, *, max_tokens: int | None = None) -> dict[str, object]:
    """What asks a model for an effort of reasoning, in the words that the model itself knows.

    For ``extra_body`` of a request to a server that does not translate ``reasoning_effort``:
    ``{"thinking": {"type": "enabled", "budget_tokens": 4096}, "max_tokens": 8192}`` for models that
    are given a budget, ``thinking`` and ``output_config`` for those that decide themselves,
    ``{"reasoning_effort": effort}`` for those that know it, and for models, by endpoint name or by
    name in the catalog, that the catalogue of this release does not have. ``max_tokens`` is sent as
    given, though models want more than the budget; without it, the limit is 4,096 above the budget.
    Raises RequestError for an effort that is none of the catalogue's, where it cannot be sent on.
    Source: ``models()["reasoning"]``.
    """
    return members_for(models(), model, effort, max_tokens)


@cache
def digest() -> str:
    """SHA-256, in hexadecimal, of ``openapi.json`` followed by ``requirements.json``."""
    return sha256(_read("openapi.json") + _read("requirements.json")).hexdigest()


@cache
def _load(name: str) -> dict[str, JsonValue]:
    document: dict[str, JsonValue] = json.loads(_read(name))
    return document


def _read(name: str) -> bytes:
    return files(__name__).joinpath(name).read_bytes()
