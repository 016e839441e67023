# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime import unions
from invocant._runtime.models import Model

from . import chat


class ResponsesAnnotation(Model):
    """A source of a stretch of text; which members there are depends on the type."""

    type: Literal["url_citation", "file_citation", "container_file_citation", "file_path"] | str
    """Kind of source."""
    url: str | None = None
    """Address of the source, in a url_citation."""
    title: str | None = None
    """Title of the source, in a url_citation."""
    start_index: int | None = None
    """First character of the text that the source bears out, in a url_citation."""
    end_index: int | None = None
    """Character after the last one that the source bears out, in a url_citation."""
    file_id: str | None = None
    """Id of the file, in the types about files."""
    filename: str | None = None
    """Name of the file, in the types about files."""
    index: int | None = None
    """Place in the text, in the types about files."""


class ResponsesAnnotationAddedEvent(Model):
    """A source of a text."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.output_text.annotation.added"]
    """Always "response.output_text.annotation.added"."""
    annotation_index: int | None = None
    """Place of the source in annotations, from 0."""
    annotation: ResponsesAnnotation
    """A source of a stretch of text; which members there are depends on the type."""


class ResponsesArgumentsDeltaEvent(Model):
    """An addition to the arguments of a call."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    type: Literal["response.function_call_arguments.delta"]
    """Always "response.function_call_arguments.delta"."""
    delta: str
    """Addition to the JSON text of the arguments."""


class ResponsesArgumentsDoneEvent(Model):
    """The arguments of a call are whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    type: Literal["response.function_call_arguments.done"]
    """Always "response.function_call_arguments.done"."""
    arguments: str
    """The arguments, an object written as JSON text."""
    name: str | None = None
    """Name of the function."""


class ResponsesCustomInputDeltaEvent(Model):
    """An addition to the input of a custom tool."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    type: Literal["response.custom_tool_call_input.delta"]
    """Always "response.custom_tool_call_input.delta"."""
    delta: str
    """The addition."""


class ResponsesCustomInputDoneEvent(Model):
    """The input of a custom tool is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    type: Literal["response.custom_tool_call_input.done"]
    """Always "response.custom_tool_call_input.done"."""
    input: str
    """The whole input."""


class ResponsesErrorEvent(Model):
    """The last event of a stream that broke."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    type: Literal["error"]
    """Always "error"."""
    code: str | None = None
    """Symbolic code."""
    message: str | None = None
    """What went wrong, for a person."""
    param: str | None = None
    """Name of the request field that is wrong."""


class ResponsesFailure(Model):
    """What went wrong."""

    code: str | None = None
    """Symbolic code, such as server_error or rate_limit_exceeded."""
    message: str
    """What went wrong, for a person."""


class ResponsesIncompleteDetails(Model):
    """What cut an answer."""

    reason: Literal["max_output_tokens", "content_filter"] | str | None = None
    """What cut it."""


class ResponsesInputTokensDetails(Model):
    """Kinds of input tokens."""

    cached_tokens: int | None = None
    """Input tokens read from a prompt cache."""


ResponsesItemStatus = TypeAliasType(
    "ResponsesItemStatus",
    Literal[
        "in_progress", "completed", "incomplete", "searching", "generating", "calling", "failed"
    ]
    | str
    | None,
)
"""How far an item has come; in_progress where a stream announces it, completed or incomplete
at its end."""


class ResponsesMcpApprovalRequest(Model):
    """A call of an MCP server's tool that waits for the caller's approval."""

    type: Literal["mcp_approval_request"]
    """Always "mcp_approval_request"."""
    id: str
    """Identifies the request; the approval repeats it."""
    server_label: str
    """Label of the server, as the request's tool has it."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments, an object written as JSON text."""


ResponsesMcpError = TypeAliasType("ResponsesMcpError", str | dict[str, JsonValue] | None)
"""Why a server of tools failed; text or an object, null where it did not."""


class ResponsesMcpListTools(Model):
    """The tools that an MCP server offered."""

    type: Literal["mcp_list_tools"]
    """Always "mcp_list_tools"."""
    id: str | None = None
    """Identifies the item."""
    server_label: str
    """Label of the server, as the request's tool has it."""
    tools: list[dict[str, JsonValue]]
    """The tools, with name and input_schema."""
    error: ResponsesMcpError | None = None
    """Why a server of tools failed; text or an object, null where it did not."""


class ResponsesOutputTokensDetails(Model):
    """Kinds of output tokens."""

    reasoning_tokens: int | None = None
    """Output tokens of reasoning."""


class ResponsesPatch(Model):
    """A change to one file."""

    type: Literal["create_file", "update_file", "delete_file"] | str
    """Kind of change."""
    path: str
    """Path of the file."""
    diff: str | None = None
    """The change in the provider's patch format; not for delete_file."""


class ResponsesReasoningText(Model):
    """A paragraph of a thought."""

    type: Literal["reasoning_text"]
    """Always "reasoning_text"."""
    text: str
    """The paragraph."""


class ResponsesReasoningTextDeltaEvent(Model):
    """An addition to a thought."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.reasoning_text.delta"]
    """Always "response.reasoning_text.delta"."""
    delta: str
    """The addition."""


class ResponsesReasoningTextDoneEvent(Model):
    """A thought is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.reasoning_text.done"]
    """Always "response.reasoning_text.done"."""
    text: str
    """The whole thought."""


class ResponsesRefusal(Model):
    """Why the model refuses."""

    type: Literal["refusal"]
    """Always "refusal"."""
    refusal: str
    """The explanation."""


class ResponsesRefusalDeltaEvent(Model):
    """An addition to a refusal."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.refusal.delta"]
    """Always "response.refusal.delta"."""
    delta: str
    """The addition."""


class ResponsesRefusalDoneEvent(Model):
    """A refusal is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.refusal.done"]
    """Always "response.refusal.done"."""
    refusal: str
    """The whole refusal."""


class ResponsesShellAction(Model):
    """Commands and their limits."""

    commands: list[str]
    """Command lines, in their order."""
    timeout_ms: int | None = None
    """Longest time that the commands may take, in milliseconds."""
    max_output_length: int | None = None
    """Most characters of output to give back."""


class ResponsesShellCall(Model):
    """Commands that the model wants run."""

    type: Literal["shell_call"]
    """Always "shell_call"."""
    id: str | None = None
    """Identifies the item."""
    call_id: str
    """Identifies the call; the output that answers it repeats the id."""
    action: ResponsesShellAction
    """Commands and their limits."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""


ResponsesStatus = TypeAliasType(
    "ResponsesStatus",
    Literal["completed", "failed", "in_progress", "cancelled", "queued", "incomplete"] | str | None,
)
"""How far the answer has come."""


class ResponsesSummaryText(Model):
    """A paragraph of the short form of a thought."""

    type: Literal["summary_text"]
    """Always "summary_text"."""
    text: str
    """The paragraph."""


class ResponsesSummaryTextDeltaEvent(Model):
    """An addition to a paragraph of a thought's summary."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    summary_index: int | None = None
    """Place of the paragraph in summary, from 0."""
    type: Literal["response.reasoning_summary_text.delta"]
    """Always "response.reasoning_summary_text.delta"."""
    delta: str
    """The addition."""


class ResponsesSummaryTextDoneEvent(Model):
    """The text of a paragraph of a thought's summary is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    summary_index: int | None = None
    """Place of the paragraph in summary, from 0."""
    type: Literal["response.reasoning_summary_text.done"]
    """Always "response.reasoning_summary_text.done"."""
    text: str
    """The whole paragraph."""


class ResponsesUsage(Model):
    """Tokens that a request cost."""

    input_tokens: int
    """Tokens of the input."""
    output_tokens: int
    """Tokens that the model produced, reasoning included."""
    total_tokens: int
    """Sum of both."""
    input_tokens_details: ResponsesInputTokensDetails | None = None
    """Kinds of input tokens."""
    output_tokens_details: ResponsesOutputTokensDetails | None = None
    """Kinds of output tokens."""


class ResponsesWebSearchCall(Model):
    """A search in the web that the provider ran."""

    type: Literal["web_search_call"]
    """Always "web_search_call"."""
    id: str | None = None
    """Identifies the item."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""
    action: dict[str, JsonValue] | None = None
    """What was done, such as {type: search, query}."""


class ResponsesApplyPatchCall(Model):
    """A change to a file that the model wants made."""

    type: Literal["apply_patch_call"]
    """Always "apply_patch_call"."""
    id: str | None = None
    """Identifies the item."""
    call_id: str
    """Identifies the call; the output that answers it repeats the id."""
    operation: ResponsesPatch
    """A change to one file."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""


class ResponsesCustomToolCall(Model):
    """A call of a custom tool, whose input is plain text."""

    type: Literal["custom_tool_call"]
    """Always "custom_tool_call"."""
    id: str | None = None
    """Identifies the item."""
    call_id: str
    """Identifies the call; the output that answers it repeats the id."""
    name: str
    """Name of the tool."""
    input: str
    """The input, in whatever form the tool asks for."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""


class ResponsesFunctionCall(Model):
    """A call of a function that the caller runs."""

    type: Literal["function_call"]
    """Always "function_call"."""
    id: str | None = None
    """Identifies the item."""
    call_id: str
    """Identifies the call; the output that answers it repeats the id."""
    name: str
    """Name of the function."""
    arguments: str
    """The arguments, an object written as JSON text."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""


class ResponsesImageGenerationCall(Model):
    """An image that the provider made."""

    type: Literal["image_generation_call"]
    """Always "image_generation_call"."""
    id: str | None = None
    """Identifies the item."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""
    result: str | None = None
    """The image, as base64."""


class ResponsesMcpCall(Model):
    """A call of an MCP server's tool, which the provider ran."""

    type: Literal["mcp_call"]
    """Always "mcp_call"."""
    id: str | None = None
    """Identifies the item."""
    server_label: str
    """Label of the server, as the request's tool has it."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments, an object written as JSON text."""
    output: str | None = None
    """What the tool gave back."""
    error: ResponsesMcpError | None = None
    """Why a server of tools failed; text or an object, null where it did not."""
    approval_request_id: str | None = None
    """Id of the request for approval that was granted."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""


class ResponsesOutputText(Model):
    """Text of the model's."""

    type: Literal["output_text"]
    """Always "output_text"."""
    text: str
    """The text."""
    annotations: list[ResponsesAnnotation] | None = None
    """Sources of the text, in the order of their places."""
    logprobs: list[chat.TokenLogprob] | None = None
    """One entry for each token, where include asked for them."""


class ResponsesReasoning(Model):
    """What a reasoning model thought; given back unchanged in the next turn."""

    type: Literal["reasoning"]
    """Always "reasoning"."""
    id: str | None = None
    """Identifies the item."""
    summary: list[ResponsesSummaryText]
    """The thought in short; empty unless reasoning.summary asks for it."""
    content: list[ResponsesReasoningText] | None = None
    """The thought itself, from models that show it."""
    encrypted_content: str | None = None
    """The thought for the provider's eyes only, where include asked for it."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""


class ResponsesSummaryPartAddedEvent(Model):
    """A paragraph of a thought's summary begins."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    summary_index: int | None = None
    """Place of the paragraph in summary, from 0."""
    type: Literal["response.reasoning_summary_part.added"]
    """Always "response.reasoning_summary_part.added"."""
    part: ResponsesSummaryText
    """A paragraph of the short form of a thought."""


class ResponsesSummaryPartDoneEvent(Model):
    """A paragraph of a thought's summary is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    summary_index: int | None = None
    """Place of the paragraph in summary, from 0."""
    type: Literal["response.reasoning_summary_part.done"]
    """Always "response.reasoning_summary_part.done"."""
    part: ResponsesSummaryText
    """A paragraph of the short form of a thought."""


class ResponsesTextDeltaEvent(Model):
    """An addition to a text."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.output_text.delta"]
    """Always "response.output_text.delta"."""
    delta: str
    """The addition."""
    logprobs: list[chat.TokenLogprob] | None = None
    """One entry for each token of the addition, where include asked for them."""


class ResponsesTextDoneEvent(Model):
    """A text is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.output_text.done"]
    """Always "response.output_text.done"."""
    text: str
    """The whole text."""
    logprobs: list[chat.TokenLogprob] | None = None
    """One entry for each token, where include asked for them."""


ResponsesOutputContent = TypeAliasType(
    "ResponsesOutputContent",
    Annotated[
        Annotated[ResponsesOutputText, unions.Tag("output_text")]
        | Annotated[ResponsesRefusal, unions.Tag("refusal")]
        | Annotated[ResponsesReasoningText, unions.Tag("reasoning_text")]
        | Annotated[ResponsesSummaryText, unions.Tag("summary_text")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag("type", "output_text", "refusal", "reasoning_text", "summary_text"),
    ],
)
"""A part of what the model says or thinks."""


class ResponsesOutputMessage(Model):
    """What the model says."""

    type: Literal["message"]
    """Always "message"."""
    id: str | None = None
    """Identifies the item."""
    role: Literal["assistant"] | str
    """Always "assistant"."""
    status: ResponsesItemStatus | None = None
    """How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end."""
    content: list[ResponsesOutputContent]
    """Text and refusals, in their order; empty where a stream announces the message."""


class ResponsesPartAddedEvent(Model):
    """A part of a message's or a thought's content begins."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.content_part.added"]
    """Always "response.content_part.added"."""
    part: ResponsesOutputContent
    """A part of what the model says or thinks."""


class ResponsesPartDoneEvent(Model):
    """A part is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    item_id: str | None = None
    """Id of the item."""
    content_index: int | None = None
    """Place of the part in content, from 0. Agents leave it out."""
    type: Literal["response.content_part.done"]
    """Always "response.content_part.done"."""
    part: ResponsesOutputContent
    """A part of what the model says or thinks."""


ResponsesOutputItem = TypeAliasType(
    "ResponsesOutputItem",
    Annotated[
        Annotated[ResponsesOutputMessage, unions.Tag("message")]
        | Annotated[ResponsesFunctionCall, unions.Tag("function_call")]
        | Annotated[ResponsesCustomToolCall, unions.Tag("custom_tool_call")]
        | Annotated[ResponsesReasoning, unions.Tag("reasoning")]
        | Annotated[ResponsesMcpListTools, unions.Tag("mcp_list_tools")]
        | Annotated[ResponsesMcpCall, unions.Tag("mcp_call")]
        | Annotated[ResponsesMcpApprovalRequest, unions.Tag("mcp_approval_request")]
        | Annotated[ResponsesShellCall, unions.Tag("shell_call")]
        | Annotated[ResponsesApplyPatchCall, unions.Tag("apply_patch_call")]
        | Annotated[ResponsesWebSearchCall, unions.Tag("web_search_call")]
        | Annotated[ResponsesImageGenerationCall, unions.Tag("image_generation_call")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag(
            "type",
            "message",
            "function_call",
            "custom_tool_call",
            "reasoning",
            "mcp_list_tools",
            "mcp_call",
            "mcp_approval_request",
            "shell_call",
            "apply_patch_call",
            "web_search_call",
            "image_generation_call",
        ),
    ],
)
"""Something that the model made. Items of further types, such as those of a provider's own
tools, may come."""


class ResponsesResponse(Model):
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""

    id: str | None = None
    """Identifies the answer; gateways send opaque texts of several hundred characters."""
    object: Literal["response"] | str | None = None
    """Always "response"."""
    created_at: float | None = None
    """Time of the answer, in seconds since 1970."""
    status: ResponsesStatus | None = None
    """How far the answer has come."""
    model: str | None = None
    """Name of the model that answered; may be an alias or an internal name."""
    output: list[ResponsesOutputItem]
    """What the model made, in its order: reasoning, messages, calls."""
    error: ResponsesFailure | None = None
    """What went wrong, where status is failed."""
    incomplete_details: ResponsesIncompleteDetails | None = None
    """What cut the answer, where status is incomplete."""
    usage: ResponsesUsage | None = None
    """Tokens that the request cost; null while the answer is being made."""
    instructions: Any | None = None
    """The request's instructions; text, items or null."""
    metadata: dict[str, JsonValue] | None = None
    """The request's metadata."""
    max_output_tokens: int | None = None
    """The request's limit."""
    temperature: float | None = None
    """Sampling temperature that was used."""
    top_p: float | None = None
    """Probability mass that was sampled from."""
    parallel_tool_calls: bool | None = None
    """Whether the answer might call several tools."""
    tools: list[dict[str, JsonValue]] | None = None
    """The request's tools."""
    tool_choice: Any | None = None
    """The request's tool_choice, a word or an object."""
    text: dict[str, JsonValue] | None = None
    """The request's form of the text."""
    reasoning: dict[str, JsonValue] | None = None
    """The request's wishes about reasoning."""
    truncation: str | None = None
    """The request's truncation."""
    previous_response_id: str | None = None
    """Id of the stored answer that this one goes on from."""
    service_tier: str | None = None
    """Processing tier that was used."""
    background: bool | None = None
    """Whether the answer is made in the background."""
    store: bool | None = None
    """Whether the provider keeps the answer."""
    user: str | None = None
    """The request's user."""
    custom_outputs: dict[str, JsonValue] | None = None
    """Free values of an agent's."""
    databricks_output: dict[str, JsonValue] | None = None
    """What an agent endpoint answers beside the output, such as the trace that was asked for."""


class ResponsesAgentCompletedEvent(Model):
    """The last event of an agent's answer, in another spelling."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["responses.completed"]
    """Always "responses.completed"."""


class ResponsesCompletedEvent(Model):
    """The last event of a whole answer, which it repeats with the usage."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["response.completed"]
    """Always "response.completed"."""


class ResponsesCreatedEvent(Model):
    """The first event; the answer has no output yet."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["response.created"]
    """Always "response.created"."""


class ResponsesFailedEvent(Model):
    """The last event of an answer that failed; the response says why."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["response.failed"]
    """Always "response.failed"."""


class ResponsesInProgressEvent(Model):
    """The answer is being made."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["response.in_progress"]
    """Always "response.in_progress"."""


class ResponsesIncompleteEvent(Model):
    """The last event of an answer that was cut."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["response.incomplete"]
    """Always "response.incomplete"."""


class ResponsesItemAddedEvent(Model):
    """An item begins."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    type: Literal["response.output_item.added"]
    """Always "response.output_item.added"."""
    item: ResponsesOutputItem
    """Something that the model made. Items of further types, such as those of a provider's own
    tools, may come."""


class ResponsesItemDoneEvent(Model):
    """An item is whole."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    output_index: int | None = None
    """Place of the item in output, from 0. Agents leave it out."""
    type: Literal["response.output_item.done"]
    """Always "response.output_item.done"."""
    item: ResponsesOutputItem
    """Something that the model made. Items of further types, such as those of a provider's own
    tools, may come."""


class ResponsesQueuedEvent(Model):
    """The request waits for its turn."""

    sequence_number: int | None = None
    """Number of the event in its stream, from 0 without gaps. Agents leave it out."""
    response: ResponsesResponse
    """The answer. Agents answer little more than output, so that nothing else is required; null
    members may be left out."""
    type: Literal["response.queued"]
    """Always "response.queued"."""


ResponsesEvent = TypeAliasType(
    "ResponsesEvent",
    Annotated[
        Annotated[ResponsesCreatedEvent, unions.Tag("response.created")]
        | Annotated[ResponsesQueuedEvent, unions.Tag("response.queued")]
        | Annotated[ResponsesInProgressEvent, unions.Tag("response.in_progress")]
        | Annotated[ResponsesCompletedEvent, unions.Tag("response.completed")]
        | Annotated[ResponsesAgentCompletedEvent, unions.Tag("responses.completed")]
        | Annotated[ResponsesIncompleteEvent, unions.Tag("response.incomplete")]
        | Annotated[ResponsesFailedEvent, unions.Tag("response.failed")]
        | Annotated[ResponsesErrorEvent, unions.Tag("error")]
        | Annotated[ResponsesItemAddedEvent, unions.Tag("response.output_item.added")]
        | Annotated[ResponsesItemDoneEvent, unions.Tag("response.output_item.done")]
        | Annotated[ResponsesPartAddedEvent, unions.Tag("response.content_part.added")]
        | Annotated[ResponsesPartDoneEvent, unions.Tag("response.content_part.done")]
        | Annotated[ResponsesTextDeltaEvent, unions.Tag("response.output_text.delta")]
        | Annotated[ResponsesTextDoneEvent, unions.Tag("response.output_text.done")]
        | Annotated[
            ResponsesAnnotationAddedEvent, unions.Tag("response.output_text.annotation.added")
        ]
        | Annotated[ResponsesRefusalDeltaEvent, unions.Tag("response.refusal.delta")]
        | Annotated[ResponsesRefusalDoneEvent, unions.Tag("response.refusal.done")]
        | Annotated[
            ResponsesArgumentsDeltaEvent, unions.Tag("response.function_call_arguments.delta")
        ]
        | Annotated[
            ResponsesArgumentsDoneEvent, unions.Tag("response.function_call_arguments.done")
        ]
        | Annotated[
            ResponsesCustomInputDeltaEvent, unions.Tag("response.custom_tool_call_input.delta")
        ]
        | Annotated[
            ResponsesCustomInputDoneEvent, unions.Tag("response.custom_tool_call_input.done")
        ]
        | Annotated[
            ResponsesSummaryPartAddedEvent, unions.Tag("response.reasoning_summary_part.added")
        ]
        | Annotated[
            ResponsesSummaryPartDoneEvent, unions.Tag("response.reasoning_summary_part.done")
        ]
        | Annotated[
            ResponsesSummaryTextDeltaEvent, unions.Tag("response.reasoning_summary_text.delta")
        ]
        | Annotated[
            ResponsesSummaryTextDoneEvent, unions.Tag("response.reasoning_summary_text.done")
        ]
        | Annotated[ResponsesReasoningTextDeltaEvent, unions.Tag("response.reasoning_text.delta")]
        | Annotated[ResponsesReasoningTextDoneEvent, unions.Tag("response.reasoning_text.done")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag(
            "type",
            "response.created",
            "response.queued",
            "response.in_progress",
            "response.completed",
            "responses.completed",
            "response.incomplete",
            "response.failed",
            "error",
            "response.output_item.added",
            "response.output_item.done",
            "response.content_part.added",
            "response.content_part.done",
            "response.output_text.delta",
            "response.output_text.done",
            "response.output_text.annotation.added",
            "response.refusal.delta",
            "response.refusal.done",
            "response.function_call_arguments.delta",
            "response.function_call_arguments.done",
            "response.custom_tool_call_input.delta",
            "response.custom_tool_call_input.done",
            "response.reasoning_summary_part.added",
            "response.reasoning_summary_part.done",
            "response.reasoning_summary_text.delta",
            "response.reasoning_summary_text.done",
            "response.reasoning_text.delta",
            "response.reasoning_text.done",
        ),
    ],
)
"""One event of a streamed answer. A stream begins with response.created, announces every
item and every part before adding to it, and ends with one of response.completed,
responses.completed (agents), response.incomplete, response.failed and error. Events of
further types may come in between."""
