"""Vectors are unit vectors, repeatable, and near each other for near texts."""

import base64
import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.json_values import JsonValue
from invocant_conformance.server.embedding import WIDTH, encode, inputs, vector

MODEL = "databricks-bge-large-en"
INPUTS = st.text() | st.lists(st.integers(min_value=0), min_size=1).map(tuple)


def cosine(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


@given(INPUTS, st.integers(min_value=1, max_value=WIDTH))
def test_a_vector_has_the_width_and_length_one(item: str | tuple[int, ...], width: int) -> None:
    numbers = vector(item, model=MODEL, width=width)
    assert len(numbers) == width
    assert math.hypot(*numbers) == pytest.approx(1, abs=1e-5)


@given(INPUTS)
def test_a_vector_depends_on_model_and_input_only(item: str | tuple[int, ...]) -> None:
    assert vector(item, model=MODEL) == vector(item, model=MODEL)


def test_models_have_different_vectors() -> None:
    assert cosine(vector("a lake", model="a"), vector("a lake", model="b")) < 0.5


def test_near_texts_have_nearer_vectors_than_others() -> None:
    text = vector("The quick brown fox jumps over the lazy dog", model=MODEL)
    near = vector("The quick brown fox jumped over the lazy dog", model=MODEL)
    far = vector("Stock markets fell on Tuesday", model=MODEL)
    assert cosine(text, near) > 0.8 > 0.2 > cosine(text, far)


@given(INPUTS)
def test_base64_holds_the_numbers_as_little_endian_float32(item: str | tuple[int, ...]) -> None:
    numbers = vector(item, model=MODEL)
    raw = base64.b64decode(encode(numbers), validate=True)
    assert struct.unpack(f"<{WIDTH}f", raw) == numbers


@pytest.mark.parametrize(
    ("given_input", "expected"),
    [
        ("one text", ("one text",)),
        (["two", "texts"], ("two", "texts")),
        ([1, 2, 3], ((1, 2, 3),)),
        ([[1, 2], [3]], ((1, 2), (3,))),
    ],
)
def test_an_input_is_texts_or_token_ids(given_input: JsonValue, expected: object) -> None:
    assert inputs({"input": given_input}) == expected
