# Generated from spec/; do not edit.
"""Resources of `gateway.models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

from ... import models
from ... import models as _models
from ..._runtime.operation import Arguments, Operation
from ..._runtime.options import RequestOptions
from ..._runtime.pages import Page

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncModels",
    "Models",
]

_LIST: Final = Operation(
    id="listGatewayModels",
    method="GET",
    path="/models",
)


class Models:
    """The methods of `Gateway.models`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def list(self, **options: Unpack[RequestOptions]) -> Page[models.gateway.GatewayModel]:
        """List the models.

        Lists the models that the key may use.

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
        answer = self._transport.request(_LIST, _models.gateway.ModelList, arguments)
        return Page(answer.data, answer)


class AsyncModels:
    """The methods of `Gateway.models`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def list(self, **options: Unpack[RequestOptions]) -> Page[models.gateway.GatewayModel]:
        """List the models.

        Lists the models that the key may use.

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
        answer = await self._transport.request(_LIST, _models.gateway.ModelList, arguments)
        return Page(answer.data, answer)
