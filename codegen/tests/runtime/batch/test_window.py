"""In which order results come back, and how many rows are taken ahead."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.batch.window import Window

sizes = st.integers(1, 20)
draws = st.randoms(use_true_random=False)


def played(window: Window[int], rows: int, random: Random) -> Iterator[int]:
    """What comes back of rows that are done in any order."""
    begun: list[int] = []
    taken = given = 0
    while given < rows:
        if window.is_ready and random.random() < 0.5:
            given += 1
            yield window.give()
        elif window.has_room and taken < rows and random.random() < 0.5:
            begun.append(window.take())
            taken += 1
        elif begun:
            index = begun.pop(random.randrange(len(begun)))
            window.done(index, index)


@given(sizes, st.integers(0, 60), draws)
def test_ordered_results_come_in_the_order_in_which_rows_were_taken(
    size: int, rows: int, random: Random
) -> None:
    assert list(played(Window(size, ordered=True), rows, random)) == list(range(rows))


@given(sizes, st.integers(0, 60), draws)
def test_every_row_comes_back_once_without_order(size: int, rows: int, random: Random) -> None:
    assert sorted(played(Window(size, ordered=False), rows, random)) == list(range(rows))


@given(sizes, st.booleans())
def test_there_is_room_for_as_many_rows_as_the_window_has_and_no_more(
    size: int, ordered: bool
) -> None:
    window = Window[int](size, ordered=ordered)
    for _ in range(size):
        assert window.has_room
        window.take()

    assert not window.has_room
    window.done(0, 0)
    assert not window.has_room
    window.give()
    assert window.has_room


def test_without_order_results_come_as_they_are_done() -> None:
    window = Window[str](3, ordered=False)
    first, second = window.take(), window.take()
    window.done(second, "second")
    window.done(first, "first")

    assert [window.give(), window.give()] == ["second", "first"]


def test_an_ordered_result_waits_for_those_before_it() -> None:
    window = Window[str](3, ordered=True)
    first, second = window.take(), window.take()
    window.done(second, "second")
    assert not window.is_ready
    window.done(first, "first")

    assert [window.give(), window.give()] == ["first", "second"]


def test_nothing_is_given_back_before_it_is_done() -> None:
    with pytest.raises(IndexError):
        Window[str](3, ordered=True).give()
