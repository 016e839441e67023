# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime.models import Model


class GeminiBlob(Model):
    """Media in the request or answer itself."""

    mime_type: Annotated[str, Field(alias="mimeType")]
    """Media type, such as image/png, audio/wav, video/mp4, application/pdf."""
    data: str
    """The data as base64."""
    display_name: Annotated[str | None, Field(alias="displayName")] = None
    """Name of the file."""


class GeminiFile(Model):
    """Media at an address."""

    mime_type: Annotated[str | None, Field(alias="mimeType")] = None
    """Media type."""
    file_uri: Annotated[str, Field(alias="fileUri")]
    """The address."""
    display_name: Annotated[str | None, Field(alias="displayName")] = None
    """Name of the file."""


GeminiFinishReason = TypeAliasType(
    "GeminiFinishReason",
    Literal[
        "FINISH_REASON_UNSPECIFIED",
        "STOP",
        "MAX_TOKENS",
        "SAFETY",
        "RECITATION",
        "LANGUAGE",
        "OTHER",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
        "MALFORMED_FUNCTION_CALL",
    ]
    | str
    | None,
)
"""Why the answer ended; left out until it has. A call of a function ends with STOP."""


class GeminiFunctionCall(Model):
    """A call of a function that the caller runs."""

    name: str
    """Name of the function."""
    args: dict[str, JsonValue] | None = None
    """The arguments; left out where there are none."""
    id: str | None = None
    """Identifies the call. Hosted models neither send nor take one."""


class GeminiFunctionResponse(Model):
    """What a function that the model called gave back."""

    name: str
    """Name of the function."""
    response: dict[str, JsonValue]
    """What it gave back."""
    id: str | None = None
    """Identifies the call. Hosted models neither send nor take one."""


class GeminiModalityTokens(Model):
    """Tokens of one kind of media."""

    modality: str | None = None
    """The kind, such as TEXT, IMAGE, AUDIO."""
    token_count: Annotated[int | None, Field(alias="tokenCount")] = None
    """Their number."""


class GeminiPart(Model):
    """A part of a turn, of the kind that its member tells."""

    text: str | None = None
    """Text."""
    inline_data: Annotated[GeminiBlob | None, Field(alias="inlineData")] = None
    """Media in the request or answer itself."""
    file_data: Annotated[GeminiFile | None, Field(alias="fileData")] = None
    """Media at an address."""
    function_call: Annotated[GeminiFunctionCall | None, Field(alias="functionCall")] = None
    """A call of a function that the caller runs."""
    function_response: Annotated[GeminiFunctionResponse | None, Field(alias="functionResponse")] = (
        None
    )
    """What a function that the model called gave back."""
    executable_code: Annotated[dict[str, JsonValue] | None, Field(alias="executableCode")] = None
    """Code that the provider ran, with language and code."""
    code_execution_result: Annotated[
        dict[str, JsonValue] | None, Field(alias="codeExecutionResult")
    ] = None
    """What the code gave back, with outcome and output."""
    thought: bool | None = None
    """Whether the part is what the model thought, not what it says."""
    thought_signature: Annotated[str | None, Field(alias="thoughtSignature")] = None
    """The thought for the provider's eyes only, as base64; given back with the same part in the
    next turn."""
    video_metadata: Annotated[dict[str, JsonValue] | None, Field(alias="videoMetadata")] = None
    """Which stretch of a video is meant, and how many frames of it."""


class GeminiSafetyRating(Model):
    """What was found about one category."""

    category: str | None = None
    """The category."""
    probability: str | None = None
    """How probable it is, such as NEGLIGIBLE."""
    blocked: bool | None = None
    """Whether it was blocked for this."""


class GeminiUsage(Model):
    """Tokens that a request cost. Counts of 0 may be left out."""

    prompt_token_count: Annotated[int | None, Field(alias="promptTokenCount")] = None
    """Tokens of the input, cached ones included."""
    candidates_token_count: Annotated[int | None, Field(alias="candidatesTokenCount")] = None
    """Tokens of all answers, without thoughts."""
    thoughts_token_count: Annotated[int | None, Field(alias="thoughtsTokenCount")] = None
    """Tokens of thoughts."""
    tool_use_prompt_token_count: Annotated[int | None, Field(alias="toolUsePromptTokenCount")] = (
        None
    )
    """Tokens of what the provider's tools gave back."""
    cached_content_token_count: Annotated[int | None, Field(alias="cachedContentTokenCount")] = None
    """Input tokens read from a cache."""
    total_token_count: Annotated[int | None, Field(alias="totalTokenCount")] = None
    """Sum of prompt, answers, thoughts and what tools gave back."""
    prompt_tokens_details: Annotated[
        list[GeminiModalityTokens] | None, Field(alias="promptTokensDetails")
    ] = None
    """Input tokens by kind of media."""
    candidates_tokens_details: Annotated[
        list[GeminiModalityTokens] | None, Field(alias="candidatesTokensDetails")
    ] = None
    """Output tokens by kind of media."""


class GeminiAnswerContent(Model):
    """What the model says and calls."""

    role: str | None = None
    """The word "model"."""
    parts: list[GeminiPart] | None = None
    """Thoughts, texts and calls, in their order; left out where there are none."""


class GeminiCandidate(Model):
    """One answer, or an addition to it."""

    content: GeminiAnswerContent | None = None
    """What the model says and calls; left out where nothing came of it."""
    finish_reason: Annotated[GeminiFinishReason | None, Field(alias="finishReason")] = None
    """Why the answer ended; left out until it has. A call of a function ends with STOP."""
    finish_message: Annotated[str | None, Field(alias="finishMessage")] = None
    """Why the answer ended, for a person."""
    index: int | None = None
    """Number of the answer, from 0; may be left out where it is 0."""
    safety_ratings: Annotated[list[GeminiSafetyRating] | None, Field(alias="safetyRatings")] = None
    """What was found about the answer."""
    citation_metadata: Annotated[dict[str, JsonValue] | None, Field(alias="citationMetadata")] = (
        None
    )
    """Works that the answer repeats."""
    grounding_metadata: Annotated[dict[str, JsonValue] | None, Field(alias="groundingMetadata")] = (
        None
    )
    """Sources of a search."""
    avg_logprobs: Annotated[float | None, Field(alias="avgLogprobs")] = None
    """Mean log probability of the tokens."""
    logprobs_result: Annotated[dict[str, JsonValue] | None, Field(alias="logprobsResult")] = None
    """Log probabilities of the tokens, where they were asked for."""
    token_count: Annotated[int | None, Field(alias="tokenCount")] = None
    """Tokens of this answer."""


class GeminiPromptFeedback(Model):
    """What was found about a prompt."""

    block_reason: Annotated[str | None, Field(alias="blockReason")] = None
    """Why it was blocked, such as SAFETY."""
    block_reason_message: Annotated[str | None, Field(alias="blockReasonMessage")] = None
    """Why it was blocked, for a person."""
    safety_ratings: Annotated[list[GeminiSafetyRating] | None, Field(alias="safetyRatings")] = None
    """What was found about each category."""


class GenerateContentResponse(Model):
    """The answer, or one piece of it in a stream. A prompt that is blocked has promptFeedback
    and no candidates."""

    candidates: list[GeminiCandidate] | None = None
    """One entry for each answer that was asked for."""
    prompt_feedback: Annotated[GeminiPromptFeedback | None, Field(alias="promptFeedback")] = None
    """What was found about the prompt."""
    usage_metadata: Annotated[GeminiUsage | None, Field(alias="usageMetadata")] = None
    """Tokens that the request cost; in a stream, those so far."""
    model_version: Annotated[str | None, Field(alias="modelVersion")] = None
    """Name of the model that answered; may be an internal name."""
    response_id: Annotated[str | None, Field(alias="responseId")] = None
    """Identifies the answer; the same in every piece of a stream."""
    create_time: Annotated[str | None, Field(alias="createTime")] = None
    """Time of the answer, as RFC 3339 writes it."""
