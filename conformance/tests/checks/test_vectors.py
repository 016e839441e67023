"""base64 vectors are decoded as real servers encode them."""

import base64
import struct
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.checks.vectors import cosine, decode_base64, vectors
from invocant_conformance.decoding import json_of
from invocant_conformance.json_values import JsonValue, as_list, as_object
from invocant_conformance.outcomes import Failed, Untestable

from .recorded import recording

EXCHANGE = recording("vllm", "base64").exchange()
FLOATS = st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), max_size=8)


def _recorded_base64(server: str) -> JsonValue:
    answer = json_of(recording(server, "base64").exchange())
    return as_object(as_list(as_object(answer)["data"])[0])["embedding"]


@pytest.mark.parametrize("server", ["vllm", "litellm-proxy"])
def test_recorded_base64_holds_the_recorded_numbers(server: str) -> None:
    numbers = vectors(recording(server, "numbers").exchange())[0]
    decoded = decode_base64(_recorded_base64(server), EXCHANGE)
    assert decoded == pytest.approx(numbers, rel=1e-3)


@given(values=FLOATS)
def test_what_is_packed_as_float32_comes_back(values: list[float]) -> None:
    packed = base64.b64encode(struct.pack(f"<{len(values)}f", *values)).decode()
    assert list(decode_base64(packed, EXCHANGE)) == values


@pytest.mark.parametrize("embedding", [[0.1], ["AAAA"], None, 1.0, "AAA", "AAAA", "-_-_-_-_", "é"])
def test_anything_else_than_float32_in_base64_fails(embedding: JsonValue) -> None:
    with pytest.raises(Failed):
        decode_base64(embedding, EXCHANGE)


def test_strings_are_no_vectors() -> None:
    with pytest.raises(Untestable):
        vectors(EXCHANGE)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1.0, 0.0], [2.0, 0.0], 1.0),
        ([1.0, 0.0], [0.0, 1.0], 0.0),
        ([1.0, 0.0], [-1.0, 0.0], -1.0),
        ([0.0, 0.0], [1.0, 0.0], 0.0),
        ([1.0], [1.0, 0.0], 0.0),
        ([float("inf")], [1.0], 0.0),
    ],
)
def test_cosine_similarity(one: Sequence[float], other: Sequence[float], expected: float) -> None:
    assert cosine(one, other) == pytest.approx(expected)
