# Copied from codegen/runtime/; do not edit.
"""Anthropic's messages: blocks that are started, added to and stopped."""

import json
from collections.abc import Mapping
from typing import Final

from ..json_data import is_object, is_text
from .growing import Members, Text, keep, objects, place

__all__ = ["Messages"]

# A block that was never started, by the first addition to it.
_BLOCKS: Final[Mapping[object, Mapping[str, object]]] = {
    "text_delta": {"type": "text", "text": ""},
    "citations_delta": {"type": "text", "text": ""},
    "thinking_delta": {"type": "thinking", "thinking": "", "signature": ""},
    "signature_delta": {"type": "thinking", "thinking": "", "signature": ""},
    "input_json_delta": {"type": "tool_use", "id": "", "name": "", "input": {}},
}


class Messages:
    """Merges the events of a message. Events of unknown types are about nothing in it."""

    def __init__(self) -> None:
        self._held: dict[str, object] = {}
        self._usage: dict[str, object] | None = None
        self._blocks: list[tuple[int, Block]] = []
        self._numbered: dict[int, Block] = {}

    def add(self, event: Mapping[str, object]) -> None:
        """Merge an event."""
        match event.get("type"):
            case "message_start":
                self._start(event.get("message"))
            case "content_block_start":
                self._begin(place(event), event.get("content_block"))
            case "content_block_delta":
                self._extend(place(event), event.get("delta"))
            case "message_delta" | "message_stop":
                self._change(event)
            case _:
                pass

    def answer(self) -> dict[str, object]:
        """The message so far."""
        message = dict(self._held)
        if self._blocks or "content" in message:
            ordered = sorted(self._blocks, key=lambda entry: entry[0])
            message["content"] = [block.value() for _, block in ordered]
        return message if self._usage is None else {**message, "usage": dict(self._usage)}

    @property
    def usage(self) -> object:
        """What message_start said, and what later events said in its place."""
        return self._usage

    @property
    def text(self) -> str:
        """The text of all blocks of text."""
        ordered = sorted(self._blocks, key=lambda entry: entry[0])
        return "".join(block.text for _, block in ordered)

    def _start(self, message: object) -> None:
        for name, value in message.items() if is_object(message) else ():
            if name == "usage":
                self._count(value)
            elif name == "content":
                self._held[name] = None
                for number, block in enumerate(objects(value)):
                    self._begin(number, block)
            else:
                keep(self._held, name, value)

    def _begin(self, number: int | None, block: object) -> "Block":
        number = len(self._blocks) if number is None else number
        begun = Block(block if is_object(block) else {})
        self._blocks.append((number, begun))
        self._numbered[number] = begun
        return begun

    def _extend(self, number: int | None, delta: object) -> None:
        if not is_object(delta):
            return
        if number is None and self._blocks:
            number = self._blocks[-1][0]
        block = None if number is None else self._numbered.get(number)
        if block is None:
            block = self._begin(number, _BLOCKS.get(delta.get("type"), {"type": ""}))
        block.add(delta)

    def _change(self, event: Mapping[str, object]) -> None:
        delta = event.get("delta")
        for name, value in {**event, **(delta if is_object(delta) else {})}.items():
            if name == "usage":
                self._count(value)
            elif name not in ("type", "delta"):
                keep(self._held, name, value)

    def _count(self, usage: object) -> None:
        if is_object(usage):
            self._usage = self._usage or {}
            for name, value in usage.items():
                keep(self._usage, name, value)


class Block:
    """A block of a message.

    Additions of unknown types hold members of the block, which grow as those of a chat's delta do.
    Input that is no JSON object, because it was cut, stays beside ``input`` as ``partial_json``.
    """

    def __init__(self, begun: Mapping[str, object]) -> None:
        self._members: Members = Members(begun)
        self._input: Text = Text()

    def add(self, delta: Mapping[str, object]) -> None:
        """Merge an addition."""
        match delta:
            case {"type": "input_json_delta", "partial_json": str(piece)}:
                self._input.add(piece)
            case {"type": "citations_delta", "citation": citation}:
                self._members.append("citations", [citation])
            case _:
                self._members.add({name: delta[name] for name in delta if name != "type"})

    @property
    def text(self) -> str:
        """The text of a block of text."""
        text = self._members.get("text")
        return text if self._members.get("type") == "text" and is_text(text) else ""

    def value(self) -> dict[str, object]:
        """The block so far."""
        return {**self._members.value(), **_given(self._input.value())}


def _given(text: str) -> dict[str, object]:
    """The input of a call from its JSON text; nothing at all says nothing."""
    if not text.strip():
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {"partial_json": text}
    return {"input": value} if is_object(value) else {"partial_json": text}
