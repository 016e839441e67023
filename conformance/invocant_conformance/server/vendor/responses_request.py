"""Requests of the Responses API as chat requests."""

from collections.abc import Iterator, Mapping

from ...json_values import JsonObject, JsonValue, as_list, as_object, as_text, dump

NEEDS_A_STORE = ("background", "service_tier", "store")
"""What hosted models refuse on both pages that say so (RESP-PARAM-001)."""

REFERS_TO_A_STORE = ("conversation", "previous_response_id")
"""What hosted models refuse on one page each (RESP-PARAM-002)."""

FOR_AGENTS = ("context", "custom_inputs", "databricks_options")
"""What only agents know."""

_THOUGHT = 64
"""Most tokens to think with, since requests name no budget."""

_CUSTOM_INPUT: JsonObject = {
    "type": "object",
    "properties": {"input": {"type": "string"}},
    "required": ["input"],
}
_CALLS = {"function_call": "arguments", "custom_tool_call": "input"}
_OUTPUTS = ("function_call_output", "custom_tool_call_output")


def chat(request: JsonObject) -> JsonObject:
    """Return the chat request that asks for the same."""
    made: dict[str, JsonValue] = {"messages": [*_messages(request)]}
    if limit := request.get("max_output_tokens"):
        made["max_tokens"] = limit
    if functions := [*_functions(request)]:
        made["tools"] = functions
        made["tool_choice"] = _choice(as_choice(request))
    if form := _form(request):
        made["response_format"] = form
    if (parallel := request.get("parallel_tool_calls")) is not None:
        made["parallel_tool_calls"] = parallel
    if thinks(request):
        made["thinking"] = {"type": "enabled", "budget_tokens": _THOUGHT}
    return made


def as_choice(request: JsonObject) -> JsonValue:
    """Return the request's tool_choice, with that of a list of allowed tools as its mode."""
    choice = request.get("tool_choice")
    allowed = as_object(choice).get("type") == "allowed_tools"
    return as_object(choice).get("mode") if allowed else choice


def is_custom(request: JsonObject, name: str) -> bool:
    """Whether a tool of the request takes plain text."""
    tools = map(as_object, as_list(request.get("tools")))
    return any(tool.get("type") == "custom" and tool.get("name") == name for tool in tools)


def thinks(request: JsonObject) -> bool:
    """Whether the request asks for reasoning."""
    wanted = as_object(request.get("reasoning"))
    return bool(wanted) and wanted.get("effort") != "none"


def _messages(request: JsonObject) -> Iterator[JsonObject]:
    if instructions := as_text(request.get("instructions")):
        yield {"role": "system", "content": instructions}
    given = request.get("input")
    items = [{"role": "user", "content": given}] if isinstance(given, str) else as_list(given)
    for item in items or [{"role": "user", "content": ""}]:
        yield _message(as_object(item))


def _message(item: JsonObject) -> JsonObject:
    kind = as_text(item.get("type")) or "message"
    if kind == "message":
        return {"role": item.get("role"), "content": _content(item.get("content"))}
    if kind in _OUTPUTS:
        return {
            "role": "tool",
            "tool_call_id": item.get("call_id"),
            "content": _content(item.get("output")),
        }
    if kind in _CALLS:
        function: JsonObject = {"name": item.get("name"), "arguments": item.get(_CALLS[kind])}
        call: JsonObject = {"id": item.get("call_id"), "type": "function", "function": function}
        return {"role": "assistant", "content": None, "tool_calls": [call]}
    return {"role": "assistant", "content": dump(item)}


def _content(content: JsonValue) -> JsonValue:
    if isinstance(content, str):
        return content
    parts = map(as_object, as_list(content))
    return [
        {"type": "text", "text": as_text(part["text"])} if "text" in part else part
        for part in parts
    ]


def _functions(request: JsonObject) -> Iterator[JsonObject]:
    """Yield the tools that the caller runs; those of the provider are never used."""
    choice = as_object(request.get("tool_choice"))
    allowed = [as_object(tool).get("name") for tool in as_list(choice.get("tools"))]
    for tool in map(as_object, as_list(request.get("tools"))):
        known = tool.get("type") in ("function", "custom")
        if known and (choice.get("type") != "allowed_tools" or tool.get("name") in allowed):
            custom = tool.get("type") == "custom"
            parameters = _CUSTOM_INPUT if custom else tool.get("parameters")
            function: JsonObject = {"name": tool.get("name"), "parameters": parameters}
            yield {"type": "function", "function": function}


def _choice(choice: JsonValue) -> JsonValue:
    """Return a choice of a function as chats write it; one of the provider's tools is none."""
    if not isinstance(choice, Mapping):
        return choice
    if choice.get("type") not in ("function", "custom"):
        return "none"
    return {"type": "function", "function": {"name": choice.get("name")}}


def _form(request: JsonObject) -> JsonObject:
    form = as_object(as_object(request.get("text")).get("format"))
    if form.get("type") != "json_schema":
        return form
    return {"type": "json_schema", "json_schema": {"schema": form.get("schema")}}
