"""Texts match the patterns that they are drawn for."""

import contextlib
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.patterns import Unsupported, matching

PATTERNS = (
    r"^\d{3}-\d{2}-\d{4}$",
    r"^(\([0-9]{3}\))?[0-9]{3}-[0-9]{4}$",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    r"^#?([a-f0-9]{6}|[a-f0-9]{3})$",
    r"^\+?[1-9]\d{1,14}$",
    r"^[\w.+-]+@[\w-]+\.[\w.-]+$",
    r"^https?://[^\s/$.?#].[^\s]*$",
    r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    r"^v?\d+\.\d+\.\d+$",
    r"[A-Z]+",
    r"^(?P<year>\d{4})-\S\D\W$",
    r"^a*?b??c+?$",
    r"^[\x41-\u005A]{2,}$",
    r"^(a|^b|c)$",
    r"^[]a]?[^]a]$".replace("[]a]", r"[\]a]").replace("[^]a]", r"[^\]a]"),
    "",
)


@given(st.sampled_from(PATTERNS), st.integers(), st.integers(1, 20))
def test_a_text_matches_its_pattern(pattern: str, seed: int, more: int) -> None:
    assert re.search(pattern, matching(pattern, Random(seed), more=range(more)))


def test_open_repetitions_repeat_as_often_as_wanted() -> None:
    lengths = {len(matching("^a+$", Random(seed), more=range(10))) for seed in range(200)}
    assert (min(lengths), max(lengths)) == (1, 10)


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(?=a)b", r"(?!a)b", r"(?<=a)b", r"(a)\1", r"\p{L}", r"a\b", "a^b", "a$b"),
        *("(", ")", "[", "a{", "a{2", "a{x}", "*a", "[z-a]", "\\", r"\x4", "(?<name"),
        *("((a{999}){999}){999}", "(" * 1500 + ")" * 1500, "a" * 3000),
    ],
)
def test_what_is_not_understood_is_said(pattern: str) -> None:
    with pytest.raises((Unsupported, RecursionError)):
        matching(pattern, Random(0), more=range(2))


@given(st.text("ab(|)[]{}^$*+?\\d1,-.<>P:=", max_size=12))
def test_a_pattern_gives_a_text_or_is_not_understood(pattern: str) -> None:
    with contextlib.suppress(Unsupported):
        assert isinstance(matching(pattern, Random(0), more=range(4)), str)
