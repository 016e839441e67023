"""The values of a fault's keys: from text and back."""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import quote, unquote

from .record import After

MOST_SECONDS: Final = 86_400
MOST_COUNT: Final = 1_000_000_000
MOST_TEXT: Final = 200
MOST_STATUS: Final = 599

Value: TypeAlias = str | int | float | bytes | After

_SHOWN: Final = 60
_PLAIN: Final = "/*?[]:,@!$'()=-._~"
"""Signs that stand for themselves when a text is written; letters and digits do anyway."""


class FaultError(ValueError):
    """A fault that cannot be understood: which field has which value, and what the rule is."""

    def __init__(self, field: str, value: str, rule: str) -> None:
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        super().__init__(f"{field}: {shown!r} {rule}")
        self.field = field
        self.value = value
        self.rule = rule


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """How the values of a key are written.

    about: what they are, for people. read raises ValueError for what is none of them; write gives
    what read understands.
    """

    about: str
    read: Callable[[str], Value]
    write: Callable[[Value], str] = str

    @property
    def rule(self) -> str:
        """What is wrong with what cannot be read."""
        return f"is not {self.about}"


def one_of(*words: str) -> Form:
    """A word of a list."""
    return Form(about=f"one of {', '.join(words)}", read=lambda text: words[words.index(text)])


def number(most: float, about: str) -> Form:
    """A number from 0."""

    def read(given: str) -> Value:
        value = float(given)
        if not re.fullmatch("[0-9.eE+-]+", given) or not 0 <= value <= most:
            raise ValueError(given)
        return abs(value)

    return Form(about=about, read=read, write=_written)


def count(least: int, most: int, about: str) -> Form:
    """A whole number."""
    return Form(about=about, read=lambda text: _count(text, least, most))


def text(pattern: str, about: str) -> Form:
    """A text that a pattern describes; reserved signs in it are percent-encoded."""

    def read(given: str) -> Value:
        decoded = unquote(given, errors="strict")
        if len(decoded) > MOST_TEXT or not re.fullmatch(pattern, decoded):
            raise ValueError(given)
        return decoded

    return Form(about=about, read=read, write=lambda value: quote(str(value), safe=_PLAIN))


def _after(given: str) -> Value:
    digits = given.removesuffix("b")
    return After(count=_count(digits, 0, MOST_COUNT), in_bytes=digits != given)


def _write_after(value: Value) -> str:
    assert isinstance(value, After)
    return f"{value.count}{'b' if value.in_bytes else ''}"


def _bytes(given: str) -> Value:
    plain = unquote(given).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError(given) from error


def _write_bytes(value: Value) -> str:
    assert isinstance(value, bytes)
    return base64.urlsafe_b64encode(value).decode()


def _written(value: Value) -> str:
    assert isinstance(value, float)
    return str(int(value)) if value.is_integer() else repr(value)


def _count(given: str, least: int, most: int) -> int:
    if not re.fullmatch("[0-9]{1,10}", given) or not least <= int(given) <= most:
        raise ValueError(given)
    return int(given)


SECONDS: Final = number(MOST_SECONDS, f"a number of seconds from 0 to {MOST_SECONDS}")
RATE: Final = number(1, "a number from 0 to 1")
FROM_ONE: Final = count(1, MOST_COUNT, "a whole number from 1")
AFTER: Final = Form(
    about="a whole number from 0, with a b behind it for bytes of a stream",
    read=_after,
    write=_write_after,
)
BASE64: Final = Form(about="base64", read=_bytes, write=_write_bytes)
