# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions

from . import chat


class MessagesAnyChoice(typing_extensions.TypedDict):
    """The model must call a tool."""

    type: Literal["any"]
    """Always "any"."""
    disable_parallel_tool_use: NotRequired[bool]
    """Exactly one call in the answer; false where it is left out."""


class MessagesAutoChoice(typing_extensions.TypedDict):
    """The model may call tools."""

    type: Literal["auto"]
    """Always "auto"."""
    disable_parallel_tool_use: NotRequired[bool]
    """At most one call in an answer; false where it is left out."""


class MessagesBase64Source(typing_extensions.TypedDict):
    """Data in the request itself."""

    type: Literal["base64"]
    """Always "base64"."""
    media_type: str
    """Media type, such as image/png or application/pdf."""
    data: str
    """The data as base64."""


class MessagesCacheEntry(typing_extensions.TypedDict):
    """A cache entry."""

    type: Literal["ephemeral"]
    """Kind of cache entry."""
    ttl: NotRequired[Literal["5m", "1h"] | str]
    """How long the entry is kept after its last use; five minutes where it is left out."""


class MessagesCitationOptions(typing_extensions.TypedDict):
    """Whether a document is cited."""

    enabled: NotRequired[bool]
    """Cite it; false where it is left out."""


class MessagesFileSource(typing_extensions.TypedDict):
    """A file that the provider holds."""

    type: Literal["file"]
    """Always "file"."""
    file_id: str
    """Id of the file."""


class MessagesMetadata(typing_extensions.TypedDict):
    """About the request, not for the model."""

    user_id: NotRequired[str | None]
    """Identifies the end user, without saying who it is."""


class MessagesNamedChoice(typing_extensions.TypedDict):
    """The tool that the model must call."""

    type: Literal["tool"]
    """Always "tool"."""
    name: str
    """Name of the tool."""
    disable_parallel_tool_use: NotRequired[bool]
    """Exactly one call in the answer; false where it is left out."""


class MessagesNoChoice(typing_extensions.TypedDict):
    """The model must not call tools."""

    type: Literal["none"]
    """Always "none"."""


class MessagesOutputConfig(typing_extensions.TypedDict):
    """How the answer is made."""

    effort: NotRequired[chat.ReasoningEffort | None]
    """How much work the model puts in; high where it is left out."""
    format: NotRequired[Mapping[str, object] | None]
    """Form of the answer, {type: json_schema, schema}."""


class MessagesRedactedThinkingBlock(typing_extensions.TypedDict):
    """A thought that only the provider can read; given back unchanged in the next turn."""

    type: Literal["redacted_thinking"]
    """Always "redacted_thinking"."""
    data: str
    """The encrypted thought."""


class MessagesTextSource(typing_extensions.TypedDict):
    """Plain text in the request itself."""

    type: Literal["text"]
    """Always "text"."""
    media_type: str
    """The word "text/plain"."""
    data: str
    """The text."""


class MessagesThinkingAdaptive(typing_extensions.TypedDict):
    """Thinking as long as the model sees fit; only the later models take it."""

    type: Literal["adaptive"]
    """Always "adaptive"."""
    display: NotRequired[str | None]
    """What of the thought is answered, such as summarized."""


class MessagesThinkingBlock(typing_extensions.TypedDict):
    """What the model thought; given back unchanged, signature and all, in the next turn."""

    type: Literal["thinking"]
    """Always "thinking"."""
    thinking: str
    """The thought, or a summary of it."""
    signature: str
    """
    Proves to the provider that the block is unchanged; empty where a stream announces the
    block.
    """


class MessagesThinkingDisabled(typing_extensions.TypedDict):
    """No thinking."""

    type: Literal["disabled"]
    """Always "disabled"."""


class MessagesThinkingEnabled(typing_extensions.TypedDict):
    """Thinking with a budget."""

    type: Literal["enabled"]
    """Always "enabled"."""
    budget_tokens: int
    """Most tokens to think with; at least 1024, and less than max_tokens."""


MessagesToolChoice: TypeAlias = Annotated[
    Annotated[MessagesAutoChoice, unions.Tag("auto")]
    | Annotated[MessagesAnyChoice, unions.Tag("any")]
    | Annotated[MessagesNamedChoice, unions.Tag("tool")]
    | Annotated[MessagesNoChoice, unions.Tag("none")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "auto", "any", "tool", "none"),
]
"""Whether the model may, must or must not call a tool, or the one that it must call; auto
where it is left out."""


class MessagesUrlSource(typing_extensions.TypedDict):
    """Data at an address."""

    type: Literal["url"]
    """Always "url"."""
    url: str
    """The address."""


MessagesCacheControl: TypeAlias = MessagesCacheEntry | None
"""Marks the end of a prefix that the provider may cache."""


MessagesImageSource: TypeAlias = Annotated[
    Annotated[MessagesBase64Source, unions.Tag("base64")]
    | Annotated[MessagesUrlSource, unions.Tag("url")]
    | Annotated[MessagesFileSource, unions.Tag("file")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "base64", "url", "file"),
]
"""Where an image is."""


class MessagesTextBlock(typing_extensions.TypedDict):
    """Text."""

    type: Literal["text"]
    """Always "text"."""
    text: str
    """The text; not empty in turns that are sent."""
    citations: NotRequired[Sequence[Mapping[str, object]] | None]
    """Sources of the text."""
    cache_control: NotRequired[MessagesCacheControl]
    """Marks the end of a prefix that the provider may cache."""


MessagesThinking: TypeAlias = Annotated[
    Annotated[MessagesThinkingEnabled, unions.Tag("enabled")]
    | Annotated[MessagesThinkingDisabled, unions.Tag("disabled")]
    | Annotated[MessagesThinkingAdaptive, unions.Tag("adaptive")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "enabled", "disabled", "adaptive"),
]
"""Whether and how long the model thinks before it answers; not at all where it is left out."""


class MessagesTool(typing_extensions.TypedDict):
    """A tool of the caller's, or one of the provider's by its type."""

    type: NotRequired[str | None]
    """
    The word "custom", which may be left out, or a type of the provider's, such as
    bash_20250124. Hosted models have no web search.
    """
    name: str
    """Name of the tool."""
    description: NotRequired[str | None]
    """What the tool does, for the model."""
    input_schema: NotRequired[Mapping[str, object]]
    """JSON Schema of the arguments, of type object; needed for tools of the caller's."""
    strict: NotRequired[bool | None]
    """Keep to the schema exactly."""
    cache_control: NotRequired[MessagesCacheControl]
    """Marks the end of a prefix that the provider may cache."""


class MessagesToolUseBlock(typing_extensions.TypedDict):
    """A call of a tool that the caller runs."""

    type: Literal["tool_use"]
    """Always "tool_use"."""
    id: str
    """Identifies the call; the tool_result that answers it repeats the id."""
    name: str
    """Name of the tool."""
    input: Mapping[str, object]
    """
    The arguments, an object that fits the tool's input_schema; empty where a stream announces
    the block.
    """
    cache_control: NotRequired[MessagesCacheControl]
    """Marks the end of a prefix that the provider may cache."""


class MessagesImageBlock(typing_extensions.TypedDict):
    """An image."""

    type: Literal["image"]
    """Always "image"."""
    source: MessagesImageSource
    """Where an image is."""
    cache_control: NotRequired[MessagesCacheControl]
    """Marks the end of a prefix that the provider may cache."""


MessagesSystem: TypeAlias = str | Sequence[MessagesTextBlock]
"""What the model is told before the conversation, as text or as blocks of text."""


class CountTokensRequest(typing_extensions.TypedDict):
    """What a model reads. Its tokens are counted, or a message is made from it."""

    model: str
    """Name of the serving endpoint or of the gateway's model."""
    messages: Sequence[MessagesTurn]
    """
    The conversation so far, oldest turn first. The last turn may be the assistant's, to be
    gone on with.
    """
    system: NotRequired[MessagesSystem]
    """What the model is told before the conversation, as text or as blocks of text."""
    tools: NotRequired[Sequence[MessagesTool]]
    """Tools that the model may call."""
    tool_choice: NotRequired[MessagesToolChoice]
    """
    Whether the model may, must or must not call a tool, or the one that it must call; auto
    where it is left out.
    """
    thinking: NotRequired[MessagesThinking]
    """Whether and how long the model thinks before it answers; not at all where it is left out."""
    output_config: NotRequired[MessagesOutputConfig]
    """How the answer is made."""
    context_management: NotRequired[Mapping[str, object] | None]
    """What the provider leaves out of a context that grows too long."""


class MessagesContentSource(typing_extensions.TypedDict):
    """A document made of blocks."""

    type: Literal["content"]
    """Always "content"."""
    content: MessagesResultContent
    """Text, or blocks of text, images and documents."""


class MessagesDocumentBlock(typing_extensions.TypedDict):
    """A document."""

    type: Literal["document"]
    """Always "document"."""
    source: MessagesDocumentSource
    """Where a document is."""
    title: NotRequired[str | None]
    """Title of the document."""
    context: NotRequired[str | None]
    """What the model is told about the document; never cited."""
    citations: NotRequired[MessagesCitationOptions | None]
    """Whether the answer cites the document."""
    cache_control: NotRequired[MessagesCacheControl]
    """Marks the end of a prefix that the provider may cache."""


MessagesDocumentSource: TypeAlias = Annotated[
    Annotated[MessagesBase64Source, unions.Tag("base64")]
    | Annotated[MessagesUrlSource, unions.Tag("url")]
    | Annotated[MessagesFileSource, unions.Tag("file")]
    | Annotated[MessagesTextSource, unions.Tag("text")]
    | Annotated[MessagesContentSource, unions.Tag("content")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "base64", "url", "file", "text", "content"),
]
"""Where a document is."""


MessagesInputBlock: TypeAlias = Annotated[
    Annotated[MessagesTextBlock, unions.Tag("text")]
    | Annotated[MessagesImageBlock, unions.Tag("image")]
    | Annotated[MessagesDocumentBlock, unions.Tag("document")]
    | Annotated[MessagesThinkingBlock, unions.Tag("thinking")]
    | Annotated[MessagesRedactedThinkingBlock, unions.Tag("redacted_thinking")]
    | Annotated[MessagesToolUseBlock, unions.Tag("tool_use")]
    | Annotated["MessagesToolResultBlock", unions.Tag("tool_result")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag(
        "type",
        "text",
        "image",
        "document",
        "thinking",
        "redacted_thinking",
        "tool_use",
        "tool_result",
    ),
]
"""A block of a turn. Providers take blocks of their own tools besides."""


class MessagesRequest(typing_extensions.TypedDict):
    """A request for the next turn of the assistant."""

    model: str
    """Name of the serving endpoint or of the gateway's model."""
    messages: Sequence[MessagesTurn]
    """
    The conversation so far, oldest turn first. The last turn may be the assistant's, to be
    gone on with.
    """
    system: NotRequired[MessagesSystem]
    """What the model is told before the conversation, as text or as blocks of text."""
    tools: NotRequired[Sequence[MessagesTool]]
    """Tools that the model may call."""
    tool_choice: NotRequired[MessagesToolChoice]
    """
    Whether the model may, must or must not call a tool, or the one that it must call; auto
    where it is left out.
    """
    thinking: NotRequired[MessagesThinking]
    """Whether and how long the model thinks before it answers; not at all where it is left out."""
    output_config: NotRequired[MessagesOutputConfig]
    """How the answer is made."""
    context_management: NotRequired[Mapping[str, object] | None]
    """What the provider leaves out of a context that grows too long."""
    max_tokens: int
    """Most tokens to produce, thinking included."""
    stream: NotRequired[bool]
    """Send the answer as a stream of named events; false where it is left out."""
    temperature: NotRequired[float]
    """Sampling temperature, 1 where it is left out; with thinking nothing else is taken."""
    top_p: NotRequired[float]
    """Probability mass that is sampled from."""
    top_k: NotRequired[int]
    """Number of likeliest tokens that are sampled from."""
    stop_sequences: NotRequired[Sequence[str]]
    """Texts that end the answer; none of them is part of it."""
    metadata: NotRequired[MessagesMetadata]
    """About the request, not for the model."""
    service_tier: NotRequired[Literal["auto", "standard_only"] | str]
    """Whether the provider may use another than the standard processing tier."""


MessagesResultBlock: TypeAlias = Annotated[
    Annotated[MessagesTextBlock, unions.Tag("text")]
    | Annotated[MessagesImageBlock, unions.Tag("image")]
    | Annotated[MessagesDocumentBlock, unions.Tag("document")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "text", "image", "document"),
]
"""A block of what a tool gave back."""


MessagesResultContent: TypeAlias = str | Sequence[MessagesResultBlock]
"""Text, or blocks of text, images and documents."""


class MessagesToolResultBlock(typing_extensions.TypedDict):
    """What a tool that the model called gave back."""

    type: Literal["tool_result"]
    """Always "tool_result"."""
    tool_use_id: str
    """Id of the call, from a tool_use block of the turn before."""
    content: NotRequired[MessagesResultContent]
    """Text, or blocks of text, images and documents."""
    is_error: NotRequired[bool]
    """Whether the tool failed; false where it is left out."""
    cache_control: NotRequired[MessagesCacheControl]
    """Marks the end of a prefix that the provider may cache."""


class MessagesTurn(typing_extensions.TypedDict):
    """One turn of the conversation."""

    role: Literal["user", "assistant"] | str
    """Who speaks; what tools gave back is spoken by the user."""
    content: MessagesTurnContent
    """Text, or blocks. Blocks of an earlier answer are given back as they came."""


MessagesTurnContent: TypeAlias = str | Sequence[MessagesInputBlock]
"""Text, or blocks. Blocks of an earlier answer are given back as they came."""
