"""Types of `ai_query` in DDL, and as JSON Schemas."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.ai_query.datatypes import (
    ArrayType,
    AtomicType,
    DataType,
    DecimalType,
    Field,
    MapType,
    StructType,
)
from runtime.ai_query.ddl import parse_type, write_type
from runtime.ai_query.schemas import json_schema, sql_type
from runtime.ai_query.tokens import quoted_name, quoted_text

decimals = st.integers(1, 38).flatmap(
    lambda precision: st.integers(0, precision).map(
        lambda scale: DecimalType(precision=precision, scale=scale)
    )
)
names = st.text(min_size=1, max_size=8)


def fields(kinds: st.SearchStrategy[DataType]) -> st.SearchStrategy[Field]:
    return st.builds(
        Field,
        name=names,
        type=kinds,
        nullable=st.booleans(),
        comment=st.none() | st.text(max_size=8),
    )


def nested(kinds: st.SearchStrategy[DataType]) -> st.SearchStrategy[DataType]:
    rows = st.lists(fields(kinds), max_size=4, unique_by=lambda field: field.name.lower())
    structs = rows.map(lambda found: StructType(fields=tuple(found)))
    return st.builds(ArrayType, element=kinds) | st.builds(MapType, value=kinds) | structs


types: st.SearchStrategy[DataType] = st.recursive(
    st.sampled_from(AtomicType) | decimals, nested, max_leaves=8
)


@given(types)
def test_what_is_written_is_read_as_the_same_type(kind: DataType) -> None:
    assert parse_type(write_type(kind)) == kind


@given(types, st.data())
def test_blanks_and_case_mean_nothing(kind: DataType, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from(["", " ", "\n\t "]))
    plain = StructType(fields=(Field(name="a", type=AtomicType.INT), Field(name="b", type=kind)))
    text = write_type(plain).replace("STRUCT<a: INT", f"sTruct{blank}<{blank}a{blank}:{blank}int")
    assert parse_type(blank + text + blank) == plain


@given(names)
def test_every_name_can_be_written(name: str) -> None:
    assert parse_type(f"STRUCT<{quoted_name(name)} INT>") == StructType(
        fields=(Field(name=name, type=AtomicType.INT),)
    )


@given(st.text())
def test_every_comment_can_be_written(text: str) -> None:
    kind = parse_type(f"a INT COMMENT {quoted_text(text)}")
    assert isinstance(kind, StructType)
    assert kind.fields[0].comment == text


@given(st.text(alphabet="abINTSRUCAY<>(),:`'\" 0193"))
def test_every_text_is_a_type_or_refused(text: str) -> None:
    with suppress(ValueError):
        kind = parse_type(text)
        assert parse_type(write_type(kind)) == kind


@pytest.mark.parametrize(
    ("ddl", "written"),
    [
        ("integer", "INT"),
        ("long", "BIGINT"),
        ("decimal", "DECIMAL(10,0)"),
        ("numeric(4)", "DECIMAL(4,0)"),
        ("array<array<real>>", "ARRAY<ARRAY<FLOAT>>"),
        ("map<string, struct<>>", "MAP<STRING, STRUCT<>>"),
        ("name STRING, scores ARRAY<FLOAT>", "STRUCT<name: STRING, scores: ARRAY<FLOAT>>"),
        ("struct: STRING", "STRUCT<struct: STRING>"),
        ("`a``b` INT NOT NULL", "STRUCT<`a``b`: INT NOT NULL>"),
        ("a INT COMMENT 'it''s'", "STRUCT<a: INT COMMENT 'it\\'s'>"),
    ],
)
def test_other_spellings_are_read(ddl: str, written: str) -> None:
    assert write_type(parse_type(ddl)) == written


@pytest.mark.parametrize(
    ("ddl", "fault"),
    [
        ("", "a type is expected at the end"),
        ("VARCHAR", "unlike what stands at character 1 (VARCHAR)"),
        ("ARRAY<INT", "> is expected at the end"),
        ("ARRAY", "< is expected at the end"),
        ("a INT INT", ", is expected at character 7 (INT)"),
        ("STRUCT<a: INT,>", "the name of a field is expected at character 15 (>)"),
        ("STRUCT<a: INT, A: INT>", "the field a is there twice"),
        ("DECIMAL(39)", "no 1 to 38 digits"),
        ("DECIMAL(2,3)", "no 1 to 38 digits"),
        ("MAP<INT, INT>", "keys of JSON objects are STRING"),
        ("ARRAY<INT>>", "the type ends before character 11 (>)"),
        ("a INT COMMENT b", "a text in quotes is expected at character 15 (b)"),
        ("FLOAT[3]", "no type goes on so at character 6"),
    ],
)
def test_a_fault_is_told_with_its_place(ddl: str, fault: str) -> None:
    with pytest.raises(ValueError, match=re.escape(fault)):
        parse_type(ddl)


@given(types)
def test_a_schema_says_again_what_it_was_made_from(kind: DataType) -> None:
    schema = json_schema(kind)
    assert json_schema(sql_type(schema)) == schema or holds_empty(kind)


def holds_empty(kind: DataType) -> bool:
    """Whether a struct without members is in it, which as a schema says nothing of members."""
    match kind:
        case StructType(fields=found):
            return not found or any(holds_empty(field.type) for field in found)
        case ArrayType(element=inner) | MapType(value=inner):
            return holds_empty(inner)
        case AtomicType() | DecimalType():
            return False


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        ({"type": ["integer", "null"]}, "BIGINT"),
        ({"type": "string", "enum": ["a", "b"]}, "STRING"),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "STRING"),
        ({"type": ["string", "integer"]}, "STRING"),
        ({"type": "array"}, "STRING"),
        ({"type": "object"}, "STRING"),
        ({}, "STRING"),
        (True, "STRING"),
        (
            {"type": "object", "properties": {"a b": {"type": "array", "items": {}}}},
            "STRUCT<`a b`: ARRAY<STRING>>",
        ),
    ],
)
def test_what_sql_has_no_type_for_is_text(schema: object, written: str) -> None:
    assert write_type(sql_type(schema)) == written
