"""Calls of tools within a chat's message."""

from collections.abc import Mapping

from ..json_data import is_object
from .growing import Members, objects, place

__all__ = ["ToolCalls"]


class ToolCalls:
    """Calls that additions make, each told by its number.

    Without a number, an addition with an id that is new begins a call, any other goes on with the
    last one. An id and a name that both differ from what was said under a number begin a further
    call: there are servers that number all calls 0.
    """

    __slots__: tuple[str, ...] = ("_calls", "_last", "_numbered")

    def __init__(self) -> None:
        self._calls: list[tuple[int, Members]] = []
        self._numbered: dict[int, Members] = {}
        self._last: Members | None = None

    def add(self, additions: object) -> None:
        """Merge the additions of one delta."""
        for addition in objects(additions):
            self._last = self._call(addition)
            self._last.add({name: addition[name] for name in addition if name != "index"})

    def value(self) -> list[object]:
        """The calls so far, in the order of their numbers."""
        return [_whole(call) for _, call in sorted(self._calls, key=lambda entry: entry[0])]

    def _call(self, addition: Mapping[str, object]) -> Members:
        number = place(addition)
        known = self._last if number is None else self._numbered.get(number)
        if known is not None and not _begins(addition, known, numbered=number is not None):
            return known
        begun = Members()
        number = len(self._calls) if number is None else number
        self._calls.append((number, begun))
        self._numbered[number] = begun
        return begun


def _begins(addition: Mapping[str, object], known: Members, *, numbered: bool) -> bool:
    said, before = addition.get("id"), known.get("id")
    another = bool(said) and bool(before) and said != before
    return another and (not numbered or bool(_function(addition).get("name")))


def _function(call: Mapping[str, object]) -> Mapping[str, object]:
    function = call.get("function")
    return function if is_object(function) else {}


def _whole(call: Members) -> dict[str, object]:
    """A call has a function with a name and arguments, though they be empty."""
    made = call.value()
    return {**made, "function": {"name": "", "arguments": "", **_function(made)}}
