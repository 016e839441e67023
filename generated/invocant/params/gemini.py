# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions


class GeminiBlob(typing_extensions.TypedDict):
    """Media in the request or answer itself."""

    mimeType: str
    """Media type, such as image/png, audio/wav, video/mp4, application/pdf."""
    data: str
    """The data as base64."""
    displayName: NotRequired[str | None]
    """Name of the file."""


class GeminiFile(typing_extensions.TypedDict):
    """Media at an address."""

    mimeType: NotRequired[str | None]
    """Media type."""
    fileUri: str
    """The address."""
    displayName: NotRequired[str | None]
    """Name of the file."""


class GeminiFunctionCall(typing_extensions.TypedDict):
    """A call of a function that the caller runs."""

    name: str
    """Name of the function."""
    args: NotRequired[Mapping[str, object] | None]
    """The arguments; left out where there are none."""
    id: NotRequired[str | None]
    """Identifies the call. Hosted models neither send nor take one."""


class GeminiFunctionCallingConfig(typing_extensions.TypedDict):
    """Whether the model may, must or must not call functions."""

    mode: NotRequired[Literal["MODE_UNSPECIFIED", "AUTO", "ANY", "NONE", "VALIDATED"] | str | None]
    """
    AUTO leaves it to the model and holds where the member is left out; ANY makes it call one,
    NONE forbids it.
    """
    allowedFunctionNames: NotRequired[Sequence[str] | None]
    """With ANY, the functions that it may choose from; all where it is left out."""


class GeminiFunctionDeclaration(typing_extensions.TypedDict):
    """A function that the caller runs."""

    name: str
    """Name of the function."""
    description: NotRequired[str | None]
    """What the function does, for the model."""
    parameters: NotRequired[Mapping[str, object] | None]
    """The arguments, in Gemini's subset of OpenAPI's schemas, whose types are in capitals."""
    parametersJsonSchema: NotRequired[Mapping[str, object] | None]
    """The arguments as JSON Schema, in place of parameters."""


class GeminiFunctionResponse(typing_extensions.TypedDict):
    """What a function that the model called gave back."""

    name: str
    """Name of the function."""
    response: Mapping[str, object]
    """What it gave back."""
    id: NotRequired[str | None]
    """Identifies the call. Hosted models neither send nor take one."""


class GeminiPart(typing_extensions.TypedDict):
    """A part of a turn, of the kind that its member tells."""

    text: NotRequired[str]
    """Text."""
    inlineData: NotRequired[GeminiBlob]
    """Media in the request or answer itself."""
    fileData: NotRequired[GeminiFile]
    """Media at an address."""
    functionCall: NotRequired[GeminiFunctionCall]
    """A call of a function that the caller runs."""
    functionResponse: NotRequired[GeminiFunctionResponse]
    """What a function that the model called gave back."""
    executableCode: NotRequired[Mapping[str, object]]
    """Code that the provider ran, with language and code."""
    codeExecutionResult: NotRequired[Mapping[str, object]]
    """What the code gave back, with outcome and output."""
    thought: NotRequired[bool | None]
    """Whether the part is what the model thought, not what it says."""
    thoughtSignature: NotRequired[str | None]
    """
    The thought for the provider's eyes only, as base64; given back with the same part in the
    next turn.
    """
    videoMetadata: NotRequired[Mapping[str, object] | None]
    """Which stretch of a video is meant, and how many frames of it."""


class GeminiSafetySetting(typing_extensions.TypedDict):
    """What is blocked of one category."""

    category: (
        Literal[
            "HARM_CATEGORY_HARASSMENT",
            "HARM_CATEGORY_HATE_SPEECH",
            "HARM_CATEGORY_SEXUALLY_EXPLICIT",
            "HARM_CATEGORY_DANGEROUS_CONTENT",
            "HARM_CATEGORY_CIVIC_INTEGRITY",
        ]
        | str
    )
    """The category."""
    threshold: (
        Literal[
            "BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF"
        ]
        | str
    )
    """From which probability on it is blocked."""


class GeminiThinkingConfig(typing_extensions.TypedDict):
    """How much the model thinks, and whether its thoughts are answered."""

    thinkingBudget: NotRequired[int | None]
    """Most tokens to think with; 0 for none, -1 to leave it to the model."""
    thinkingLevel: NotRequired[
        Literal["THINKING_LEVEL_UNSPECIFIED", "MINIMAL", "LOW", "MEDIUM", "HIGH"] | str | None
    ]
    """
    How much the later models think, in place of thinkingBudget; some clients send it in small
    letters.
    """
    includeThoughts: NotRequired[bool | None]
    """Answer a summary of the thoughts, as parts with thought."""


class GeminiTool(typing_extensions.TypedDict):
    """Functions of the caller's, or tools of the provider's."""

    functionDeclarations: NotRequired[Sequence[GeminiFunctionDeclaration] | None]
    """Functions that the caller runs."""
    googleSearch: NotRequired[Mapping[str, object] | None]
    """Search in the web by the provider."""
    codeExecution: NotRequired[Mapping[str, object] | None]
    """Running of code by the provider."""
    urlContext: NotRequired[Mapping[str, object] | None]
    """Reading of pages by the provider."""


class GeminiToolConfig(typing_extensions.TypedDict):
    """How tools are used."""

    functionCallingConfig: NotRequired[GeminiFunctionCallingConfig | None]
    """Whether the model may, must or must not call functions."""


class GeminiGenerationConfig(typing_extensions.TypedDict):
    """How the answer is made."""

    temperature: NotRequired[float | None]
    """Sampling temperature."""
    topP: NotRequired[float | None]
    """Probability mass that is sampled from."""
    topK: NotRequired[float | None]
    """Number of likeliest tokens that are sampled from."""
    candidateCount: NotRequired[int | None]
    """Number of answers; 1 where it is left out."""
    maxOutputTokens: NotRequired[int | None]
    """Most tokens to produce, thinking included."""
    stopSequences: NotRequired[Sequence[str] | None]
    """Texts that end the answer; none of them is part of it. At most 5."""
    seed: NotRequired[int | None]
    """Asks for repeatable sampling."""
    presencePenalty: NotRequired[float | None]
    """Penalty for tokens that occur already."""
    frequencyPenalty: NotRequired[float | None]
    """Penalty for tokens by how often they occur already."""
    responseMimeType: NotRequired[
        Literal["text/plain", "application/json", "text/x.enum"] | str | None
    ]
    """Form of the answer; text/plain where it is left out."""
    responseSchema: NotRequired[Mapping[str, object] | None]
    """
    What the answer fits, in Gemini's subset of OpenAPI's schemas; with responseMimeType
    application/json.
    """
    responseJsonSchema: NotRequired[Mapping[str, object] | None]
    """
    What the answer fits, as JSON Schema, in place of responseSchema; with responseMimeType
    application/json.
    """
    responseModalities: NotRequired[Sequence[str] | None]
    """Kinds of answer, such as TEXT, IMAGE, AUDIO."""
    responseLogprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens."""
    logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token."""
    mediaResolution: NotRequired[str | None]
    """Resolution to look at media with, such as MEDIA_RESOLUTION_LOW."""
    thinkingConfig: NotRequired[GeminiThinkingConfig | None]
    """How much the model thinks, and whether its thoughts are answered."""


GeminiInputPart: TypeAlias = GeminiPart
"""A part that is sent; it has exactly one kind of content. Parts of an earlier answer are
given back as they came."""


class GeminiInstruction(typing_extensions.TypedDict):
    """What the model is told; its role is ignored."""

    role: NotRequired[str | None]
    """Ignored."""
    parts: Sequence[GeminiInputPart]
    """Parts of text."""


class GeminiContent(typing_extensions.TypedDict):
    """One turn of the conversation."""

    role: NotRequired[Literal["user", "model", "function"] | str | None]
    """
    Who speaks; user where it is left out. What functions gave back is spoken by user,
    formerly by function.
    """
    parts: Sequence[GeminiInputPart]
    """What is said, in its order."""


class GenerateContentRequest(typing_extensions.TypedDict):
    """A request for the next turn of the model. The path names the model."""

    contents: Sequence[GeminiContent]
    """The conversation so far, oldest turn first."""
    systemInstruction: NotRequired[GeminiInstruction | None]
    """What the model is told before the conversation."""
    tools: NotRequired[Sequence[GeminiTool] | None]
    """Tools that the model may use."""
    toolConfig: NotRequired[GeminiToolConfig | None]
    """Whether the model may, must or must not call functions."""
    generationConfig: NotRequired[GeminiGenerationConfig | None]
    """How the answer is made."""
    safetySettings: NotRequired[Sequence[GeminiSafetySetting] | None]
    """What is blocked, at most one entry for each category."""
    cachedContent: NotRequired[str | None]
    """Name of a prefix that the provider keeps."""
    labels: NotRequired[Mapping[str, str] | None]
    """Free keys and values, for billing."""
