"""Vectors out of answers of embeddings calls."""

import base64
import math
import struct
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.errors import APIResponseError, ConfigurationError
from runtime.vectors import EmbeddingAnswer, array, vectors


@dataclass(frozen=True)
class Entry:
    embedding: list[float] | str
    index: int | None = None


@dataclass(frozen=True)
class Answer:
    data: Sequence[Entry]


SINGLES = st.floats(width=32, allow_nan=False, allow_infinity=False)
MATRICES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(SINGLES, min_size=width, max_size=width), max_size=4)
)


def packed(numbers: Sequence[float], order: str = "<") -> str:
    return base64.b64encode(struct.pack(f"{order}{len(numbers)}f", *numbers)).decode()


def exactly(rows: Sequence[Sequence[float]]) -> list[list[str]]:
    """Numbers as they are told apart: -0.0 is not 0.0."""
    return [[number.hex() for number in row] for row in rows]


def read_array(answer: EmbeddingAnswer) -> object:
    return array(answer).tolist()


@given(MATRICES)
def test_numbers_and_base64_give_the_same_vectors(rows: list[list[float]]) -> None:
    as_numbers = Answer([Entry(row) for row in rows])
    as_text = Answer([Entry(packed(row)) for row in rows])
    assert exactly(vectors(as_text)) == exactly(vectors(as_numbers)) == exactly(rows)
    for answer in (as_numbers, as_text):
        made = array(answer)
        assert made.dtype == np.float32
        assert made.shape == (len(rows), len(rows[0]) if rows else 0)
        assert exactly(made.tolist()) == exactly(rows)


@given(st.permutations(range(5)))
def test_vectors_stand_in_the_order_of_their_indices(order: list[int]) -> None:
    answer = Answer([Entry([float(index)], index) for index in order])
    assert vectors(answer) == array(answer).tolist() == [[0.0], [1.0], [2.0], [3.0], [4.0]]


def test_numbers_of_an_answer_keep_all_their_digits_in_lists() -> None:
    assert vectors(Answer([Entry([0.1, 1e300])])) == [[0.1, 1e300]]


def test_an_array_can_be_written_to() -> None:
    made = array(Answer([Entry(packed([1.0]))]))
    made[0, 0] = 2.0
    assert made.tolist() == [[2.0]]


@pytest.mark.parametrize("read", [vectors, read_array])
@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([Entry("AAAA*AAA")], "no base64"),
        ([Entry("AAAAAA")], "no base64"),
        ([Entry("AA-_")], "no base64"),
        ([Entry("ä===")], "no base64"),
        ([Entry("\\u0041AAAAAAAAA")], "no base64"),
        ([Entry([math.inf])], "no finite float32"),
        ([Entry(base64.b64encode(b"12345").decode())], "5 bytes, no multiple of 4"),
        ([Entry(packed([math.inf]))], "no finite float32"),
        ([Entry(packed([math.nan, 1.0]))], "no finite float32"),
        ([Entry([1.0]), Entry([1.0, 2.0])], "different numbers of dimensions"),
        ([Entry(packed([1.0])), Entry(packed([1.0, 2.0]))], "different numbers of dimensions"),
        ([Entry([1.0], 0), Entry([1.0], 0)], "no vector has the index 1, of 2"),
        ([Entry([1.0], 0), Entry([1.0], 2)], "no vector has the index 1, of 2"),
        ([Entry([1.0], 1)], "no vector has the index 0, of 1"),
        ([Entry([1.0], 0), Entry([1.0])], "no vector has the index 1, of 2"),
    ],
)
def test_what_are_no_vectors_is_refused(
    read: Callable[[Answer], object], entries: list[Entry], told: str
) -> None:
    with pytest.raises(APIResponseError, match=told):
        read(Answer(entries))


def test_a_number_beyond_float32_is_none_in_an_array() -> None:
    with pytest.raises(APIResponseError, match="no finite float32"):
        array(Answer([Entry([1e300])]))


def test_bytes_in_big_endian_order_are_noticed() -> None:
    numbers = [math.sin(position) / 30 for position in range(1024)]
    with pytest.raises(APIResponseError, match="no finite float32"):
        array(Answer([Entry(packed(numbers, ">"))]))


def test_machines_of_the_other_byte_order_swap(monkeypatch: pytest.MonkeyPatch) -> None:
    other = "little" if sys.byteorder == "big" else "big"
    monkeypatch.setattr(sys, "byteorder", other)
    assert vectors(Answer([Entry(packed([1.5], ">" if other == "big" else "<"))])) == [[1.5]]


def test_without_numpy_there_are_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    answer = Answer([Entry([1.0])])
    with pytest.raises(ConfigurationError, match=r"pip install 'invocant\[numpy\]'"):
        array(answer)
    assert vectors(answer) == [[1.0]]
