"""Comparing JSON as JSON: what differs, and where."""

from collections.abc import Sequence

from ..json_values import JsonValue
from .driver import ABSENT, Absent

__all__ = ["difference", "differences"]

LONGEST = 60


def difference(
    got: JsonValue | Absent, expected: JsonValue | Absent, at: str = "$", *, nulls: bool = True
) -> str | None:
    """The first place where two values differ, in one line; ``None`` when they are the same.

    Integers are compared exactly, other numbers as the doubles that RFC 8259 §6 counts on.
    Without ``nulls`` a member that is null and one that is not there are the same, members beside
    the expected ones are none of its business, and a whole number is the same as its digits.
    """
    if isinstance(got, dict) and isinstance(expected, dict):
        absent = ABSENT if nulls else None
        for name in sorted({*got, *expected} if nulls else expected):
            pair = got.get(name, absent), expected.get(name, absent)
            found = difference(*pair, f"{at}.{name}", nulls=nulls)
            if found is not None:
                return found
        return None
    if isinstance(got, list) and isinstance(expected, list):
        return differences(got, expected, at, nulls=nulls)
    if _same(got, expected) or (not nulls and _digits(got) == _digits(expected) != ""):
        return None
    return f"{at}: {_show(got)}, expected {_show(expected)}"


def differences(
    got: Sequence[JsonValue],
    expected: Sequence[JsonValue],
    at: str = "$",
    *,
    nulls: bool = True,
) -> str | None:
    """The first difference of two lists."""
    for position, pair in enumerate(zip(got, expected, strict=False)):
        found = difference(*pair, f"{at}[{position}]", nulls=nulls)
        if found is not None:
            return found
    if len(got) != len(expected):
        return f"{at}: {len(got)} entries, expected {len(expected)}"
    return None


def _digits(value: JsonValue | Absent) -> str:
    """A whole number as JSON of Protocol Buffers may write it, as text; empty for others."""
    text = value if isinstance(value, str) else ""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else text
    return text if text.removeprefix("-").isdecimal() else ""


def _same(got: JsonValue | Absent, expected: JsonValue | Absent) -> bool:
    if isinstance(got, bool) or isinstance(expected, bool):
        return got is expected
    if isinstance(got, int | float) and isinstance(expected, int | float):
        exact = isinstance(got, int) and isinstance(expected, int)
        return got == expected if exact else float(got) == float(expected)
    return type(got) is type(expected) and got == expected


def _show(value: JsonValue | Absent) -> str:
    text = "nothing" if isinstance(value, Absent) else repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
