# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

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
    """
    One text, several texts, or, for OpenAI's models and gateways, one or several texts as
    token ids.
    """
    encoding_format: NotRequired[EncodingFormat]
    """
    Numbers, the default, or base64 of little-endian float32. Hosted models of a workspace
    ignore it and send numbers.
    """
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
    """
    Further parameters for an external model, passed on to its provider. Values are strings,
    whatever the provider takes them for.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""


class EmbeddingsRequest(typing_extensions.TypedDict):
    """Embeddings of the model named in the body."""

    input: EmbeddingsInput
    """
    One text, several texts, or, for OpenAI's models and gateways, one or several texts as
    token ids.
    """
    encoding_format: NotRequired[EncodingFormat]
    """
    Numbers, the default, or base64 of little-endian float32. Hosted models of a workspace
    ignore it and send numbers.
    """
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
    """
    Further parameters for an external model, passed on to its provider. Values are strings,
    whatever the provider takes them for.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    model: str
    """Name of the serving endpoint or of the gateway's model."""
