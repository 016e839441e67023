# Copied from codegen/runtime/; do not edit.
"""Calling the tools that an answer asks for, and telling the model what they gave back."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar, overload

from pydantic import ValidationError
from pydantic_core import to_json

from .errors import AnswerTruncated, InvocantError, ParseError, ToolError
from .forms import adapter, name_of, wrong
from .json_data import is_array, is_object, member, members
from .models import Model
from .response import error_about
from .speech import ToolCall, speeches
from .tools import Tool, as_tool
from .violations import refuse

__all__ = [
    "ToolCall",
    "ToolResult",
    "Tools",
    "Turn",
    "async_text_of",
    "parsed_calls",
    "text_of",
    "tool_calls",
    "turns",
]

T = TypeVar("T")

Turn = dict[str, object]

LONGEST_ID: Final = 64


def tool_calls(answer: Model) -> list[ToolCall]:
    """The calls that the first choice of an answer asks for, in their order.

    Raises AnswerTruncated where the answer was cut: the arguments of its last call may be, too.
    """
    for speech in speeches(answer)[:1]:
        if speech.calls and speech.cut:
            cut = "the answer was cut at the limit of tokens within its calls"
            error = error_about(AnswerTruncated, cut, answer)
            error.answer = answer
            raise error
        return [*speech.calls]
    return []


def parsed_calls(answer: Model, form: type[T]) -> list[T]:
    """The arguments of the calls of a type that was given among ``tools``, as its values.

    Raises ParseError for arguments that do not fit, otherwise as :func:`tool_calls`.
    """
    name = name_of(form)
    return [_arguments(call, form, answer) for call in tool_calls(answer) if call.name == name]


def _arguments(call: ToolCall, form: type[T], answer: Model) -> T:
    try:
        return adapter(form).validate_json(call.arguments or "{}")
    except ValidationError as error:
        fault = wrong(error, call.arguments)
    about = f"the arguments of a call are no {call.name}: {fault}"
    raised = error_about(ParseError, about, answer)
    raised.answer = answer
    raise raised


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolResult:
    """What a call gave back, as text for the model."""

    call: ToolCall
    text: str
    failed: bool = False


class Tools(Sequence[Tool]):
    """Tools by their names; given as functions, as types, or as :class:`Tool`."""

    def __init__(self, *tools: Callable[..., object] | Tool) -> None:
        self._tools: dict[str, Tool] = {}
        for tool in map(as_tool, tools):
            if tool.name in self._tools:
                raise refuse(("tools", tool.name), "Is the name of two tools")
            self._tools[tool.name] = tool

    @overload
    def __getitem__(self, index: int) -> Tool: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Tool]: ...

    def __getitem__(self, index: int | slice) -> Tool | Sequence[Tool]:
        """A tool by its position."""
        return [*self._tools.values()][index]

    def __len__(self) -> int:
        """How many tools there are."""
        return len(self._tools)

    def bind(self, call: ToolCall) -> Callable[[], object]:
        """What does the call. Raises ToolError, for the model, where the call is wrong."""
        if call.name not in self._tools:
            known = ", ".join(self._tools) or "none"
            raise ToolError(f"There is no tool {call.name!r}; there are: {known}")
        try:
            return self._tools[call.name].bind(call.arguments)
        except ValidationError as error:
            fault = wrong(error, call.arguments)
        raise ToolError(f"The arguments do not fit: {fault}")


def text_of(bound: Callable[[], object]) -> str:
    """What a function gives back, as text. Raises InvocantError for one that has to be awaited."""
    value = bound()
    if inspect.iscoroutine(value):
        value.close()
        raise InvocantError("tools: an asynchronous function needs AsyncToolbox")
    return _text(value)


async def async_text_of(bound: Callable[[], object]) -> str:
    """What a function, asynchronous or not, gives back, as text."""
    value = bound()
    return _text(await value if inspect.isawaitable(value) else value)


def _text(value: object) -> str:
    return value if isinstance(value, str) else to_json(value).decode()


def turns(answer: Model, results: Sequence[ToolResult]) -> list[Turn]:
    """The answer as a turn of the conversation and those that answer it; none without results.

    Raises RequestError for an answer in a format whose conversations are not known here.
    """
    if not results:
        return []
    if is_array(member(answer, "choices")):
        return [*_chat_turns(answer, results)]
    if is_array(member(answer, "output")):
        return [*_responses_turns(answer, results)]
    if is_array(member(answer, "content")):
        return [*_messages_turns(answer, results)]
    raise refuse(("answer",), "Must be the answer of a chat, a message, or a response")


def _chat_turns(answer: Model, results: Sequence[ToolResult]) -> Iterator[Turn]:
    turn = _dumped(member(members(answer, "choices")[0], "message"))
    # Claude refuses empty text beside calls, and takes none; documented answers lack the role.
    silent: Turn = {"content": None} if turn.get("content") == "" else {}
    yield turn | silent | {"role": turn.get("role") or "assistant"}
    for result in results:
        ident: Turn = {} if result.call.id is None else {"tool_call_id": result.call.id}
        yield {"role": "tool", "content": result.text, **ident}


def _responses_turns(answer: Model, results: Sequence[ToolResult]) -> Iterator[Turn]:
    for item in map(_dumped, members(answer, "output")):
        # Servers answer longer ids than they take.
        yield item | {name: _short(item[name]) for name in ("id", "call_id") if name in item}
    for result in results:
        ident = _short(result.call.id)
        yield {"type": "function_call_output", "call_id": ident, "output": result.text}


def _messages_turns(answer: Model, results: Sequence[ToolResult]) -> Iterator[Turn]:
    yield {"role": "assistant", "content": [*map(_dumped, members(answer, "content"))]}
    yield {"role": "user", "content": [*map(_messages_result, results)]}


def _messages_result(result: ToolResult) -> Turn:
    failed: Turn = {"is_error": True} if result.failed else {}
    ident = result.call.id
    return {"type": "tool_result", "tool_use_id": ident, "content": result.text, **failed}


def _short(ident: object) -> object:
    return ident[:LONGEST_ID] if isinstance(ident, str) else ident


def _dumped(value: object) -> Turn:
    if isinstance(value, Model):
        return value.model_dump(by_alias=True, exclude_unset=True)
    return {**value} if is_object(value) else {}
