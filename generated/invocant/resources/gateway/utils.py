# Generated from spec/; do not edit.
"""Resources of `gateway.utils`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Unpack

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Base, Operation, Parameter
from ..._runtime.options import RequestOptions

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncUtils",
    "Utils",
]

_COUNT_TOKENS: Final = Operation(
    id="countGatewayTokens",
    method="POST",
    path="/utils/token_counter",
    base=Base(own="", others=("/v1",)),
    query=(Parameter(name="call_endpoint", key="call_endpoint", type=bool),),
    body=lambda: params.litellm.TokenCountRequest,
)

_SUPPORTED_OPENAI_PARAMS: Final = Operation(
    id="listSupportedParameters",
    method="GET",
    path="/utils/supported_openai_params",
    base=Base(own="", others=("/v1",)),
    query=(Parameter(name="model", key="model", type=str),),
)

_ROUTES: Final = Operation(
    id="listGatewayRoutes",
    method="GET",
    path="/routes",
    base=Base(own="", others=("/v1",)),
)

_TEST: Final = Operation(
    id="testGateway",
    method="GET",
    path="/test",
    base=Base(own="", others=("/v1",)),
)


class Utils:
    """The methods of `Gateway.utils`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def count_tokens(
        self,
        *,
        model: str,
        prompt: str | Omit = OMIT,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage] | Omit = OMIT,
        contents: Sequence[Mapping[str, object]] | Omit = OMIT,
        tools: Sequence[Mapping[str, object]] | Omit | None = OMIT,
        system: str | Sequence[Mapping[str, object]] | Omit | None = OMIT,
        call_endpoint: bool | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.litellm.TokenCount:
        """Count the tokens of a prompt or of messages.

        Counts with the tokenizer of the model, without asking it. LiteLLM's own operation.

        Args:
            model: Model whose tokenizer counts; a name that the gateway does not list is counted
                with a general one.
            prompt: A text.
            messages: Messages of a chat.
            contents: Contents in Gemini's form, each with parts.
            tools: Tools that the messages may use.
            system: A system prompt in Anthropic's form, a text or blocks.
            call_endpoint: Whether the provider is asked to count, where it offers that; default
                false.
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
                "call_endpoint": call_endpoint,
            },
            body={
                "model": model,
                "prompt": prompt,
                "messages": messages,
                "contents": contents,
                "tools": tools,
                "system": system,
            },
            options=options,
        )
        return self._transport.request(_COUNT_TOKENS, _models.litellm.TokenCount, arguments)

    def supported_openai_params(
        self, *, model: str, **options: Unpack[RequestOptions]
    ) -> models.litellm.SupportedParameters:
        """List the parameters that reach a model.

        Lists the fields of OpenAI's API that the gateway passes on to a model's provider. LiteLLM's
        own operation.

        Args:
            model: Name of the model, or provider and name such as
                databricks/databricks-claude-sonnet-4. Refused with 422 where it is missing.
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
        return self._transport.request(
            _SUPPORTED_OPENAI_PARAMS, _models.litellm.SupportedParameters, arguments
        )

    def routes(self, **options: Unpack[RequestOptions]) -> models.litellm.RouteList:
        """List the paths that the gateway answers.

        Lists every path with its methods, without credentials. LiteLLM's own operation.

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
        return self._transport.request(_ROUTES, _models.litellm.RouteList, arguments)

    def test(self, **options: Unpack[RequestOptions]) -> models.litellm.CalledRoute:
        """See which path was called.

        Answers with the path of the request, without credentials. Deprecated: use
        /health/liveliness to see whether the gateway runs.

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
        return self._transport.request(_TEST, _models.litellm.CalledRoute, arguments)


class AsyncUtils:
    """The methods of `Gateway.utils`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def count_tokens(
        self,
        *,
        model: str,
        prompt: str | Omit = OMIT,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage] | Omit = OMIT,
        contents: Sequence[Mapping[str, object]] | Omit = OMIT,
        tools: Sequence[Mapping[str, object]] | Omit | None = OMIT,
        system: str | Sequence[Mapping[str, object]] | Omit | None = OMIT,
        call_endpoint: bool | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.litellm.TokenCount:
        """Count the tokens of a prompt or of messages.

        Counts with the tokenizer of the model, without asking it. LiteLLM's own operation.

        Args:
            model: Model whose tokenizer counts; a name that the gateway does not list is counted
                with a general one.
            prompt: A text.
            messages: Messages of a chat.
            contents: Contents in Gemini's form, each with parts.
            tools: Tools that the messages may use.
            system: A system prompt in Anthropic's form, a text or blocks.
            call_endpoint: Whether the provider is asked to count, where it offers that; default
                false.
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
                "call_endpoint": call_endpoint,
            },
            body={
                "model": model,
                "prompt": prompt,
                "messages": messages,
                "contents": contents,
                "tools": tools,
                "system": system,
            },
            options=options,
        )
        return await self._transport.request(_COUNT_TOKENS, _models.litellm.TokenCount, arguments)

    async def supported_openai_params(
        self, *, model: str, **options: Unpack[RequestOptions]
    ) -> models.litellm.SupportedParameters:
        """List the parameters that reach a model.

        Lists the fields of OpenAI's API that the gateway passes on to a model's provider. LiteLLM's
        own operation.

        Args:
            model: Name of the model, or provider and name such as
                databricks/databricks-claude-sonnet-4. Refused with 422 where it is missing.
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
        return await self._transport.request(
            _SUPPORTED_OPENAI_PARAMS, _models.litellm.SupportedParameters, arguments
        )

    async def routes(self, **options: Unpack[RequestOptions]) -> models.litellm.RouteList:
        """List the paths that the gateway answers.

        Lists every path with its methods, without credentials. LiteLLM's own operation.

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
        return await self._transport.request(_ROUTES, _models.litellm.RouteList, arguments)

    async def test(self, **options: Unpack[RequestOptions]) -> models.litellm.CalledRoute:
        """See which path was called.

        Answers with the path of the request, without credentials. Deprecated: use
        /health/liveliness to see whether the gateway runs.

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
        return await self._transport.request(_TEST, _models.litellm.CalledRoute, arguments)
