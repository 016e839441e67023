# Generated from spec/; do not edit.
"""Resources of `gateway.chat`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Finished, Operation, Parameter, StreamEnd
from ..._runtime.options import RequestOptions
from ..._runtime.structured import T, chat_format, is_form
from ..._runtime.tools import Tool, chat_tools
from ..._runtime.typed import Typed

if TYPE_CHECKING:
    from ..._runtime._async.accumulating import AsyncAccumulatingStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.accumulating import AccumulatingStream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncChat",
    "AsyncChatCompletions",
    "Chat",
    "ChatCompletions",
]

_COMPLETIONS_CREATE: Final = Operation(
    id="createGatewayChatCompletion",
    method="POST",
    path="/chat/completions",
    headers=(
        Parameter(name="x_litellm_timeout", key="x-litellm-timeout", type=float),
        Parameter(name="x_litellm_num_retries", key="x-litellm-num-retries", type=int),
        Parameter(name="x_litellm_call_id", key="x-litellm-call-id", type=str),
        Parameter(name="x_litellm_tags", key="x-litellm-tags", type=str),
    ),
    body=lambda: params.litellm.GatewayChatRequest,
    task="chat",
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
    merge="chat",
    note=lambda: _models.chat.AgentTraceEvent,
)

_COMPLETIONS_CREATE_BATCH: Final = Operation(
    id="createGatewayChatCompletion",
    method="POST",
    path="/chat/completions",
    headers=(
        Parameter(name="x_litellm_timeout", key="x-litellm-timeout", type=float),
        Parameter(name="x_litellm_num_retries", key="x-litellm-num-retries", type=int),
        Parameter(name="x_litellm_call_id", key="x-litellm-call-id", type=str),
        Parameter(name="x_litellm_tags", key="x-litellm-tags", type=str),
    ),
    body=lambda: params.litellm.BatchChatRequest,
    task="batch_chat",
    model="model",
)


class ChatCompletions:
    """The methods of `Gateway.chat.completions`."""

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[T],
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
    ) -> models.parsed.ParsedChatCompletion[T]: ...

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
    ) -> AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]: ...

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
        models.chat.ChatCompletion
        | AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ): ...

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
        models.chat.ChatCompletion
        | AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ):
        """Chat with the model that the body names.

        OpenAI-compatible chat. A model that lists several names, separated by commas, sends the
        same chat to each of them and gets a list of answers; LiteLLM alone knows this. The answer's
        model is the name that the request used, unless another model stood in for it.

        Args:
            messages: The conversation so far, oldest message first.
            model: Name of the serving endpoint or of the gateway's model.
            max_tokens: Most tokens to produce for each answer, 1 or more; null, the default, means
                no limit of the request's own, though some models have one (Claude Sonnet 4: 1,000).
                A workspace reserves so many output tokens of its rate limit up front.
            max_completion_tokens: OpenAI's later name of max_tokens, which counts reasoning tokens
                too; where both are sent, the smaller one holds.
            temperature: Sampling temperature, 0 to 2, default 1; 0 is the most repeatable.
            top_p: Probability mass that is sampled from, above 0 and up to 1, default 1.
            top_k: Number of likeliest tokens that are sampled from, 1 or more; null, the default,
                means all.
            n: Number of answers, default 1. Hosted models of a workspace refuse any other than 1
                when streaming.
            stop: One or several texts that end the answer.
            stream: Send the answer piece by piece, as server-sent events. One page of the workspace
                gives the default as false, another as true, so it is best said.
            stream_options: What a stream holds beside the answer.
            seed: Asks for repeatable sampling; hosted models of a workspace may not know it.
            presence_penalty: Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's
                and Cohere's models know it.
            frequency_penalty: Penalty for tokens by how often they occur already, -2 to 2, default
                0; OpenAI's and Cohere's models know it.
            logit_bias: Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and
                Cohere's models know it.
            logprobs: Send the log probabilities of the tokens, default false.
            top_logprobs: Number of alternatives to send for each token, 0 to 20; needs logprobs
                true.
            tools: Functions that the model may call; hosted models of a workspace take 32 at most.
                Functions with annotations and types can be among them, and a `Toolbox` in their
                place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call. The default is auto where there are tools, none where there are not.
            parallel_tool_calls: Whether one answer may call several tools; hosted models of a
                workspace call one at a time.
            response_format: The form of the answer. A type in its place, such as a pydantic model,
                is sent as its JSON Schema; the answer is then `parsed`, unless it is streamed.
            reasoning_effort: How much a reasoning model thinks before it answers; the default
                depends on the model.
            thinking: Extended thinking of Claude's hybrid models; the answer's content is then a
                list that begins with a reasoning part.
            output_config: What goes with thinking of type "adaptive"; the LiteLLM proxy sends both
                in place of reasoning_effort.
            google_search: Lets a Gemini model search the web before it answers.
            service_tier: Processing tier to use, such as auto, default, flex or priority; for
                OpenAI's models.
            user: Identifies the end user.
            metadata: Free keys and values for the proxy's logs, such as generation_name,
                generation_id, trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or
                Databricks provider nor answered. LiteLLM's own field here.
            custom_inputs: Further inputs of an agent, as its author defines them. Only endpoints
                that serve an agent know it.
            context: Whose conversation this is. Only endpoints that serve an agent know it.
            databricks_options: Wishes to the platform. Only endpoints that serve an agent know it.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
            ParseError: The answer cannot be made into the type that was given.
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
                "tools": chat_tools(tools),
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": chat_format(response_format),
                "reasoning_effort": reasoning_effort,
                "thinking": thinking,
                "output_config": output_config,
                "google_search": google_search,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "custom_inputs": custom_inputs,
                "context": context,
                "databricks_options": databricks_options,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
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
                _COMPLETIONS_CREATE,
                _models.chat.ChatCompletionChunk,
                _models.chat.ChatCompletion,
                arguments,
            )
        if is_form(response_format):
            parsed = self._transport.request(
                _COMPLETIONS_CREATE, _models.parsed.ParsedChatCompletion, arguments
            )
            parsed.read_as(response_format)
            return parsed
        return self._transport.request(_COMPLETIONS_CREATE, _models.chat.ChatCompletion, arguments)

    def create_batch(
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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
    ) -> models.litellm.BatchChatAnswer:
        """Send one chat to several models.

        Sends the same chat to all models that the body's model lists, separated by commas, and
        returns their answers in that order. A model that fails has its error in the list; the
        others' answers are not affected. LiteLLM documents it as beta.

        Args:
            messages: The conversation so far, oldest message first.
            model: Names of two or more models, separated by commas; spaces round a name do not
                count. A list of names is refused.
            max_tokens: Most tokens to produce for each answer, 1 or more; null, the default, means
                no limit of the request's own, though some models have one (Claude Sonnet 4: 1,000).
                A workspace reserves so many output tokens of its rate limit up front.
            max_completion_tokens: OpenAI's later name of max_tokens, which counts reasoning tokens
                too; where both are sent, the smaller one holds.
            temperature: Sampling temperature, 0 to 2, default 1; 0 is the most repeatable.
            top_p: Probability mass that is sampled from, above 0 and up to 1, default 1.
            top_k: Number of likeliest tokens that are sampled from, 1 or more; null, the default,
                means all.
            n: Number of answers, default 1. Hosted models of a workspace refuse any other than 1
                when streaming.
            stop: One or several texts that end the answer.
            stream: Has to be false or left out; the answers come as one list.
            stream_options: What a stream holds beside the answer.
            seed: Asks for repeatable sampling; hosted models of a workspace may not know it.
            presence_penalty: Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's
                and Cohere's models know it.
            frequency_penalty: Penalty for tokens by how often they occur already, -2 to 2, default
                0; OpenAI's and Cohere's models know it.
            logit_bias: Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and
                Cohere's models know it.
            logprobs: Send the log probabilities of the tokens, default false.
            top_logprobs: Number of alternatives to send for each token, 0 to 20; needs logprobs
                true.
            tools: Functions that the model may call; hosted models of a workspace take 32 at most.
                Functions with annotations and types can be among them, and a `Toolbox` in their
                place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call. The default is auto where there are tools, none where there are not.
            parallel_tool_calls: Whether one answer may call several tools; hosted models of a
                workspace call one at a time.
            response_format: The form of the answer. A type in its place, such as a pydantic model,
                is sent as its JSON Schema; the answer is then `parsed`, unless it is streamed.
            reasoning_effort: How much a reasoning model thinks before it answers; the default
                depends on the model.
            thinking: Extended thinking of Claude's hybrid models; the answer's content is then a
                list that begins with a reasoning part.
            output_config: What goes with thinking of type "adaptive"; the LiteLLM proxy sends both
                in place of reasoning_effort.
            google_search: Lets a Gemini model search the web before it answers.
            service_tier: Processing tier to use, such as auto, default, flex or priority; for
                OpenAI's models.
            user: Identifies the end user.
            metadata: Free keys and values for the proxy's logs, such as generation_name,
                generation_id, trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or
                Databricks provider nor answered. LiteLLM's own field here.
            custom_inputs: Further inputs of an agent, as its author defines them. Only endpoints
                that serve an agent know it.
            context: Whose conversation this is. Only endpoints that serve an agent know it.
            databricks_options: Wishes to the platform. Only endpoints that serve an agent know it.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
        """
        arguments = Arguments(
            parameters={
                "x_litellm_timeout": x_litellm_timeout,
                "x_litellm_num_retries": x_litellm_num_retries,
                "x_litellm_call_id": x_litellm_call_id,
                "x_litellm_tags": x_litellm_tags,
            },
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
                "tools": chat_tools(tools),
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": chat_format(response_format),
                "reasoning_effort": reasoning_effort,
                "thinking": thinking,
                "output_config": output_config,
                "google_search": google_search,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "custom_inputs": custom_inputs,
                "context": context,
                "databricks_options": databricks_options,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
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
        return self._transport.request(
            _COMPLETIONS_CREATE_BATCH, Typed[_models.litellm.BatchChatAnswer], arguments
        )


class Chat:
    """The methods of `Gateway.chat`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @cached_property
    def completions(self) -> ChatCompletions:
        """The methods below `completions`."""
        return ChatCompletions(self._transport)


class AsyncChatCompletions:
    """The methods of `Gateway.chat.completions`."""

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.chat.StreamOptions | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        presence_penalty: float | Omit | None = OMIT,
        frequency_penalty: float | Omit | None = OMIT,
        logit_bias: Mapping[str, float] | Omit | None = OMIT,
        logprobs: bool | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[T],
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
    ) -> models.parsed.ParsedChatCompletion[T]: ...

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
    ) -> AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]: ...

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
        models.chat.ChatCompletion
        | AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ): ...

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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
        models.chat.ChatCompletion
        | AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ):
        """Chat with the model that the body names.

        OpenAI-compatible chat. A model that lists several names, separated by commas, sends the
        same chat to each of them and gets a list of answers; LiteLLM alone knows this. The answer's
        model is the name that the request used, unless another model stood in for it.

        Args:
            messages: The conversation so far, oldest message first.
            model: Name of the serving endpoint or of the gateway's model.
            max_tokens: Most tokens to produce for each answer, 1 or more; null, the default, means
                no limit of the request's own, though some models have one (Claude Sonnet 4: 1,000).
                A workspace reserves so many output tokens of its rate limit up front.
            max_completion_tokens: OpenAI's later name of max_tokens, which counts reasoning tokens
                too; where both are sent, the smaller one holds.
            temperature: Sampling temperature, 0 to 2, default 1; 0 is the most repeatable.
            top_p: Probability mass that is sampled from, above 0 and up to 1, default 1.
            top_k: Number of likeliest tokens that are sampled from, 1 or more; null, the default,
                means all.
            n: Number of answers, default 1. Hosted models of a workspace refuse any other than 1
                when streaming.
            stop: One or several texts that end the answer.
            stream: Send the answer piece by piece, as server-sent events. One page of the workspace
                gives the default as false, another as true, so it is best said.
            stream_options: What a stream holds beside the answer.
            seed: Asks for repeatable sampling; hosted models of a workspace may not know it.
            presence_penalty: Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's
                and Cohere's models know it.
            frequency_penalty: Penalty for tokens by how often they occur already, -2 to 2, default
                0; OpenAI's and Cohere's models know it.
            logit_bias: Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and
                Cohere's models know it.
            logprobs: Send the log probabilities of the tokens, default false.
            top_logprobs: Number of alternatives to send for each token, 0 to 20; needs logprobs
                true.
            tools: Functions that the model may call; hosted models of a workspace take 32 at most.
                Functions with annotations and types can be among them, and a `Toolbox` in their
                place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call. The default is auto where there are tools, none where there are not.
            parallel_tool_calls: Whether one answer may call several tools; hosted models of a
                workspace call one at a time.
            response_format: The form of the answer. A type in its place, such as a pydantic model,
                is sent as its JSON Schema; the answer is then `parsed`, unless it is streamed.
            reasoning_effort: How much a reasoning model thinks before it answers; the default
                depends on the model.
            thinking: Extended thinking of Claude's hybrid models; the answer's content is then a
                list that begins with a reasoning part.
            output_config: What goes with thinking of type "adaptive"; the LiteLLM proxy sends both
                in place of reasoning_effort.
            google_search: Lets a Gemini model search the web before it answers.
            service_tier: Processing tier to use, such as auto, default, flex or priority; for
                OpenAI's models.
            user: Identifies the end user.
            metadata: Free keys and values for the proxy's logs, such as generation_name,
                generation_id, trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or
                Databricks provider nor answered. LiteLLM's own field here.
            custom_inputs: Further inputs of an agent, as its author defines them. Only endpoints
                that serve an agent know it.
            context: Whose conversation this is. Only endpoints that serve an agent know it.
            databricks_options: Wishes to the platform. Only endpoints that serve an agent know it.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
            ParseError: The answer cannot be made into the type that was given.
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
                "tools": chat_tools(tools),
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": chat_format(response_format),
                "reasoning_effort": reasoning_effort,
                "thinking": thinking,
                "output_config": output_config,
                "google_search": google_search,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "custom_inputs": custom_inputs,
                "context": context,
                "databricks_options": databricks_options,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
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
                _COMPLETIONS_CREATE,
                _models.chat.ChatCompletionChunk,
                _models.chat.ChatCompletion,
                arguments,
            )
        if is_form(response_format):
            parsed = await self._transport.request(
                _COMPLETIONS_CREATE, _models.parsed.ParsedChatCompletion, arguments
            )
            parsed.read_as(response_format)
            return parsed
        return await self._transport.request(
            _COMPLETIONS_CREATE, _models.chat.ChatCompletion, arguments
        )

    async def create_batch(
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
        tools: Sequence[Tool | Callable[..., object] | params.chat.Tool] | Omit = OMIT,
        tool_choice: params.chat.ToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        response_format: type[object] | params.chat.ResponseFormat | Omit = OMIT,
        reasoning_effort: params.chat.ReasoningEffort | Omit | None = OMIT,
        thinking: params.chat.Thinking | Omit | None = OMIT,
        output_config: params.chat.ThinkingEffort | Omit | None = OMIT,
        google_search: params.chat.GoogleSearch | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        metadata: Mapping[str, object] | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.chat.ChatContext | Omit | None = OMIT,
        databricks_options: params.chat.DatabricksOptions | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
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
    ) -> models.litellm.BatchChatAnswer:
        """Send one chat to several models.

        Sends the same chat to all models that the body's model lists, separated by commas, and
        returns their answers in that order. A model that fails has its error in the list; the
        others' answers are not affected. LiteLLM documents it as beta.

        Args:
            messages: The conversation so far, oldest message first.
            model: Names of two or more models, separated by commas; spaces round a name do not
                count. A list of names is refused.
            max_tokens: Most tokens to produce for each answer, 1 or more; null, the default, means
                no limit of the request's own, though some models have one (Claude Sonnet 4: 1,000).
                A workspace reserves so many output tokens of its rate limit up front.
            max_completion_tokens: OpenAI's later name of max_tokens, which counts reasoning tokens
                too; where both are sent, the smaller one holds.
            temperature: Sampling temperature, 0 to 2, default 1; 0 is the most repeatable.
            top_p: Probability mass that is sampled from, above 0 and up to 1, default 1.
            top_k: Number of likeliest tokens that are sampled from, 1 or more; null, the default,
                means all.
            n: Number of answers, default 1. Hosted models of a workspace refuse any other than 1
                when streaming.
            stop: One or several texts that end the answer.
            stream: Has to be false or left out; the answers come as one list.
            stream_options: What a stream holds beside the answer.
            seed: Asks for repeatable sampling; hosted models of a workspace may not know it.
            presence_penalty: Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's
                and Cohere's models know it.
            frequency_penalty: Penalty for tokens by how often they occur already, -2 to 2, default
                0; OpenAI's and Cohere's models know it.
            logit_bias: Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and
                Cohere's models know it.
            logprobs: Send the log probabilities of the tokens, default false.
            top_logprobs: Number of alternatives to send for each token, 0 to 20; needs logprobs
                true.
            tools: Functions that the model may call; hosted models of a workspace take 32 at most.
                Functions with annotations and types can be among them, and a `Toolbox` in their
                place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call. The default is auto where there are tools, none where there are not.
            parallel_tool_calls: Whether one answer may call several tools; hosted models of a
                workspace call one at a time.
            response_format: The form of the answer. A type in its place, such as a pydantic model,
                is sent as its JSON Schema; the answer is then `parsed`, unless it is streamed.
            reasoning_effort: How much a reasoning model thinks before it answers; the default
                depends on the model.
            thinking: Extended thinking of Claude's hybrid models; the answer's content is then a
                list that begins with a reasoning part.
            output_config: What goes with thinking of type "adaptive"; the LiteLLM proxy sends both
                in place of reasoning_effort.
            google_search: Lets a Gemini model search the web before it answers.
            service_tier: Processing tier to use, such as auto, default, flex or priority; for
                OpenAI's models.
            user: Identifies the end user.
            metadata: Free keys and values for the proxy's logs, such as generation_name,
                generation_id, trace_id, trace_user_id. Neither passed on to an OpenAI-compatible or
                Databricks provider nor answered. LiteLLM's own field here.
            custom_inputs: Further inputs of an agent, as its author defines them. Only endpoints
                that serve an agent know it.
            context: Whose conversation this is. Only endpoints that serve an agent know it.
            databricks_options: Wishes to the platform. Only endpoints that serve an agent know it.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
        """
        arguments = Arguments(
            parameters={
                "x_litellm_timeout": x_litellm_timeout,
                "x_litellm_num_retries": x_litellm_num_retries,
                "x_litellm_call_id": x_litellm_call_id,
                "x_litellm_tags": x_litellm_tags,
            },
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
                "tools": chat_tools(tools),
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": chat_format(response_format),
                "reasoning_effort": reasoning_effort,
                "thinking": thinking,
                "output_config": output_config,
                "google_search": google_search,
                "service_tier": service_tier,
                "user": user,
                "metadata": metadata,
                "custom_inputs": custom_inputs,
                "context": context,
                "databricks_options": databricks_options,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
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
        return await self._transport.request(
            _COMPLETIONS_CREATE_BATCH, Typed[_models.litellm.BatchChatAnswer], arguments
        )


class AsyncChat:
    """The methods of `Gateway.chat`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @cached_property
    def completions(self) -> AsyncChatCompletions:
        """The methods below `completions`."""
        return AsyncChatCompletions(self._transport)
