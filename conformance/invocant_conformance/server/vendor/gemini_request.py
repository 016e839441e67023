"""Requests of Gemini's generateContent as chat requests."""

from collections.abc import Iterator, Sequence

from ...json_values import (
    JsonObject,
    JsonValue,
    as_integer,
    as_list,
    as_object,
    as_text,
    dump,
)

_KEPT = {
    "maxOutputTokens": "max_tokens",
    "candidateCount": "n",
    "seed": "seed",
    "stopSequences": "stop",
}
_MODES = {"ANY": "required", "NONE": "none"}


def chat(request: JsonObject) -> JsonObject:
    """Return the chat request that asks for the same."""
    config = as_object(request.get("generationConfig"))
    made: dict[str, JsonValue] = {"messages": [*_messages(request)]}
    for name, spelling in _KEPT.items():
        if config.get(name) is not None:
            made[spelling] = config[name]
    if functions := [*_functions(request)]:
        made["tools"] = functions
        made["tool_choice"] = _MODES.get(as_text(calling(request).get("mode")), "auto")
    if config.get("responseMimeType") == "application/json":
        made["response_format"] = _form(config)
    if (most := budget(request)) is not None:
        made["thinking"] = {"type": "enabled", "budget_tokens": most}
    return made


def budget(request: JsonObject) -> int | None:
    """Return the most tokens to think with, None where the request does not ask for thinking."""
    config = as_object(as_object(request.get("generationConfig")).get("thinkingConfig"))
    given = as_integer(config.get("thinkingBudget"))
    if given == 0 or not config:
        return None
    return _OWN_BUDGET if given is None or given < 0 else given


_OWN_BUDGET = 64


def shows_thoughts(request: JsonObject) -> bool:
    """Whether the request asks for the thoughts themselves."""
    config = as_object(as_object(request.get("generationConfig")).get("thinkingConfig"))
    return config.get("includeThoughts") is True


def calling(request: JsonObject) -> JsonObject:
    """Return what the request says about calls of functions."""
    return as_object(as_object(request.get("toolConfig")).get("functionCallingConfig"))


def json_schema(schema: JsonValue) -> JsonValue:
    """Return a schema in Gemini's words, with types in capitals, as a JSON Schema."""
    if isinstance(schema, list):
        return [json_schema(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made: dict[str, JsonValue] = {name: json_schema(value) for name, value in schema.items()}
    if isinstance(made.get("type"), str):
        made["type"] = as_text(made["type"]).lower()
    return made


def _messages(request: JsonObject) -> Iterator[JsonObject]:
    system = [as_text(part.get("text")) for part in _parts(request.get("systemInstruction"))]
    if any(system):
        yield {"role": "system", "content": "\n".join(system)}
    for turn in map(as_object, as_list(request["contents"])):
        role = "assistant" if turn.get("role") == "model" else "user"
        yield from _turn(role, [*_parts(turn)])


def _parts(content: JsonValue) -> Iterator[JsonObject]:
    yield from map(as_object, as_list(as_object(content).get("parts")))


def _turn(role: str, parts: Sequence[JsonObject]) -> Iterator[JsonObject]:
    """Yield the turn's messages: its own, with what it calls, and one for each result."""
    calls = [_call(part) for part in parts if "functionCall" in part]
    said = [_part(part) for part in parts if not part.keys() & {"functionCall", *_RESULT}]
    if calls or said:
        message: JsonObject = {"role": role, "content": said}
        yield {**message, "tool_calls": calls} if calls else message
    for part in parts:
        if "functionResponse" in part:
            result = as_object(part["functionResponse"])
            yield {
                "role": "tool",
                "tool_call_id": result.get("name"),
                "content": dump(result.get("response")),
            }


_RESULT = ("functionResponse",)


def _part(part: JsonObject) -> JsonObject:
    return {"type": "text", "text": part["text"]} if "text" in part else part


def _call(part: JsonObject) -> JsonObject:
    call = as_object(part["functionCall"])
    function: JsonObject = {"name": call.get("name"), "arguments": dump(call.get("args"))}
    return {"id": call.get("name"), "type": "function", "function": function}


def _functions(request: JsonObject) -> Iterator[JsonObject]:
    """Yield the functions of the caller that may be called."""
    names = as_list(calling(request).get("allowedFunctionNames"))
    for tool in map(as_object, as_list(request.get("tools"))):
        for declared in map(as_object, as_list(tool.get("functionDeclarations"))):
            if not names or declared.get("name") in names:
                own = json_schema(declared.get("parameters"))
                parameters = declared.get("parametersJsonSchema") or own
                function: JsonObject = {"name": declared.get("name"), "parameters": parameters}
                yield {"type": "function", "function": function}


def _form(config: JsonObject) -> JsonObject:
    schema = config.get("responseJsonSchema") or json_schema(config.get("responseSchema"))
    if not schema:
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"schema": schema}}
