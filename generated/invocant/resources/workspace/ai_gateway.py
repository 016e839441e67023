# Generated from spec/; do not edit.
"""Resources of `workspace.ai_gateway`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Finished, Operation, Parameter, StreamEnd
from ..._runtime.options import RequestOptions
from ..._runtime.sent_back import trimmed
from ..._runtime.structured import T, chat_format, is_form, responses_format
from ..._runtime.tools import Tool, chat_tools, messages_tools, responses_tools
from ..._runtime.typed import Typed

if TYPE_CHECKING:
    from ..._runtime._async.accumulating import AsyncAccumulatingStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.accumulating import AccumulatingStream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AiGateway",
    "AiGatewayChat",
    "AiGatewayChatCompletions",
    "AiGatewayEmbeddings",
    "AiGatewayGemini",
    "AiGatewayMessages",
    "AiGatewayResponses",
    "AsyncAiGateway",
    "AsyncAiGatewayChat",
    "AsyncAiGatewayChatCompletions",
    "AsyncAiGatewayEmbeddings",
    "AsyncAiGatewayGemini",
    "AsyncAiGatewayMessages",
    "AsyncAiGatewayResponses",
]

_CHAT_COMPLETIONS_CREATE: Final = Operation(
    id="unityChat",
    method="POST",
    path="/ai-gateway/mlflow/v1/chat/completions",
    headers=(
        Parameter(
            name="databricks_model_provider_service",
            key="Databricks-Model-Provider-Service",
            type=str,
        ),
    ),
    body=lambda: params.chat.ChatCompletionRequest,
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

_EMBEDDINGS_CREATE: Final = Operation(
    id="unityEmbeddings",
    method="POST",
    path="/ai-gateway/mlflow/v1/embeddings",
    headers=(
        Parameter(
            name="databricks_model_provider_service",
            key="Databricks-Model-Provider-Service",
            type=str,
        ),
    ),
    body=lambda: params.embeddings.EmbeddingsRequest,
    task="embeddings",
    model="model",
)

_RESPONSES_CREATE: Final = Operation(
    id="unityResponses",
    method="POST",
    path="/ai-gateway/mlflow/v1/responses",
    headers=(
        Parameter(
            name="databricks_model_provider_service",
            key="Databricks-Model-Provider-Service",
            type=str,
        ),
    ),
    body=lambda: params.responses.ResponsesRequest,
    secrets=frozenset(
        {
            "authorization",
        }
    ),
    task="responses",
    model="model",
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

_MESSAGES_CREATE: Final = Operation(
    id="unityMessages",
    method="POST",
    path="/ai-gateway/anthropic/v1/messages",
    headers=(
        Parameter(name="anthropic_version", key="anthropic-version", type=str),
        Parameter(name="anthropic_beta", key="anthropic-beta", type=str),
        Parameter(
            name="databricks_model_provider_service",
            key="Databricks-Model-Provider-Service",
            type=str,
        ),
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

_GEMINI_GENERATE_CONTENT: Final = Operation(
    id="unityGenerateContent",
    method="POST",
    path="/ai-gateway/gemini/v1beta/models/{model}:generateContent",
    headers=(
        Parameter(
            name="databricks_model_provider_service",
            key="Databricks-Model-Provider-Service",
            type=str,
        ),
    ),
    body=lambda: params.gemini.GenerateContentRequest,
    task="gemini",
    model="model",
)

_GEMINI_STREAM_GENERATE_CONTENT: Final = Operation(
    id="unityStreamGenerateContent",
    method="POST",
    path="/ai-gateway/gemini/v1beta/models/{model}:streamGenerateContent",
    query=(Parameter(name="alt", key="alt", type=str),),
    headers=(
        Parameter(
            name="databricks_model_provider_service",
            key="Databricks-Model-Provider-Service",
            type=str,
        ),
    ),
    body=lambda: params.gemini.GenerateContentRequest,
    task="gemini",
    model="model",
    stream_end=StreamEnd(
        finished=Finished(
            list="candidates",
            key="index",
            field="finishReason",
        ),
    ),
    merge="gemini",
)


class AiGatewayChatCompletions:
    """The methods of `Client.ai_gateway.chat.completions`."""

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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.chat.ChatCompletion
        | AccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ):
        """Chat with a model of Unity Catalog.

        OpenAI-compatible chat; the gateway's own path, for models of any maker.

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
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "databricks_model_provider_service": databricks_model_provider_service,
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
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _CHAT_COMPLETIONS_CREATE,
                _models.chat.ChatCompletionChunk,
                _models.chat.ChatCompletion,
                arguments,
            )
        if is_form(response_format):
            parsed = self._transport.request(
                _CHAT_COMPLETIONS_CREATE, _models.parsed.ParsedChatCompletion, arguments
            )
            parsed.read_as(response_format)
            return parsed
        return self._transport.request(
            _CHAT_COMPLETIONS_CREATE, _models.chat.ChatCompletion, arguments
        )


class AiGatewayChat:
    """The methods of `Client.ai_gateway.chat`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @cached_property
    def completions(self) -> AiGatewayChatCompletions:
        """The methods below `completions`."""
        return AiGatewayChatCompletions(self._transport)


class AiGatewayEmbeddings:
    """The methods of `Client.ai_gateway.embeddings`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def create(
        self,
        *,
        input: params.embeddings.EmbeddingsInput,
        model: str,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with a model of Unity Catalog.

        OpenAI-compatible embeddings; the gateway's own path, for models of any maker.

        Args:
            input: One text, several texts, or, for OpenAI's models and gateways, one or several
                texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
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
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "input": input,
                "model": model,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return self._transport.request(
            _EMBEDDINGS_CREATE, _models.embeddings.EmbeddingsResponse, arguments
        )


class AiGatewayResponses:
    """The methods of `Client.ai_gateway.responses`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @overload
    def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.responses.ResponsesResponse: ...

    @overload
    def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.parsed.ParsedResponsesResponse[T]: ...

    @overload
    def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[
        models.responses.ResponsesEvent, models.responses.ResponsesResponse
    ]: ...

    @overload
    def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AccumulatingStream[models.responses.ResponsesEvent, models.responses.ResponsesResponse]
    ): ...

    def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AccumulatingStream[models.responses.ResponsesEvent, models.responses.ResponsesResponse]
    ):
        """Query a model of Unity Catalog in the format of OpenAI's Responses API.

        OpenAI-compatible; the gateway's own path, for models of any maker.

        Args:
            input: One text of the user, or the items of the conversation so far, oldest first.
            model: Name of the serving endpoint or of the gateway's model.
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
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "input": input,
                "model": model,
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
            },
            options=options,
        )
        if stream is True:
            return self._transport.stream_answer(
                _RESPONSES_CREATE,
                Typed[_models.responses.ResponsesEvent],
                _models.responses.ResponsesResponse,
                arguments,
            )
        if is_form(text):
            parsed = self._transport.request(
                _RESPONSES_CREATE, _models.parsed.ParsedResponsesResponse, arguments
            )
            parsed.read_as(text)
            return parsed
        return self._transport.request(
            _RESPONSES_CREATE, _models.responses.ResponsesResponse, arguments
        )


class AiGatewayMessages:
    """The methods of `Client.ai_gateway.messages`."""

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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.messages.Message
        | AccumulatingStream[models.messages.MessagesEvent, models.messages.Message]
    ):
        """Query a model of Unity Catalog in the format of Anthropic's Messages API.

        Anthropic-compatible, for models of Anthropic's.

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
            anthropic_version: Version of the format that the caller speaks, a date; the server's
                own where it is left out.
            anthropic_beta: Names of trial features that are to be used, separated by commas.
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "anthropic_version": anthropic_version,
                "anthropic_beta": anthropic_beta,
                "databricks_model_provider_service": databricks_model_provider_service,
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
                _MESSAGES_CREATE,
                Typed[_models.messages.MessagesEvent],
                _models.messages.Message,
                arguments,
            )
        return self._transport.request(_MESSAGES_CREATE, _models.messages.Message, arguments)


class AiGatewayGemini:
    """The methods of `Client.ai_gateway.gemini`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    def generate_content(
        self,
        model: str,
        *,
        contents: Sequence[params.gemini.GeminiContent | models.gemini.GeminiAnswerContent],
        systemInstruction: params.gemini.GeminiInstruction | Omit | None = OMIT,
        tools: Sequence[params.gemini.GeminiTool] | Omit | None = OMIT,
        toolConfig: params.gemini.GeminiToolConfig | Omit | None = OMIT,
        generationConfig: params.gemini.GeminiGenerationConfig | Omit | None = OMIT,
        safetySettings: Sequence[params.gemini.GeminiSafetySetting] | Omit | None = OMIT,
        cachedContent: str | Omit | None = OMIT,
        labels: Mapping[str, str] | Omit | None = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.gemini.GenerateContentResponse:
        """Query a model of Unity Catalog in the format of Gemini's generateContent.

        Gemini-compatible, for models of Google's. The answer comes whole.

        Args:
            model: Name of the model in Unity Catalog.
            contents: The conversation so far, oldest turn first.
            systemInstruction: What the model is told before the conversation.
            tools: Tools that the model may use.
            toolConfig: Whether the model may, must or must not call functions.
            generationConfig: How the answer is made.
            safetySettings: What is blocked, at most one entry for each category.
            cachedContent: Name of a prefix that the provider keeps.
            labels: Free keys and values, for billing.
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "model": model,
            },
            parameters={
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "contents": contents,
                "systemInstruction": systemInstruction,
                "tools": tools,
                "toolConfig": toolConfig,
                "generationConfig": generationConfig,
                "safetySettings": safetySettings,
                "cachedContent": cachedContent,
                "labels": labels,
            },
            options=options,
        )
        return self._transport.request(
            _GEMINI_GENERATE_CONTENT, _models.gemini.GenerateContentResponse, arguments
        )

    def stream_generate_content(
        self,
        model: str,
        *,
        contents: Sequence[params.gemini.GeminiContent | models.gemini.GeminiAnswerContent],
        systemInstruction: params.gemini.GeminiInstruction | Omit | None = OMIT,
        tools: Sequence[params.gemini.GeminiTool] | Omit | None = OMIT,
        toolConfig: params.gemini.GeminiToolConfig | Omit | None = OMIT,
        generationConfig: params.gemini.GeminiGenerationConfig | Omit | None = OMIT,
        safetySettings: Sequence[params.gemini.GeminiSafetySetting] | Omit | None = OMIT,
        cachedContent: str | Omit | None = OMIT,
        labels: Mapping[str, str] | Omit | None = OMIT,
        alt: Literal["sse"] = "sse",
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[
        models.gemini.GenerateContentResponse, models.gemini.GenerateContentResponse
    ]:
        """Query a model of Unity Catalog in the format of Gemini, for a stream.

        Gemini-compatible, for models of Google's. The answer is always a stream.

        Args:
            model: Name of the model in Unity Catalog.
            contents: The conversation so far, oldest turn first.
            systemInstruction: What the model is told before the conversation.
            tools: Tools that the model may use.
            toolConfig: Whether the model may, must or must not call functions.
            generationConfig: How the answer is made.
            safetySettings: What is blocked, at most one entry for each category.
            cachedContent: Name of a prefix that the provider keeps.
            labels: Free keys and values, for billing.
            alt: Form of the stream, server-sent events; without it the provider sends one JSON
                array.
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "model": model,
            },
            parameters={
                "alt": alt,
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "contents": contents,
                "systemInstruction": systemInstruction,
                "tools": tools,
                "toolConfig": toolConfig,
                "generationConfig": generationConfig,
                "safetySettings": safetySettings,
                "cachedContent": cachedContent,
                "labels": labels,
            },
            options=options,
        )
        return self._transport.stream_answer(
            _GEMINI_STREAM_GENERATE_CONTENT,
            _models.gemini.GenerateContentResponse,
            _models.gemini.GenerateContentResponse,
            arguments,
        )


class AiGateway:
    """The methods of `Client.ai_gateway`."""

    def __init__(self, transport: Transport) -> None:
        self._transport: Transport = transport

    @cached_property
    def chat(self) -> AiGatewayChat:
        """The methods below `chat`."""
        return AiGatewayChat(self._transport)

    @cached_property
    def embeddings(self) -> AiGatewayEmbeddings:
        """The methods below `embeddings`."""
        return AiGatewayEmbeddings(self._transport)

    @cached_property
    def responses(self) -> AiGatewayResponses:
        """The methods below `responses`."""
        return AiGatewayResponses(self._transport)

    @cached_property
    def messages(self) -> AiGatewayMessages:
        """The methods below `messages`."""
        return AiGatewayMessages(self._transport)

    @cached_property
    def gemini(self) -> AiGatewayGemini:
        """The methods below `gemini`."""
        return AiGatewayGemini(self._transport)


class AsyncAiGatewayChatCompletions:
    """The methods of `Client.ai_gateway.chat.completions`."""

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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.chat.ChatCompletion
        | AsyncAccumulatingStream[models.chat.ChatCompletionChunk, models.chat.ChatCompletion]
    ):
        """Chat with a model of Unity Catalog.

        OpenAI-compatible chat; the gateway's own path, for models of any maker.

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
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "databricks_model_provider_service": databricks_model_provider_service,
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
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _CHAT_COMPLETIONS_CREATE,
                _models.chat.ChatCompletionChunk,
                _models.chat.ChatCompletion,
                arguments,
            )
        if is_form(response_format):
            parsed = await self._transport.request(
                _CHAT_COMPLETIONS_CREATE, _models.parsed.ParsedChatCompletion, arguments
            )
            parsed.read_as(response_format)
            return parsed
        return await self._transport.request(
            _CHAT_COMPLETIONS_CREATE, _models.chat.ChatCompletion, arguments
        )


class AsyncAiGatewayChat:
    """The methods of `Client.ai_gateway.chat`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @cached_property
    def completions(self) -> AsyncAiGatewayChatCompletions:
        """The methods below `completions`."""
        return AsyncAiGatewayChatCompletions(self._transport)


class AsyncAiGatewayEmbeddings:
    """The methods of `Client.ai_gateway.embeddings`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def create(
        self,
        *,
        input: params.embeddings.EmbeddingsInput,
        model: str,
        encoding_format: params.embeddings.EncodingFormat | Omit = OMIT,
        dimensions: int | Omit | None = OMIT,
        user: str | Omit | None = OMIT,
        instruction: str | Omit | None = OMIT,
        extra_params: params.query.ExtraParams | Omit = OMIT,
        client_request_id: params.query.ClientRequestId | Omit = OMIT,
        usage_context: params.query.UsageContext | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with a model of Unity Catalog.

        OpenAI-compatible embeddings; the gateway's own path, for models of any maker.

        Args:
            input: One text, several texts, or, for OpenAI's models and gateways, one or several
                texts as token ids.
            model: Name of the serving endpoint or of the gateway's model.
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
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "input": input,
                "model": model,
                "encoding_format": encoding_format,
                "dimensions": dimensions,
                "user": user,
                "instruction": instruction,
                "extra_params": extra_params,
                "client_request_id": client_request_id,
                "usage_context": usage_context,
            },
            options=options,
        )
        return await self._transport.request(
            _EMBEDDINGS_CREATE, _models.embeddings.EmbeddingsResponse, arguments
        )


class AsyncAiGatewayResponses:
    """The methods of `Client.ai_gateway.responses`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @overload
    async def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.responses.ResponsesResponse: ...

    @overload
    async def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.parsed.ParsedResponsesResponse[T]: ...

    @overload
    async def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[
        models.responses.ResponsesEvent, models.responses.ResponsesResponse
    ]: ...

    @overload
    async def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AsyncAccumulatingStream[
            models.responses.ResponsesEvent, models.responses.ResponsesResponse
        ]
    ): ...

    async def create(
        self,
        *,
        input: str
        | Sequence[params.responses.ResponsesInputItem | models.responses.ResponsesOutputItem],
        model: str,
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
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AsyncAccumulatingStream[
            models.responses.ResponsesEvent, models.responses.ResponsesResponse
        ]
    ):
        """Query a model of Unity Catalog in the format of OpenAI's Responses API.

        OpenAI-compatible; the gateway's own path, for models of any maker.

        Args:
            input: One text of the user, or the items of the conversation so far, oldest first.
            model: Name of the serving endpoint or of the gateway's model.
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
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "input": input,
                "model": model,
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
            },
            options=options,
        )
        if stream is True:
            return await self._transport.stream_answer(
                _RESPONSES_CREATE,
                Typed[_models.responses.ResponsesEvent],
                _models.responses.ResponsesResponse,
                arguments,
            )
        if is_form(text):
            parsed = await self._transport.request(
                _RESPONSES_CREATE, _models.parsed.ParsedResponsesResponse, arguments
            )
            parsed.read_as(text)
            return parsed
        return await self._transport.request(
            _RESPONSES_CREATE, _models.responses.ResponsesResponse, arguments
        )


class AsyncAiGatewayMessages:
    """The methods of `Client.ai_gateway.messages`."""

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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
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
        anthropic_version: str | Omit = OMIT,
        anthropic_beta: str | Omit = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> (
        models.messages.Message
        | AsyncAccumulatingStream[models.messages.MessagesEvent, models.messages.Message]
    ):
        """Query a model of Unity Catalog in the format of Anthropic's Messages API.

        Anthropic-compatible, for models of Anthropic's.

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
            anthropic_version: Version of the format that the caller speaks, a date; the server's
                own where it is left out.
            anthropic_beta: Names of trial features that are to be used, separated by commas.
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "anthropic_version": anthropic_version,
                "anthropic_beta": anthropic_beta,
                "databricks_model_provider_service": databricks_model_provider_service,
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
                _MESSAGES_CREATE,
                Typed[_models.messages.MessagesEvent],
                _models.messages.Message,
                arguments,
            )
        return await self._transport.request(_MESSAGES_CREATE, _models.messages.Message, arguments)


class AsyncAiGatewayGemini:
    """The methods of `Client.ai_gateway.gemini`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    async def generate_content(
        self,
        model: str,
        *,
        contents: Sequence[params.gemini.GeminiContent | models.gemini.GeminiAnswerContent],
        systemInstruction: params.gemini.GeminiInstruction | Omit | None = OMIT,
        tools: Sequence[params.gemini.GeminiTool] | Omit | None = OMIT,
        toolConfig: params.gemini.GeminiToolConfig | Omit | None = OMIT,
        generationConfig: params.gemini.GeminiGenerationConfig | Omit | None = OMIT,
        safetySettings: Sequence[params.gemini.GeminiSafetySetting] | Omit | None = OMIT,
        cachedContent: str | Omit | None = OMIT,
        labels: Mapping[str, str] | Omit | None = OMIT,
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> models.gemini.GenerateContentResponse:
        """Query a model of Unity Catalog in the format of Gemini's generateContent.

        Gemini-compatible, for models of Google's. The answer comes whole.

        Args:
            model: Name of the model in Unity Catalog.
            contents: The conversation so far, oldest turn first.
            systemInstruction: What the model is told before the conversation.
            tools: Tools that the model may use.
            toolConfig: Whether the model may, must or must not call functions.
            generationConfig: How the answer is made.
            safetySettings: What is blocked, at most one entry for each category.
            cachedContent: Name of a prefix that the provider keeps.
            labels: Free keys and values, for billing.
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "model": model,
            },
            parameters={
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "contents": contents,
                "systemInstruction": systemInstruction,
                "tools": tools,
                "toolConfig": toolConfig,
                "generationConfig": generationConfig,
                "safetySettings": safetySettings,
                "cachedContent": cachedContent,
                "labels": labels,
            },
            options=options,
        )
        return await self._transport.request(
            _GEMINI_GENERATE_CONTENT, _models.gemini.GenerateContentResponse, arguments
        )

    async def stream_generate_content(
        self,
        model: str,
        *,
        contents: Sequence[params.gemini.GeminiContent | models.gemini.GeminiAnswerContent],
        systemInstruction: params.gemini.GeminiInstruction | Omit | None = OMIT,
        tools: Sequence[params.gemini.GeminiTool] | Omit | None = OMIT,
        toolConfig: params.gemini.GeminiToolConfig | Omit | None = OMIT,
        generationConfig: params.gemini.GeminiGenerationConfig | Omit | None = OMIT,
        safetySettings: Sequence[params.gemini.GeminiSafetySetting] | Omit | None = OMIT,
        cachedContent: str | Omit | None = OMIT,
        labels: Mapping[str, str] | Omit | None = OMIT,
        alt: Literal["sse"] = "sse",
        databricks_model_provider_service: str | Omit = OMIT,
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[
        models.gemini.GenerateContentResponse, models.gemini.GenerateContentResponse
    ]:
        """Query a model of Unity Catalog in the format of Gemini, for a stream.

        Gemini-compatible, for models of Google's. The answer is always a stream.

        Args:
            model: Name of the model in Unity Catalog.
            contents: The conversation so far, oldest turn first.
            systemInstruction: What the model is told before the conversation.
            tools: Tools that the model may use.
            toolConfig: Whether the model may, must or must not call functions.
            generationConfig: How the answer is made.
            safetySettings: What is blocked, at most one entry for each category.
            cachedContent: Name of a prefix that the provider keeps.
            labels: Free keys and values, for billing.
            alt: Form of the stream, server-sent events; without it the provider sends one JSON
                array.
            databricks_model_provider_service: Name of the provider service that is to answer, where
                a model has several; the gateway's choice where it is left out.
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
                "model": model,
            },
            parameters={
                "alt": alt,
                "databricks_model_provider_service": databricks_model_provider_service,
            },
            body={
                "contents": contents,
                "systemInstruction": systemInstruction,
                "tools": tools,
                "toolConfig": toolConfig,
                "generationConfig": generationConfig,
                "safetySettings": safetySettings,
                "cachedContent": cachedContent,
                "labels": labels,
            },
            options=options,
        )
        return await self._transport.stream_answer(
            _GEMINI_STREAM_GENERATE_CONTENT,
            _models.gemini.GenerateContentResponse,
            _models.gemini.GenerateContentResponse,
            arguments,
        )


class AsyncAiGateway:
    """The methods of `Client.ai_gateway`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport: AsyncTransport = transport

    @cached_property
    def chat(self) -> AsyncAiGatewayChat:
        """The methods below `chat`."""
        return AsyncAiGatewayChat(self._transport)

    @cached_property
    def embeddings(self) -> AsyncAiGatewayEmbeddings:
        """The methods below `embeddings`."""
        return AsyncAiGatewayEmbeddings(self._transport)

    @cached_property
    def responses(self) -> AsyncAiGatewayResponses:
        """The methods below `responses`."""
        return AsyncAiGatewayResponses(self._transport)

    @cached_property
    def messages(self) -> AsyncAiGatewayMessages:
        """The methods below `messages`."""
        return AsyncAiGatewayMessages(self._transport)

    @cached_property
    def gemini(self) -> AsyncAiGatewayGemini:
        """The methods below `gemini`."""
        return AsyncAiGatewayGemini(self._transport)
