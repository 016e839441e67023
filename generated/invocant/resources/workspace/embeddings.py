# Generated from spec/; do not edit.
"""Resources of `workspace.embeddings`."""

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
    id="createEmbeddings",
    method="POST",
    path="/serving-endpoints/embeddings",
    body=lambda: params.embeddings.EmbeddingsRequest,
    task="embeddings",
    model="model",
)


class Embeddings:
    """The methods of `Client.embeddings`."""

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
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the endpoint that the body names.

        OpenAI-compatible embeddings; model is the name of a serving endpoint.

        Args:
            input: One text, several texts, or, for OpenAI's models and gateways, one or several
                texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
            encoding_format: Numbers, the default, or base64 of little-endian float32. Hosted models
                of a workspace ignore it and send numbers.
            dimensions: Width of the vectors, for models of OpenAI and of gateways that can shorten
                them. Hosted models of a workspace do not know it and refuse it with 400.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one, such as
                databricks-bge-large-en.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return self._transport.request(_CREATE, _models.embeddings.EmbeddingsResponse, arguments)


class AsyncEmbeddings:
    """The methods of `Client.embeddings`."""

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
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the endpoint that the body names.

        OpenAI-compatible embeddings; model is the name of a serving endpoint.

        Args:
            input: One text, several texts, or, for OpenAI's models and gateways, one or several
                texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
            encoding_format: Numbers, the default, or base64 of little-endian float32. Hosted models
                of a workspace ignore it and send numbers.
            dimensions: Width of the vectors, for models of OpenAI and of gateways that can shorten
                them. Hosted models of a workspace do not know it and refuse it with 400.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one, such as
                databricks-bge-large-en.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return await self._transport.request(
            _CREATE, _models.embeddings.EmbeddingsResponse, arguments
        )
