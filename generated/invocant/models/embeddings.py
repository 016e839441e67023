# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

from . import usage as usage_1

EmbeddingVector = TypeAliasType("EmbeddingVector", list[float] | str)
"""Numbers, or, when base64 was asked for, base64 of little-endian float32."""


class Embedding(Model):
    """The vector of one input."""

    object: Literal["embedding"] | str | None = None
    """Always "embedding"."""
    index: int | None = None
    """Position of the input in the request."""
    embedding: EmbeddingVector
    """Numbers, or, when base64 was asked for, base64 of little-endian float32."""


class EmbeddingsResponse(Model):
    """One vector for each input, in the order of the inputs."""

    object: Literal["list"] | str | None = None
    """Always "list"."""
    data: list[Embedding]
    """The vectors."""
    model: str | None = None
    """Name of the model that answered; may be an alias or an internal name."""
    usage: usage_1.Usage | None = None
    """Tokens that the request cost."""
