"""Types and values on their way into DuckDB."""

import json
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
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
from runtime.ai_query.ddl import parse_type
from runtime.ai_query.tasks import Task
from runtime.ai_query.values import to_json
from runtime.duckdb_function.arguments import query_of, structure
from runtime.duckdb_function.types import duckdb_type, structure_of
from runtime.errors import RequestError

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
bits = {AtomicType.TINYINT: 7, AtomicType.INT: 31, AtomicType.BIGINT: 63}
numbers = {kind: st.integers(-(1 << n), (1 << n) - 1) for kind, n in bits.items()}
VALUES: dict[AtomicType, st.SearchStrategy[object]] = {
    AtomicType.STRING: texts,
    AtomicType.BOOLEAN: st.booleans(),
    AtomicType.DOUBLE: st.floats(allow_nan=False),
    AtomicType.FLOAT: st.floats(width=32, allow_nan=False),
    AtomicType.DATE: st.dates(),
    **numbers,
}
decimal = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-99, max_value=99)
Typed = tuple[DataType, object]


def lists(typed: st.SearchStrategy[Typed]) -> st.SearchStrategy[Typed]:
    several = st.integers(0, 3)
    return st.tuples(typed, several).map(
        lambda drawn: (ArrayType(element=drawn[0][0]), [drawn[0][1]] * drawn[1] + [None])
    )


def maps(typed: st.SearchStrategy[Typed]) -> st.SearchStrategy[Typed]:
    return st.tuples(texts, typed).map(
        lambda drawn: (MapType(value=drawn[1][0]), {drawn[0]: drawn[1][1]})
    )


def structs(typed: st.SearchStrategy[Typed]) -> st.SearchStrategy[Typed]:
    members = st.dictionaries(names.map(str.lower), typed, min_size=1, max_size=3)
    return members.map(
        lambda found: (
            StructType(
                fields=tuple(Field(name=name, type=each[0]) for name, each in found.items())
            ),
            {name: each[1] for name, each in found.items()},
        )
    )


atoms = st.sampled_from(list(VALUES)).flatmap(
    lambda kind: VALUES[kind].map(lambda value: (kind, value))
)
decimals = decimal.map(lambda value: (DecimalType(precision=6, scale=4), value))
typed_values: st.SearchStrategy[Typed] = st.recursive(
    atoms | decimals, lambda typed: lists(typed) | maps(typed) | structs(typed), max_leaves=4
)


@settings(max_examples=60, deadline=None)
@given(typed_values)
def test_values_come_out_of_duckdb_as_they_went_in(typed: Typed) -> None:
    kind, value = typed
    with duckdb.connect() as connection:
        told = json.dumps(structure_of(kind)).replace("'", "''")
        statement = f"SELECT from_json(?, '{told}')"
        ((found,),) = connection.execute(statement, [to_json(value)]).fetchall()
    assert found == value


def test_decimals_keep_all_their_digits() -> None:
    kind, digits = parse_type("DECIMAL(38,18)"), Decimal("12345678901234567890.123456789012345678")
    with duckdb.connect() as connection:
        statement = f"SELECT from_json(?, '\"{duckdb_type(kind)}\"')"
        assert connection.execute(statement, [to_json(digits)]).fetchall() == [(digits,)]


def test_options_are_read_by_their_names() -> None:
    given = {"returnType": "INT", "failOnError": False, "modelParameters": {"seed": 1}}
    query = query_of("m", Task.CHAT, json.dumps(given))
    assert structure(query) == json.dumps({"result": "INTEGER", "errorMessage": "VARCHAR"})
    assert query.parameters == {"seed": 1}


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({}, "failOnError: is true or false"),
        ({"failOnError": True, "returnType": 1}, "returnType: is a STRING"),
    ],
)
def test_options_of_other_types_are_refused(given: dict[str, object], rule: str) -> None:
    with pytest.raises(RequestError, match=rule):
        query_of("m", Task.CHAT, json.dumps(given))


def test_a_struct_without_fields_is_refused() -> None:
    query = query_of("m", Task.CHAT, '{"failOnError": true, "returnType": "ARRAY<STRUCT<>>"}')
    with pytest.raises(RequestError, match="a STRUCT of DuckDB has fields"):
        structure(query)
