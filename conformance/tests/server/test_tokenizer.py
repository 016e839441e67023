"""Tokens add up, on any text."""

from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.tokenizer import count, tokenize


@given(st.text())
def test_joined_tokens_are_the_text(text: str) -> None:
    assert "".join(tokenize(text)) == text


@given(st.text(min_size=1))
def test_no_token_is_empty(text: str) -> None:
    assert all(tokenize(text))


@given(st.text(), st.integers(min_value=0, max_value=50))
def test_the_first_tokens_are_the_tokens_of_their_text(text: str, size: int) -> None:
    first = tokenize(text)[:size]
    assert tokenize("".join(first)) == first


def test_a_word_takes_the_space_before_it() -> None:
    assert tokenize("a mixture of experts") == ["a", " mixtur", "e", " of", " expert", "s"]


def test_the_count_is_the_number_of_tokens() -> None:
    assert count("Größe, 東京 🙂") == 5
