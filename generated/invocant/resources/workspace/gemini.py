# Generated from spec/; do not edit.
"""Resources of `workspace.gemini`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, Unpack

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
    "AsyncGemini",
    "Gemini",
]

_GENERATE_CONTENT: Final = Operation(
    id="generateContent",
    method="POST",
    path="/serving-endpoints/gemini/v1beta/models/{model}:generateContent",
    body=lambda: params.gemini.GenerateContentRequest,
    task="gemini",
    model="model",
)

_STREAM_GENERATE_CONTENT: Final = Operation(
    id="streamGenerateContent",
    method="POST",
    path="/serving-endpoints/gemini/v1beta/models/{model}:streamGenerateContent",
    query=(Parameter(name="alt", key="alt", type=str),),
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


class Gemini:
    """The methods of `Client.gemini`."""

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
        **options: Unpack[RequestOptions],
    ) -> models.gemini.GenerateContentResponse:
        """Query the endpoint that the path names in the format of Gemini's generateContent.

        Gemini-compatible; model is the name of a serving endpoint. Served by hosted Gemini models.
        The answer comes whole.

        Args:
            model: Name of the serving endpoint.
            contents: The conversation so far, oldest turn first.
            systemInstruction: What the model is told before the conversation.
            tools: Tools that the model may use.
            toolConfig: Whether the model may, must or must not call functions.
            generationConfig: How the answer is made.
            safetySettings: What is blocked, at most one entry for each category.
            cachedContent: Name of a prefix that the provider keeps.
            labels: Free keys and values, for billing.
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
            _GENERATE_CONTENT, _models.gemini.GenerateContentResponse, arguments
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
        **options: Unpack[RequestOptions],
    ) -> AccumulatingStream[
        models.gemini.GenerateContentResponse, models.gemini.GenerateContentResponse
    ]:
        """Query the endpoint that the path names in the format of Gemini, for a stream.

        Gemini-compatible; model is the name of a serving endpoint. The answer is always a stream.

        Args:
            model: Name of the serving endpoint.
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
            _STREAM_GENERATE_CONTENT,
            _models.gemini.GenerateContentResponse,
            _models.gemini.GenerateContentResponse,
            arguments,
        )


class AsyncGemini:
    """The methods of `Client.gemini`."""

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
        **options: Unpack[RequestOptions],
    ) -> models.gemini.GenerateContentResponse:
        """Query the endpoint that the path names in the format of Gemini's generateContent.

        Gemini-compatible; model is the name of a serving endpoint. Served by hosted Gemini models.
        The answer comes whole.

        Args:
            model: Name of the serving endpoint.
            contents: The conversation so far, oldest turn first.
            systemInstruction: What the model is told before the conversation.
            tools: Tools that the model may use.
            toolConfig: Whether the model may, must or must not call functions.
            generationConfig: How the answer is made.
            safetySettings: What is blocked, at most one entry for each category.
            cachedContent: Name of a prefix that the provider keeps.
            labels: Free keys and values, for billing.
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
            _GENERATE_CONTENT, _models.gemini.GenerateContentResponse, arguments
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
        **options: Unpack[RequestOptions],
    ) -> AsyncAccumulatingStream[
        models.gemini.GenerateContentResponse, models.gemini.GenerateContentResponse
    ]:
        """Query the endpoint that the path names in the format of Gemini, for a stream.

        Gemini-compatible; model is the name of a serving endpoint. The answer is always a stream.

        Args:
            model: Name of the serving endpoint.
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
            _STREAM_GENERATE_CONTENT,
            _models.gemini.GenerateContentResponse,
            _models.gemini.GenerateContentResponse,
            arguments,
        )
