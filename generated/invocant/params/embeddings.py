# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

from . import query

EmbeddingsInput: TypeAlias = str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]]
"""One text, several texts, or, for OpenAI's models and gateways, one or several texts as
token ids."""


EncodingFormat: TypeAlias = Literal["float", "base64"] | str
"""Numbers, the default, or base64 of little-endian float32. Hosted models of a workspace
ignore it and send numbers."""


class EmbeddingsInvocation(typing_extensions.TypedDict):
    """Embeddings of the endpoint named in the path."""

    input: EmbeddingsInput
    encoding_format: NotRequired[EncodingFormat]
    dimensions: NotRequired[int | None]
    """
    Width of the vectors, for models of OpenAI and of gateways that can shorten them. Hosted
    models of a workspace do not know it and refuse it with 400.
    """
    user: NotRequired[str | None]
    """Identifies the end user."""
    instruction: NotRequired[str | None]
    """
    Instruction put before every text, for models trained with one, such as
    databricks-bge-large-en.
    """
    extra_params: NotRequired[query.ExtraParams]
    client_request_id: NotRequired[query.ClientRequestId]
    usage_context: NotRequired[query.UsageContext]
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""


class EmbeddingsRequest(typing_extensions.TypedDict):
    """Embeddings of the model named in the body."""

    input: EmbeddingsInput
    encoding_format: NotRequired[EncodingFormat]
    dimensions: NotRequired[int | None]
    """
    Width of the vectors, for models of OpenAI and of gateways that can shorten them. Hosted
    models of a workspace do not know it and refuse it with 400.
    """
    user: NotRequired[str | None]
    """Identifies the end user."""
    instruction: NotRequired[str | None]
    """
    Instruction put before every text, for models trained with one, such as
    databricks-bge-large-en.
    """
    extra_params: NotRequired[query.ExtraParams]
    client_request_id: NotRequired[query.ClientRequestId]
    usage_context: NotRequired[query.UsageContext]
    model: str
    """Name of the serving endpoint or of the gateway's model."""
