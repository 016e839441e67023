# Generated from spec/; do not edit.
"""Resources of `gateway.completions`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Finished, Operation, Parameter, StreamEnd
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
    id="createGatewayCompletion",
    method="POST",
    path="/completions",
    headers=(
        Parameter(name="x_litellm_timeout", key="x-litellm-timeout", type=float),
        Parameter(name="x_litellm_num_retries", key="x-litellm-num-retries", type=int),
        Parameter(name="x_litellm_call_id", key="x-litellm-call-id", type=str),
        Parameter(name="x_litellm_tags", key="x-litellm-tags", type=str),
    ),
    body=lambda: params.litellm.GatewayCompletionRequest,
    task="completions",
    model="model",
    stream_end=StreamEnd(
        marker="[DONE]",
        finished=Finished(
            list="choices",
            key="index",
            field="finish_reason",
            count="n",
        ),
    ),
    merge="completions",
)


class Completions:
    """The methods of `Gateway.completions`."""

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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ):
        """Complete a text with the model that the body names.

        OpenAI-compatible completion of a text. A chat model behind the gateway gets the prompt as
        one user message; several prompts may then become several messages of one chat, with one
        choice for all. The LiteLLM proxy also takes the model from a query parameter of that name.

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
            metadata: Free keys and values for the proxy's logs, such as generation_name,
                generation_id, trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or
                Databricks provider nor answered. LiteLLM's own field here.
            tags: Labels of the call for routing and for reports of what was spent. LiteLLM's own
                field.
            guardrails: Names of the configured guardrails to run for this call. LiteLLM's own
                field.
            caching: Whether the proxy's cache of answers may be used and filled. LiteLLM's own
                field.
            num_retries: How often the proxy repeats a call of the provider that failed. LiteLLM's
                own field.
            fallbacks: Models to ask, in this order, where the first one fails. LiteLLM's own field.
            context_window_fallback_dict: For a model's name the model to ask where the prompt is
                too long for it. LiteLLM's own field.
            timeout_: Longest time that the model may take, in seconds; afterwards the proxy answers
                408. LiteLLM's own field.
            drop_params: Whether fields that the provider does not know are left out instead of
                refused with 400. LiteLLM's own field.
            allowed_openai_params: Fields to pass on although LiteLLM believes that the provider
                does not know them. LiteLLM's own field.
            mock_response: Answer to give without asking a model, for tests. Dropped unless the key
                allows it. LiteLLM's own field.
            mock_tool_calls: Tool calls to answer without asking a model, for tests. Dropped unless
                the key allows it. LiteLLM's own field.
            mock_timeout: Whether to answer as if the model had taken longer than timeout, for
                tests. LiteLLM's own field.
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
                "metadata": metadata,
                "tags": tags,
                "guardrails": guardrails,
                "caching": caching,
                "num_retries": num_retries,
                "fallbacks": fallbacks,
                "context_window_fallback_dict": context_window_fallback_dict,
                "timeout": timeout_,
                "drop_params": drop_params,
                "allowed_openai_params": allowed_openai_params,
                "mock_response": mock_response,
                "mock_tool_calls": mock_tool_calls,
                "mock_timeout": mock_timeout,
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
    """The methods of `Gateway.completions`."""

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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
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
        metadata: Mapping[str, object] | Omit | None = OMIT,
        tags: Sequence[str] | Omit | None = OMIT,
        guardrails: Sequence[str] | Omit | None = OMIT,
        caching: bool | Omit | None = OMIT,
        num_retries: int | Omit | None = OMIT,
        fallbacks: Sequence[str] | Omit | None = OMIT,
        context_window_fallback_dict: Mapping[str, str] | Omit | None = OMIT,
        timeout_: float | Omit | None = OMIT,
        drop_params: bool | Omit | None = OMIT,
        allowed_openai_params: Sequence[str] | Omit | None = OMIT,
        mock_response: str | Omit | None = OMIT,
        mock_tool_calls: Sequence[params.chat.ToolCall | models.chat.ToolCall] | Omit | None = OMIT,
        mock_timeout: bool | Omit | None = OMIT,
        x_litellm_timeout: float | Omit = OMIT,
        x_litellm_num_retries: int | Omit = OMIT,
        x_litellm_call_id: str | Omit = OMIT,
        x_litellm_tags: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AsyncAccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ):
        """Complete a text with the model that the body names.

        OpenAI-compatible completion of a text. A chat model behind the gateway gets the prompt as
        one user message; several prompts may then become several messages of one chat, with one
        choice for all. The LiteLLM proxy also takes the model from a query parameter of that name.

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
            metadata: Free keys and values for the proxy's logs, such as generation_name,
                generation_id, trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or
                Databricks provider nor answered. LiteLLM's own field here.
            tags: Labels of the call for routing and for reports of what was spent. LiteLLM's own
                field.
            guardrails: Names of the configured guardrails to run for this call. LiteLLM's own
                field.
            caching: Whether the proxy's cache of answers may be used and filled. LiteLLM's own
                field.
            num_retries: How often the proxy repeats a call of the provider that failed. LiteLLM's
                own field.
            fallbacks: Models to ask, in this order, where the first one fails. LiteLLM's own field.
            context_window_fallback_dict: For a model's name the model to ask where the prompt is
                too long for it. LiteLLM's own field.
            timeout_: Longest time that the model may take, in seconds; afterwards the proxy answers
                408. LiteLLM's own field.
            drop_params: Whether fields that the provider does not know are left out instead of
                refused with 400. LiteLLM's own field.
            allowed_openai_params: Fields to pass on although LiteLLM believes that the provider
                does not know them. LiteLLM's own field.
            mock_response: Answer to give without asking a model, for tests. Dropped unless the key
                allows it. LiteLLM's own field.
            mock_tool_calls: Tool calls to answer without asking a model, for tests. Dropped unless
                the key allows it. LiteLLM's own field.
            mock_timeout: Whether to answer as if the model had taken longer than timeout, for
                tests. LiteLLM's own field.
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
                "metadata": metadata,
                "tags": tags,
                "guardrails": guardrails,
                "caching": caching,
                "num_retries": num_retries,
                "fallbacks": fallbacks,
                "context_window_fallback_dict": context_window_fallback_dict,
                "timeout": timeout_,
                "drop_params": drop_params,
                "allowed_openai_params": allowed_openai_params,
                "mock_response": mock_response,
                "mock_tool_calls": mock_tool_calls,
                "mock_timeout": mock_timeout,
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
