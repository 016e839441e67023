"""Lists of parts without numbers: content, thinking blocks, summaries, the parts of Gemini.

Which part an addition belongs to follows from its kind: a text or a thought goes on with the last
part when that is of the same kind and open. A part is closed by what comes last in it, a signature
or its sources; more of these may still be added to it, but further text begins another part.
"""

from collections.abc import Callable, Mapping
from typing import Final

from ..json_data import is_text
from .growing import Text, join, keep, objects, plain

__all__ = ["Kind", "Parts", "kind_by_type"]

Part = Mapping[str, object]
Kind = tuple[object, str]

# The member that holds the text of a part, by its type; parts of other types come whole.
_TEXTS: Final = {"text": "text", "thinking": "thinking", "summary_text": "text"}
_CLOSING: Final = ("signature", "thoughtSignature", "citations", "citation")


def kind_by_type(part: Part) -> Kind:
    """The type of a part, and the member that additions of its type add to; empty for none."""
    kind = part.get("type")
    return kind, _TEXTS.get(kind, "") if is_text(kind) else ""


class Parts:
    """A list of parts. ``kind`` tells what kind a part is, and which member of it is a text.

    A part of type ``reasoning`` has a list of parts itself, in its member ``summary``.
    """

    __slots__: tuple[str, ...] = ("_kind", "_last", "_parts")

    def __init__(self, kind: Callable[[Part], Kind] = kind_by_type) -> None:
        self._kind: Callable[[Part], Kind] = kind
        self._last: Kind = (None, "")
        self._parts: list[dict[str, object]] = []

    def add(self, part: Part) -> None:
        """Add to the last part, or append one."""
        kind, text = self._kind(part)
        if kind == "reasoning" and "summary" in part:
            self._reason(part)
        elif text and (kind, text) == self._last and _goes_on(self._parts[-1], part, text):
            _extend(self._parts[-1], part, text)
        else:
            self._parts.append(_begun(part, text))
        self._last = (kind, text)

    def value(self) -> list[object]:
        """The parts so far."""
        return [{name: _written(value) for name, value in part.items()} for part in self._parts]

    def _reason(self, part: Part) -> None:
        if self._last[0] != "reasoning" or not isinstance(self._parts[-1].get("summary"), Parts):
            self._parts.append({})
        last = self._parts[-1]
        summary = last.get("summary")
        if not isinstance(summary, Parts):
            summary = Parts()
        for name, value in part.items():
            keep(last, name, value)
        last["summary"] = summary
        for paragraph in objects(part["summary"]):
            summary.add(paragraph)


def _goes_on(last: Part, part: Part, text: str) -> bool:
    if part.get("citation") and last.get("citation"):
        return False
    return not part.get(text) or not any(last.get(name) for name in _CLOSING)


def _begun(part: Part, text: str) -> dict[str, object]:
    begun: dict[str, object] = {text: Text()} if text else {}
    _extend(begun, part, text)
    return begun


def _extend(last: dict[str, object], part: Part, text: str) -> None:
    for name, value in part.items():
        held = last.get(name)
        if name != text:
            join(last, name, value)
        elif isinstance(held, Text) and is_text(value):
            held.add(value)


def _written(value: object) -> object:
    return value.value() if isinstance(value, Parts) else plain(value)
