# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime import unions
from invocant._runtime.models import Model

from . import usage as usage_1


class AgentTraceEvent(Model):
    """A note within an agent's stream that names the trace of its work; it adds nothing to the
    answer."""

    trace_id: str
    """Identifies the trace."""


class CacheControl(Model):
    """Prompt caching in Anthropic's manner."""

    type: Literal["ephemeral"] | str
    """Kind of cache entry."""


class DatabricksOutput(Model):
    """What the platform adds to an agent's answer."""

    trace: dict[str, JsonValue] | None = None
    """Trace of the agent's work, where return_trace asked for it."""
    databricks_request_id: str | None = None
    """Identifies the request in the platform's tables."""


class DocumentPart(Model):
    """A document, in Anthropic's manner. The workspace's reference names it without saying what
    it holds."""

    type: Literal["document"]
    """Always "document"."""
    source: dict[str, JsonValue]
    """The document, such as base64 with its media type, text, or an address."""
    title: str | None = None
    """Title of the document."""
    context: str | None = None
    """What the document is about."""
    cache_control: CacheControl | None = None
    """Marks the end of a prefix that the provider may cache."""


class FileContent(Model):
    """A file by content or by id."""

    file_data: str | None = None
    """The content, as a data URI."""
    file_id: str | None = None
    """The provider's id of a file that was uploaded before."""
    filename: str | None = None
    """Name of the file."""


class FilePart(Model):
    """A file, in OpenAI's manner. The workspace's reference names it without saying what it
    holds."""

    type: Literal["file"]
    """Always "file"."""
    file: FileContent
    """A file by content or by id."""


FinishReason = TypeAliasType(
    "FinishReason", Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
)
"""Why an answer ended: of itself or at a stop sequence, at max_tokens, for a tool call, or
filtered. function_call is an older form of tool_calls."""


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


class ImageLinkPart(Model):
    """An image as some hosted models answer with it; requests are better sent with image_url."""

    type: Literal["image"]
    """Always "image"."""
    image_url: str
    """An https address or a data URI."""


class ImageUrl(Model):
    """Where the image is."""

    url: str
    """An https address or a data URI."""
    detail: str | None = None
    """Resolution to look at the image with, such as auto (the default), low, high."""


class InputAudio(Model):
    """The bytes of a sound."""

    data: str
    """The sound in base64."""
    format: Literal["wav", "mp3"] | str
    """Format of the sound."""


class InputAudioPart(Model):
    """A sound as bytes, in OpenAI's manner; whether hosted models take it is not documented."""

    type: Literal["input_audio"]
    """Always "input_audio"."""
    input_audio: InputAudio
    """The bytes of a sound."""


class MediaUrl(Model):
    """Where a sound or a video is."""

    url: str
    """An https address or a data URI; for videos an address at YouTube as well."""


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
    citations: list[dict[str, JsonValue]] | None = None
    """What an answer quotes, as the provider describes it."""
    citation: dict[str, JsonValue] | None = None
    """In a streamed addition, one more of what the answer quotes."""
    cache_control: CacheControl | None = None
    """Marks the end of a prefix that the provider may cache."""


class ToolCall(Model):
    """A call of a function."""

    id: str | None = None
    """Identifies the call; the tool message that answers it repeats the id."""
    type: str | None = None
    """The word "function"."""
    function: FunctionCall
    """Name and arguments of a call."""
    thought_signature: str | None = None
    """Proof of Gemini 3's reasoning; sent back unchanged together with the call."""


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
    thought_signature: str | None = None
    """Proof of Gemini 3's reasoning; sent back unchanged together with the call."""


class TopLogprob(Model):
    """One of the likeliest tokens in a place."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: list[int] | None = None
    """The token's bytes in UTF-8."""


class VideoUrlPart(Model):
    """A video, for Gemini models."""

    type: Literal["video_url"]
    """Always "video_url"."""
    video_url: MediaUrl
    """Where a sound or a video is."""


class AudioUrlPart(Model):
    """A sound, for Gemini models."""

    type: Literal["audio_url"]
    """Always "audio_url"."""
    audio_url: MediaUrl
    """Where a sound or a video is."""


class ImagePart(Model):
    """An image."""

    type: Literal["image_url"]
    """Always "image_url"."""
    image_url: ImageUrl
    """Where the image is."""
    cache_control: CacheControl | None = None
    """Marks the end of a prefix that the provider may cache."""


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
    """What a reasoning model thought; the first part of an answer, sent back unchanged in the
    next turn."""

    type: Literal["reasoning"]
    """Always "reasoning"."""
    summary: list[SummaryPart]
    """Readable or encrypted blocks."""


ContentPart = TypeAliasType(
    "ContentPart",
    Annotated[
        Annotated[TextPart, unions.Tag("text")]
        | Annotated[ImagePart, unions.Tag("image_url")]
        | Annotated[ImageLinkPart, unions.Tag("image")]
        | Annotated[AudioUrlPart, unions.Tag("audio_url")]
        | Annotated[InputAudioPart, unions.Tag("input_audio")]
        | Annotated[VideoUrlPart, unions.Tag("video_url")]
        | Annotated[FilePart, unions.Tag("file")]
        | Annotated[DocumentPart, unions.Tag("document")]
        | Annotated[ReasoningPart, unions.Tag("reasoning")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag(
            "type",
            "text",
            "image_url",
            "image",
            "audio_url",
            "input_audio",
            "video_url",
            "file",
            "document",
            "reasoning",
        ),
    ],
)
"""A part of a message."""


MessageContent = TypeAliasType("MessageContent", str | list[ContentPart] | None)
"""Text, parts, or null beside tool calls. In requests, parts are for models that take more
than text, and for Claude; other hosted models want text. Claude refuses empty text in a
message with tool calls."""


class AssistantMessage(Model):
    """What the model says or calls. The documented samples leave members out, so none is
    required."""

    role: str | None = None
    """The word "assistant"; the external-models page's second sample says "human"."""
    content: MessageContent | None = None
    """Text, parts, or null beside tool calls. In requests, parts are for models that take more
    than text, and for Claude; other hosted models want text. Claude refuses empty text in a
    message with tool calls."""
    refusal: str | None = None
    """Why the model refuses."""
    tool_calls: list[ToolCall] | None = None
    """Calls that the model asks for."""
    reasoning_content: str | None = None
    """Reasoning as text, as gateways send it."""
    thinking_blocks: list[dict[str, JsonValue]] | None = None
    """Reasoning as Anthropic's blocks, as the LiteLLM proxy sends it."""
    annotations: list[dict[str, JsonValue]] | None = None
    """What the content quotes, as gateways send it."""
    provider_specific_fields: dict[str, JsonValue] | None = None
    """What the provider says that the format has no place for, as the LiteLLM proxy sends it."""


class ChatChoice(Model):
    """One answer."""

    index: int
    """Number of the answer, from 0."""
    message: AssistantMessage
    """What the model says or calls. The documented samples leave members out, so none is
    required."""
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
    custom_outputs: dict[str, JsonValue] | None = None
    """Further outputs of an agent, as its author defines them."""
    databricks_output: DatabricksOutput | None = None
    """What the platform adds to an agent's answer."""


class ChatDelta(Model):
    """An addition to a message."""

    role: str | None = None
    """The word "assistant", in the first chunk."""
    content: MessageContent | None = None
    """Text, parts, or null beside tool calls. In requests, parts are for models that take more
    than text, and for Claude; other hosted models want text. Claude refuses empty text in a
    message with tool calls."""
    refusal: str | None = None
    """Addition to the refusal."""
    tool_calls: list[ToolCallDelta] | None = None
    """Additions to the calls."""
    reasoning_content: str | None = None
    """Addition to the reasoning, as gateways send it."""
    thinking_blocks: list[dict[str, JsonValue]] | None = None
    """Additions to the reasoning as Anthropic's blocks, as the LiteLLM proxy sends them."""
    provider_specific_fields: dict[str, JsonValue] | None = None
    """What the provider says that the format has no place for, as the LiteLLM proxy sends it."""


class ChatChunkChoice(Model):
    """What a chunk adds to one answer."""

    index: int
    """Number of the answer, from 0."""
    delta: ChatDelta
    """An addition to a message."""
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
    custom_outputs: dict[str, JsonValue] | None = None
    """Further outputs of an agent, as its author defines them."""
    databricks_output: DatabricksOutput | None = None
    """What the platform adds to an agent's answer."""
