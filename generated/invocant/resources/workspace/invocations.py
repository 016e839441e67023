# Generated from spec/; do not edit.
"""Resources of `workspace.invocations`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    "AsyncInvocations",
    "Invocations",
]

_CHAT: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    body=lambda: params.chat.ChatInvocation,
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

_EMBEDDINGS: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    body=lambda: params.embeddings.EmbeddingsInvocation,
)


class Invocations:
    """The methods of `Client.invocations`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @overload
    def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion: ...

    @overload
    def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> Stream[models.chat.ChatCompletionChunk]: ...

    @overload
    def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | Stream[models.chat.ChatCompletionChunk]: ...

    def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | Stream[models.chat.ChatCompletionChunk]:
        """Chat with the endpoint that the path names.

        Sends a request to one serving endpoint. What the body has to hold depends on the endpoint's
        task.

        Args:
            name: Name of the serving endpoint.
            messages: The conversation so far, oldest message first.
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
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
            },
            body={
                "messages": messages,
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
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream(_CHAT, models.chat.ChatCompletionChunk, arguments)
        return self._transport.request(_CHAT, models.chat.ChatCompletion, arguments)

    def embeddings(
        self,
        name: str,
        *,
        input: params.embeddings.EmbeddingsInput,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the endpoint that the path names.

        Sends a request to one serving endpoint. What the body has to hold depends on the endpoint's
        task.

        Args:
            name: Name of the serving endpoint.
            input: One text, several texts, one text as token ids, or several texts as token ids.
            encoding_format: Numbers, or base64 of little-endian float32. Databricks ignores it and
                sends numbers.
            dimensions: Width of the vectors, for models that can shorten them.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one (bge, gte).
            model: Ignored, since the path names the endpoint.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "input": input,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
                "model": model,
            },
            options=options,
        )
        return self._transport.request(_EMBEDDINGS, models.embeddings.EmbeddingsResponse, arguments)


class AsyncInvocations:
    """The methods of `Client.invocations`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @overload
    async def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion: ...

    @overload
    async def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[models.chat.ChatCompletionChunk]: ...

    @overload
    async def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | AsyncStream[models.chat.ChatCompletionChunk]: ...

    async def chat(
        self,
        name: str,
        *,
        messages: Sequence[params.chat.ChatMessage | models.chat.AssistantMessage],
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion | AsyncStream[models.chat.ChatCompletionChunk]:
        """Chat with the endpoint that the path names.

        Sends a request to one serving endpoint. What the body has to hold depends on the endpoint's
        task.

        Args:
            name: Name of the serving endpoint.
            messages: The conversation so far, oldest message first.
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
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
            },
            body={
                "messages": messages,
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
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream(_CHAT, models.chat.ChatCompletionChunk, arguments)
        return await self._transport.request(_CHAT, models.chat.ChatCompletion, arguments)

    async def embeddings(
        self,
        name: str,
        *,
        input: params.embeddings.EmbeddingsInput,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the endpoint that the path names.

        Sends a request to one serving endpoint. What the body has to hold depends on the endpoint's
        task.

        Args:
            name: Name of the serving endpoint.
            input: One text, several texts, one text as token ids, or several texts as token ids.
            encoding_format: Numbers, or base64 of little-endian float32. Databricks ignores it and
                sends numbers.
            dimensions: Width of the vectors, for models that can shorten them.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one (bge, gte).
            model: Ignored, since the path names the endpoint.
            options: Headers, query, further body fields, timeout, retries of this call;
                `RequestOptions`.

        Raises:
            RequestError: An argument has a wrong type; nothing was sent.
            APIConnectionError: No answer arrived.
            APIStatusError: The server refused; every status has a class of its own.
            APIResponseError: The answer is not what the specification says.
        """
        arguments = Arguments(
            path={
                "name": name,
            },
            body={
                "input": input,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
                "model": model,
            },
            options=options,
        )
        return await self._transport.request(
            _EMBEDDINGS, models.embeddings.EmbeddingsResponse, arguments
        )
