# Generated from spec/; do not edit.
"""Resources of `gateway.health`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

from ... import models
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Base, Operation, Parameter
from ..._runtime.options import RequestOptions
from ..._runtime.typed import Typed

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncHealth",
    "Health",
]

_CHECK: Final = Operation(
    id="checkGatewayHealth",
    method="GET",
    path="/health",
    base=Base(own="", others=("/v1",)),
    query=(Parameter(name="model", key="model", type=str),),
)

_LIVELINESS: Final = Operation(
    id="getGatewayLiveliness",
    method="GET",
    path="/health/liveliness",
    base=Base(own="", others=("/v1",)),
)

_READINESS: Final = Operation(
    id="getGatewayReadiness",
    method="GET",
    path="/health/readiness",
    base=Base(own="", others=("/v1",)),
)


class Health:
    """The methods of `Gateway.health`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def check(
        self, *, model: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> models.litellm.GatewayHealth:
        """Try every deployment.

        Sends a small request to every deployment, or to those of one model, and says which
        answered. It costs what these requests cost; to see whether the gateway itself runs, use
        /health/liveliness. LiteLLM's own operation.

        Args:
            model: Only the deployments of this model.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            parameters={
                "model": model,
            },
            options=options,
        )
        return self._transport.request(_CHECK, _models.litellm.GatewayHealth, arguments)

    def liveliness(self, **options: Unpack[RequestOptions]) -> models.litellm.GatewayAlive:
        """See whether the gateway runs.

        Answers without credentials and without asking a model, as long as the process runs.
        LiteLLM's own operation.

        Args:
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(options=options)
        return self._transport.request(_LIVELINESS, Typed[_models.litellm.GatewayAlive], arguments)

    def readiness(self, **options: Unpack[RequestOptions]) -> models.litellm.GatewayReadiness:
        """See whether the gateway can take requests.

        Answers without credentials and says whether the gateway and its database are ready.
        LiteLLM's own operation.

        Args:
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(options=options)
        return self._transport.request(_READINESS, _models.litellm.GatewayReadiness, arguments)


class AsyncHealth:
    """The methods of `Gateway.health`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def check(
        self, *, model: str | Omit = OMIT, **options: Unpack[RequestOptions]
    ) -> models.litellm.GatewayHealth:
        """Try every deployment.

        Sends a small request to every deployment, or to those of one model, and says which
        answered. It costs what these requests cost; to see whether the gateway itself runs, use
        /health/liveliness. LiteLLM's own operation.

        Args:
            model: Only the deployments of this model.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            parameters={
                "model": model,
            },
            options=options,
        )
        return await self._transport.request(_CHECK, _models.litellm.GatewayHealth, arguments)

    async def liveliness(self, **options: Unpack[RequestOptions]) -> models.litellm.GatewayAlive:
        """See whether the gateway runs.

        Answers without credentials and without asking a model, as long as the process runs.
        LiteLLM's own operation.

        Args:
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(options=options)
        return await self._transport.request(
            _LIVELINESS, Typed[_models.litellm.GatewayAlive], arguments
        )

    async def readiness(self, **options: Unpack[RequestOptions]) -> models.litellm.GatewayReadiness:
        """See whether the gateway can take requests.

        Answers without credentials and says whether the gateway and its database are ready.
        LiteLLM's own operation.

        Args:
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(options=options)
        return await self._transport.request(
            _READINESS, _models.litellm.GatewayReadiness, arguments
        )
