# Generated from spec/; do not edit.
"""Resources of `workspace.completions`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Finished, Operation, StreamEnd
from ..._runtime.options import RequestOptions

if TYPE_CHECKING:
    from ..._runtime._async.accumulating import AsyncAccumulatingStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.accumulating import AccumulatingStream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncCompletions",
    "Completions",
]

_CREATE: Final = Operation(
    id="createCompletion",
    method="POST",
    path="/serving-endpoints/completions",
    body=lambda: params.completions.CompletionRequest,
    task="completions",
    model="model",
    stream_end=StreamEnd(
        marker="[DONE]",
        finished=Finished(
            list="choices",
            key="index",
            field="finish_reason",
        ),
    ),
    merge="completions",
)


class Completions:
    """The methods of `Client.completions`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @overload
    def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.completions.Completion: ...

    @overload
    def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[True],
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]: ...

    @overload
    def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ): ...

    def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ):
        """Complete a text with the endpoint that the body names.

        OpenAI-compatible text completion; model is the name of a serving endpoint of the task
        llm/v1/completions.

        Args:
            prompt: One text or several, each of which gets answers of its own; or, for OpenAI's
                models and gateways, one or several texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
            max_tokens: Most tokens to produce for each answer, 1 or more; null means the model's
                own limit.
            temperature: Sampling temperature, 0 to 2, default 1; 0 is the most repeatable.
            top_p: Probability mass that is sampled from, above 0 and up to 1, default 1.
            top_k: Number of likeliest tokens that are sampled from, 1 or more; null, the default,
                means all.
            n: Number of answers for each prompt, default 1. Hosted models of a workspace refuse any
                other than 1 when streaming.
            stop: One or several texts that end the answer.
            stream: Send the answer piece by piece, as server-sent events; default false.
            stream_options: What a stream holds beside the answer.
            suffix: Text that follows the answer, for models that fill a gap.
            echo: Begin every answer with its prompt, default false.
            logprobs: Send the log probabilities of the tokens and of so many alternatives for each,
                0 to 5.
            error_behavior: What to do with a prompt that is longer than the model can read, refuse
                it or cut it; older hosted models know it.
            use_raw_prompt: Give the prompt to the model as it is, without the model's own template,
                default false; older hosted models know it.
            seed: Asks for repeatable sampling; hosted models of a workspace may not know it.
            presence_penalty: Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's
                and Cohere's models know it.
            frequency_penalty: Penalty for tokens by how often they occur already, -2 to 2, default
                0; OpenAI's and Cohere's models know it.
            logit_bias: Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and
                Cohere's models know it.
            user: Identifies the end user.
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
            StreamError: While reading a stream: the server reported an error.
            StreamInterrupted: While reading a stream: it ended before it was complete.
        """
        arguments = Arguments(
            body={
                "prompt": prompt,
                "model": model,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "n": n,
                "stop": stop,
                "stream": stream,
                "stream_options": stream_options,
                "suffix": suffix,
                "echo": echo,
                "logprobs": logprobs,
                "error_behavior": error_behavior,
                "use_raw_prompt": use_raw_prompt,
                "seed": seed,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "user": user,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _CREATE,
                _models.completions.CompletionChunk,
                _models.completions.Completion,
                arguments,
            )
        return self._transport.request(_CREATE, _models.completions.Completion, arguments)


class AsyncCompletions:
    """The methods of `Client.completions`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @overload
    async def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.completions.Completion: ...

    @overload
    async def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: Literal[True],
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[
        models.completions.CompletionChunk, models.completions.Completion
    ]: ...

    @overload
    async def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AsyncAccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ): ...

    async def create(
        self,
        *,
        prompt: params.completions.CompletionPrompt,
        model: str,
        max_tokens: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_k: int | Omit | None = OMIT,
        n: int | Omit | None = OMIT,
        stop: params.chat.StopSequences | Omit = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        echo: bool | Omit | None = OMIT,
        logprobs: int | Omit | None = OMIT,
        error_behavior: Literal["error", "truncate"] | str | Omit | None = OMIT,
        use_raw_prompt: bool | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AsyncAccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ):
        """Complete a text with the endpoint that the body names.

        OpenAI-compatible text completion; model is the name of a serving endpoint of the task
        llm/v1/completions.

        Args:
            prompt: One text or several, each of which gets answers of its own; or, for OpenAI's
                models and gateways, one or several texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
            max_tokens: Most tokens to produce for each answer, 1 or more; null means the model's
                own limit.
            temperature: Sampling temperature, 0 to 2, default 1; 0 is the most repeatable.
            top_p: Probability mass that is sampled from, above 0 and up to 1, default 1.
            top_k: Number of likeliest tokens that are sampled from, 1 or more; null, the default,
                means all.
            n: Number of answers for each prompt, default 1. Hosted models of a workspace refuse any
                other than 1 when streaming.
            stop: One or several texts that end the answer.
            stream: Send the answer piece by piece, as server-sent events; default false.
            stream_options: What a stream holds beside the answer.
            suffix: Text that follows the answer, for models that fill a gap.
            echo: Begin every answer with its prompt, default false.
            logprobs: Send the log probabilities of the tokens and of so many alternatives for each,
                0 to 5.
            error_behavior: What to do with a prompt that is longer than the model can read, refuse
                it or cut it; older hosted models know it.
            use_raw_prompt: Give the prompt to the model as it is, without the model's own template,
                default false; older hosted models know it.
            seed: Asks for repeatable sampling; hosted models of a workspace may not know it.
            presence_penalty: Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's
                and Cohere's models know it.
            frequency_penalty: Penalty for tokens by how often they occur already, -2 to 2, default
                0; OpenAI's and Cohere's models know it.
            logit_bias: Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and
                Cohere's models know it.
            user: Identifies the end user.
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
            StreamError: While reading a stream: the server reported an error.
            StreamInterrupted: While reading a stream: it ended before it was complete.
        """
        arguments = Arguments(
            body={
                "prompt": prompt,
                "model": model,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "top_k": top_k,
                "n": n,
                "stop": stop,
                "stream": stream,
                "stream_options": stream_options,
                "suffix": suffix,
                "echo": echo,
                "logprobs": logprobs,
                "error_behavior": error_behavior,
                "use_raw_prompt": use_raw_prompt,
                "seed": seed,
                "presence_penalty": presence_penalty,
                "frequency_penalty": frequency_penalty,
                "logit_bias": logit_bias,
                "user": user,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _CREATE,
                _models.completions.CompletionChunk,
                _models.completions.Completion,
                arguments,
            )
        return await self._transport.request(_CREATE, _models.completions.Completion, arguments)
