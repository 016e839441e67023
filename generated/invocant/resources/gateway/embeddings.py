# Generated from spec/; do not edit.
"""Resources of `gateway.embeddings`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Unpack

from ... import models, params
from ... import models as _models
from ..._runtime.omit import OMIT, Omit
from ..._runtime.operation import Arguments, Operation, Parameter
from ..._runtime.options import RequestOptions

if TYPE_CHECKING:
    from ..._runtime._async.transport import AsyncTransport
    from ..._runtime._sync.transport import Transport

__all__ = [
    "AsyncEmbeddings",
    "Embeddings",
]

_CREATE: Final = Operation(
    id="createGatewayEmbeddings",
    method="POST",
    path="/embeddings",
    headers=(
        Parameter(name="x_litellm_timeout", key="x-litellm-timeout", type=float),
        Parameter(name="x_litellm_num_retries", key="x-litellm-num-retries", type=int),
        Parameter(name="x_litellm_call_id", key="x-litellm-call-id", type=str),
        Parameter(name="x_litellm_tags", key="x-litellm-tags", type=str),
    ),
    body=lambda: params.litellm.GatewayEmbeddingsRequest,
    task="embeddings",
    model="model",
)


class Embeddings:
    """The methods of `Gateway.embeddings`."""

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
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the model that the body names.

        OpenAI-compatible embeddings. Behind the LiteLLM proxy a Databricks model refuses dimensions
        and encoding_format with 400, unless drop_params is set.

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
        """
        arguments = Arguments(
            parameters={
                "x_litellm_timeout": x_litellm_timeout,
                "x_litellm_num_retries": x_litellm_num_retries,
                "x_litellm_call_id": x_litellm_call_id,
                "x_litellm_tags": x_litellm_tags,
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
        return self._transport.request(_CREATE, _models.embeddings.EmbeddingsResponse, arguments)


class AsyncEmbeddings:
    """The methods of `Gateway.embeddings`."""

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
    ) -> models.embeddings.EmbeddingsResponse:
        """Compute embeddings with the model that the body names.

        OpenAI-compatible embeddings. Behind the LiteLLM proxy a Databricks model refuses dimensions
        and encoding_format with 400, unless drop_params is set.

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
        """
        arguments = Arguments(
            parameters={
                "x_litellm_timeout": x_litellm_timeout,
                "x_litellm_num_retries": x_litellm_num_retries,
                "x_litellm_call_id": x_litellm_call_id,
                "x_litellm_tags": x_litellm_tags,
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
        return await self._transport.request(
            _CREATE, _models.embeddings.EmbeddingsResponse, arguments
        )
