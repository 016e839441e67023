"""Which tool a model calls, and with what."""

from dataclasses import dataclass
from random import Random

from ..json_values import JsonObject, as_list, as_object, as_text, dump
from .draws import digest
from .samples import fitting


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolCall:
    """A call; arguments is the text of a JSON object."""

    id: str
    name: str
    arguments: str


def chosen(request: JsonObject) -> JsonObject | None:
    """Return the function definition to call, None to answer with text.

    A named tool is called, defined or not. "required" calls the first tool. "auto", the default,
    calls it too, unless the last message is already the answer of a tool.
    """
    choice = request.get("tool_choice")
    functions = [
        as_object(as_object(tool).get("function")) for tool in as_list(request.get("tools"))
    ]
    if isinstance(choice, dict):
        name = as_text(as_object(choice.get("function")).get("name"))
        return next((f for f in functions if f.get("name") == name), {"name": name})
    if not functions or choice == "none":
        return None
    last = as_object(as_list(request.get("messages"))[-1])
    return functions[0] if choice == "required" or last.get("role") != "tool" else None


def call(function: JsonObject, random: Random) -> ToolCall:
    """Call a function with arguments that fit its parameters."""
    parameters = as_object(function.get("parameters")) or {"type": "object"}
    arguments = fitting(parameters, random)
    return ToolCall(
        id=f"call_{digest(random.getrandbits(64))[:24]}",
        name=as_text(function.get("name")),
        arguments=dump(arguments if isinstance(arguments, dict) else {}),
    )
