# Generated from spec/; do not edit.
"""Resources of `gateway.messages`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Base, Operation, Parameter, StreamEnd
from ..._runtime.options import RequestOptions
from ..._runtime.sent_back import trimmed
from ..._runtime.tools import Tool, messages_tools
from ..._runtime.typed import Typed

if TYPE_CHECKING:
    from ..._runtime._async.accumulating import AsyncAccumulatingStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.accumulating import AccumulatingStream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncMessages",
    "Messages",
]

_CREATE: Final = Operation(
    id="createGatewayMessage",
    method="POST",
    path="/messages",
    base=Base(own="/v1", others=("",)),
    headers=(
        Parameter(name="x_litellm_timeout", key="x-litellm-timeout", type=float),
        Parameter(name="x_litellm_num_retries", key="x-litellm-num-retries", type=int),
        Parameter(name="x_litellm_call_id", key="x-litellm-call-id", type=str),
        Parameter(name="x_litellm_tags", key="x-litellm-tags", type=str),
    ),
    body=lambda: params.messages.MessagesRequest,
    task="messages",
    model="model",
    stream_end=StreamEnd(
        types=frozenset(
            {
                "message_stop",
            }
        ),
    ),
    merge="messages",
)

_COUNT_TOKENS: Final = Operation(
    id="countGatewayMessageTokens",
    method="POST",
    path="/messages/count_tokens",
    base=Base(own="/v1", others=("",)),
    body=lambda: params.messages.CountTokensRequest,
    task="count_tokens",
    model="model",
)


class Messages:
    """The methods of `Gateway.messages`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @overload
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: Literal[False] | Omit = OMIT,
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.messages.Message: ...

    @overload
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: Literal[True],
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[models.messages.MessagesEvent, models.messages.Message]: ...

    @overload
    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.messages.Message
        | AccumulatingStream[models.messages.MessagesEvent, models.messages.Message]
    ): ...

    def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.messages.Message
        | AccumulatingStream[models.messages.MessagesEvent, models.messages.Message]
    ):
        """Send messages in Anthropic's format.

        Anthropic's Messages API for any chat model behind the gateway, only below /v1. Refusals
        have Anthropic's shape, but for a key or a JSON text that is at fault.

        Args:
            model: Name of the serving endpoint or of the gateway's model.
            messages: The conversation so far, oldest turn first. The last turn may be the
                assistant's, to be gone on with.
            max_tokens: Most tokens to produce, thinking included.
            system: What the model is told before the conversation, as text or as blocks of text.
            tools: Tools that the model may call. Functions with annotations and types can be among
                them, and a `Toolbox` in their place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call; auto where it is left out.
            thinking: Whether and how long the model thinks before it answers; not at all where it
                is left out.
            output_config: How the answer is made.
            context_management: What the provider leaves out of a context that grows too long.
            stream: Send the answer as a stream of named events; false where it is left out.
            temperature: Sampling temperature, 1 where it is left out; with thinking nothing else is
                taken.
            top_p: Probability mass that is sampled from.
            top_k: Number of likeliest tokens that are sampled from.
            stop_sequences: Texts that end the answer; none of them is part of it.
            metadata: About the request, not for the model.
            service_tier: Whether the provider may use another than the standard processing tier.
            x_litellm_timeout: Longest time that the model may take, in seconds; afterwards the
                proxy answers 408. Wins over the deployment's own limit.
            x_litellm_num_retries: How often the proxy repeats a call of the provider that failed; 0
                for never.
            x_litellm_call_id: Identifies the call in the proxy's logs; comes back as a header of
                the answer. Left out, the proxy makes one.
            x_litellm_tags: Labels of the call for routing and for reports of what was spent,
                separated by commas without spaces.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
            StreamError: While reading a stream: the server reported an error.
            StreamInterrupted: While reading a stream: it ended before it was complete.
        """
        arguments = Arguments(
            parameters={
                "x_litellm_timeout": x_litellm_timeout,
                "x_litellm_num_retries": x_litellm_num_retries,
                "x_litellm_call_id": x_litellm_call_id,
                "x_litellm_tags": x_litellm_tags,
            },
            body={
                "model": model,
                "messages": trimmed(messages, ["role", "content"]),
                "max_tokens": max_tokens,
                "system": system,
                "tools": messages_tools(tools),
                "tool_choice": tool_choice,
                "thinking": thinking,
                "output_config": output_config,
                "context_management": context_management,
                "stream": stream,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "stop_sequences": stop_sequences,
                "metadata": metadata,
                "service_tier": service_tier,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _CREATE, Typed[_models.messages.MessagesEvent], _models.messages.Message, arguments
            )
        return self._transport.request(_CREATE, _models.messages.Message, arguments)

    def count_tokens(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.messages.CountTokensAnswer:
        """Count the tokens of messages in Anthropic's format.

        Counts what a message would cost as input, without asking a model. The LiteLLM proxy also
        answers for models that it does not know.

        Args:
            model: Name of the serving endpoint or of the gateway's model.
            messages: The conversation so far, oldest turn first. The last turn may be the
                assistant's, to be gone on with.
            system: What the model is told before the conversation, as text or as blocks of text.
            tools: Tools that the model may call. Functions with annotations and types can be among
                them, and a `Toolbox` in their place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call; auto where it is left out.
            thinking: Whether and how long the model thinks before it answers; not at all where it
                is left out.
            output_config: How the answer is made.
            context_management: What the provider leaves out of a context that grows too long.
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
                "model": model,
                "messages": trimmed(messages, ["role", "content"]),
                "system": system,
                "tools": messages_tools(tools),
                "tool_choice": tool_choice,
                "thinking": thinking,
                "output_config": output_config,
                "context_management": context_management,
            },
            options=options,
        )
        return self._transport.request(_COUNT_TOKENS, _models.messages.CountTokensAnswer, arguments)


class AsyncMessages:
    """The methods of `Gateway.messages`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @overload
    async def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: Literal[False] | Omit = OMIT,
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.messages.Message: ...

    @overload
    async def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: Literal[True],
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[models.messages.MessagesEvent, models.messages.Message]: ...

    @overload
    async def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.messages.Message
        | AsyncAccumulatingStream[models.messages.MessagesEvent, models.messages.Message]
    ): ...

    async def create(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        max_tokens: int,
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        temperature: float | Omit = OMIT,
        top_p: float | Omit = OMIT,
        top_k: int | Omit = OMIT,
        stop_sequences: Sequence[str] | Omit = OMIT,
        metadata: params.messages.MessagesMetadata | Omit = OMIT,
        service_tier: Literal["auto", "standard_only"] | str | Omit = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.messages.Message
        | AsyncAccumulatingStream[models.messages.MessagesEvent, models.messages.Message]
    ):
        """Send messages in Anthropic's format.

        Anthropic's Messages API for any chat model behind the gateway, only below /v1. Refusals
        have Anthropic's shape, but for a key or a JSON text that is at fault.

        Args:
            model: Name of the serving endpoint or of the gateway's model.
            messages: The conversation so far, oldest turn first. The last turn may be the
                assistant's, to be gone on with.
            max_tokens: Most tokens to produce, thinking included.
            system: What the model is told before the conversation, as text or as blocks of text.
            tools: Tools that the model may call. Functions with annotations and types can be among
                them, and a `Toolbox` in their place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call; auto where it is left out.
            thinking: Whether and how long the model thinks before it answers; not at all where it
                is left out.
            output_config: How the answer is made.
            context_management: What the provider leaves out of a context that grows too long.
            stream: Send the answer as a stream of named events; false where it is left out.
            temperature: Sampling temperature, 1 where it is left out; with thinking nothing else is
                taken.
            top_p: Probability mass that is sampled from.
            top_k: Number of likeliest tokens that are sampled from.
            stop_sequences: Texts that end the answer; none of them is part of it.
            metadata: About the request, not for the model.
            service_tier: Whether the provider may use another than the standard processing tier.
            x_litellm_timeout: Longest time that the model may take, in seconds; afterwards the
                proxy answers 408. Wins over the deployment's own limit.
            x_litellm_num_retries: How often the proxy repeats a call of the provider that failed; 0
                for never.
            x_litellm_call_id: Identifies the call in the proxy's logs; comes back as a header of
                the answer. Left out, the proxy makes one.
            x_litellm_tags: Labels of the call for routing and for reports of what was spent,
                separated by commas without spaces.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
            StreamError: While reading a stream: the server reported an error.
            StreamInterrupted: While reading a stream: it ended before it was complete.
        """
        arguments = Arguments(
            parameters={
                "x_litellm_timeout": x_litellm_timeout,
                "x_litellm_num_retries": x_litellm_num_retries,
                "x_litellm_call_id": x_litellm_call_id,
                "x_litellm_tags": x_litellm_tags,
            },
            body={
                "model": model,
                "messages": trimmed(messages, ["role", "content"]),
                "max_tokens": max_tokens,
                "system": system,
                "tools": messages_tools(tools),
                "tool_choice": tool_choice,
                "thinking": thinking,
                "output_config": output_config,
                "context_management": context_management,
                "stream": stream,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "stop_sequences": stop_sequences,
                "metadata": metadata,
                "service_tier": service_tier,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _CREATE, Typed[_models.messages.MessagesEvent], _models.messages.Message, arguments
            )
        return await self._transport.request(_CREATE, _models.messages.Message, arguments)

    async def count_tokens(
        self,
        *,
        model: str,
        messages: Sequence[params.messages.MessagesTurn | models.messages.Message],
        system: params.messages.MessagesSystem | Omit = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.messages.MessagesTool] | Omit = OMIT,
        tool_choice: params.messages.MessagesToolChoice | Omit = OMIT,
        thinking: params.messages.MessagesThinking | Omit = OMIT,
        output_config: params.messages.MessagesOutputConfig | Omit = OMIT,
        context_management: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.messages.CountTokensAnswer:
        """Count the tokens of messages in Anthropic's format.

        Counts what a message would cost as input, without asking a model. The LiteLLM proxy also
        answers for models that it does not know.

        Args:
            model: Name of the serving endpoint or of the gateway's model.
            messages: The conversation so far, oldest turn first. The last turn may be the
                assistant's, to be gone on with.
            system: What the model is told before the conversation, as text or as blocks of text.
            tools: Tools that the model may call. Functions with annotations and types can be among
                them, and a `Toolbox` in their place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call; auto where it is left out.
            thinking: Whether and how long the model thinks before it answers; not at all where it
                is left out.
            output_config: How the answer is made.
            context_management: What the provider leaves out of a context that grows too long.
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
                "model": model,
                "messages": trimmed(messages, ["role", "content"]),
                "system": system,
                "tools": messages_tools(tools),
                "tool_choice": tool_choice,
                "thinking": thinking,
                "output_config": output_config,
                "context_management": context_management,
            },
            options=options,
        )
        return await self._transport.request(
            _COUNT_TOKENS, _models.messages.CountTokensAnswer, arguments
        )
