# Generated from spec/; do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime import unions
from invocant._runtime.models import Model

from . import usage as usage_1


class CacheControl(Model):
    """Prompt caching in Anthropic's manner."""

    type: Literal["ephemeral"] | str
    """Kind of cache entry."""


FinishReason = TypeAliasType(
    "FinishReason", Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
)
"""Why an answer ended."""


class FunctionCall(Model):
    """Name and arguments of a call."""

    name: str
    """Name of the function."""
    arguments: str
    """The arguments, an object written as JSON text."""


class FunctionCallDelta(Model):
    """An addition to a call's name and arguments."""

    name: str | None = None
    """Name of the function."""
    arguments: str | None = None
    """Addition to the JSON text of the arguments."""


class ImageUrl(Model):
    """Where the image is."""

    url: str
    """An https address or a data URI."""
    detail: str | None = None
    """Resolution to look at the image with, such as auto, low, high."""


class SummaryEncryptedText(Model):
    """Reasoning that only the provider can read."""

    type: Literal["summary_encrypted_text"]
    """Always "summary_encrypted_text"."""
    data: str
    """The encrypted reasoning."""


class SummaryText(Model):
    """Reasoning that can be read."""

    type: Literal["summary_text"]
    """Always "summary_text"."""
    text: str
    """The reasoning."""
    signature: str | None = None
    """Proves to the provider that the block is unchanged."""


class TextPart(Model):
    """Text."""

    type: Literal["text"]
    """Always "text"."""
    text: str
    """The text."""
    cache_control: CacheControl | None = None
    """Marks the end of a prefix that the provider may cache."""


class ToolCall(Model):
    """A call of a function."""

    id: str | None = None
    """Identifies the call; the tool message that answers it repeats the id."""
    type: str | None = None
    """The word "function"."""
    function: FunctionCall


class ToolCallDelta(Model):
    """An addition to a call; id and name come only in the first one of a call."""

    index: int
    """Number of the call, from 0."""
    id: str | None = None
    """Identifies the call."""
    type: str | None = None
    """The word "function"."""
    function: FunctionCallDelta | None = None
    """Addition to name and arguments."""


class TopLogprob(Model):
    """One of the likeliest tokens in a place."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: list[int] | None = None
    """The token's bytes in UTF-8."""


class ImagePart(Model):
    """An image."""

    type: Literal["image_url"]
    """Always "image_url"."""
    image_url: ImageUrl


SummaryPart = TypeAliasType(
    "SummaryPart",
    Annotated[
        Annotated[SummaryText, unions.Tag("summary_text")]
        | Annotated[SummaryEncryptedText, unions.Tag("summary_encrypted_text")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag("type", "summary_text", "summary_encrypted_text"),
    ],
)
"""A block of reasoning."""


class TokenLogprob(Model):
    """Log probability of one token."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: list[int] | None = None
    """The token's bytes in UTF-8."""
    top_logprobs: list[TopLogprob] | None = None
    """The likeliest tokens in this place."""


class ChoiceLogprobs(Model):
    """Log probabilities of the tokens of an answer."""

    content: list[TokenLogprob] | None = None
    """One entry for each token of the content."""
    refusal: list[TokenLogprob] | None = None
    """One entry for each token of the refusal."""


class ReasoningPart(Model):
    """What a reasoning model thought; sent back unchanged in the next turn."""

    type: Literal["reasoning"]
    """Always "reasoning"."""
    summary: list[SummaryPart]
    """Readable or encrypted blocks."""


ContentPart = TypeAliasType(
    "ContentPart",
    Annotated[
        Annotated[TextPart, unions.Tag("text")]
        | Annotated[ImagePart, unions.Tag("image_url")]
        | Annotated[ReasoningPart, unions.Tag("reasoning")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag("type", "text", "image_url", "reasoning"),
    ],
)
"""A part of a message."""


MessageContent = TypeAliasType("MessageContent", str | list[ContentPart] | None)
"""Text, parts, or null beside tool calls."""


class AssistantMessage(Model):
    """What the model says or calls. The documented samples leave members out, so none is
    required."""

    role: str | None = None
    """The word "assistant"; the external-models page's second sample says "human"."""
    content: MessageContent | None = None
    refusal: str | None = None
    """Why the model refuses."""
    tool_calls: list[ToolCall] | None = None
    """Calls that the model asks for."""
    reasoning_content: str | None = None
    """Reasoning as text, as gateways send it."""
    thinking_blocks: list[dict[str, JsonValue]] | None = None
    """Reasoning as Anthropic's blocks, as the LiteLLM proxy sends it."""


class ChatChoice(Model):
    """One answer."""

    index: int
    """Number of the answer, from 0."""
    message: AssistantMessage
    finish_reason: FinishReason | None = None
    """Why the answer ended."""
    logprobs: ChoiceLogprobs | None = None
    """Log probabilities of the tokens."""


class ChatCompletion(Model):
    """The answer to a chat."""

    id: str | None = None
    """Identifies the answer; hosted models may send null."""
    object: Literal["chat.completion"] | str | None = None
    """Always "chat.completion"."""
    created: int | None = None
    """Time of the answer, in seconds since 1970."""
    model: str | None = None
    """Name of the model that answered; may be an alias or an internal name."""
    choices: list[ChatChoice]
    """The answers, one for each n."""
    usage: usage_1.Usage | None = None
    """Tokens that the request cost."""
    system_fingerprint: str | None = None
    """Identifies the build that answered."""
    service_tier: str | None = None
    """Processing tier that was used."""


class ChatDelta(Model):
    """An addition to a message."""

    role: str | None = None
    """The word "assistant", in the first chunk."""
    content: MessageContent | None = None
    refusal: str | None = None
    """Addition to the refusal."""
    tool_calls: list[ToolCallDelta] | None = None
    """Additions to the calls."""
    reasoning_content: str | None = None
    """Addition to the reasoning, as gateways send it."""


class ChatChunkChoice(Model):
    """What a chunk adds to one answer."""

    index: int
    """Number of the answer, from 0."""
    delta: ChatDelta
    finish_reason: FinishReason | None = None
    """Why the answer ended; set in the answer's last chunk."""
    logprobs: ChoiceLogprobs | None = None
    """Log probabilities of the added tokens."""


class ChatCompletionChunk(Model):
    """A piece of a streamed answer."""

    id: str | None = None
    """Identifies the answer; the same in every chunk."""
    object: Literal["chat.completion.chunk"] | str | None = None
    """Always "chat.completion.chunk"."""
    created: int | None = None
    """Time of the answer, in seconds since 1970."""
    model: str | None = None
    """Name of the model that answers; may be an alias or an internal name."""
    choices: list[ChatChunkChoice]
    """What is added to the answers; empty in a chunk that holds only the usage."""
    usage: usage_1.Usage | None = None
    """Tokens so far (workspace), or of the whole request (last chunk of a gateway, when asked
    for)."""
    system_fingerprint: str | None = None
    """Identifies the build that answers."""
    service_tier: str | None = None
    """Processing tier that is used."""
