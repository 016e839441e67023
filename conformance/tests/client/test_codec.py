"""Calls and outcomes are the same after a journey through the lines of the adapter protocol."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.client import codec, lines
from invocant_conformance.client.codec import Hello
from invocant_conformance.client.driver import ABSENT, Call, ErrorSeen, Outcome, Shown
from invocant_conformance.json_values import JsonObject

TEXTS = st.text(max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(TEXTS, JSON, max_size=3)
TEXT_MAPS = st.dictionaries(TEXTS, TEXTS, max_size=3)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)

CALLS = st.builds(
    Call,
    client=TEXTS,
    base_url=TEXTS,
    token=TEXTS,
    method=TEXTS,
    path=TEXT_MAPS,
    query=OBJECTS,
    headers=OBJECTS,
    body=OBJECTS,
    extra_query=TEXT_MAPS,
    extra_headers=TEXT_MAPS,
    extra_body=OBJECTS,
    max_retries=st.integers(0, 9),
    retry_unsafe=st.booleans(),
    timeout=st.none() | FLOATS,
    take=st.none() | st.integers(1, 9),
    leave=st.sampled_from(["exhaust", "break", "close"]),
    final=st.booleans(),
)
ERRORS = st.builds(
    ErrorSeen,
    kind=TEXTS,
    message=TEXTS,
    status=st.none() | st.integers(100, 999),
    headers=st.none() | TEXT_MAPS,
    request_id=st.none() | TEXTS,
    error_code=st.none() | TEXTS,
    body=st.none() | st.binary(max_size=8),
    retry_after=st.none() | FLOATS,
    field=st.none() | TEXTS,
    received=st.none() | st.lists(JSON, max_size=3).map(tuple),
    partial=JSON,
)
VALUES = st.just(ABSENT) | JSON
EVENTS = st.lists(JSON, max_size=3).map(tuple)
OUTCOMES = st.builds(
    Outcome,
    value=VALUES,
    events=EVENTS,
    notes=EVENTS,
    final=VALUES,
    error=st.none() | ERRORS,
    shown=st.lists(st.builds(Shown, where=TEXTS, text=TEXTS), max_size=2).map(tuple),
)


@given(CALLS, TEXTS)
def test_a_call_arrives_as_it_was_written(call: Call, case: str) -> None:
    line = lines.read(lines.write(codec.call_object(call, case)))
    assert codec.call_from(line) == (case, call)


@given(OUTCOMES, TEXTS)
def test_an_outcome_arrives_as_it_was_written(outcome: Outcome, case: str) -> None:
    line = lines.read(lines.write(codec.outcome_object(outcome, case)))
    assert line["case"] == case
    assert codec.outcome_from(line) == outcome


def test_an_adapter_introduces_itself() -> None:
    hello = Hello(
        name="x", version="1", operations=frozenset({"Gateway.models.list"}), abilities=frozenset()
    )
    assert codec.hello_from(lines.read(lines.write(codec.hello_object(hello)))) == hello


def test_a_line_is_one_line_whatever_it_says() -> None:
    written = lines.write({"text": "a\nb\u2028c\ud800"})
    assert written.count(b"\n") == 1
    assert lines.read(written) == {"text": "a\nb\u2028c\ud800"}


def test_null_and_nothing_are_two_values() -> None:
    assert codec.outcome_from({"case": "x", "value": None}).value is None
    assert codec.outcome_from({"case": "x"}).value is ABSENT
    assert codec.outcome_object(Outcome(), "x") == {"case": "x"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"case": "x", "events": {}}, "events"),
        ({"case": "x", "surprise": 1}, "surprise"),
        ({"case": "x", "error": {"message": "no kind"}}, "error.kind"),
        ({"case": "x", "error": {"kind": "E", "status": "400"}}, "error.status"),
        ({"case": "x", "error": {"kind": "E", "body": "no base64"}}, "error.body"),
        ({"value": 1}, "case"),
    ],
)
def test_an_answer_of_another_form_is_refused_by_name(line: JsonObject, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        codec.outcome_from(lines.read(lines.write(line)))


@pytest.mark.parametrize("line", [b"", b"[]\n", b"null\n", b"\xff\n", b"{\n", b"[" * 100_000])
def test_what_is_no_object_is_no_line(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        lines.read(line)


def test_a_call_with_a_leaving_of_tomorrow_is_refused() -> None:
    call = Call(client="Gateway", base_url="", token="", method="models.list")
    line = codec.call_object(replace(call, take=1), "x")
    with pytest.raises(ValueError, match="leave"):
        codec.call_from({**line, "leave": "jump"})
