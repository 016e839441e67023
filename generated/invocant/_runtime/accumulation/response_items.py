# Copied from codegen/runtime/; do not edit.
"""The items of an answer of the Responses API, built from the events about them.

Agents leave out numbers and ids, and announce nothing: what an event is about is then the last item
and its last part, as far as their types allow.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..json_data import is_array, is_object, is_text
from .growing import Members, objects, place

__all__ = ["Items"]

Event = Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """What the events of a kind are about: a text in an item of some type.

    ``text`` is a member of the item itself, or of a part of the item's ``list``; the part is of a
    type, and events tell its place in their member ``number``.
    """

    item: str
    text: str
    list: str = ""
    part: str = ""
    number: str = ""


_SAID: Final = Aim(
    item="message", text="text", list="content", part="output_text", number="content_index"
)
_THOUGHT: Final = Aim(
    item="reasoning", text="text", list="summary", part="summary_text", number="summary_index"
)

# By the type of the event without its last word, which is delta, done or added.
_AIMS: Final[Mapping[str, Aim]] = {
    "response.output_text": _SAID,
    "response.output_text.annotation": _SAID,
    "response.content_part": _SAID,
    "response.refusal": Aim(
        item="message", text="refusal", list="content", part="refusal", number="content_index"
    ),
    "response.reasoning_text": Aim(
        item="reasoning", text="text", list="content", part="reasoning_text", number="content_index"
    ),
    "response.reasoning_summary_text": _THOUGHT,
    "response.reasoning_summary_part": _THOUGHT,
    "response.function_call_arguments": Aim(item="function_call", text="arguments"),
    "response.custom_tool_call_input": Aim(item="custom_tool_call", text="input"),
    "response.mcp_call_arguments": Aim(item="mcp_call", text="arguments"),
    "response.code_interpreter_call_code": Aim(item="code_interpreter_call", text="code"),
}

# What items have beside their type when they begin unannounced.
_BEGUN: Final[Mapping[str, Mapping[str, object]]] = {
    "message": {"role": "assistant", "content": []},
    "reasoning": {"summary": []},
    "function_call": {"call_id": "", "name": "", "arguments": ""},
    "custom_tool_call": {"call_id": "", "name": "", "input": ""},
    "mcp_call": {"id": "", "name": "", "arguments": "", "server_label": ""},
}


class Items:
    """The output so far."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._numbered: dict[int, Item] = {}
        self._named: dict[str, Item] = {}

    def take(self, event: Event, stated: Event, *, whole: bool) -> None:
        """An item as an event states it: announced, or whole."""
        found = self._find(event, stated.get("id"))
        if found is None and whole and self._items and self._items[-1].may_be(stated):
            found = self._items[-1]
        if found is None:
            self._append(event, Item(stated))
        else:
            found.become(stated)
            self._name(found, stated.get("id"))

    def add(self, kind: str, event: Event) -> None:
        """Merge an event about the inside of an item; those of unknown kinds are about nothing."""
        of, _, word = kind.rpartition(".")
        aim = _AIMS.get(of)
        if aim is None:
            return
        item = self._find(event, event.get("item_id"))
        if item is None and _is_nowhere(event) and self._items and self._items[-1].kind == aim.item:
            item = self._items[-1]
        if item is None:
            name = {"id": event["item_id"]} if event.get("item_id") else {}
            begun = {"type": aim.item, **name, **_BEGUN.get(aim.item, {})}
            item = Item(begun, announced=False)
            self._append(event, item)
        item.add(aim, word, event)

    def value(self) -> list[object]:
        """The items in their order."""
        numbers = {id(item): number for number, item in self._numbered.items()}
        places = [numbers.get(id(item), place) for place, item in enumerate(self._items)]
        ordered = sorted(zip(places, self._items, strict=True), key=lambda entry: entry[0])
        return [item.value() for _, item in ordered]

    def _find(self, event: Event, name: object) -> "Item | None":
        number = place(event, "output_index")
        if number is not None:
            return self._numbered.get(number)
        return self._named.get(name) if is_text(name) else None

    def _append(self, event: Event, item: "Item") -> None:
        self._items.append(item)
        number = place(event, "output_index")
        if number is not None:
            self._numbered[number] = item
        self._name(item, item.name)

    def _name(self, item: "Item", name: object) -> None:
        if is_text(name) and name:
            self._named[name] = item


class Item:
    """One item; its parts are apart, by the list that holds them."""

    def __init__(self, begun: Event, *, announced: bool = True) -> None:
        self._members: Members = Members()
        self._lists: dict[str, dict[int, Members]] = {}
        self.become(begun)
        self._announced: bool = announced

    @property
    def kind(self) -> object:
        """The type of the item."""
        return self._members.get("type")

    @property
    def name(self) -> object:
        """The id of the item."""
        return self._members.get("id")

    def become(self, stated: Event) -> None:
        """Be what an event states, in place of anything before."""
        self._announced = True
        self._members.become(stated)
        self._lists = {
            name: dict(enumerate(map(Members, objects(stated[name]))))
            for name in ("content", "summary")
            if is_array(stated.get(name))
        }

    def may_be(self, stated: Event) -> bool:
        """Whether this was never announced, and has the type and no other id."""
        named = self.name and self.name != stated.get("id")
        return not self._announced and not named and self.kind == stated.get("type")

    def add(self, aim: Aim, word: str, event: Event) -> None:
        """Merge an event about the inside."""
        members = self._part(aim, event) if aim.list else self._members
        stated, whole = event.get("part"), event.get(aim.text)
        if word == "delta":
            members.add({aim.text: event.get("delta")})
            if is_array(tokens := event.get("logprobs")) and tokens:
                members.append("logprobs", tokens)
        elif is_object(stated):
            members.become(stated)
        elif "annotation" in event:
            members.append("annotations", [event["annotation"]])
        elif is_text(whole):
            members.become({**members.value(), aim.text: whole})

    def value(self) -> dict[str, object]:
        """The item so far."""
        lists = {
            name: [part.value() for _, part in sorted(parts.items(), key=lambda entry: entry[0])]
            for name, parts in self._lists.items()
        }
        return {**self._members.value(), **lists}

    def _part(self, aim: Aim, event: Event) -> Members:
        parts = self._lists.setdefault(aim.list, {})
        number = place(event, aim.number)
        if number is None:
            number = next(reversed(parts), 0)
            if number in parts and parts[number].get("type") != aim.part:
                number += 1
        if number not in parts:
            parts[number] = Members({"type": aim.part, aim.text: ""})
        return parts[number]


def _is_nowhere(event: Event) -> bool:
    return place(event, "output_index") is None and not event.get("item_id")
