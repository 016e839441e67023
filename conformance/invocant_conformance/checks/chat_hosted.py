"""Checks of what the platform's hosted chat models refuse: fields, streams, tools."""

from collections.abc import Mapping

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import expect
from ..probes.chat import Chat
from ..probes.probe import Object
from ..registry import check
from .answers import body, calls, choices, message, skip_if_refused
from .hosted import need_hosted

_FUNCTIONS = 32
_KEYS = 16
_TEXT: Object = {"type": "string"}
_COMPLEX: Mapping[str, Object] = {
    "pattern": {"type": "string", "pattern": "^a"},
    "anyOf": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
    "oneOf": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
    "allOf": {"allOf": [{"type": "string"}]},
    "prefixItems": {"type": "array", "prefixItems": [{"type": "string"}]},
    "$ref": {"$ref": "#/properties/name"},
    "a list of types": {"type": ["string", "integer"]},
}


@check("CHAT-N-001", task="chat")
async def several_streamed_answers_are_refused(chat: Chat) -> None:
    """A stream of several choices is answered with 400."""
    need_hosted(chat.surface)
    body(await chat.plain())
    _expect_refusal(await chat.several_streamed(), "n of 2 in a stream")


@check("CHAT-FIELD-001", task="chat")
async def unknown_fields_are_refused(chat: Chat) -> None:
    """A member that no page knows is answered with 400."""
    need_hosted(chat.surface)
    body(await chat.plain())
    _expect_refusal(await chat.ask(invocant_unknown=1), "an unknown field")


@check("CHAT-FIELD-001", task="chat")
async def fields_of_other_tasks_are_refused(chat: Chat) -> None:
    """inputs, a field of custom models, is answered with 400 beside messages."""
    need_hosted(chat.surface)
    body(await chat.plain())
    _expect_refusal(await chat.ask(inputs=["hello"]), "inputs")


@check("CHAT-TOOL-003", task="chat")
async def too_many_functions_are_refused(chat: Chat) -> None:
    """33 functions are answered with 400, 32 are not."""
    need_hosted(chat.surface)
    body(skip_if_refused(await _with_tools(chat, _FUNCTIONS), "32 functions"))
    _expect_refusal(await _with_tools(chat, _FUNCTIONS + 1), "33 functions")


async def _with_tools(chat: Chat, count: int) -> Exchange:
    tools: list[JsonValue] = [_tool(f"function_{number}", {"a": _TEXT}) for number in range(count)]
    return await chat.ask(tools=tools)


@check("CHAT-TOOL-004", task="chat")
async def too_many_keys_are_refused(chat: Chat) -> None:
    """17 keys in one object are answered with 400, 16 are not."""
    need_hosted(chat.surface)
    body(skip_if_refused(await _with_keys(chat, _KEYS), "16 keys"))
    _expect_refusal(await _with_keys(chat, _KEYS + 1), "17 keys")


@check("CHAT-TOOL-004", task="chat")
async def nested_keys_are_counted(chat: Chat) -> None:
    """17 keys are answered with 400 when half of them are nested."""
    need_hosted(chat.surface)
    body(skip_if_refused(await _with_keys(chat, _KEYS), "16 keys"))
    inner: Object = {"type": "object", "properties": _keys(_KEYS // 2)}
    properties = {**_keys(_KEYS // 2, "outer"), "nested": inner}
    _expect_refusal(await chat.ask(tools=[_tool("nested", properties)]), "17 keys")


async def _with_keys(chat: Chat, count: int) -> Exchange:
    return await chat.ask(tools=[_tool("keys", _keys(count))])


def _keys(count: int, name: str = "key") -> Object:
    return {f"{name}_{number}": _TEXT for number in range(count)}


@check("CHAT-TOOL-005", task="chat")
async def complex_schemas_are_refused(chat: Chat) -> None:
    """Words that are not supported, and lists of types, are answered with 400."""
    need_hosted(chat.surface)
    body(skip_if_refused(await _with_keys(chat, 1), "a function"))
    for word, schema in _COMPLEX.items():
        exchange = await chat.ask(tools=[_tool("complex", {"name": _TEXT, "city": schema})])
        _expect_refusal(exchange, word)


@check("CHAT-TOOL-006", task="chat")
async def one_tool_is_called_at_a_time(chat: Chat) -> None:
    """No choice has more than one tool call."""
    need_hosted(chat.surface)
    exchange = skip_if_refused(await chat.tool(), "tool_choice")
    for choice in choices(exchange):
        count = len(calls(message(choice)))
        expect(count <= 1, f"a choice calls {count} tools at once", exchange)


def _tool(name: str, properties: Object) -> Object:
    parameters: Object = {"type": "object", "properties": properties}
    return {"type": "function", "function": {"name": name, "parameters": parameters}}


def _expect_refusal(exchange: Exchange, what: str) -> None:
    expect(exchange.status == 400, f"{what} is answered with {exchange.status}", exchange)
