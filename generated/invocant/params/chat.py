# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions

from . import query


class CacheControl(typing_extensions.TypedDict):
    """Prompt caching in Anthropic's manner."""

    type: Literal["ephemeral"]
    """Kind of cache entry."""


class ChatContext(typing_extensions.TypedDict):
    """Whose conversation a chat with an agent belongs to."""

    conversation_id: NotRequired[str | None]
    """Identifies the conversation."""
    user_id: NotRequired[str | None]
    """Identifies the user."""


class DatabricksOptions(typing_extensions.TypedDict):
    """Wishes to the platform that serves an agent."""

    return_trace: NotRequired[bool | None]
    """Send the trace of the agent's work in databricks_output, default false."""


class DocumentPart(typing_extensions.TypedDict):
    """
    A document, in Anthropic's manner. The workspace's reference names it without saying what
    it holds.
    """

    type: Literal["document"]
    """Always "document"."""
    source: Mapping[str, object]
    """The document, such as base64 with its media type, text, or an address."""
    title: NotRequired[str | None]
    """Title of the document."""
    context: NotRequired[str | None]
    """What the document is about."""
    cache_control: NotRequired[CacheControl | None]
    """Marks the end of a prefix that the provider may cache."""


class FileContent(typing_extensions.TypedDict):
    """A file by content or by id."""

    file_data: NotRequired[str | None]
    """The content, as a data URI."""
    file_id: NotRequired[str | None]
    """The provider's id of a file that was uploaded before."""
    filename: NotRequired[str | None]
    """Name of the file."""


class FilePart(typing_extensions.TypedDict):
    """
    A file, in OpenAI's manner. The workspace's reference names it without saying what it
    holds.
    """

    type: Literal["file"]
    """Always "file"."""
    file: FileContent
    """A file by content or by id."""


class FunctionCall(typing_extensions.TypedDict):
    """Name and arguments of a call."""

    name: str
    """Name of the function."""
    arguments: str
    """The arguments, an object written as JSON text."""


class FunctionDefinition(typing_extensions.TypedDict):
    """
    Name, purpose and arguments of a function. For hosted models of a workspace the schema of
    the arguments has 16 keys at most, none of pattern, anyOf, oneOf, allOf, prefixItems and
    $ref, and no type list but one type and null; lower and upper bounds are not enforced.
    """

    name: str
    """Name of the function."""
    description: NotRequired[str | None]
    """What the function does, for the model."""
    parameters: NotRequired[Mapping[str, object] | None]
    """JSON Schema of the arguments."""
    strict: NotRequired[bool | None]
    """Keep to the schema exactly, default false; only OpenAI's models take it."""


GoogleSearch: TypeAlias = Mapping[str, object]
"""Web search of Gemini models; an empty object switches it on."""


class ImageLinkPart(typing_extensions.TypedDict):
    """An image as some hosted models answer with it; requests are better sent with image_url."""

    type: Literal["image"]
    """Always "image"."""
    image_url: str
    """An https address or a data URI."""


class ImageUrl(typing_extensions.TypedDict):
    """Where the image is."""

    url: str
    """An https address or a data URI."""
    detail: NotRequired[str | None]
    """Resolution to look at the image with, such as auto (the default), low, high."""


class InputAudio(typing_extensions.TypedDict):
    """The bytes of a sound."""

    data: str
    """The sound in base64."""
    format: Literal["wav", "mp3"] | str
    """Format of the sound."""


class InputAudioPart(typing_extensions.TypedDict):
    """A sound as bytes, in OpenAI's manner; whether hosted models take it is not documented."""

    type: Literal["input_audio"]
    """Always "input_audio"."""
    input_audio: InputAudio
    """The bytes of a sound."""


class JsonObjectFormat(typing_extensions.TypedDict):
    """Some JSON object."""

    type: Literal["json_object"]
    """Always "json_object"."""


class MediaUrl(typing_extensions.TypedDict):
    """Where a sound or a video is."""

    url: str
    """An https address or a data URI; for videos an address at YouTube as well."""


MessageRole: TypeAlias = Literal["system", "developer", "user", "assistant", "tool"] | str
"""Who speaks. A system message comes once and first; developer is OpenAI's later name of
system."""


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
    """A function, by name."""


ReasoningEffort: TypeAlias = (
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | str
)
"""How much a reasoning model thinks before it answers; which values a model knows differs,
and more are added."""


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
    citations: NotRequired[Sequence[Mapping[str, object]] | None]
    """What an answer quotes, as the provider describes it."""
    citation: NotRequired[Mapping[str, object] | None]
    """In a streamed addition, one more of what the answer quotes."""
    cache_control: NotRequired[CacheControl | None]
    """Marks the end of a prefix that the provider may cache."""


class Thinking(typing_extensions.TypedDict):
    """Whether Claude's hybrid models think aloud, and how long."""

    type: Literal["enabled", "disabled", "adaptive"] | str
    """Whether to think; with "adaptive", which newer models take, as much as they see fit."""
    budget_tokens: NotRequired[int | None]
    """
    Most tokens to think with, 1 or more and fewer than max_tokens; needed with "enabled".
    Claude wants 1,024 at least.
    """


class ThinkingEffort(typing_extensions.TypedDict):
    """How much effort Claude's adaptive models make."""

    effort: NotRequired[ReasoningEffort | None]
    """How much effort; more is better thought and dearer."""


class Tool(typing_extensions.TypedDict):
    """A function that the model may call."""

    type: Literal["function"]
    """Always "function"."""
    function: FunctionDefinition
    """
    Name, purpose and arguments of a function. For hosted models of a workspace the schema of
    the arguments has 16 keys at most, none of pattern, anyOf, oneOf, allOf, prefixItems and
    $ref, and no type list but one type and null; lower and upper bounds are not enforced.
    """


class ToolCall(typing_extensions.TypedDict):
    """A call of a function."""

    id: NotRequired[str | None]
    """Identifies the call; the tool message that answers it repeats the id."""
    type: NotRequired[str | None]
    """The word "function"."""
    function: FunctionCall
    """Name and arguments of a call."""
    thought_signature: NotRequired[str | None]
    """Proof of Gemini 3's reasoning; sent back unchanged together with the call."""


ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether the model may, must or must not call a tool."""


class TopLogprob(typing_extensions.TypedDict):
    """One of the likeliest tokens in a place."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: NotRequired[Sequence[int] | None]
    """The token's bytes in UTF-8."""


class VideoUrlPart(typing_extensions.TypedDict):
    """A video, for Gemini models."""

    type: Literal["video_url"]
    """Always "video_url"."""
    video_url: MediaUrl
    """Where a sound or a video is."""


class AudioUrlPart(typing_extensions.TypedDict):
    """A sound, for Gemini models."""

    type: Literal["audio_url"]
    """Always "audio_url"."""
    audio_url: MediaUrl
    """Where a sound or a video is."""


class ImagePart(typing_extensions.TypedDict):
    """An image."""

    type: Literal["image_url"]
    """Always "image_url"."""
    image_url: ImageUrl
    """Where the image is."""
    cache_control: NotRequired[CacheControl | None]
    """Marks the end of a prefix that the provider may cache."""


class JsonSchemaFormat(typing_extensions.TypedDict):
    """JSON that fits a schema."""

    type: Literal["json_schema"]
    """Always "json_schema"."""
    json_schema: NamedJsonSchema
    """A JSON Schema with a name."""


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


class TokenLogprob(typing_extensions.TypedDict):
    """Log probability of one token."""

    token: str
    """The token."""
    logprob: float
    """Its log probability."""
    bytes: NotRequired[Sequence[int] | None]
    """The token's bytes in UTF-8."""
    top_logprobs: NotRequired[Sequence[TopLogprob] | None]
    """The likeliest tokens in this place."""


ToolChoice: TypeAlias = ToolChoiceMode | NamedToolChoice | None
"""Whether the model may, must or must not call a tool, or the one that it must call. The
default is auto where there are tools, none where there are not."""


class ReasoningPart(typing_extensions.TypedDict):
    """
    What a reasoning model thought; the first part of an answer, sent back unchanged in the
    next turn.
    """

    type: Literal["reasoning"]
    """Always "reasoning"."""
    summary: Sequence[SummaryPart]
    """Readable or encrypted blocks."""


ContentPart: TypeAlias = Annotated[
    Annotated[TextPart, unions.Tag("text")]
    | Annotated[ImagePart, unions.Tag("image_url")]
    | Annotated[ImageLinkPart, unions.Tag("image")]
    | Annotated[AudioUrlPart, unions.Tag("audio_url")]
    | Annotated[InputAudioPart, unions.Tag("input_audio")]
    | Annotated[VideoUrlPart, unions.Tag("video_url")]
    | Annotated[FilePart, unions.Tag("file")]
    | Annotated[DocumentPart, unions.Tag("document")]
    | Annotated[ReasoningPart, unions.Tag("reasoning")]
    | Annotated[Mapping[str, object], unions.Tag("")],
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
]
"""A part of a message."""


MessageContent: TypeAlias = str | Sequence[ContentPart] | None
"""Text, parts, or null beside tool calls. In requests, parts are for models that take more
than text, and for Claude; other hosted models want text. Claude refuses empty text in a
message with tool calls."""


class ChatMessage(typing_extensions.TypedDict):
    """One turn of the conversation."""

    role: MessageRole
    """
    Who speaks. A system message comes once and first; developer is OpenAI's later name of
    system.
    """
    content: NotRequired[MessageContent]
    """
    Text, parts, or null beside tool calls. In requests, parts are for models that take more
    than text, and for Claude; other hosted models want text. Claude refuses empty text in a
    message with tool calls.
    """
    name: NotRequired[str | None]
    """Name of the participant."""
    refusal: NotRequired[str | None]
    """In an assistant message that is sent back, why the model refused."""
    reasoning_content: NotRequired[str | None]
    """In an assistant message that is sent back to a gateway, its reasoning as text."""
    thinking_blocks: NotRequired[Sequence[Mapping[str, object]] | None]
    """
    In an assistant message that is sent back to a gateway, its reasoning as Anthropic's
    blocks, unchanged.
    """
    tool_calls: NotRequired[Sequence[ToolCall] | None]
    """Calls that the assistant asked for."""
    tool_call_id: NotRequired[str | None]
    """In a tool message, the id of the call that it answers."""


class ChatCompletionRequest(typing_extensions.TypedDict):
    """A chat with the model named in the body."""

    messages: Sequence[ChatMessage]
    """The conversation so far, oldest message first."""
    max_tokens: NotRequired[int | None]
    """
    Most tokens to produce for each answer, 1 or more; null, the default, means no limit of
    the request's own, though some models have one (Claude Sonnet 4: 1,000). A workspace
    reserves so many output tokens of its rate limit up front.
    """
    max_completion_tokens: NotRequired[int | None]
    """
    OpenAI's later name of max_tokens, which counts reasoning tokens too; where both are sent,
    the smaller one holds.
    """
    temperature: NotRequired[float | None]
    """Sampling temperature, 0 to 2, default 1; 0 is the most repeatable."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, above 0 and up to 1, default 1."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from, 1 or more; null, the default, means all."""
    n: NotRequired[int | None]
    """
    Number of answers, default 1. Hosted models of a workspace refuse any other than 1 when
    streaming.
    """
    stop: NotRequired[StopSequences]
    """One or several texts that end the answer."""
    stream: NotRequired[bool]
    """
    Send the answer piece by piece, as server-sent events. One page of the workspace gives the
    default as false, another as true, so it is best said.
    """
    stream_options: NotRequired[StreamOptions | None]
    """What a stream holds beside the answer."""
    seed: NotRequired[int | None]
    """Asks for repeatable sampling; hosted models of a workspace may not know it."""
    presence_penalty: NotRequired[float | None]
    """
    Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's and Cohere's models
    know it.
    """
    frequency_penalty: NotRequired[float | None]
    """
    Penalty for tokens by how often they occur already, -2 to 2, default 0; OpenAI's and
    Cohere's models know it.
    """
    logit_bias: NotRequired[Mapping[str, float] | None]
    """
    Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and Cohere's models
    know it.
    """
    logprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens, default false."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token, 0 to 20; needs logprobs true."""
    tools: NotRequired[Sequence[Tool]]
    """Functions that the model may call; hosted models of a workspace take 32 at most."""
    tool_choice: NotRequired[ToolChoice]
    """
    Whether the model may, must or must not call a tool, or the one that it must call. The
    default is auto where there are tools, none where there are not.
    """
    parallel_tool_calls: NotRequired[bool | None]
    """
    Whether one answer may call several tools; hosted models of a workspace call one at a
    time.
    """
    response_format: NotRequired[ResponseFormat]
    """The form of the answer."""
    reasoning_effort: NotRequired[ReasoningEffort | None]
    """How much a reasoning model thinks before it answers; the default depends on the model."""
    thinking: NotRequired[Thinking | None]
    """
    Extended thinking of Claude's hybrid models; the answer's content is then a list that
    begins with a reasoning part.
    """
    output_config: NotRequired[ThinkingEffort | None]
    """
    What goes with thinking of type "adaptive"; the LiteLLM proxy sends both in place of
    reasoning_effort.
    """
    google_search: NotRequired[GoogleSearch | None]
    """Lets a Gemini model search the web before it answers."""
    service_tier: NotRequired[str | None]
    """Processing tier to use, such as auto, default, flex or priority; for OpenAI's models."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """Free keys and values, for tracing."""
    custom_inputs: NotRequired[Mapping[str, object] | None]
    """
    Further inputs of an agent, as its author defines them. Only endpoints that serve an agent
    know it.
    """
    context: NotRequired[ChatContext | None]
    """Whose conversation this is. Only endpoints that serve an agent know it."""
    databricks_options: NotRequired[DatabricksOptions | None]
    """Wishes to the platform. Only endpoints that serve an agent know it."""
    extra_params: NotRequired[query.ExtraParams]
    """
    Further parameters for an external model, passed on to its provider. Values are strings,
    whatever the provider takes them for.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    model: str
    """Name of the serving endpoint or of the gateway's model."""


class ChatInvocation(typing_extensions.TypedDict):
    """A chat with the endpoint named in the path."""

    messages: Sequence[ChatMessage]
    """The conversation so far, oldest message first."""
    max_tokens: NotRequired[int | None]
    """
    Most tokens to produce for each answer, 1 or more; null, the default, means no limit of
    the request's own, though some models have one (Claude Sonnet 4: 1,000). A workspace
    reserves so many output tokens of its rate limit up front.
    """
    max_completion_tokens: NotRequired[int | None]
    """
    OpenAI's later name of max_tokens, which counts reasoning tokens too; where both are sent,
    the smaller one holds.
    """
    temperature: NotRequired[float | None]
    """Sampling temperature, 0 to 2, default 1; 0 is the most repeatable."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, above 0 and up to 1, default 1."""
    top_k: NotRequired[int | None]
    """Number of likeliest tokens that are sampled from, 1 or more; null, the default, means all."""
    n: NotRequired[int | None]
    """
    Number of answers, default 1. Hosted models of a workspace refuse any other than 1 when
    streaming.
    """
    stop: NotRequired[StopSequences]
    """One or several texts that end the answer."""
    stream: NotRequired[bool]
    """
    Send the answer piece by piece, as server-sent events. One page of the workspace gives the
    default as false, another as true, so it is best said.
    """
    stream_options: NotRequired[StreamOptions | None]
    """What a stream holds beside the answer."""
    seed: NotRequired[int | None]
    """Asks for repeatable sampling; hosted models of a workspace may not know it."""
    presence_penalty: NotRequired[float | None]
    """
    Penalty for tokens that occur already, -2 to 2, default 0; OpenAI's and Cohere's models
    know it.
    """
    frequency_penalty: NotRequired[float | None]
    """
    Penalty for tokens by how often they occur already, -2 to 2, default 0; OpenAI's and
    Cohere's models know it.
    """
    logit_bias: NotRequired[Mapping[str, float] | None]
    """
    Bias, usually -100 to 100, for token ids, which are the keys; OpenAI's and Cohere's models
    know it.
    """
    logprobs: NotRequired[bool | None]
    """Send the log probabilities of the tokens, default false."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token, 0 to 20; needs logprobs true."""
    tools: NotRequired[Sequence[Tool]]
    """Functions that the model may call; hosted models of a workspace take 32 at most."""
    tool_choice: NotRequired[ToolChoice]
    """
    Whether the model may, must or must not call a tool, or the one that it must call. The
    default is auto where there are tools, none where there are not.
    """
    parallel_tool_calls: NotRequired[bool | None]
    """
    Whether one answer may call several tools; hosted models of a workspace call one at a
    time.
    """
    response_format: NotRequired[ResponseFormat]
    """The form of the answer."""
    reasoning_effort: NotRequired[ReasoningEffort | None]
    """How much a reasoning model thinks before it answers; the default depends on the model."""
    thinking: NotRequired[Thinking | None]
    """
    Extended thinking of Claude's hybrid models; the answer's content is then a list that
    begins with a reasoning part.
    """
    output_config: NotRequired[ThinkingEffort | None]
    """
    What goes with thinking of type "adaptive"; the LiteLLM proxy sends both in place of
    reasoning_effort.
    """
    google_search: NotRequired[GoogleSearch | None]
    """Lets a Gemini model search the web before it answers."""
    service_tier: NotRequired[str | None]
    """Processing tier to use, such as auto, default, flex or priority; for OpenAI's models."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    metadata: NotRequired[Mapping[str, object] | None]
    """Free keys and values, for tracing."""
    custom_inputs: NotRequired[Mapping[str, object] | None]
    """
    Further inputs of an agent, as its author defines them. Only endpoints that serve an agent
    know it.
    """
    context: NotRequired[ChatContext | None]
    """Whose conversation this is. Only endpoints that serve an agent know it."""
    databricks_options: NotRequired[DatabricksOptions | None]
    """Wishes to the platform. Only endpoints that serve an agent know it."""
    extra_params: NotRequired[query.ExtraParams]
    """
    Further parameters for an external model, passed on to its provider. Values are strings,
    whatever the provider takes them for.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""
