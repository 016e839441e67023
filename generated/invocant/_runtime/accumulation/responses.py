# Copied from codegen/runtime/; do not edit.
"""The Responses API: the answer that the last event repeats, or what the events before built."""

from collections.abc import Mapping
from typing import Final

from ..json_data import is_object, is_text
from .growing import keep, objects
from .response_items import Items

__all__ = ["Responses"]

# Further members of the answer that agents state in any event.
_OF_AGENTS: Final = ("custom_outputs", "databricks_output")


class Responses:
    """Merges the events of an answer.

    Some events have the answer as it is by then, and the last one all of it; where its output is
    missing, the events about items built it. Events without a type are notes, whose members stay
    beside those of the answer.
    """

    def __init__(self) -> None:
        self._stated: Mapping[str, object] = {}
        self._noted: dict[str, object] = {}
        self._items: Items = Items()

    def add(self, event: Mapping[str, object]) -> None:
        """Merge an event."""
        kind, response = event.get("type"), event.get("response")
        if not is_text(kind):
            self._note(event, event)
        elif is_object(response):
            self._stated = response
        elif is_object(item := event.get("item")):
            self._items.take(event, item, whole=kind.endswith(".done"))
        else:
            self._items.add(kind, event)
        self._note(event, _OF_AGENTS)

    def answer(self) -> dict[str, object]:
        """The answer so far."""
        answer = dict(self._stated)
        for name, value in self._noted.items():
            if answer.get(name) is None:
                answer[name] = value
        return {**answer, "output": [*objects(answer.get("output"))] or self._items.value()}

    @property
    def usage(self) -> object:
        """The usage stated last."""
        return self._stated.get("usage")

    @property
    def text(self) -> str:
        """The text of all messages."""
        items = objects(self.answer()["output"])
        parts = (part for item in items for part in objects(item.get("content")))
        said = (part.get("text") for part in parts if part.get("type") == "output_text")
        return "".join(filter(is_text, said))

    def _note(
        self, event: Mapping[str, object], names: Mapping[str, object] | tuple[str, ...]
    ) -> None:
        for name in names:
            if name in event:
                keep(self._noted, name, event[name])
