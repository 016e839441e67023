"""Which tools a model calls, and with what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from ..json_values import JsonObject, as_list, as_object, as_text, dump
from .draws import digest
from .samples import fitting
from .tokenizer import count, tokenize

MOST_AT_ONCE = 4
"""Most calls of an answer whose request names no tools."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolCall:
    """A call; arguments is the text of a JSON object."""

    id: str
    name: str
    arguments: str

    @property
    def tokens(self) -> Sequence[str]:
        """Return the tokens of the arguments."""
        return tokenize(self.arguments)

    @property
    def cost(self) -> int:
        """Return the number of tokens, those of the name included."""
        return len(self.tokens) + count(self.name)


def chosen(request: JsonObject) -> Sequence[JsonObject]:
    """Return the definitions of the functions to call, in their order; none to answer with text.

    A named tool is called, defined or not. With "required", and with "auto", the default, the
    tools are called whose names stand in the last message of the user, each once, in the order in
    which they are named; if it names none, the first tool, or the first four where
    parallel_tool_calls is true. Where that is false only the first of all these is called.
    With "auto", results of tools after the last turn of the assistant are answered with text.
    """
    choice = request.get("tool_choice")
    functions = [
        as_object(as_object(tool).get("function")) for tool in as_list(request.get("tools"))
    ]
    if isinstance(choice, Mapping):
        name = as_text(as_object(choice.get("function")).get("name"))
        return [next((f for f in functions if f.get("name") == name), {"name": name})]
    if not functions or choice == "none":
        return []
    messages = [as_object(message) for message in as_list(request.get("messages"))]
    if choice != "required" and _has_results(messages):
        return []
    parallel = request.get("parallel_tool_calls")
    wanted = _named(functions, _question(messages))
    wanted = wanted or functions[: MOST_AT_ONCE if parallel is True else 1]
    return wanted[:1] if parallel is False else wanted


def call(function: JsonObject, random: Random) -> ToolCall:
    """Call a function with arguments that fit its parameters."""
    parameters = as_object(function.get("parameters")) or {"type": "object"}
    arguments = fitting(parameters, random)
    return ToolCall(
        id=f"call_{digest(random.getrandbits(64))[:24]}",
        name=as_text(function.get("name")),
        arguments=dump(arguments if isinstance(arguments, dict) else {}),
    )


def _has_results(messages: Sequence[JsonObject]) -> bool:
    """Whether a tool has answered since the last turn of the assistant."""
    for message in reversed(messages):
        if message.get("role") in ("tool", "assistant"):
            return message.get("role") == "tool"
    return False


def _question(messages: Sequence[JsonObject]) -> str:
    """Return the text of the last message of the user."""
    asked = (each.get("content") for each in reversed(messages) if each.get("role") == "user")
    content = next(asked, None)
    if isinstance(content, str):
        return content
    return " ".join(as_text(as_object(part).get("text")) for part in as_list(content))


def _named(functions: Sequence[JsonObject], question: str) -> Sequence[JsonObject]:
    """Return the functions whose names stand in a text as words, in its order."""
    by_name = {as_text(function.get("name")): function for function in functions}
    words = re.findall(r"[\w-]+", question) if question else []
    return [by_name[word] for word in dict.fromkeys(words) if word in by_name]
