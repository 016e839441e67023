# Copied from codegen/runtime/; do not edit.
"""Parts of an answer that grow while events come."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from typing import Final

from ..json_data import is_array, is_object, is_text

__all__ = ["Entries", "Members", "Text", "join", "keep", "objects", "place", "plain"]

# Members of an addition that say what something is. Servers repeat them in every addition, which
# is why joining every text that comes gives the role "assistantassistant".
FACTS: Final = frozenset(
    {"id", "type", "role", "name", "object", "format", "signature", "thought_signature"}
)


class Text:
    """A text made of pieces, joined when it is asked for."""

    __slots__: tuple[str, ...] = ("_pieces",)

    def __init__(self, piece: str = "") -> None:
        self._pieces: list[str] = [piece]

    def add(self, piece: str) -> None:
        """Append a piece."""
        self._pieces.append(piece)

    def value(self) -> str:
        """The whole text."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0]


class Members:
    """An object that additions make, whatever its members are.

    Texts are joined, but for those that state a fact; numbers and the like count as they came last;
    objects are merged by the same rules, and lists as :class:`Entries` are. ``begun`` is what it
    holds already.
    """

    __slots__: tuple[str, ...] = ("_held",)

    def __init__(self, begun: Mapping[str, object] | None = None) -> None:
        self._held: dict[str, object] = dict(begun or {})

    def add(self, addition: Mapping[str, object]) -> None:
        """Merge an addition."""
        for name, value in addition.items():
            if value is None:
                self._held.setdefault(name, None)
            elif name in FACTS:
                keep(self._held, name, value)
            else:
                self._held[name] = _grown(self._held.get(name), value)

    def append(self, name: str, entries: Sequence[object]) -> None:
        """Append to a list, whatever its entries are."""
        held = self._held.get(name)
        if is_array(held):
            self._held[name] = Entries(held)
        join(self._held, name, entries)

    def become(self, stated: Mapping[str, object]) -> None:
        """Be what is stated, in place of anything before."""
        self._held = dict(stated)

    def get(self, name: str) -> object:
        """A member as it is so far, ``None`` where there is none."""
        return plain(self._held.get(name))

    def value(self) -> dict[str, object]:
        """The object so far."""
        return {name: plain(value) for name, value in self._held.items()}


class Entries:
    """A list that additions make: an entry with an ``index`` adds to the one that has it too.

    Those without are appended.
    """

    __slots__: tuple[str, ...] = ("_entries", "_numbered")

    def __init__(self, begun: Sequence[object] = ()) -> None:
        self._entries: list[object] = [*begun]
        self._numbered: dict[int, Members] = {}

    def add(self, entry: object) -> None:
        """Append an entry, or add to the one that it names."""
        number = place(entry)
        if number is None or not is_object(entry):
            self._entries.append(entry)
            return
        if number not in self._numbered:
            self._numbered[number] = Members()
            self._entries.append(self._numbered[number])
        self._numbered[number].add(entry)

    def __len__(self) -> int:
        return len(self._entries)

    def append(self, entries: Sequence[object]) -> None:
        """Append entries as they are."""
        self._entries += entries

    def value(self) -> list[object]:
        """The list so far."""
        return [plain(entry) for entry in self._entries]


def keep(held: MutableMapping[str, object], name: str, value: object) -> None:
    """Set a member to the value that was stated last; null and the empty text state nothing."""
    if value is None or value == "":
        if held.get(name) is None:
            held[name] = value
    else:
        held[name] = value


def join(held: MutableMapping[str, object], name: str, value: object) -> None:
    """Let a list go on, whatever its entries are; anything else counts as it was stated last."""
    if is_array(value):
        entries = held.get(name)
        if not isinstance(entries, Entries):
            entries = held[name] = Entries()
        entries.append(value)
    else:
        keep(held, name, value)


def plain(value: object) -> object:
    """JSON in place of what grows."""
    return value.value() if isinstance(value, Text | Members | Entries) else value


def place(value: object, name: str = "index") -> int | None:
    """The number in a member of an entry; ``None`` where there is none."""
    number = value.get(name) if is_object(value) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def objects(value: object) -> Iterator[Mapping[str, object]]:
    """The objects in a list; nothing for any other value."""
    if is_array(value):
        yield from filter(is_object, value)


def _grown(held: object, value: object) -> object:
    if is_text(value):
        text = held if isinstance(held, Text) else Text(held if is_text(held) else "")
        text.add(value)
        return text
    if is_object(value):
        members = held if isinstance(held, Members) else Members(held if is_object(held) else None)
        members.add(value)
        return members
    if is_array(value):
        entries = held if isinstance(held, Entries) else Entries(held if is_array(held) else ())
        for entry in value:
            entries.add(entry)
        return entries
    return value
