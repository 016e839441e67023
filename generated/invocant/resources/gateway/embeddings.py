# Generated from spec/; do not edit.
"""Resources of `gateway.embeddings`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Operation
from ..._runtime.options import RequestOptions

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncEmbeddings",
    "Embeddings",
]

_CREATE: Final = Operation(
    id="createGatewayEmbeddings",
    method="POST",
    path="/embeddings",
    body=lambda: params.embeddings.EmbeddingsRequest,
)


class Embeddings:
    """The methods of `Gateway.embeddings`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def create(
        self,
        *,
        input: params.embeddings.EmbeddingsInput,
        model: str,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the model that the body names.

        OpenAI-compatible embeddings.

        Args:
            input: One text, several texts, one text as token ids, or several texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
            encoding_format: Numbers, or base64 of little-endian float32. Databricks ignores it and
                sends numbers.
            dimensions: Width of the vectors, for models that can shorten them.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one (bge, gte).
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            body={
                "input": input,
                "model": model,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
            },
            options=options,
        )
        return self._transport.request(_CREATE, _models.embeddings.EmbeddingsResponse, arguments)


class AsyncEmbeddings:
    """The methods of `Gateway.embeddings`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def create(
        self,
        *,
        input: params.embeddings.EmbeddingsInput,
        model: str,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the model that the body names.

        OpenAI-compatible embeddings.

        Args:
            input: One text, several texts, one text as token ids, or several texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
            encoding_format: Numbers, or base64 of little-endian float32. Databricks ignores it and
                sends numbers.
            dimensions: Width of the vectors, for models that can shorten them.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one (bge, gte).
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            body={
                "input": input,
                "model": model,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
            },
            options=options,
        )
        return await self._transport.request(
            _CREATE, _models.embeddings.EmbeddingsResponse, arguments
        )
