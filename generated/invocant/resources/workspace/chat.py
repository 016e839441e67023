# Generated from spec/; do not edit.
"""Resources of `workspace.chat`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Finished, Operation, StreamEnd
from ..._runtime.options import RequestOptions

if TYPE_CHECKING:
    from ..._runtime._async.stream import AsyncStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.stream import Stream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncChat",
    "AsyncChatCompletions",
    "Chat",
    "ChatCompletions",
]

_COMPLETIONS_CREATE: Final = Operation(
    id="createChatCompletion",
    method="POST",
    path="/serving-endpoints/chat/completions",
    body=lambda: params.chat.ChatCompletionRequest,
    stream_end=StreamEnd(
        marker="[DONE]",
        finished=Finished(
            list="choices",
            key="index",
            field="finish_reason",
            count="n",
        ),
    ),
)


class ChatCompletions:
    """The methods of `Client.chat.completions`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @overload
    def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion: ...

    @overload
    def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[True],
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Stream[models.chat.ChatCompletionChunk]: ...

    @overload
    def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | Stream[models.chat.ChatCompletionChunk]: ...

    def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | Stream[models.chat.ChatCompletionChunk]:
        """Chat with the endpoint that the body names.

        OpenAI-compatible chat; model is the name of a serving endpoint.

        Args:
            messages: The conversation so far, oldest message first.
            model: Name of the serving endpoint or of the gateway's model.
            max_tokens: Most tokens to produce; null means no limit of the request's own.
            max_completion_tokens: OpenAI's later name of max_tokens.
            temperature: Sampling temperature.
            top_p: Probability mass that is sampled from.
            top_k: Number of likeliest tokens that are sampled from.
            n: Number of answers. Hosted models want 1 when streaming.
            stop: One or several texts that end the answer.
            stream: Send the answer piece by piece, as server-sent events.
            stream_options: What a stream holds beside the answer.
            seed: Asks for repeatable sampling.
            presence_penalty: Penalty for tokens that occur already.
            frequency_penalty: Penalty for tokens by how often they occur already.
            logit_bias: Bias for token ids.
            logprobs: Send the log probabilities of the tokens.
            top_logprobs: Number of alternatives to send for each token.
            tools: Functions that the model may call.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call.
            parallel_tool_calls: Whether one answer may call several tools.
            response_format: The form of the answer.
            reasoning_effort: How much a reasoning model thinks before it answers.
            user: Identifies the end user.
            metadata: Free keys and values, for tracing.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
            StreamInterrupted: While reading a stream: it ended before it was complete.
        """
        arguments = Arguments(
            body={
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "n": n,
                "stop": stop,
                "stream": stream,
                "stream_options": stream_options,
                "seed": seed,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
                "reasoning_effort": reasoning_effort,
                "user": user,
                "metadata": metadata,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream(
                _COMPLETIONS_CREATE, models.chat.ChatCompletionChunk, arguments
            )
        return self._transport.request(_COMPLETIONS_CREATE, models.chat.ChatCompletion, arguments)


class Chat:
    """The methods of `Client.chat`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @cached_property
    def completions(self) -> ChatCompletions:
        """The methods below `completions`."""
        return ChatCompletions(self._transport)


class AsyncChatCompletions:
    """The methods of `Client.chat.completions`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @overload
    async def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion: ...

    @overload
    async def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[True],
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[models.chat.ChatCompletionChunk]: ...

    @overload
    async def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | AsyncStream[models.chat.ChatCompletionChunk]: ...

    async def create(
        self,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
        model: str,
        max_tokens: int | Omit | None = OMIT,
        max_completion_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | AsyncStream[models.chat.ChatCompletionChunk]:
        """Chat with the endpoint that the body names.

        OpenAI-compatible chat; model is the name of a serving endpoint.

        Args:
            messages: The conversation so far, oldest message first.
            model: Name of the serving endpoint or of the gateway's model.
            max_tokens: Most tokens to produce; null means no limit of the request's own.
            max_completion_tokens: OpenAI's later name of max_tokens.
            temperature: Sampling temperature.
            top_p: Probability mass that is sampled from.
            top_k: Number of likeliest tokens that are sampled from.
            n: Number of answers. Hosted models want 1 when streaming.
            stop: One or several texts that end the answer.
            stream: Send the answer piece by piece, as server-sent events.
            stream_options: What a stream holds beside the answer.
            seed: Asks for repeatable sampling.
            presence_penalty: Penalty for tokens that occur already.
            frequency_penalty: Penalty for tokens by how often they occur already.
            logit_bias: Bias for token ids.
            logprobs: Send the log probabilities of the tokens.
            top_logprobs: Number of alternatives to send for each token.
            tools: Functions that the model may call.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call.
            parallel_tool_calls: Whether one answer may call several tools.
            response_format: The form of the answer.
            reasoning_effort: How much a reasoning model thinks before it answers.
            user: Identifies the end user.
            metadata: Free keys and values, for tracing.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
            StreamInterrupted: While reading a stream: it ended before it was complete.
        """
        arguments = Arguments(
            body={
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "max_completion_tokens": max_completion_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "n": n,
                "stop": stop,
                "stream": stream,
                "stream_options": stream_options,
                "seed": seed,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "logprobs": logprobs,
                "top_logprobs": top_logprobs,
                "tools": tools,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
                "reasoning_effort": reasoning_effort,
                "user": user,
                "metadata": metadata,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream(
                _COMPLETIONS_CREATE, models.chat.ChatCompletionChunk, arguments
            )
        return await self._transport.request(
            _COMPLETIONS_CREATE, models.chat.ChatCompletion, arguments
        )


class AsyncChat:
    """The methods of `Client.chat`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @cached_property
    def completions(self) -> AsyncChatCompletions:
        """The methods below `completions`."""
        return AsyncChatCompletions(self._transport)
