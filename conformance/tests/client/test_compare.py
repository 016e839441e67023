"""JSON is compared as JSON."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from invocant_conformance.client.compare import difference, differences, event_differences
from invocant_conformance.client.driver import ABSENT

numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
values: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | numbers | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(values)
def test_a_value_is_the_same_after_a_trip_through_text(value: JsonValue) -> None:
    assert difference(json.loads(json.dumps(value)), value) is None


@given(values, st.text())
def test_a_missing_member_is_a_difference(value: JsonValue, name: str) -> None:
    assert difference({}, {name: value}) is not None
    assert difference({name: value}, {}) is not None


@given(st.lists(values), values)
def test_an_entry_too_many_is_a_difference(entries: list[JsonValue], more: JsonValue) -> None:
    assert differences([*copy.deepcopy(entries), more], entries) is not None


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (True, 1),
        (0, False),
        (None, False),
        ("1", 1),
        ([], {}),
        (2**53, 2**53 + 1),
        (0.1, 0.2),
        (ABSENT, None),
    ],
)
def test_values_that_python_or_a_double_confuses_differ(
    got: JsonValue, expected: JsonValue
) -> None:
    assert difference(got, expected) is not None


@pytest.mark.parametrize(("got", "expected"), [(1, 1.0), (10.0, 1e1), (2**53 + 1, float(2**53))])
def test_numbers_with_a_fraction_count_as_doubles(got: JsonValue, expected: JsonValue) -> None:
    assert difference(got, expected) is None


def test_the_difference_names_its_place() -> None:
    assert difference({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) == "$.a[0].b: 1, expected 2"


def test_other_clients_may_add_members_but_lose_none() -> None:
    assert difference({"a": 1, "b": 2}, {"a": 1}, nulls=False) is None
    assert difference({"b": 2}, {"a": 1}, nulls=False) is not None
    assert difference({"a": 1, "b": 2}, {"a": 1}) is not None


def test_other_clients_may_tell_whole_numbers_as_doubles_or_digits() -> None:
    assert difference("12", 12, nulls=False) is None
    assert difference(2**60 + 1, float(2**60), nulls=False) is None
    assert difference("12", 13, nulls=False) is not None
    assert difference("a", "b", nulls=False) is not None
    assert difference("12", 12) is not None


def test_other_clients_may_keep_pings_to_themselves() -> None:
    ping, text = {"type": "ping"}, {"type": "text"}
    assert event_differences([text], [ping, text], nulls=False) is None
    assert event_differences([ping], [ping, text], nulls=False) is not None
    assert event_differences([text], [ping, text]) is not None
