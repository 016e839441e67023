# Copied from codegen/runtime/; do not edit.
"""What chats and completions have in common: choices told apart by number, facts about them."""

from collections.abc import Callable, Mapping
from typing import Generic, Protocol, TypeVar

from ..json_data import is_object
from .growing import join, keep, objects, place, plain

__all__ = ["Choices", "Choosing", "Logprobs"]

C = TypeVar("C", bound="Choice")


class Choice(Protocol):
    """One choice, which additions make."""

    def add(self, addition: Mapping[str, object]) -> None: ...

    def value(self) -> dict[str, object]: ...


class Choices(Generic[C]):
    """A list of choices; one without a number goes by its place in the list."""

    def __init__(self, made: Callable[[], C], key: str = "index") -> None:
        self._made: Callable[[], C] = made
        self._key: str = key
        self._choices: dict[int, C] = {}

    def add(self, additions: object) -> None:
        """Merge the choices of one event."""
        for position, addition in enumerate(objects(additions)):
            number = place(addition, self._key)
            number = position if number is None else number
            choice = self._choices.get(number)
            if choice is None:
                choice = self._choices[number] = self._made()
            choice.add(addition)

    def first(self) -> C | None:
        """The choice of the lowest number."""
        return self._choices[min(self._choices)] if self._choices else None

    def value(self, *, numbered: bool = True) -> list[object]:
        """The choices in the order of their numbers; ``numbered``: each says its own."""
        found = sorted(self._choices.items())
        if not numbered:
            return [choice.value() for _, choice in found]
        return [{self._key: number, **choice.value()} for number, choice in found]


class Logprobs:
    """Log probabilities: every list goes on, ``null`` until there is one."""

    def __init__(self) -> None:
        self._held: dict[str, object] | None = None

    def add(self, addition: object) -> None:
        """Merge an addition."""
        if not is_object(addition):
            return
        if self._held is None:
            self._held = {}
        for name, value in addition.items():
            join(self._held, name, value)

    def value(self) -> dict[str, object] | None:
        """The log probabilities so far."""
        if self._held is None:
            return None
        return {name: plain(value) for name, value in self._held.items()}


class Choosing(Generic[C]):
    """A stream of chunks that add to choices. ``kind`` is the answer's ``object``.

    The usage may come in every chunk, then each replaces the one before, or in the last alone.
    """

    def __init__(self, made: Callable[[], C], kind: str) -> None:
        self._held: dict[str, object] = {}
        self._choices: Choices[C] = Choices(made)
        self._kind: str = kind

    def add(self, event: Mapping[str, object]) -> None:
        """Merge a chunk."""
        for name, value in event.items():
            if name == "choices":
                self._choices.add(value)
            elif name == "object":
                self._held[name] = self._kind
            else:
                keep(self._held, name, value)

    def answer(self) -> dict[str, object]:
        """The merged answer."""
        return {**self._held, "choices": self._choices.value()}

    @property
    def usage(self) -> object:
        """The usage stated last."""
        return self._held.get("usage")
