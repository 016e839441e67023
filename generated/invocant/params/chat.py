# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions


class CacheControl(typing_extensions.TypedDict):
    """Prompt caching in Anthropic's manner."""

    type: Literal["ephemeral"]
    """Kind of cache entry."""


class FunctionCall(typing_extensions.TypedDict):
    """Name and arguments of a call."""

    name: str
    """Name of the function."""
    arguments: str
    """The arguments, an object written as JSON text."""


class FunctionDefinition(typing_extensions.TypedDict):
    """Name, purpose and arguments of a function."""

    name: str
    """Name of the function."""
    description: NotRequired[str | None]
    """What the function does, for the model."""
    parameters: NotRequired[Mapping[str, object] | None]
    """JSON Schema of the arguments."""
    strict: NotRequired[bool | None]
    """Keep to the schema exactly."""


class ImageUrl(typing_extensions.TypedDict):
    """Where the image is."""

    url: str
    """An https address or a data URI."""
    detail: NotRequired[str | None]
    """Resolution to look at the image with, such as auto, low, high."""


class JsonObjectFormat(typing_extensions.TypedDict):
    """Some JSON object."""

    type: Literal["json_object"]
    """Always "json_object"."""


MessageRole: TypeAlias = Literal["system", "developer", "user", "assistant", "tool"] | str
"""Who speaks."""


class NamedFunction(typing_extensions.TypedDict):
    """A function, by name."""

    name: str
    """Name of the function."""


class NamedJsonSchema(typing_extensions.TypedDict):
    """A JSON Schema with a name."""

    name: str
    """Name of the schema."""
    description: NotRequired[str | None]
    """What the answer is for."""
    schema: Mapping[str, object]
    """The JSON Schema."""
    strict: NotRequired[bool | None]
    """Keep to the schema exactly."""


class NamedToolChoice(typing_extensions.TypedDict):
    """The tool that the model must call."""

    type: Literal["function"]
    """Always "function"."""
    function: NamedFunction


ReasoningEffort: TypeAlias = (
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | str
)
"""How much a reasoning model thinks before it answers; which values a model knows differs."""


StopSequences: TypeAlias = str | Sequence[str] | None
"""One or several texts that end the answer."""


class StreamOptions(typing_extensions.TypedDict):
    """What a stream holds beside the answer."""

    include_usage: NotRequired[bool | None]
    """Send one more chunk with the usage and no choices before the end."""


class SummaryEncryptedText(typing_extensions.TypedDict):
    """Reasoning that only the provider can read."""

    type: Literal["summary_encrypted_text"]
    """Always "summary_encrypted_text"."""
    data: str
    """The encrypted reasoning."""


class SummaryText(typing_extensions.TypedDict):
    """Reasoning that can be read."""

    type: Literal["summary_text"]
    """Always "summary_text"."""
    text: str
    """The reasoning."""
    signature: NotRequired[str | None]
    """Proves to the provider that the block is unchanged."""


class TextFormat(typing_extensions.TypedDict):
    """Free text."""

    type: Literal["text"]
    """Always "text"."""


class TextPart(typing_extensions.TypedDict):
    """Text."""

    type: Literal["text"]
    """Always "text"."""
    text: str
    """The text."""
    cache_control: NotRequired[CacheControl | None]
    """Marks the end of a prefix that the provider may cache."""


class Tool(typing_extensions.TypedDict):
    """A function that the model may call."""

    type: Literal["function"]
    """Always "function"."""
    function: FunctionDefinition


class ToolCall(typing_extensions.TypedDict):
    """A call of a function."""

    id: NotRequired[str | None]
    """Identifies the call; the tool message that answers it repeats the id."""
    type: NotRequired[str | None]
    """The word "function"."""
    function: FunctionCall


ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether the model may, must or must not call a tool."""


class ImagePart(typing_extensions.TypedDict):
    """An image."""

    type: Literal["image_url"]
    """Always "image_url"."""
    image_url: ImageUrl


class JsonSchemaFormat(typing_extensions.TypedDict):
    """JSON that fits a schema."""

    type: Literal["json_schema"]
    """Always "json_schema"."""
    json_schema: NamedJsonSchema


ResponseFormat: TypeAlias = Annotated[
    Annotated[TextFormat, unions.Tag("text")]
    | Annotated[JsonObjectFormat, unions.Tag("json_object")]
    | Annotated[JsonSchemaFormat, unions.Tag("json_schema")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "text", "json_object", "json_schema"),
]
"""The form of the answer."""


SummaryPart: TypeAlias = Annotated[
    Annotated[SummaryText, unions.Tag("summary_text")]
    | Annotated[SummaryEncryptedText, unions.Tag("summary_encrypted_text")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "summary_text", "summary_encrypted_text"),
]
"""A block of reasoning."""


ToolChoice: TypeAlias = ToolChoiceMode | NamedToolChoice | None
"""Whether the model may, must or must not call a tool, or the one that it must call."""


class ReasoningPart(typing_extensions.TypedDict):
    """What a reasoning model thought; sent back unchanged in the next turn."""

    type: Literal["reasoning"]
    """Always "reasoning"."""
    summary: Sequence[SummaryPart]
    """Readable or encrypted blocks."""


ContentPart: TypeAlias = Annotated[
    Annotated[TextPart, unions.Tag("text")]
    | Annotated[ImagePart, unions.Tag("image_url")]
    | Annotated[ReasoningPart, unions.Tag("reasoning")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "text", "image_url", "reasoning"),
]
"""A part of a message."""


MessageContent: TypeAlias = str | Sequence[ContentPart] | None
"""Text, parts, or null beside tool calls."""


class ChatMessage(typing_extensions.TypedDict):
    """One turn of the conversation."""

    role: MessageRole
    content: NotRequired[MessageContent]
    name: NotRequired[str | None]
    """Name of the participant."""
    tool_calls: NotRequired[Sequence[ToolCall] | None]
    """Calls that the assistant asked for."""
    tool_call_id: NotRequired[str | None]
    """In a tool message, the id of the call that it answers."""


class ChatCompletionRequest(typing_extensions.TypedDict):
    """A chat with the model named in the body."""

    messages: Sequence[ChatMessage]
    """The conversation so far, oldest message first."""
    max_tokens: NotRequired[int | None]
    """Most tokens to produce; null means no limit of the request's own."""
    max_completion_tokens: NotRequired[int | None]
    """OpenAI's later name of max_tokens."""
    temperature: NotRequired[float | None]
    """Sampling temperature."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from."""
    n: NotRequired[int | None]
    """Number of answers. Hosted models want 1 when streaming."""
    stop: NotRequired[StopSequences]
    stream: NotRequired[bool]
    """Send the answer piece by piece, as server-sent events."""
    stream_options: NotRequired[StreamOptions | None]
    """What a stream holds beside the answer."""
    seed: NotRequired[int | None]
    """Asks for repeatable sampling."""
    presence_penalty: NotRequired[float | None]
    """Penalty for tokens that occur already."""
    frequency_penalty: NotRequired[float | None]
    """Penalty for tokens by how often they occur already."""
    logit_bias: NotRequired[Mapping[str, float] | None]
    """Bias for token ids."""
    logprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token."""
    tools: NotRequired[Sequence[Tool]]
    """Functions that the model may call."""
    tool_choice: NotRequired[ToolChoice]
    parallel_tool_calls: NotRequired[bool | None]
    """Whether one answer may call several tools."""
    response_format: NotRequired[ResponseFormat]
    reasoning_effort: NotRequired[ReasoningEffort | None]
    """How much a reasoning model thinks before it answers."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """Free keys and values, for tracing."""
    model: str
    """Name of the serving endpoint or of the gateway's model."""


class ChatInvocation(typing_extensions.TypedDict):
    """A chat with the endpoint named in the path."""

    messages: Sequence[ChatMessage]
    """The conversation so far, oldest message first."""
    max_tokens: NotRequired[int | None]
    """Most tokens to produce; null means no limit of the request's own."""
    max_completion_tokens: NotRequired[int | None]
    """OpenAI's later name of max_tokens."""
    temperature: NotRequired[float | None]
    """Sampling temperature."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from."""
    n: NotRequired[int | None]
    """Number of answers. Hosted models want 1 when streaming."""
    stop: NotRequired[StopSequences]
    stream: NotRequired[bool]
    """Send the answer piece by piece, as server-sent events."""
    stream_options: NotRequired[StreamOptions | None]
    """What a stream holds beside the answer."""
    seed: NotRequired[int | None]
    """Asks for repeatable sampling."""
    presence_penalty: NotRequired[float | None]
    """Penalty for tokens that occur already."""
    frequency_penalty: NotRequired[float | None]
    """Penalty for tokens by how often they occur already."""
    logit_bias: NotRequired[Mapping[str, float] | None]
    """Bias for token ids."""
    logprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token."""
    tools: NotRequired[Sequence[Tool]]
    """Functions that the model may call."""
    tool_choice: NotRequired[ToolChoice]
    parallel_tool_calls: NotRequired[bool | None]
    """Whether one answer may call several tools."""
    response_format: NotRequired[ResponseFormat]
    reasoning_effort: NotRequired[ReasoningEffort | None]
    """How much a reasoning model thinks before it answers."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """Free keys and values, for tracing."""
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""
