"""Answers of models as values of SQL types."""

import json
import math
import re
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.ai_query.ddl import parse_type
from runtime.ai_query.values import from_json, from_text, from_vector, to_json


@pytest.mark.parametrize(
    ("ddl", "text", "value"),
    [
        ("STRING", '"quoted"', '"quoted"'),
        ("STRING", "", ""),
        ("INT", " 7\n", 7),
        ("INT", "7.0", 7),
        ("BIGINT", "9223372036854775807", 9223372036854775807),
        ("DOUBLE", "7", 7.0),
        ("BOOLEAN", "true", True),
        ("DECIMAL(10,2)", "1.005", Decimal("1.01")),
        ("DECIMAL(38,18)", "0.123456789012345678", Decimal("0.123456789012345678")),
        ("DECIMAL(10,2)", '"12.50"', Decimal("12.50")),
        ("DATE", "2026-11-20", date(2026, 11, 20)),
        ("DATE", '"2026-11-20"', date(2026, 11, 20)),
        ("TIMESTAMP", "2026-11-20T10:00:00Z", datetime(2026, 11, 20, 10, tzinfo=UTC)),
        ("ARRAY<FLOAT>", "[0.5, 1]", [0.5, 1.0]),
        ("ARRAY<INT>", "[1, null]", [1, None]),
        ("MAP<STRING, INT>", '{"a": 1}', {"a": 1}),
        (
            "a INT, b STRING",
            '{"b": [1, {"c": null}], "z": 0}',
            {"a": None, "b": '[1,{"c":null}]'},
        ),
        ("INT", "null", None),
    ],
)
def test_a_text_is_the_value_that_it_writes(ddl: str, text: str, value: object) -> None:
    found = from_text(parse_type(ddl), text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("ddl", "text", "fault"),
    [
        ("INT", "seven", "it is no JSON"),
        ("INT", "7.5", "7.5 is no INT"),
        ("INT", "true", "True is no INT"),
        ("INT", "2147483648", "2147483648 is no INT"),
        ("INT", '"7"', "str is no INT"),
        ("INT", "NaN", "nan is no INT"),
        ("TINYINT", "-129", "-129 is no TINYINT"),
        ("FLOAT", "1e39", "is no FLOAT"),
        ("ARRAY<FLOAT>", "[1e39]", "is no FLOAT"),
        ("BOOLEAN", "1", "1 is no BOOLEAN"),
        ("DECIMAL(3,2)", "12.5", "12.5 is no DECIMAL(3,2)"),
        ("DECIMAL(3,2)", '"a"', "str is no DECIMAL(3,2)"),
        ("DECIMAL(3,2)", "Infinity", "is no DECIMAL(3,2)"),
        ("DATE", "tomorrow", "str is no DATE"),
        ("ARRAY<INT>", "{}", "dict is no ARRAY"),
        ("MAP<STRING, INT>", "[]", "list is no object"),
        ("a INT NOT NULL", '{"a": null}', "a is null, and is NOT NULL"),
        ("a INT NOT NULL", "{}", "a is null, and is NOT NULL"),
    ],
)
def test_what_is_no_value_of_the_type_is_a_fault(ddl: str, text: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        from_text(parse_type(ddl), text)


numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
leaves = st.none() | st.booleans() | numbers | st.text()
documents = st.recursive(
    leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=6
)
ddls = st.sampled_from(
    [
        *("STRING", "INT", "FLOAT", "DOUBLE", "DECIMAL(9,3)", "DATE", "ARRAY<DOUBLE>"),
        *("MAP<STRING, BIGINT>", "STRUCT<a: INT, b: ARRAY<STRING>>"),
    ]
)


@given(ddls, documents)
def test_a_document_is_a_value_that_is_read_again_or_refused(ddl: str, document: object) -> None:
    kind = parse_type(ddl)
    with suppress(ValueError):
        value = from_json(kind, document)
        assert from_json(kind, json.loads(to_json(value))) == value


@given(st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False)))
def test_vectors_come_back_bit_by_bit(vector: list[float]) -> None:
    kind = parse_type("ARRAY<FLOAT>")
    assert from_json(kind, json.loads(to_json(from_vector(kind, vector)))) == vector


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False)), ddls)
def test_vectors_are_read_as_other_lists_are(vector: list[float], ddl: str) -> None:
    kind = parse_type(f"ARRAY<{ddl}>")
    try:
        value = from_json(kind, vector)
    except ValueError as fault:
        with pytest.raises(ValueError, match=re.escape(str(fault))):
            from_vector(kind, vector)
    else:
        assert from_vector(kind, vector) == value


def test_numbers_that_json_lacks_are_written_as_texts() -> None:
    assert to_json({"a": [math.inf, -math.inf, 1.5]}) == '{"a":["Infinity","-Infinity",1.5]}'
    assert to_json([Decimal("1.50"), date(2026, 1, 2)]) == '["1.50","2026-01-02"]'
