# Copied from codegen/runtime/; do not edit.
"""What a model said in an answer, whichever format the answer has: text, refusal, calls of tools.

The formats are told apart by their members: ``choices`` of chats, ``output`` of responses,
``candidates`` of Gemini, ``content`` of messages.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from .json_data import is_array, member, members

__all__ = ["Speech", "ToolCall", "speeches"]

_CUT: Final = frozenset(
    {"length", "max_tokens", "max_output_tokens", "MAX_TOKENS", "model_context_window_exceeded"}
)
_REFUSED: Final = frozenset(
    {"content_filter", "refusal", "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolCall:
    """A call that a model asks for: name of the tool, and the arguments as JSON text.

    ``id`` identifies the call; ``None`` where the server gave none.
    """

    id: str | None
    name: str
    arguments: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Speech:
    """One answer of a model. ``text`` leaves out what it thought.

    ``cut``: it ended at its limit of tokens. ``refused``: it ended for what it says; ``refusal`` is
    the model's explanation.
    """

    text: str
    refusal: str | None
    cut: bool
    refused: bool
    calls: tuple[ToolCall, ...]


def speeches(answer: object) -> list[Speech]:
    """What was said, one entry for each answer; chats and Gemini may give several."""
    if is_array(member(answer, "choices")):
        return [_choice(each) for each in members(answer, "choices")]
    if is_array(member(answer, "candidates")):
        return [_candidate(each) for each in members(answer, "candidates")]
    if is_array(member(answer, "output")):
        return [_response(answer)]
    return [_message(answer)] if is_array(member(answer, "content")) else []


def _choice(choice: object) -> Speech:
    message = member(choice, "message")
    content = member(message, "content")
    calls = ((each, member(each, "function")) for each in members(message, "tool_calls"))
    return _speech(
        text=content if isinstance(content, str) else _texts(members(message, "content"), "text"),
        refusal=member(message, "refusal"),
        end=member(choice, "finish_reason"),
        calls=(
            _call(member(each, "id"), member(function, "name"), member(function, "arguments"))
            for each, function in calls
        ),
    )


def _response(answer: object) -> Speech:
    items = members(answer, "output")
    parts = [part for item in items for part in members(item, "content")]
    refusals = [member(part, "refusal") for part in _of_type(parts, "refusal")]
    return _speech(
        text=_texts(parts, "output_text"),
        refusal=refusals[0] if refusals else None,
        end=member(member(answer, "incomplete_details"), "reason"),
        calls=(
            _call(member(item, "call_id"), member(item, "name"), member(item, "arguments"))
            for item in _of_type(items, "function_call")
        ),
    )


def _message(answer: object) -> Speech:
    blocks = members(answer, "content")
    return _speech(
        text=_texts(blocks, "text"),
        refusal=None,
        end=member(answer, "stop_reason"),
        calls=(
            _call(member(block, "id"), member(block, "name"), member(block, "input"))
            for block in _of_type(blocks, "tool_use")
        ),
    )


def _candidate(candidate: object) -> Speech:
    parts = members(member(candidate, "content"), "parts")
    calls = (member(part, "function_call") for part in parts)
    end = member(candidate, "finish_reason")
    return _speech(
        text="".join(_text(part) for part in parts if not member(part, "thought")),
        refusal=member(candidate, "finish_message") if end in _REFUSED else None,
        end=end,
        calls=(
            _call(member(call, "id"), member(call, "name"), member(call, "args") or {})
            for call in calls
            if call is not None
        ),
    )


def _speech(*, text: str, refusal: object, end: object, calls: Iterable[ToolCall]) -> Speech:
    explanation = refusal if isinstance(refusal, str) and refusal else None
    return Speech(
        text=text,
        refusal=explanation,
        cut=end in _CUT,
        refused=explanation is not None or end in _REFUSED,
        calls=tuple(calls),
    )


def _call(ident: object, name: object, arguments: object) -> ToolCall:
    """Arguments are JSON text in some formats, and JSON in others."""
    return ToolCall(
        id=ident if isinstance(ident, str) else None,
        name=str(name),
        arguments=arguments if isinstance(arguments, str) else json.dumps(arguments),
    )


def _texts(parts: Iterable[object], kind: str) -> str:
    return "".join(_text(part) for part in _of_type(parts, kind))


def _text(part: object) -> str:
    text = member(part, "text")
    return text if isinstance(text, str) else ""


def _of_type(parts: Iterable[object], kind: str) -> Iterator[object]:
    return (part for part in parts if member(part, "type") == kind)
