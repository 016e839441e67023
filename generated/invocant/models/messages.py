# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime import unions
from invocant._runtime.models import Model


class ContentBlockStopEvent(Model):
    """A block is whole."""

    type: Literal["content_block_stop"]
    """Always "content_block_stop"."""
    index: int
    """Place of the block in content, from 0."""


class CountTokensAnswer(Model):
    """The size of a prompt."""

    input_tokens: int
    """Tokens of messages, system and tools together. The LiteLLM proxy's own count is an
    estimate."""


class MessageDeltaUsage(Model):
    """Tokens of the whole answer so far, in place of those that message_start named."""

    output_tokens: int
    """Tokens that the model produced."""
    input_tokens: int | None = None
    """Tokens of the input; message_start's hold where they are left out."""
    cache_creation_input_tokens: int | None = None
    """Input tokens written to a prompt cache."""
    cache_read_input_tokens: int | None = None
    """Input tokens read from a prompt cache."""


class MessageStopEvent(Model):
    """The message is whole; the last event."""

    type: Literal["message_stop"]
    """Always "message_stop"."""


class MessagesCacheEntry(Model):
    """A cache entry."""

    type: Literal["ephemeral"] | str
    """Kind of cache entry."""
    ttl: Literal["5m", "1h"] | str | None = None
    """How long the entry is kept after its last use; five minutes where it is left out."""


class MessagesCitationsDelta(Model):
    """A source of a text."""

    type: Literal["citations_delta"]
    """Always "citations_delta"."""
    citation: dict[str, JsonValue]
    """The source."""


class MessagesErrorDetail(Model):
    """What went wrong."""

    type: (
        Literal[
            "invalid_request_error",
            "authentication_error",
            "billing_error",
            "permission_error",
            "not_found_error",
            "request_too_large",
            "rate_limit_error",
            "timeout_error",
            "api_error",
            "overloaded_error",
        ]
        | str
    )
    """Class of the error."""
    message: str
    """What went wrong, for a person."""


class MessagesInputJsonDelta(Model):
    """An addition to the input of a call."""

    type: Literal["input_json_delta"]
    """Always "input_json_delta"."""
    partial_json: str
    """Addition to the JSON text of the input; nothing at all stands for an empty object."""


class MessagesPingEvent(Model):
    """A sign of life."""

    type: Literal["ping"]
    """Always "ping"."""


class MessagesRedactedThinkingBlock(Model):
    """A thought that only the provider can read; given back unchanged in the next turn."""

    type: Literal["redacted_thinking"]
    """Always "redacted_thinking"."""
    data: str
    """The encrypted thought."""


class MessagesSignatureDelta(Model):
    """The signature of a thought, after its text."""

    type: Literal["signature_delta"]
    """Always "signature_delta"."""
    signature: str
    """The signature."""


MessagesStopReason = TypeAliasType(
    "MessagesStopReason",
    Literal[
        "end_turn",
        "max_tokens",
        "stop_sequence",
        "tool_use",
        "pause_turn",
        "refusal",
        "model_context_window_exceeded",
    ]
    | str
    | None,
)
"""Why the answer ended; null until it has."""


class MessagesTextDelta(Model):
    """An addition to a text."""

    type: Literal["text_delta"]
    """Always "text_delta"."""
    text: str
    """The addition."""


class MessagesThinkingBlock(Model):
    """What the model thought; given back unchanged, signature and all, in the next turn."""

    type: Literal["thinking"]
    """Always "thinking"."""
    thinking: str
    """The thought, or a summary of it."""
    signature: str
    """Proves to the provider that the block is unchanged; empty where a stream announces the
    block."""


class MessagesThinkingDelta(Model):
    """An addition to a thought."""

    type: Literal["thinking_delta"]
    """Always "thinking_delta"."""
    thinking: str
    """The addition."""


class MessagesUsage(Model):
    """Tokens that a request cost. There is no total."""

    input_tokens: int
    """Tokens of the input that no cache was used for."""
    output_tokens: int
    """Tokens that the model produced, thinking included."""
    cache_creation_input_tokens: int | None = None
    """Input tokens written to a prompt cache."""
    cache_read_input_tokens: int | None = None
    """Input tokens read from a prompt cache."""
    service_tier: str | None = None
    """Processing tier that was used."""


class MessageDelta(Model):
    """What changes in the message itself."""

    stop_reason: MessagesStopReason | None = None
    """Why the answer ended; null until it has."""
    stop_sequence: str | None = None
    """The stop sequence that ended the answer."""


class MessageDeltaEvent(Model):
    """Why the answer ended, and what it cost."""

    type: Literal["message_delta"]
    """Always "message_delta"."""
    delta: MessageDelta
    """What changes in the message itself."""
    usage: MessageDeltaUsage
    """Tokens of the whole answer so far, in place of those that message_start named."""


MessagesCacheControl = TypeAliasType("MessagesCacheControl", MessagesCacheEntry | None)
"""Marks the end of a prefix that the provider may cache."""


MessagesDelta = TypeAliasType(
    "MessagesDelta",
    Annotated[
        Annotated[MessagesTextDelta, unions.Tag("text_delta")]
        | Annotated[MessagesInputJsonDelta, unions.Tag("input_json_delta")]
        | Annotated[MessagesThinkingDelta, unions.Tag("thinking_delta")]
        | Annotated[MessagesSignatureDelta, unions.Tag("signature_delta")]
        | Annotated[MessagesCitationsDelta, unions.Tag("citations_delta")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag(
            "type",
            "text_delta",
            "input_json_delta",
            "thinking_delta",
            "signature_delta",
            "citations_delta",
        ),
    ],
)
"""An addition to a block. Additions of further types may come."""


class MessagesError(Model):
    """Error in Anthropic's shape, as the body of a refused request or as an event of a stream."""

    type: Literal["error"]
    """Always "error"."""
    error: MessagesErrorDetail
    """What went wrong."""
    request_id: str | None = None
    """Identifies the request, for support."""


class MessagesTextBlock(Model):
    """Text."""

    type: Literal["text"]
    """Always "text"."""
    text: str
    """The text; not empty in turns that are sent."""
    citations: list[dict[str, JsonValue]] | None = None
    """Sources of the text."""
    cache_control: MessagesCacheControl | None = None
    """Marks the end of a prefix that the provider may cache."""


class MessagesToolUseBlock(Model):
    """A call of a tool that the caller runs."""

    type: Literal["tool_use"]
    """Always "tool_use"."""
    id: str
    """Identifies the call; the tool_result that answers it repeats the id."""
    name: str
    """Name of the tool."""
    input: dict[str, JsonValue]
    """The arguments, an object that fits the tool's input_schema; empty where a stream announces
    the block."""
    cache_control: MessagesCacheControl | None = None
    """Marks the end of a prefix that the provider may cache."""


class ContentBlockDeltaEvent(Model):
    """An addition to a block."""

    type: Literal["content_block_delta"]
    """Always "content_block_delta"."""
    index: int
    """Place of the block in content, from 0."""
    delta: MessagesDelta
    """An addition to a block. Additions of further types may come."""


MessagesOutputBlock = TypeAliasType(
    "MessagesOutputBlock",
    Annotated[
        Annotated[MessagesTextBlock, unions.Tag("text")]
        | Annotated[MessagesThinkingBlock, unions.Tag("thinking")]
        | Annotated[MessagesRedactedThinkingBlock, unions.Tag("redacted_thinking")]
        | Annotated[MessagesToolUseBlock, unions.Tag("tool_use")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag("type", "text", "thinking", "redacted_thinking", "tool_use"),
    ],
)
"""A block of an answer. Blocks of further types, such as those of a provider's own tools,
may come."""


class ContentBlockStartEvent(Model):
    """A block begins, with empty text, thinking or input."""

    type: Literal["content_block_start"]
    """Always "content_block_start"."""
    index: int
    """Place of the block in content, from 0."""
    content_block: MessagesOutputBlock
    """A block of an answer. Blocks of further types, such as those of a provider's own tools,
    may come."""


class Message(Model):
    """The next turn of the assistant."""

    id: str
    """Identifies the message; its form is the server's own."""
    type: Literal["message"] | str
    """Always "message"."""
    role: Literal["assistant"] | str
    """Always "assistant"."""
    model: str
    """Name of the model that answered; may be an alias or an internal name."""
    content: list[MessagesOutputBlock]
    """What the model thinks, says and calls, in this order; empty where a stream begins."""
    stop_reason: MessagesStopReason | None = None
    """Why the answer ended; null until it has."""
    stop_sequence: str | None = None
    """The stop sequence that ended the answer."""
    usage: MessagesUsage
    """Tokens that a request cost. There is no total."""


class MessageStartEvent(Model):
    """The message begins; it has no content and no stop_reason yet."""

    type: Literal["message_start"]
    """Always "message_start"."""
    message: Message
    """The next turn of the assistant."""


MessagesEvent = TypeAliasType(
    "MessagesEvent",
    Annotated[
        Annotated[MessageStartEvent, unions.Tag("message_start")]
        | Annotated[ContentBlockStartEvent, unions.Tag("content_block_start")]
        | Annotated[ContentBlockDeltaEvent, unions.Tag("content_block_delta")]
        | Annotated[ContentBlockStopEvent, unions.Tag("content_block_stop")]
        | Annotated[MessageDeltaEvent, unions.Tag("message_delta")]
        | Annotated[MessageStopEvent, unions.Tag("message_stop")]
        | Annotated[MessagesPingEvent, unions.Tag("ping")]
        | Annotated[MessagesError, unions.Tag("error")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag(
            "type",
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop",
            "ping",
            "error",
        ),
    ],
)
"""One event of a streamed message. message_start comes first; then every block is started,
added to and stopped, one after the other; then message_delta tells why the answer ended,
and message_stop is the last. A ping may come in between, error in place of the rest, and
events of further types as well."""
