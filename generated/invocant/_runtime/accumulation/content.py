# Copied from codegen/runtime/; do not edit.
"""The content of a chat's message, which comes as text, as lists of parts, or as both."""

from ..json_data import is_array, is_text
from .growing import Text, objects
from .parts import Parts

__all__ = ["Content"]


class Content:
    """Text while nothing but text comes, a list of parts once a list did, else ``null``.

    Reasoning models of a workspace send their thoughts in lists and the text that follows plain;
    when not streamed, all of it is one list.
    """

    __slots__: tuple[str, ...] = ("_parts", "_plain")

    def __init__(self) -> None:
        self._plain: Text | None = None
        self._parts: Parts | None = None

    def add(self, addition: object) -> None:
        """Merge an addition: text, a list, or nothing."""
        if is_array(addition):
            parts = self._parts or self._in_parts()
            for part in objects(addition):
                parts.add(part)
        elif is_text(addition):
            self._say(addition)

    @property
    def text(self) -> str:
        """All text of it, without thoughts."""
        if self._parts is None:
            return self._plain.value() if self._plain else ""
        parts = objects(self._parts.value())
        return "".join(
            text for part in parts if part.get("type") == "text" and is_text(text := part["text"])
        )

    def value(self) -> object:
        """The content so far."""
        if self._parts is not None:
            return self._parts.value()
        return self._plain.value() if self._plain else None

    def _say(self, text: str) -> None:
        if self._parts is None:
            self._plain = self._plain or Text()
            self._plain.add(text)
        elif text:
            self._parts.add({"type": "text", "text": text})

    def _in_parts(self) -> Parts:
        said = self.value()
        self._parts = Parts()
        if said:
            self._parts.add({"type": "text", "text": said})
        return self._parts
