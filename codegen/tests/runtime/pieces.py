"""Cuts what is whole into pieces, in the ways that servers do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import TypeVar

from hypothesis import strategies as st

from runtime.json_data import is_array, is_object

T = TypeVar("T")
Json = Mapping[str, object]

TEXTS = st.text(max_size=12)
NAMES = st.text(min_size=1, max_size=6)
COUNTS = st.integers(0, 10**6)
DEEP: Sequence[object] = ([], {}, [1, [None]], {"a": {"b": [1.5, "x"]}, "c": None})
VALUES: st.SearchStrategy[object] = st.one_of(
    st.none(), st.booleans(), st.integers(), TEXTS, st.sampled_from(DEEP)
)
OBJECTS: st.SearchStrategy[Json] = st.dictionaries(TEXTS, VALUES, max_size=2)


def shape(
    required: Mapping[str, st.SearchStrategy[object]],
    optional: Mapping[str, st.SearchStrategy[object]] | None = None,
) -> st.SearchStrategy[Json]:
    """Objects that have all of the one members and some of the others."""
    return st.fixed_dictionaries({**required}, optional={**(optional or {})})


def in_turn(*lists: st.SearchStrategy[list[Json]]) -> st.SearchStrategy[list[Json]]:
    """Lists one after the other, as one."""
    return st.tuples(*lists).map(lambda drawn: [*chain.from_iterable(drawn)])


def holding(
    top: st.SearchStrategy[Json], name: str, entries: st.SearchStrategy[list[Json]]
) -> st.SearchStrategy[Json]:
    """Objects with a list of entries that know their number, as ``index``."""

    def held(drawn: tuple[Json, list[Json]]) -> Json:
        return {**drawn[0], name: [{**each, "index": n} for n, each in enumerate(drawn[1])]}

    return st.tuples(top, entries).map(held)


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
        assert is_array(rows)
        cuts = [place for place in range(1, len(rows)) if self.flip()]
        return [[*rows[a:b]] for a, b in pairwise([0, *cuts, len(rows)]) if rows]

    def woven(self, *strands: Iterable[T]) -> Iterator[T]:
        """All elements; those of one strand stay in their order."""
        left = [[*strand] for strand in strands]
        while left := [strand for strand in left if strand]:
            yield left[self._data.draw(st.integers(0, len(left) - 1))].pop(0)


def without(value: Mapping[str, object], *names: str) -> Json:
    """An object without some members."""
    return {name: value[name] for name in value if name not in names}


def objects(value: object) -> Sequence[Json]:
    """A list of objects, which the value is known to be."""
    assert is_array(value)
    return [members(each) for each in value]


def members(value: object) -> Json:
    """An object, which the value is known to be."""
    assert is_object(value)
    return value
