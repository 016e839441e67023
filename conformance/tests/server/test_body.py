"""Bodies are JSON objects in UTF-8, within stated limits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.body import MAX_DEPTH, parse
from invocant_conformance.server.errors import Refused

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), JSON), st.booleans())
def test_an_object_is_read_as_it_was_written(value: dict[str, object], ascii_only: bool) -> None:
    assert parse(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@given(st.binary().filter(lambda raw: not raw.strip().startswith(b"{")))
def test_whatever_else_comes_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused) as caught:
        parse(raw)
    assert caught.value.kind.value.status == 400


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"model": ', "is not JSON: line 1, column 11"),
        (b'{"a": 1,}', "is not JSON"),
        (b"", "is not JSON: line 1, column 1"),
        (b'{"a": "\xff"}', "is not UTF-8: byte 7 cannot be decoded"),
        (b'{"a": NaN}', "NaN or a number out of range"),
        (b'{"a": -Infinity}', "NaN or a number out of range"),
        (b'{"a": 1e999}', "NaN or a number out of range"),
        (b'{"a": ' + b"9" * 5000 + b"}", "NaN or a number out of range"),
        (rb'{"a": "\ud83d"}', "half a surrogate pair"),
        (rb'{"\udc00": 1}', "half a surrogate pair"),
        (b"[" * 100_000, "nested deeper than"),
        (b"[]", "is not a JSON object"),
        (b'"text"', "is not a JSON object"),
        (b"null", "is not a JSON object"),
    ],
)
def test_a_refusal_says_what_is_wrong_with_the_body(raw: bytes, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(raw)
    assert reason in caught.value.message


def nested(depth: int) -> bytes:
    return b'{"a": ' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


def test_the_deepest_nesting_that_is_allowed_is_read() -> None:
    assert "a" in parse(nested(MAX_DEPTH))


def test_one_level_more_is_refused() -> None:
    with pytest.raises(Refused, match=f"deeper than {MAX_DEPTH} levels"):
        parse(nested(MAX_DEPTH + 1))


def test_an_escaped_surrogate_pair_is_text() -> None:
    assert parse(rb'{"a": "\ud83d\ude42"}') == {"a": "🙂"}


def test_an_integral_float_is_an_integer() -> None:
    assert repr(parse(b'{"n": 3.0, "t": 0.5}')) == "{'n': 3, 't': 0.5}"
