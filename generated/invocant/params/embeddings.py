# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

EmbeddingsInput: TypeAlias = str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]
"""One text, several texts, one text as token ids, or several texts as token ids."""


EncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""Numbers, or base64 of little-endian float32. Databricks ignores it and sends numbers."""


class EmbeddingsInvocation(typing_extensions.TypedDict):
    """Embeddings of the endpoint named in the path."""

    input: EmbeddingsInput
    encoding_format: NotRequired[EncodingFormat]
    dimensions: NotRequired[int | None]
    """Width of the vectors, for models that can shorten them."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    instruction: NotRequired[str | None]
    """Instruction put before every text, for models trained with one (bge, gte)."""
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""


class EmbeddingsRequest(typing_extensions.TypedDict):
    """Embeddings of the model named in the body."""

    input: EmbeddingsInput
    encoding_format: NotRequired[EncodingFormat]
    dimensions: NotRequired[int | None]
    """Width of the vectors, for models that can shorten them."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    instruction: NotRequired[str | None]
    """Instruction put before every text, for models trained with one (bge, gte)."""
    model: str
    """Name of the serving endpoint or of the gateway's model."""
