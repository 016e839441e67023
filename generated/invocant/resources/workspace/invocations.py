# Generated from spec/; do not edit.
"""Resources of `workspace.invocations`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Finished, Operation, StreamEnd
from ..._runtime.options import RequestOptions
from ..._runtime.structured import T, chat_format, is_form, responses_format
from ..._runtime.tools import Tool, chat_tools, responses_tools
from ..._runtime.typed import Typed

if TYPE_CHECKING:
    from ..._runtime._async.accumulating import AsyncAccumulatingStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.accumulating import AccumulatingStream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncInvocations",
    "Invocations",
]

_CHAT: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.chat.ChatInvocation,
    task="chat",
    model="name",
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

_COMPLETIONS: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.completions.CompletionInvocation,
    task="completions",
    model="name",
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

_EMBEDDINGS: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.embeddings.EmbeddingsInvocation,
    task="embeddings",
    model="name",
)

_RESPONSES: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.responses.ResponsesInvocation,
    secrets=frozenset(
        {
            "authorization",
        }
    ),
    task="responses",
    model="name",
    stream_end=StreamEnd(
        marker="[DONE]",
        types=frozenset(
            {
                "response.completed",
                "responses.completed",
                "response.incomplete",
                "response.failed",
                "error",
            }
        ),
    ),
    merge="responses",
)

_DATAFRAME_SPLIT: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.scoring.DataframeSplitRequest,
    task="dataframe_split",
    model="name",
)

_DATAFRAME_RECORDS: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.scoring.DataframeRecordsRequest,
    task="dataframe_records",
    model="name",
)

_INSTANCES: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.scoring.InstancesRequest,
    task="instances",
    model="name",
)

_INPUTS: Final = Operation(
    id="queryServingEndpoint",
    method="POST",
    path="/serving-endpoints/{name}/invocations",
    aliases=("/serving-endpoints/{name}/served-models/{served_model}/invocations",),
    body=lambda: params.scoring.InputsRequest,
    task="inputs",
    model="name",
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
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion: ...

    @overload
    def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.parsed.ParsedChatCompletion[T]: ...

    @overload
    def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]: ...

    @overload
    def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.chat.ChatCompletion
        | AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ): ...

    def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.chat.ChatCompletion
        | AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ):
        """Chat with the endpoint that the path names.

        For endpoints of the task llm/v1/chat and for agents.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            messages: The conversation so far, oldest message first.
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
            metadata: Free keys and values, for tracing.
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
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
                "served_model": served_model,
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
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _CHAT, _models.chat.ChatCompletionChunk, _models.chat.ChatCompletion, arguments
            )
        if is_form(response_format):
            parsed = self._transport.request(_CHAT, _models.parsed.ParsedChatCompletion, arguments)
            parsed.read_as(response_format)
            return parsed
        return self._transport.request(_CHAT, _models.chat.ChatCompletion, arguments)

    @overload
    def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.completions.Completion: ...

    @overload
    def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]: ...

    @overload
    def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ): ...

    def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ):
        """Complete a text with the endpoint that the path names.

        For endpoints of the task llm/v1/completions.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            prompt: One text or several, each of which gets answers of its own; or, for OpenAI's
                models and gateways, one or several texts as token ids.
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
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "prompt": prompt,
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
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _COMPLETIONS,
                _models.completions.CompletionChunk,
                _models.completions.Completion,
                arguments,
            )
        return self._transport.request(_COMPLETIONS, _models.completions.Completion, arguments)

    def embeddings(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: params.embeddings.EmbeddingsInput,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the endpoint that the path names.

        For endpoints of the task llm/v1/embeddings.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            input: One text, several texts, or, for OpenAI's models and gateways, one or several
                texts as token ids.
            encoding_format: Numbers, the default, or base64 of little-endian float32. Hosted models
                of a workspace ignore it and send numbers.
            dimensions: Width of the vectors, for models of OpenAI and of gateways that can shorten
                them. Hosted models of a workspace do not know it and refuse it with 400.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one, such as
                databricks-bge-large-en.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
                "served_model": served_model,
            },
            body={
                "input": input,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
                "model": model,
            },
            options=options,
        )
        return self._transport.request(
            _EMBEDDINGS, _models.embeddings.EmbeddingsResponse, arguments
        )

    @overload
    def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.responses.ResponsesResponse: ...

    @overload
    def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[T],
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.parsed.ParsedResponsesResponse[T]: ...

    @overload
    def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: Literal[True],
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[object] | params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[
        models.responses.ResponsesEvent, models.responses.ResponsesResponse
    ]: ...

    @overload
    def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[object] | params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AccumulatingStream[models.responses.ResponsesEvent, models.responses.ResponsesResponse]
    ): ...

    def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[object] | params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AccumulatingStream[models.responses.ResponsesEvent, models.responses.ResponsesResponse]
    ):
        """Query the endpoint that the path names in the format of OpenAI's Responses API.

        For endpoints of hosted GPT models, of external OpenAI models, and of agents (task
        agent/v1/responses).

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            input: One text of the user, or the items of the conversation so far, oldest first.
            instructions: What the model is told before the input, as a system message.
            max_output_tokens: Most tokens to produce, reasoning included; null means no limit of
                the request's own.
            max_tool_calls: Most calls of tools that the provider runs itself.
            temperature: Sampling temperature, 1 where it is left out. Reasoning models refuse it.
            top_p: Probability mass that is sampled from, 1 where it is left out.
            top_logprobs: Number of alternatives to send for each token, where include asks for log
                probabilities.
            stream: Send the answer as a stream of typed events; false where it is left out.
            stream_options: How a stream is sent.
            text: Form of the text that is answered. A type in its place, such as a pydantic model,
                is sent as its JSON Schema; the answer is then `parsed`, unless it is streamed.
            reasoning: How a reasoning model thinks, and what of it is answered.
            tools: Tools that the model may call. Functions with annotations and types can be among
                them, and a `Toolbox` in their place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call.
            parallel_tool_calls: Whether one answer may call several tools; true where it is left
                out.
            truncation: What happens to an input that is longer than the model's context; disabled
                where it is left out.
            include: Further data to answer, such as reasoning.encrypted_content.
            metadata: Free keys and values, which come back in the answer.
            user: Identifies the end user.
            safety_identifier: Identifies the end user towards the provider's abuse checks; takes
                the place of user.
            prompt_cache_key: Requests with the same key are likelier to find a cached prefix.
            background: Answer at once and work on. Refused by hosted models.
            store: Keep the answer at the provider. Refused by hosted models.
            service_tier: Processing tier at the provider. Refused by hosted models.
            conversation: Conversation at the provider that the request belongs to, by id or as an
                object. Refused by hosted models.
            previous_response_id: Id of the stored answer that this request goes on from. Refused by
                hosted models.
            custom_inputs: Free values for an agent; other models refuse the member.
            context: Who talks to an agent; other models refuse the member.
            databricks_options: What an agent endpoint answers beside the output; other models
                refuse the member.
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "input": input,
                "instructions": instructions,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "text": responses_format(text),
                "reasoning": reasoning,
                "tools": responses_tools(tools),
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "truncation": truncation,
                "include": include,
                "metadata": metadata,
                "user": user,
                "safety_identifier": safety_identifier,
                "prompt_cache_key": prompt_cache_key,
                "background": background,
                "store": store,
                "service_tier": service_tier,
                "conversation": conversation,
                "previous_response_id": previous_response_id,
                "custom_inputs": custom_inputs,
                "context": context,
                "databricks_options": databricks_options,
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _RESPONSES,
                Typed[_models.responses.ResponsesEvent],
                _models.responses.ResponsesResponse,
                arguments,
            )
        if is_form(text):
            parsed = self._transport.request(
                _RESPONSES, _models.parsed.ParsedResponsesResponse, arguments
            )
            parsed.read_as(text)
            return parsed
        return self._transport.request(_RESPONSES, _models.responses.ResponsesResponse, arguments)

    def dataframe_split(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        dataframe_split: params.scoring.DataframeSplit,
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score rows of a table, with the columns named once.

        For endpoints of custom models and of feature specs.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            dataframe_split: A table as pandas splits it. One page shows it wrapped in a list, which
                the model server refuses; it is an object.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "dataframe_split": dataframe_split,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return self._transport.request(_DATAFRAME_SPLIT, _models.scoring.ScoringResponse, arguments)

    def dataframe_records(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        dataframe_records: Sequence[Mapping[str, object]],
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score rows of a table, each an object.

        For endpoints of custom models and of feature specs.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            dataframe_records: The rows, each an object with a value for every column.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "dataframe_records": dataframe_records,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return self._transport.request(
            _DATAFRAME_RECORDS, _models.scoring.ScoringResponse, arguments
        )

    def instances(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        instances: Sequence[object],
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score tensors in row form.

        For endpoints of custom models.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            instances: The examples: numbers, texts, lists of a fixed shape, or objects that map the
                names of the inputs to such values.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "instances": instances,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return self._transport.request(_INSTANCES, _models.scoring.ScoringResponse, arguments)

    def inputs(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        inputs: params.scoring.TensorInputs,
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score tensors in column form.

        For endpoints of custom models.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            inputs: One tensor, as a list or a single value, or an object that maps the names of the
                inputs to tensors, which may differ in length.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "inputs": inputs,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return self._transport.request(_INPUTS, _models.scoring.ScoringResponse, arguments)


class AsyncInvocations:
    """The methods of `Client.invocations`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @overload
    async def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.chat.ChatCompletion: ...

    @overload
    async def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.parsed.ParsedChatCompletion[T]: ...

    @overload
    async def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]: ...

    @overload
    async def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.chat.ChatCompletion
        | AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ): ...

    async def chat(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.chat.ChatCompletion
        | AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ):
        """Chat with the endpoint that the path names.

        For endpoints of the task llm/v1/chat and for agents.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            messages: The conversation so far, oldest message first.
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
            metadata: Free keys and values, for tracing.
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
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
                "served_model": served_model,
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
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _CHAT, _models.chat.ChatCompletionChunk, _models.chat.ChatCompletion, arguments
            )
        if is_form(response_format):
            parsed = await self._transport.request(
                _CHAT, _models.parsed.ParsedChatCompletion, arguments
            )
            parsed.read_as(response_format)
            return parsed
        return await self._transport.request(_CHAT, _models.chat.ChatCompletion, arguments)

    @overload
    async def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.completions.Completion: ...

    @overload
    async def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[
        models.completions.CompletionChunk, models.completions.Completion
    ]: ...

    @overload
    async def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AsyncAccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ): ...

    async def completions(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        prompt: params.completions.CompletionPrompt,
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
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.completions.Completion
        | AsyncAccumulatingStream[models.completions.CompletionChunk, models.completions.Completion]
    ):
        """Complete a text with the endpoint that the path names.

        For endpoints of the task llm/v1/completions.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            prompt: One text or several, each of which gets answers of its own; or, for OpenAI's
                models and gateways, one or several texts as token ids.
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
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "prompt": prompt,
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
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _COMPLETIONS,
                _models.completions.CompletionChunk,
                _models.completions.Completion,
                arguments,
            )
        return await self._transport.request(
            _COMPLETIONS, _models.completions.Completion, arguments
        )

    async def embeddings(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: params.embeddings.EmbeddingsInput,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the endpoint that the path names.

        For endpoints of the task llm/v1/embeddings.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            input: One text, several texts, or, for OpenAI's models and gateways, one or several
                texts as token ids.
            encoding_format: Numbers, the default, or base64 of little-endian float32. Hosted models
                of a workspace ignore it and send numbers.
            dimensions: Width of the vectors, for models of OpenAI and of gateways that can shorten
                them. Hosted models of a workspace do not know it and refuse it with 400.
            user: Identifies the end user.
            instruction: Instruction put before every text, for models trained with one, such as
                databricks-bge-large-en.
            extra_params: Further parameters for an external model, passed on to its provider.
                Values are strings, whatever the provider takes them for.
            client_request_id: The caller's own id of the request, kept in the inference table and
                the usage table.
            usage_context: The caller's own keys and values, kept in the usage table, such as a
                project or an end user.
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
                "served_model": served_model,
            },
            body={
                "input": input,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
                "model": model,
            },
            options=options,
        )
        return await self._transport.request(
            _EMBEDDINGS, _models.embeddings.EmbeddingsResponse, arguments
        )

    @overload
    async def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.responses.ResponsesResponse: ...

    @overload
    async def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: Literal[False] | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[T],
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.parsed.ParsedResponsesResponse[T]: ...

    @overload
    async def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: Literal[True],
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[object] | params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[
        models.responses.ResponsesEvent, models.responses.ResponsesResponse
    ]: ...

    @overload
    async def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[object] | params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AsyncAccumulatingStream[
            models.responses.ResponsesEvent, models.responses.ResponsesResponse
        ]
    ): ...

    async def responses(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        instructions: str | Omit | None = OMIT,
        max_output_tokens: int | Omit | None = OMIT,
        max_tool_calls: int | Omit | None = OMIT,
        temperature: float | Omit | None = OMIT,
        top_p: float | Omit | None = OMIT,
        top_logprobs: int | Omit | None = OMIT,
        stream: bool | Omit = OMIT,
        stream_options: params.responses.ResponsesStreamOptions | Omit | None = OMIT,
        text: type[object] | params.responses.ResponsesTextOptions | Omit | None = OMIT,
        reasoning: params.responses.ResponsesReasoningOptions | Omit | None = OMIT,
        tools: Sequence[Tool | Callable[..., object] | params.responses.ResponsesTool]
        | Omit
        | None = OMIT,
        tool_choice: params.responses.ResponsesToolChoice | Omit = OMIT,
        parallel_tool_calls: bool | Omit | None = OMIT,
        truncation: params.responses.ResponsesTruncation | Omit | None = OMIT,
        include: Sequence[str] | Omit | None = OMIT,
        metadata: Mapping[str, str] | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        safety_identifier: str | Omit | None = OMIT,
        prompt_cache_key: str | Omit | None = OMIT,
        background: bool | Omit | None = OMIT,
        store: bool | Omit | None = OMIT,
        service_tier: str | Omit | None = OMIT,
        conversation: params.responses.ResponsesConversation | Omit = OMIT,
        previous_response_id: str | Omit | None = OMIT,
        custom_inputs: Mapping[str, object] | Omit | None = OMIT,
        context: params.responses.ResponsesAgentContext | Omit | None = OMIT,
        databricks_options: params.responses.ResponsesAgentOptions | Omit | None = OMIT,
        model: str | Omit | None = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AsyncAccumulatingStream[
            models.responses.ResponsesEvent, models.responses.ResponsesResponse
        ]
    ):
        """Query the endpoint that the path names in the format of OpenAI's Responses API.

        For endpoints of hosted GPT models, of external OpenAI models, and of agents (task
        agent/v1/responses).

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            input: One text of the user, or the items of the conversation so far, oldest first.
            instructions: What the model is told before the input, as a system message.
            max_output_tokens: Most tokens to produce, reasoning included; null means no limit of
                the request's own.
            max_tool_calls: Most calls of tools that the provider runs itself.
            temperature: Sampling temperature, 1 where it is left out. Reasoning models refuse it.
            top_p: Probability mass that is sampled from, 1 where it is left out.
            top_logprobs: Number of alternatives to send for each token, where include asks for log
                probabilities.
            stream: Send the answer as a stream of typed events; false where it is left out.
            stream_options: How a stream is sent.
            text: Form of the text that is answered. A type in its place, such as a pydantic model,
                is sent as its JSON Schema; the answer is then `parsed`, unless it is streamed.
            reasoning: How a reasoning model thinks, and what of it is answered.
            tools: Tools that the model may call. Functions with annotations and types can be among
                them, and a `Toolbox` in their place.
            tool_choice: Whether the model may, must or must not call a tool, or the one that it
                must call.
            parallel_tool_calls: Whether one answer may call several tools; true where it is left
                out.
            truncation: What happens to an input that is longer than the model's context; disabled
                where it is left out.
            include: Further data to answer, such as reasoning.encrypted_content.
            metadata: Free keys and values, which come back in the answer.
            user: Identifies the end user.
            safety_identifier: Identifies the end user towards the provider's abuse checks; takes
                the place of user.
            prompt_cache_key: Requests with the same key are likelier to find a cached prefix.
            background: Answer at once and work on. Refused by hosted models.
            store: Keep the answer at the provider. Refused by hosted models.
            service_tier: Processing tier at the provider. Refused by hosted models.
            conversation: Conversation at the provider that the request belongs to, by id or as an
                object. Refused by hosted models.
            previous_response_id: Id of the stored answer that this request goes on from. Refused by
                hosted models.
            custom_inputs: Free values for an agent; other models refuse the member.
            context: Who talks to an agent; other models refuse the member.
            databricks_options: What an agent endpoint answers beside the output; other models
                refuse the member.
            model: Ignored, since the path names the endpoint.
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
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "input": input,
                "instructions": instructions,
                "max_output_tokens": max_output_tokens,
                "max_tool_calls": max_tool_calls,
                "temperature": temperature,
                "top_p": top_p,
                "top_logprobs": top_logprobs,
                "stream": stream,
                "stream_options": stream_options,
                "text": responses_format(text),
                "reasoning": reasoning,
                "tools": responses_tools(tools),
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "truncation": truncation,
                "include": include,
                "metadata": metadata,
                "user": user,
                "safety_identifier": safety_identifier,
                "prompt_cache_key": prompt_cache_key,
                "background": background,
                "store": store,
                "service_tier": service_tier,
                "conversation": conversation,
                "previous_response_id": previous_response_id,
                "custom_inputs": custom_inputs,
                "context": context,
                "databricks_options": databricks_options,
                "model": model,
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _RESPONSES,
                Typed[_models.responses.ResponsesEvent],
                _models.responses.ResponsesResponse,
                arguments,
            )
        if is_form(text):
            parsed = await self._transport.request(
                _RESPONSES, _models.parsed.ParsedResponsesResponse, arguments
            )
            parsed.read_as(text)
            return parsed
        return await self._transport.request(
            _RESPONSES, _models.responses.ResponsesResponse, arguments
        )

    async def dataframe_split(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        dataframe_split: params.scoring.DataframeSplit,
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score rows of a table, with the columns named once.

        For endpoints of custom models and of feature specs.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            dataframe_split: A table as pandas splits it. One page shows it wrapped in a list, which
                the model server refuses; it is an object.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "dataframe_split": dataframe_split,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return await self._transport.request(
            _DATAFRAME_SPLIT, _models.scoring.ScoringResponse, arguments
        )

    async def dataframe_records(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        dataframe_records: Sequence[Mapping[str, object]],
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score rows of a table, each an object.

        For endpoints of custom models and of feature specs.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            dataframe_records: The rows, each an object with a value for every column.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "dataframe_records": dataframe_records,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return await self._transport.request(
            _DATAFRAME_RECORDS, _models.scoring.ScoringResponse, arguments
        )

    async def instances(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        instances: Sequence[object],
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score tensors in row form.

        For endpoints of custom models.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            instances: The examples: numbers, texts, lists of a fixed shape, or objects that map the
                names of the inputs to such values.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "instances": instances,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return await self._transport.request(_INSTANCES, _models.scoring.ScoringResponse, arguments)

    async def inputs(
        self,
        name: str,
        *,
        served_model: str | Omit = OMIT,
        inputs: params.scoring.TensorInputs,
        params: Mapping[str, object] | Omit | None = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.scoring.ScoringResponse:
        """Score tensors in column form.

        For endpoints of custom models.

        Args:
            name: Name of the serving endpoint.
            served_model: Name of one of the endpoint's served entities.
            inputs: One tensor, as a list or a single value, or an object that maps the names of the
                inputs to tensors, which may differ in length.
            params: Parameters of the model's signature, by name. A model whose signature has none
                ignores them.
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
        """
        arguments = Arguments(
            path={
                "name": name,
                "served_model": served_model,
            },
            body={
                "inputs": inputs,
                "params": params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return await self._transport.request(_INPUTS, _models.scoring.ScoringResponse, arguments)
