"""Servers whose hosted models take more than they do, or call tools otherwise than told."""

from collections.abc import Callable
from dataclasses import replace

from .edits import answer, each_chunk, is_chat, is_embeddings, obj, objects, request
from .middleware import Answer, Call, Mutation, Object, Server
from .mutant import Mutant, breach

Edit = Callable[[Object], object]
_TEXT: Object = {"type": "string"}


def _messages(edit: Edit) -> Mutation:
    return answer(
        lambda chat: [edit(obj(choice, "message")) for choice in objects(chat, "choices")], is_chat
    )


def _one_if_streamed(body: Object) -> None:
    if body.get("stream"):
        body["n"] = 1


def _without(*names: str) -> Edit:
    return lambda body: [body.pop(name, None) for name in names]


def _first_32(body: Object) -> None:
    if body.get("tools"):
        body["tools"] = list(objects(body, "tools")[:32])


def _parameters(edit: Callable[[Object], Object]) -> Edit:
    """Replace the properties of every function's parameters."""

    def edited(body: Object) -> None:
        for tool in objects(body, "tools"):
            parameters = obj(obj(tool, "function"), "parameters")
            parameters["properties"] = edit(obj(parameters, "properties"))

    return edited


def _first_16(properties: Object) -> Object:
    return dict.fromkeys([*properties][:16], _TEXT)


def _counted_at_the_top(properties: Object) -> Object:
    """Count the keys of the outermost object only."""
    return dict.fromkeys(properties, _TEXT) if len(properties) <= 16 else properties


def _plain(properties: Object) -> Object:
    return dict.fromkeys(properties, _TEXT)


def _twice(message: Object) -> None:
    message["tool_calls"] = [*objects(message, "tool_calls"), *objects(message, "tool_calls")]


def _choice_is(value: str | None, *, where: str) -> Mutation:
    """Take one mode of tool_choice for another."""

    def edit(body: Object) -> None:
        if body.get("tool_choice") == where:
            body["tool_choice"] = value

    return request(edit, is_chat)


async def _tools_stay_silent(call: Call, server: Server) -> Answer:
    """Refuse conversations in which a tool has answered."""
    found = await server.answer(call)
    roles = [message.get("role") for message in objects(call.json, "messages")]
    if "tool" not in roles:
        return found
    return replace(found, status=422)


def _named_again(chunk: Object) -> None:
    for choice in objects(chunk, "choices"):
        for call in objects(obj(choice, "delta"), "tool_calls"):
            call["id"] = "call_1"
            obj(call, "function")["name"] = "get_weather"


async def _numbers_as_text(call: Call, server: Server) -> Answer:
    """Answer base64 with text."""
    found = await server.answer(call)
    if not is_embeddings(call) or call.json.get("encoding_format") != "base64":
        return found
    value = found.json
    for entry in objects(value, "data"):
        entry["embedding"] = "AAAAAA=="
    return found.with_json(value)


def _other_vector_of_a_list(found: Object) -> None:
    for entry in objects(found, "data"):
        vector = entry.get("embedding")
        if isinstance(vector, list):
            entry["embedding"] = [*reversed(vector)]


async def _lists_are_other_texts(call: Call, server: Server) -> Answer:
    found = await server.answer(call)
    if not is_embeddings(call) or not isinstance(call.json.get("input"), list):
        return found
    value = found.json
    _other_vector_of_a_list(value)
    return found.with_json(value)


MUTANTS: tuple[Mutant, ...] = (
    breach("n-of-a-stream-is-ignored", "CHAT-N-001", request(_one_if_streamed, is_chat)),
    breach(
        "unknown-fields-are-ignored",
        "CHAT-FIELD-001",
        request(_without("invocant_unknown", "inputs"), is_chat),
    ),
    breach(
        "fields-of-other-tasks-are-ignored", "CHAT-FIELD-001", request(_without("inputs"), is_chat)
    ),
    breach("further-functions-are-ignored", "CHAT-TOOL-003", request(_first_32, is_chat)),
    breach("further-keys-are-ignored", "CHAT-TOOL-004", request(_parameters(_first_16), is_chat)),
    breach(
        "nested-keys-are-not-counted",
        "CHAT-TOOL-004",
        request(_parameters(_counted_at_the_top), is_chat),
    ),
    breach("complex-schemas-are-ignored", "CHAT-TOOL-005", request(_parameters(_plain), is_chat)),
    breach("tools-are-called-twice", "CHAT-TOOL-006", _messages(_twice)),
    breach("required-is-none", "CHAT-TOOL-007", _choice_is("none", where="required")),
    breach("none-is-required", "CHAT-TOOL-008", _choice_is("required", where="none")),
    breach("answers-of-tools-are-refused", "CHAT-TOOL-009", _tools_stay_silent),
    breach("calls-are-named-in-every-delta", "CHAT-SSE-018", each_chunk(_named_again)),
    breach("width-is-ignored", "EMB-DIM-001", request(_without("dimensions"), is_embeddings)),
    breach(
        "instructions-are-ignored",
        "EMB-INSTR-001",
        request(_without("instruction"), is_embeddings),
    ),
    breach("base64-unasked-for-numbers", "EMB-BASE64-003", _numbers_as_text),
    breach("lists-of-one-differ", "EMB-INPUT-002", _lists_are_other_texts),
)
