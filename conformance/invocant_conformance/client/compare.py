"""Comparing JSON as JSON: what differs, and where."""

import re
from collections.abc import Sequence

from ..json_values import JsonValue
from .driver import ABSENT, Absent

__all__ = ["difference", "differences", "event_differences"]

LONGEST = 60


def difference(
    got: JsonValue | Absent, expected: JsonValue | Absent, at: str = "$", *, nulls: bool = True
) -> str | None:
    """The first place where two values differ, in one line; ``None`` when they are the same.

    Integers are compared exactly, other numbers as the doubles that RFC 8259 §6 counts on.
    Without ``nulls`` a member that is null and one that is not there are the same, members beside
    the expected ones are none of its business, a whole number is the same as its digits, and as
    the nearest double.
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
    if _same(got, expected) or (not nulls and _alike(got, expected)):
        return None
    return f"{at}: {_show(got)}, expected {_show(expected)}"


def event_differences(
    got: Sequence[JsonValue], expected: Sequence[JsonValue], at: str = "$", *, nulls: bool = True
) -> str | None:
    """The same for the events of a stream; without ``nulls`` pings may be left out of them."""
    if not nulls:
        got, expected = (
            [each for each in events if not _pings(each)] for events in (got, expected)
        )
    return differences(got, expected, at, nulls=nulls)


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


def _pings(event: JsonValue) -> bool:
    """Whether an event only keeps the connection alive."""
    return isinstance(event, dict) and event.get("type") == "ping"


def _alike(got: JsonValue | Absent, expected: JsonValue | Absent) -> bool:
    """Whether both are one double, written as JSON or as the text of Protocol Buffers."""
    both = _whole(got), _whole(expected)
    return both[0] is not None and both[0] == both[1]


def _whole(value: JsonValue | Absent) -> float | None:
    if isinstance(value, str) and re.fullmatch("-?[0-9]+", value):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


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
