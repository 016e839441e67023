# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions

from . import chat


class ResponsesAgentContext(typing_extensions.TypedDict):
    """Who talks to an agent."""

    conversation_id: NotRequired[str | None]
    """Identifies the conversation."""
    user_id: NotRequired[str | None]
    """Identifies the end user."""


class ResponsesAgentOptions(typing_extensions.TypedDict):
    """What an agent endpoint answers beside the output."""

    return_trace: NotRequired[bool | None]
    """Send the trace of the agent's steps in databricks_output."""


class ResponsesAllowedTools(typing_extensions.TypedDict):
    """The tools that the model may choose from."""

    type: Literal["allowed_tools"]
    """Always "allowed_tools"."""
    mode: Literal["auto", "required"] | str
    """Whether one of them has to be called."""
    tools: Sequence[Mapping[str, object]]
    """The tools, as {type, name}."""


class ResponsesAnnotation(typing_extensions.TypedDict):
    """A source of a stretch of text; which members there are depends on the type."""

    type: Literal["url_citation", "file_citation", "container_file_citation", "file_path"] | str
    """Kind of source."""
    url: NotRequired[str | None]
    """Address of the source, in a url_citation."""
    title: NotRequired[str | None]
    """Title of the source, in a url_citation."""
    start_index: NotRequired[int | None]
    """First character of the text that the source bears out, in a url_citation."""
    end_index: NotRequired[int | None]
    """Character after the last one that the source bears out, in a url_citation."""
    file_id: NotRequired[str | None]
    """Id of the file, in the types about files."""
    filename: NotRequired[str | None]
    """Name of the file, in the types about files."""
    index: NotRequired[int | None]
    """Place in the text, in the types about files."""


class ResponsesApplyPatchChoice(typing_extensions.TypedDict):
    """The model must change a file."""

    type: Literal["apply_patch"]
    """Always "apply_patch"."""


class ResponsesApplyPatchTool(typing_extensions.TypedDict):
    """Changing of files."""

    type: Literal["apply_patch"]
    """Always "apply_patch"."""


ResponsesApprovalRule: TypeAlias = str | Mapping[str, object] | None
"""Which tools need the caller's approval, as a word or as an object with lists of names;
always where it is left out."""


ResponsesCallId: TypeAlias = str
"""Identifies the call; the output that answers it repeats the id. At most 64 characters."""


class ResponsesConversationName(typing_extensions.TypedDict):
    """A conversation, by id."""

    id: str
    """Id of the conversation."""


class ResponsesCustomChoice(typing_extensions.TypedDict):
    """The custom tool that the model must call."""

    type: Literal["custom"]
    """Always "custom"."""
    name: str
    """Name of the tool."""


class ResponsesCustomFormat(typing_extensions.TypedDict):
    """Form of the text that a custom tool takes."""

    type: Literal["text", "grammar"] | str
    """Free text, or text of a grammar."""
    syntax: NotRequired[Literal["lark", "regex"] | str | None]
    """Language of the grammar."""
    definition: NotRequired[str | None]
    """The grammar."""


class ResponsesCustomTool(typing_extensions.TypedDict):
    """A tool that takes text and that the caller runs."""

    type: Literal["custom"]
    """Always "custom"."""
    name: str
    """Name of the tool."""
    description: NotRequired[str | None]
    """What the tool does, for the model."""
    format: NotRequired[ResponsesCustomFormat | None]
    """Form of the input; free text where it is left out."""


class ResponsesFunctionChoice(typing_extensions.TypedDict):
    """The function that the model must call."""

    type: Literal["function"]
    """Always "function"."""
    name: str
    """Name of the function."""


class ResponsesFunctionTool(typing_extensions.TypedDict):
    """A function that the caller runs."""

    type: Literal["function"]
    """Always "function"."""
    name: str
    """Name of the function."""
    description: NotRequired[str | None]
    """What the function does, for the model."""
    parameters: NotRequired[Mapping[str, object] | None]
    """JSON Schema of the arguments."""
    strict: NotRequired[bool | None]
    """Keep to the schema exactly."""


class ResponsesImageGenerationChoice(typing_extensions.TypedDict):
    """The model must make an image."""

    type: Literal["image_generation"]
    """Always "image_generation"."""


class ResponsesImageGenerationTool(typing_extensions.TypedDict):
    """Making of images by the provider; further members are passed on."""

    type: Literal["image_generation"]
    """Always "image_generation"."""
    size: NotRequired[str | None]
    """Width and height in pixels, such as 1024x1024, or auto."""
    quality: NotRequired[str | None]
    """Quality, such as auto, low, medium, high."""
    output_format: NotRequired[str | None]
    """Format of the image, such as png, jpeg, webp."""


class ResponsesInputFile(typing_extensions.TypedDict):
    """A file, by address, as data, or as a file of the provider's."""

    type: Literal["input_file"]
    """Always "input_file"."""
    file_data: NotRequired[str | None]
    """The file as a data URI or as base64."""
    file_url: NotRequired[str | None]
    """Address of the file."""
    file_id: NotRequired[str | None]
    """Id of a file that the provider holds."""
    filename: NotRequired[str | None]
    """Name of the file."""


ResponsesInputId: TypeAlias = str | None
"""Identifies the item. At most 64 characters are taken here, though ids that are answered
may have more."""


class ResponsesInputImage(typing_extensions.TypedDict):
    """An image, by address, as data URI, or as a file of the provider's."""

    type: Literal["input_image"]
    """Always "input_image"."""
    image_url: NotRequired[str | None]
    """Address or data URI of the image."""
    file_id: NotRequired[str | None]
    """Id of a file that the provider holds."""
    detail: NotRequired[Literal["auto", "low", "high", "original"] | str | None]
    """Resolution to look at the image with; auto where it is left out."""


class ResponsesInputMcpApprovalRequest(typing_extensions.TypedDict):
    """A request for approval of an earlier answer's, given back."""

    type: Literal["mcp_approval_request"]
    """Always "mcp_approval_request"."""
    id: str
    """Identifies the request; at most 64 characters."""
    server_label: str
    """Label of the server, as the request's tool has it."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments, an object written as JSON text."""


class ResponsesInputText(typing_extensions.TypedDict):
    """Text for the model."""

    type: Literal["input_text"]
    """Always "input_text"."""
    text: str
    """The text."""


ResponsesItemStatus: TypeAlias = (
    Literal[
        "in_progress", "completed", "incomplete", "searching", "generating", "calling", "failed"
    ]
    | str
    | None
)
"""How far an item has come; in_progress where a stream announces it, completed or incomplete
at its end."""


class ResponsesJsonObjectFormat(typing_extensions.TypedDict):
    """Some JSON object."""

    type: Literal["json_object"]
    """Always "json_object"."""


class ResponsesJsonSchemaFormat(typing_extensions.TypedDict):
    """JSON that fits a schema."""

    type: Literal["json_schema"]
    """Always "json_schema"."""
    name: str
    """Name of the schema."""
    description: NotRequired[str | None]
    """What the answer is for."""
    schema: Mapping[str, object]
    """The JSON Schema."""
    strict: NotRequired[bool | None]
    """Keep to the schema exactly."""


class ResponsesMcpApprovalResponse(typing_extensions.TypedDict):
    """Whether a tool of an MCP server may be called."""

    type: Literal["mcp_approval_response"]
    """Always "mcp_approval_response"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    approval_request_id: str
    """Id of the request for approval."""
    approve: bool
    """Whether the call is approved."""
    reason: NotRequired[str | None]
    """Why, for the model."""


class ResponsesMcpChoice(typing_extensions.TypedDict):
    """The MCP server, or the tool of one, that the model must call."""

    type: Literal["mcp"]
    """Always "mcp"."""
    server_label: str
    """Label of the server."""
    name: NotRequired[str | None]
    """Name of the tool; any where it is left out."""


ResponsesMcpError: TypeAlias = str | Mapping[str, object] | None
"""Why a server of tools failed; text or an object, null where it did not."""


class ResponsesMcpTool(typing_extensions.TypedDict):
    """The tools of an MCP server, which the provider runs."""

    type: Literal["mcp"]
    """Always "mcp"."""
    server_label: str
    """Name by which calls and answers speak of the server."""
    server_url: NotRequired[str | None]
    """Address of the server."""
    server_description: NotRequired[str | None]
    """What the server is for, for the model."""
    connector_id: NotRequired[str | None]
    """A connector of the provider's, in place of the address."""
    authorization: NotRequired[str | None]
    """Token for the server; never answered."""
    headers: NotRequired[Mapping[str, str] | None]
    """Headers to send to the server."""
    allowed_tools: NotRequired[Sequence[str] | None]
    """Names of the tools that may be used; all where it is left out."""
    require_approval: NotRequired[ResponsesApprovalRule]
    """
    Which tools need the caller's approval, as a word or as an object with lists of names;
    always where it is left out.
    """


class ResponsesPatch(typing_extensions.TypedDict):
    """A change to one file."""

    type: Literal["create_file", "update_file", "delete_file"] | str
    """Kind of change."""
    path: str
    """Path of the file."""
    diff: NotRequired[str | None]
    """The change in the provider's patch format; not for delete_file."""


class ResponsesPlainTextFormat(typing_extensions.TypedDict):
    """Free text."""

    type: Literal["text"]
    """Always "text"."""


class ResponsesReasoningOptions(typing_extensions.TypedDict):
    """How a reasoning model thinks, and what of it is answered."""

    effort: NotRequired[chat.ReasoningEffort | None]
    """How much the model thinks."""
    summary: NotRequired[Literal["auto", "concise", "detailed"] | str | None]
    """
    Whether and how fully the thought is summed up in the answer; not at all where it is left
    out.
    """


class ResponsesReasoningText(typing_extensions.TypedDict):
    """A paragraph of a thought."""

    type: Literal["reasoning_text"]
    """Always "reasoning_text"."""
    text: str
    """The paragraph."""


class ResponsesRefusal(typing_extensions.TypedDict):
    """Why the model refuses."""

    type: Literal["refusal"]
    """Always "refusal"."""
    refusal: str
    """The explanation."""


ResponsesRole: TypeAlias = Literal["user", "assistant", "system", "developer"] | str
"""Who speaks."""


class ResponsesShellAction(typing_extensions.TypedDict):
    """Commands and their limits."""

    commands: Sequence[str]
    """Command lines, in their order."""
    timeout_ms: NotRequired[int | None]
    """Longest time that the commands may take, in milliseconds."""
    max_output_length: NotRequired[int | None]
    """Most characters of output to give back."""


class ResponsesShellChoice(typing_extensions.TypedDict):
    """The model must run commands."""

    type: Literal["shell"]
    """Always "shell"."""


class ResponsesShellOutput(typing_extensions.TypedDict):
    """What one command gave back."""

    stdout: str
    """Its standard output."""
    stderr: str
    """Its standard error."""
    outcome: NotRequired[Mapping[str, object] | None]
    """How it ended: {type: exit, exit_code} or {type: timeout}."""


class ResponsesShellTool(typing_extensions.TypedDict):
    """Running of commands."""

    type: Literal["shell"]
    """Always "shell"."""


class ResponsesStreamOptions(typing_extensions.TypedDict):
    """How a stream is sent."""

    include_obfuscation: NotRequired[bool | None]
    """Pad the events, so that their sizes give nothing away."""


class ResponsesSummaryText(typing_extensions.TypedDict):
    """A paragraph of the short form of a thought."""

    type: Literal["summary_text"]
    """Always "summary_text"."""
    text: str
    """The paragraph."""


ResponsesTextFormat: TypeAlias = Annotated[
    Annotated[ResponsesPlainTextFormat, unions.Tag("text")]
    | Annotated[ResponsesJsonObjectFormat, unions.Tag("json_object")]
    | Annotated[ResponsesJsonSchemaFormat, unions.Tag("json_schema")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "text", "json_object", "json_schema"),
]
"""The form of the text."""


class ResponsesTextOptions(typing_extensions.TypedDict):
    """Form of the text that is answered."""

    format: NotRequired[ResponsesTextFormat | None]
    """Free text where it is left out."""
    verbosity: NotRequired[Literal["low", "medium", "high"] | str | None]
    """How much the model says; medium where it is left out."""


ResponsesTruncation: TypeAlias = Literal["auto", "disabled"] | str
"""Leave out the oldest items, or refuse the request."""


class ResponsesWebSearchChoice(typing_extensions.TypedDict):
    """The model must search in the web."""

    type: Literal["web_search"]
    """Always "web_search"."""


class ResponsesWebSearchTool(typing_extensions.TypedDict):
    """Search in the web by the provider."""

    type: Literal["web_search"]
    """Always "web_search"."""
    search_context_size: NotRequired[Literal["low", "medium", "high"] | str | None]
    """How much of what is found goes to the model; medium where it is left out."""
    filters: NotRequired[Mapping[str, object] | None]
    """Which sites are searched, such as {allowed_domains}."""
    user_location: NotRequired[Mapping[str, object] | None]
    """Where the end user is, roughly."""


class ResponsesApplyPatchCallOutput(typing_extensions.TypedDict):
    """How a change to a file went."""

    type: Literal["apply_patch_call_output"]
    """Always "apply_patch_call_output"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    status: Literal["completed", "failed"] | str
    """Whether the change was made."""
    output: NotRequired[str | None]
    """What the model is told about it."""


ResponsesConversation: TypeAlias = str | ResponsesConversationName | None
"""Conversation at the provider that the request belongs to, by id or as an object. Refused
by hosted models."""


class ResponsesInputApplyPatchCall(typing_extensions.TypedDict):
    """A change of an earlier answer's, given back."""

    type: Literal["apply_patch_call"]
    """Always "apply_patch_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    operation: ResponsesPatch
    """A change to one file."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputCustomToolCall(typing_extensions.TypedDict):
    """A call of an earlier answer's, given back."""

    type: Literal["custom_tool_call"]
    """Always "custom_tool_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    name: str
    """Name of the tool."""
    input: str
    """The input, in whatever form the tool asks for."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputFunctionCall(typing_extensions.TypedDict):
    """A call of an earlier answer's, given back."""

    type: Literal["function_call"]
    """Always "function_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    name: str
    """Name of the function."""
    arguments: str
    """The arguments, an object written as JSON text."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputImageGenerationCall(typing_extensions.TypedDict):
    """An image of an earlier answer's, given back."""

    type: Literal["image_generation_call"]
    """Always "image_generation_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """
    result: NotRequired[str | None]
    """The image, as base64."""


class ResponsesInputMcpCall(typing_extensions.TypedDict):
    """A call of an earlier answer's, given back."""

    type: Literal["mcp_call"]
    """Always "mcp_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    server_label: str
    """Label of the server, as the request's tool has it."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments, an object written as JSON text."""
    output: NotRequired[str | None]
    """What the tool gave back."""
    error: NotRequired[ResponsesMcpError]
    """Why a server of tools failed; text or an object, null where it did not."""
    approval_request_id: NotRequired[str | None]
    """Id of the request for approval that was granted."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputMcpListTools(typing_extensions.TypedDict):
    """A list of an earlier answer's, given back."""

    type: Literal["mcp_list_tools"]
    """Always "mcp_list_tools"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    server_label: str
    """Label of the server, as the request's tool has it."""
    tools: Sequence[Mapping[str, object]]
    """The tools, with name and input_schema."""
    error: NotRequired[ResponsesMcpError]
    """Why a server of tools failed; text or an object, null where it did not."""


class ResponsesInputReasoning(typing_extensions.TypedDict):
    """Reasoning of an earlier answer's, given back."""

    type: Literal["reasoning"]
    """Always "reasoning"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    summary: Sequence[ResponsesSummaryText]
    """The thought in short; empty unless reasoning.summary asks for it."""
    content: NotRequired[Sequence[ResponsesReasoningText] | None]
    """The thought itself, from models that show it."""
    encrypted_content: NotRequired[str | None]
    """The thought for the provider's eyes only, where include asked for it."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputShellCall(typing_extensions.TypedDict):
    """A call of an earlier answer's, given back."""

    type: Literal["shell_call"]
    """Always "shell_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    action: ResponsesShellAction
    """Commands and their limits."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputWebSearchCall(typing_extensions.TypedDict):
    """A search of an earlier answer's, given back."""

    type: Literal["web_search_call"]
    """Always "web_search_call"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """
    action: NotRequired[Mapping[str, object] | None]
    """What was done, such as {type: search, query}."""


ResponsesNamedToolChoice: TypeAlias = Annotated[
    Annotated[ResponsesFunctionChoice, unions.Tag("function")]
    | Annotated[ResponsesCustomChoice, unions.Tag("custom")]
    | Annotated[ResponsesMcpChoice, unions.Tag("mcp")]
    | Annotated[ResponsesAllowedTools, unions.Tag("allowed_tools")]
    | Annotated[ResponsesImageGenerationChoice, unions.Tag("image_generation")]
    | Annotated[ResponsesShellChoice, unions.Tag("shell")]
    | Annotated[ResponsesApplyPatchChoice, unions.Tag("apply_patch")]
    | Annotated[ResponsesWebSearchChoice, unions.Tag("web_search")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag(
        "type",
        "function",
        "custom",
        "mcp",
        "allowed_tools",
        "image_generation",
        "shell",
        "apply_patch",
        "web_search",
    ),
]
"""The tool that the model must call, or the tools that it may choose from."""


class ResponsesOutputText(typing_extensions.TypedDict):
    """Text of the model's."""

    type: Literal["output_text"]
    """Always "output_text"."""
    text: str
    """The text."""
    annotations: NotRequired[Sequence[ResponsesAnnotation] | None]
    """Sources of the text, in the order of their places."""
    logprobs: NotRequired[Sequence[chat.TokenLogprob] | None]
    """One entry for each token, where include asked for them."""


class ResponsesShellCallOutput(typing_extensions.TypedDict):
    """What commands gave back."""

    type: Literal["shell_call_output"]
    """Always "shell_call_output"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    output: Sequence[ResponsesShellOutput]
    """One entry for each command."""
    max_output_length: NotRequired[int | None]
    """Most characters of output that were kept."""


ResponsesTool: TypeAlias = Annotated[
    Annotated[ResponsesFunctionTool, unions.Tag("function")]
    | Annotated[ResponsesCustomTool, unions.Tag("custom")]
    | Annotated[ResponsesMcpTool, unions.Tag("mcp")]
    | Annotated[ResponsesImageGenerationTool, unions.Tag("image_generation")]
    | Annotated[ResponsesShellTool, unions.Tag("shell")]
    | Annotated[ResponsesApplyPatchTool, unions.Tag("apply_patch")]
    | Annotated[ResponsesWebSearchTool, unions.Tag("web_search")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag(
        "type",
        "function",
        "custom",
        "mcp",
        "image_generation",
        "shell",
        "apply_patch",
        "web_search",
    ),
]
"""A tool that the model may call. Hosted models know these types; external models and
gateways take others too."""


ResponsesToolChoice: TypeAlias = chat.ToolChoiceMode | ResponsesNamedToolChoice | None
"""Whether the model may, must or must not call a tool, or the one that it must call."""


ResponsesInputContent: TypeAlias = Annotated[
    Annotated[ResponsesInputText, unions.Tag("input_text")]
    | Annotated[ResponsesInputImage, unions.Tag("input_image")]
    | Annotated[ResponsesInputFile, unions.Tag("input_file")]
    | Annotated[ResponsesOutputText, unions.Tag("output_text")]
    | Annotated[ResponsesRefusal, unions.Tag("refusal")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("type", "input_text", "input_image", "input_file", "output_text", "refusal"),
]
"""A part of a message that is sent; output_text and refusal in turns of the assistant, the
others elsewhere."""


ResponsesMessageContent: TypeAlias = str | Sequence[ResponsesInputContent]
"""Text, or parts."""


class ResponsesCustomToolCallOutput(typing_extensions.TypedDict):
    """What a custom tool that the model called gave back."""

    type: Literal["custom_tool_call_output"]
    """Always "custom_tool_call_output"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    output: ResponsesMessageContent
    """Text, or parts."""


class ResponsesFunctionCallOutput(typing_extensions.TypedDict):
    """What a function that the model called gave back."""

    type: Literal["function_call_output"]
    """Always "function_call_output"."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    call_id: ResponsesCallId
    """Identifies the call; the output that answers it repeats the id. At most 64 characters."""
    output: ResponsesMessageContent
    """Text, or parts."""
    status: NotRequired[ResponsesItemStatus]
    """
    How far an item has come; in_progress where a stream announces it, completed or incomplete
    at its end.
    """


class ResponsesInputMessage(typing_extensions.TypedDict):
    """A turn of the conversation, of the caller's or of an earlier answer's."""

    type: NotRequired[Literal["message"]]
    """The word "message", which may be left out."""
    id: NotRequired[ResponsesInputId]
    """
    Identifies the item. At most 64 characters are taken here, though ids that are answered
    may have more.
    """
    role: ResponsesRole
    """Who speaks."""
    content: ResponsesMessageContent
    """Text, or parts."""
    status: NotRequired[str | None]
    """State of an answered message, such as completed."""


ResponsesInputItem: TypeAlias = Annotated[
    Annotated[ResponsesInputMessage, unions.Tag("message")]
    | Annotated[ResponsesInputFunctionCall, unions.Tag("function_call")]
    | Annotated[ResponsesFunctionCallOutput, unions.Tag("function_call_output")]
    | Annotated[ResponsesInputCustomToolCall, unions.Tag("custom_tool_call")]
    | Annotated[ResponsesCustomToolCallOutput, unions.Tag("custom_tool_call_output")]
    | Annotated[ResponsesInputReasoning, unions.Tag("reasoning")]
    | Annotated[ResponsesInputMcpListTools, unions.Tag("mcp_list_tools")]
    | Annotated[ResponsesInputMcpCall, unions.Tag("mcp_call")]
    | Annotated[ResponsesInputMcpApprovalRequest, unions.Tag("mcp_approval_request")]
    | Annotated[ResponsesMcpApprovalResponse, unions.Tag("mcp_approval_response")]
    | Annotated[ResponsesInputShellCall, unions.Tag("shell_call")]
    | Annotated[ResponsesShellCallOutput, unions.Tag("shell_call_output")]
    | Annotated[ResponsesInputApplyPatchCall, unions.Tag("apply_patch_call")]
    | Annotated[ResponsesApplyPatchCallOutput, unions.Tag("apply_patch_call_output")]
    | Annotated[ResponsesInputWebSearchCall, unions.Tag("web_search_call")]
    | Annotated[ResponsesInputImageGenerationCall, unions.Tag("image_generation_call")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag(
        "type",
        "message",
        "function_call",
        "function_call_output",
        "custom_tool_call",
        "custom_tool_call_output",
        "reasoning",
        "mcp_list_tools",
        "mcp_call",
        "mcp_approval_request",
        "mcp_approval_response",
        "shell_call",
        "shell_call_output",
        "apply_patch_call",
        "apply_patch_call_output",
        "web_search_call",
        "image_generation_call",
    ),
]
"""One item of the conversation; without a type it is a message. Items of an earlier answer
are given back as they came, but for ids, which may have 64 characters at most."""


class ResponsesInvocation(typing_extensions.TypedDict):
    """A request to the endpoint named in the path."""

    input: str | Sequence[ResponsesInputItem]
    """One text of the user, or the items of the conversation so far, oldest first."""
    instructions: NotRequired[str | None]
    """What the model is told before the input, as a system message."""
    max_output_tokens: NotRequired[int | None]
    """Most tokens to produce, reasoning included; null means no limit of the request's own."""
    max_tool_calls: NotRequired[int | None]
    """Most calls of tools that the provider runs itself."""
    temperature: NotRequired[float | None]
    """Sampling temperature, 1 where it is left out. Reasoning models refuse it."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, 1 where it is left out."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token, where include asks for log probabilities."""
    stream: NotRequired[bool]
    """Send the answer as a stream of typed events; false where it is left out."""
    stream_options: NotRequired[ResponsesStreamOptions | None]
    """How a stream is sent."""
    text: NotRequired[ResponsesTextOptions | None]
    """Form of the text that is answered."""
    reasoning: NotRequired[ResponsesReasoningOptions | None]
    """How a reasoning model thinks, and what of it is answered."""
    tools: NotRequired[Sequence[ResponsesTool] | None]
    """Tools that the model may call."""
    tool_choice: NotRequired[ResponsesToolChoice]
    """Whether the model may, must or must not call a tool, or the one that it must call."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether one answer may call several tools; true where it is left out."""
    truncation: NotRequired[ResponsesTruncation | None]
    """
    What happens to an input that is longer than the model's context; disabled where it is
    left out.
    """
    include: NotRequired[Sequence[str] | None]
    """Further data to answer, such as reasoning.encrypted_content."""
    metadata: NotRequired[Mapping[str, str] | None]
    """Free keys and values, which come back in the answer."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    safety_identifier: NotRequired[str | None]
    """Identifies the end user towards the provider's abuse checks; takes the place of user."""
    prompt_cache_key: NotRequired[str | None]
    """Requests with the same key are likelier to find a cached prefix."""
    background: NotRequired[bool | None]
    """Answer at once and work on. Refused by hosted models."""
    store: NotRequired[bool | None]
    """Keep the answer at the provider. Refused by hosted models."""
    service_tier: NotRequired[str | None]
    """Processing tier at the provider. Refused by hosted models."""
    conversation: NotRequired[ResponsesConversation]
    """
    Conversation at the provider that the request belongs to, by id or as an object. Refused
    by hosted models.
    """
    previous_response_id: NotRequired[str | None]
    """Id of the stored answer that this request goes on from. Refused by hosted models."""
    custom_inputs: NotRequired[Mapping[str, object] | None]
    """Free values for an agent; other models refuse the member."""
    context: NotRequired[ResponsesAgentContext | None]
    """Who talks to an agent; other models refuse the member."""
    databricks_options: NotRequired[ResponsesAgentOptions | None]
    """What an agent endpoint answers beside the output; other models refuse the member."""
    model: NotRequired[str | None]
    """Ignored, since the path names the endpoint."""


class ResponsesRequest(typing_extensions.TypedDict):
    """A request to the model named in the body."""

    input: str | Sequence[ResponsesInputItem]
    """One text of the user, or the items of the conversation so far, oldest first."""
    instructions: NotRequired[str | None]
    """What the model is told before the input, as a system message."""
    max_output_tokens: NotRequired[int | None]
    """Most tokens to produce, reasoning included; null means no limit of the request's own."""
    max_tool_calls: NotRequired[int | None]
    """Most calls of tools that the provider runs itself."""
    temperature: NotRequired[float | None]
    """Sampling temperature, 1 where it is left out. Reasoning models refuse it."""
    top_p: NotRequired[float | None]
    """Probability mass that is sampled from, 1 where it is left out."""
    top_logprobs: NotRequired[int | None]
    """Number of alternatives to send for each token, where include asks for log probabilities."""
    stream: NotRequired[bool]
    """Send the answer as a stream of typed events; false where it is left out."""
    stream_options: NotRequired[ResponsesStreamOptions | None]
    """How a stream is sent."""
    text: NotRequired[ResponsesTextOptions | None]
    """Form of the text that is answered."""
    reasoning: NotRequired[ResponsesReasoningOptions | None]
    """How a reasoning model thinks, and what of it is answered."""
    tools: NotRequired[Sequence[ResponsesTool] | None]
    """Tools that the model may call."""
    tool_choice: NotRequired[ResponsesToolChoice]
    """Whether the model may, must or must not call a tool, or the one that it must call."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether one answer may call several tools; true where it is left out."""
    truncation: NotRequired[ResponsesTruncation | None]
    """
    What happens to an input that is longer than the model's context; disabled where it is
    left out.
    """
    include: NotRequired[Sequence[str] | None]
    """Further data to answer, such as reasoning.encrypted_content."""
    metadata: NotRequired[Mapping[str, str] | None]
    """Free keys and values, which come back in the answer."""
    user: NotRequired[str | None]
    """Identifies the end user."""
    safety_identifier: NotRequired[str | None]
    """Identifies the end user towards the provider's abuse checks; takes the place of user."""
    prompt_cache_key: NotRequired[str | None]
    """Requests with the same key are likelier to find a cached prefix."""
    background: NotRequired[bool | None]
    """Answer at once and work on. Refused by hosted models."""
    store: NotRequired[bool | None]
    """Keep the answer at the provider. Refused by hosted models."""
    service_tier: NotRequired[str | None]
    """Processing tier at the provider. Refused by hosted models."""
    conversation: NotRequired[ResponsesConversation]
    """
    Conversation at the provider that the request belongs to, by id or as an object. Refused
    by hosted models.
    """
    previous_response_id: NotRequired[str | None]
    """Id of the stored answer that this request goes on from. Refused by hosted models."""
    custom_inputs: NotRequired[Mapping[str, object] | None]
    """Free values for an agent; other models refuse the member."""
    context: NotRequired[ResponsesAgentContext | None]
    """Who talks to an agent; other models refuse the member."""
    databricks_options: NotRequired[ResponsesAgentOptions | None]
    """What an agent endpoint answers beside the output; other models refuse the member."""
    model: str
    """Name of the serving endpoint or of the gateway's model."""
