# Generated from spec/; do not edit.
"""Resources of `workspace.responses`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, Unpack, overload

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Operation, StreamEnd
from ..._runtime.options import RequestOptions
from ..._runtime.structured import T, is_form, responses_format
from ..._runtime.tools import Tool, responses_tools
from ..._runtime.typed import Typed

if TYPE_CHECKING:
    from ..._runtime._async.accumulating import AsyncAccumulatingStream
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.accumulating import AccumulatingStream
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncResponses",
    "Responses",
]

_CREATE: Final = Operation(
    id="createResponse",
    method="POST",
    path="/serving-endpoints/responses",
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


class Responses:
    """The methods of `Client.responses`."""

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
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AccumulatingStream[models.responses.ResponsesEvent, models.responses.ResponsesResponse]
    ):
        """Query the endpoint that the body names in the format of OpenAI's Responses API.

        OpenAI-compatible; model is the name of a serving endpoint. Served by hosted GPT models, by
        external OpenAI and Azure OpenAI models and, with custom_inputs, context and custom_outputs,
        by agents. Hosted models keep no answers, so that background, conversation,
        previous_response_id, service_tier and store are refused.

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
                _CREATE,
                Typed[_models.responses.ResponsesEvent],
                _models.responses.ResponsesResponse,
                arguments,
            )
        if is_form(text):
            parsed = self._transport.request(
                _CREATE, _models.parsed.ParsedResponsesResponse, arguments
            )
            parsed.read_as(text)
            return parsed
        return self._transport.request(_CREATE, _models.responses.ResponsesResponse, arguments)


class AsyncResponses:
    """The methods of `Client.responses`."""

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
        **options: Unpack[RequestOptions],
    ) -> (
        models.responses.ResponsesResponse
        | AsyncAccumulatingStream[
            models.responses.ResponsesEvent, models.responses.ResponsesResponse
        ]
    ):
        """Query the endpoint that the body names in the format of OpenAI's Responses API.

        OpenAI-compatible; model is the name of a serving endpoint. Served by hosted GPT models, by
        external OpenAI and Azure OpenAI models and, with custom_inputs, context and custom_outputs,
        by agents. Hosted models keep no answers, so that background, conversation,
        previous_response_id, service_tier and store are refused.

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
                _CREATE,
                Typed[_models.responses.ResponsesEvent],
                _models.responses.ResponsesResponse,
                arguments,
            )
        if is_form(text):
            parsed = await self._transport.request(
                _CREATE, _models.parsed.ParsedResponsesResponse, arguments
            )
            parsed.read_as(text)
            return parsed
        return await self._transport.request(
            _CREATE, _models.responses.ResponsesResponse, arguments
        )
