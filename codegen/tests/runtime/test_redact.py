"""Masking of secrets."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.redact import MASK, redact, redact_bytes, secret_values

SECRETS = st.sets(st.text("abc", min_size=6, max_size=8), max_size=3)
TEXT = st.text("abcd ", max_size=60)


@given(TEXT, SECRETS, st.data())
def test_no_secret_survives(text: str, secrets: set[str], draw: st.DataObject) -> None:
    for secret in secrets:
        at = draw.draw(st.integers(0, len(text)))
        text = text[:at] + secret + text[at:]
    masked = redact(text, secrets)
    assert not any(secret in masked for secret in secrets)
    assert redact_bytes(text.encode(), secrets) == masked.encode()


def test_a_secret_within_another_leaves_nothing_of_it() -> None:
    assert redact("x abcdef-long y", {"abcdef", "abcdef-long"}) == f"x {MASK} y"


PRIVATE_KEY = '-----BEGIN "KEY"-----\nü\\\n-----END-----\n'


@pytest.mark.parametrize(
    ("written", "masked"),
    [
        (PRIVATE_KEY, MASK),
        (repr(PRIVATE_KEY), f"'{MASK}'"),
        (json.dumps(PRIVATE_KEY), f'"{MASK}"'),
        (json.dumps(PRIVATE_KEY, ensure_ascii=False), f'"{MASK}"'),
    ],
)
def test_a_secret_is_found_however_it_was_written(written: str, masked: str) -> None:
    assert redact(f"wrong {written}", {PRIVATE_KEY}) == f"wrong {masked}"
    assert redact_bytes(written.encode(), {PRIVATE_KEY}) == masked.encode()


def test_words_are_no_secrets() -> None:
    assert redact("no token", {"token", ""}) == "no token"


def test_secrets_are_found_at_any_depth() -> None:
    body = {"a": [{"key": "1", "b": {"key": "2"}}], "key": {"key": "3", "c": "4"}, "d": "5"}
    assert set(secret_values(body, {"key"})) == {"1", "2", "3"}
