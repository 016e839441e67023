"""Cuts what is whole into pieces, in the ways that servers do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Json = dict[str, object]

TEXTS = st.text(max_size=12)
NAMES = st.text(min_size=1, max_size=6)
COUNTS = st.integers(0, 10**6)
LEAVES = st.none() | st.booleans() | st.integers() | TEXTS
VALUES = LEAVES | st.sampled_from([[], {}, [1, [None]], {"a": {"b": [1.5, "x"]}, "c": None}])
OBJECTS = st.dictionaries(TEXTS, VALUES, max_size=2)


class Knife:
    """Draws where to cut, and in which order to lay out what may come in any."""

    def __init__(self, data: st.DataObject) -> None:
        self._data = data

    def flip(self) -> bool:
        return self._data.draw(st.booleans())

    def text(self, text: object) -> list[str]:
        """Pieces of a text, at least one, some of them empty."""
        assert isinstance(text, str)
        cuts = self._data.draw(st.lists(st.integers(0, len(text)), max_size=3))
        return [text[a:b] for a, b in pairwise([0, *sorted(cuts), len(text)])]

    def runs(self, rows: object) -> list[list[object]]:
        """Runs of a list; none of an empty one."""
        assert isinstance(rows, list)
        cuts = [place for place in range(1, len(rows)) if self.flip()]
        return [rows[a:b] for a, b in pairwise([0, *cuts, len(rows)]) if rows]

    def woven(self, *strands: Iterable[T]) -> Iterator[T]:
        """All elements; those of one strand stay in their order."""
        left = [list(strand) for strand in strands]
        while left := [strand for strand in left if strand]:
            yield left[self._data.draw(st.integers(0, len(left) - 1))].pop(0)


def without(value: Mapping[str, object], *names: str) -> Json:
    """An object without some members."""
    return {name: value[name] for name in value if name not in names}


def objects(value: object) -> Sequence[Json]:
    """A list of objects, which the value is known to be."""
    assert isinstance(value, list)
    return value


def members(value: object) -> Json:
    """An object, which the value is known to be."""
    assert isinstance(value, dict)
    return value


def optional(**strategies: st.SearchStrategy[object]) -> st.SearchStrategy[Json]:
    """Objects that have some of the members."""
    return st.fixed_dictionaries({}, optional=strategies)
