"""Rows are read alike in whatever form they come."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.json_values import JsonObject
from invocant_conformance.server import scoring
from invocant_conformance.server.errors import Refused

NAMES: tuple[str, ...] = ("height", "width", "colour")
VALUES = st.none() | st.booleans() | st.integers() | st.floats(-1e6, 1e6) | st.text(max_size=5)
TABLES = st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=5)
Table = Sequence[tuple[bool | int | float | str | None, ...]]


@given(TABLES)
def test_both_forms_of_a_table_have_the_same_rows(table: Table) -> None:
    split: JsonObject = {"columns": list(NAMES), "data": [list(row) for row in table]}
    records: list[JsonObject] = [dict(zip(NAMES, row, strict=True)) for row in table]
    assert scoring.rows({"dataframe_split": split}) == scoring.rows({"dataframe_records": records})


@given(TABLES)
def test_named_tensors_are_the_columns_of_the_rows(table: Table) -> None:
    columns = {name: [row[place] for row in table] for place, name in enumerate(NAMES)}
    records: list[JsonObject] = [dict(zip(NAMES, row, strict=True)) for row in table]
    assert scoring.rows({"inputs": columns}) == scoring.rows({"dataframe_records": records})


@given(TABLES)
def test_unnamed_columns_are_counted(table: Table) -> None:
    split = scoring.rows({"dataframe_split": {"data": [list(row) for row in table]}})
    assert split == scoring.rows({"instances": [list(row) for row in table]})


@given(TABLES)
def test_there_is_one_number_for_each_row_whatever_the_order(table: Table) -> None:
    rows = scoring.rows({"instances": [list(row) for row in table]})
    forwards = scoring.predictions(rows, model="iris")
    assert len(forwards) == len(rows)
    assert scoring.predictions(reversed(rows), model="iris") == forwards[::-1]


def test_models_predict_differently() -> None:
    rows = scoring.rows({"instances": [[1.0, 2.0]]})
    assert scoring.predictions(rows, model="one") != scoring.predictions(rows, model="other")


def test_features_stand_beside_their_keys() -> None:
    rows = scoring.rows({"dataframe_records": [{"user_id": 17}]})
    (found,) = scoring.features(rows, model="purchases")
    assert isinstance(found, dict)
    assert found["user_id"] == 17
    assert isinstance(found["purchases_feature"], float)


def test_a_single_value_is_a_row() -> None:
    assert scoring.rows({"inputs": "hello"}) == ({"0": "hello"},)


def test_named_tensors_may_differ_in_length() -> None:
    assert scoring.rows({"inputs": {"a": [1, 2], "b": [3]}}) == ({"a": 1, "b": 3}, {"a": 2})


@pytest.mark.parametrize(
    ("request_body", "rule"),
    [
        ({"dataframe_split": [1]}, "split format must be a dictionary. Got list"),
        ({"dataframe_split": {"columns": []}}, "must have 'data' .* Got {'columns'}"),
        ({"dataframe_records": {}}, "must be a list of records. Got dictionary"),
        ({}, r"exactly one of .* fields: \[\]"),
        ({"inputs": [1], "instances": [1]}, "fields: \\['instances', 'inputs'\\]"),
        ({"dataframe_split": {"columns": ["a"], "data": [[1, 2]]}}, "other than 1 values"),
        ({"dataframe_split": {"data": [[1], [1, 2]]}}, "other than 2 values"),
        ({"dataframe_split": {"data": [[1]], "index": [1, 2]}}, "2 labels for 1 rows"),
        ({"instances": [[1], [1, 2]]}, "not of one shape"),
        ({"instances": [{"a": 1}, {"b": 1}]}, "not of one shape"),
        ({"inputs": [1, [2]]}, "not of one shape"),
    ],
)
def test_rows_that_do_not_fit_together_are_refused(request_body: JsonObject, rule: str) -> None:
    with pytest.raises(Refused, match=rule):
        scoring.rows(request_body)
