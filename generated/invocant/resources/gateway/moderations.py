# Generated from spec/; do not edit.
"""Resources of `gateway.moderations`."""

from __future__ import annotations

from collections.abc import Mapping
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
    "AsyncModerations",
    "Moderations",
]

_CREATE: Final = Operation(
    id="createGatewayModeration",
    method="POST",
    path="/moderations",
    body=lambda: params.moderations.ModerationRequest,
    task="moderations",
    model="model",
)


class Moderations:
    """The methods of `Gateway.moderations`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def create(
        self,
        *,
        input: params.moderations.ModerationInput,
        model: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.moderations.Moderation:
        """Judge whether texts are harmful.

        OpenAI-compatible moderation of texts or of one message with images. Behind the LiteLLM
        proxy categories come in two spellings and a model that it does not know fails with 500
        unless an OpenAI key is configured.

        Args:
            input: One text, several texts, or the parts of one message of text and images.
            model: Name of the model that judges. Left out or null, the server takes its default;
                the LiteLLM proxy has one only where an OpenAI key is configured.
            user: Identifies the end user.
            metadata: Free keys and values for the gateway's own logs.
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
                "user": user,
                "metadata": metadata,
            },
            options=options,
        )
        return self._transport.request(_CREATE, _models.moderations.Moderation, arguments)


class AsyncModerations:
    """The methods of `Gateway.moderations`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def create(
        self,
        *,
        input: params.moderations.ModerationInput,
        model: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.moderations.Moderation:
        """Judge whether texts are harmful.

        OpenAI-compatible moderation of texts or of one message with images. Behind the LiteLLM
        proxy categories come in two spellings and a model that it does not know fails with 500
        unless an OpenAI key is configured.

        Args:
            input: One text, several texts, or the parts of one message of text and images.
            model: Name of the model that judges. Left out or null, the server takes its default;
                the LiteLLM proxy has one only where an OpenAI key is configured.
            user: Identifies the end user.
            metadata: Free keys and values for the gateway's own logs.
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
                "user": user,
                "metadata": metadata,
            },
            options=options,
        )
        return await self._transport.request(_CREATE, _models.moderations.Moderation, arguments)
