"""The grammar of faults: what is written is read as the same, and what is wrong is told."""

from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.raw.answer import End
from invocant_conformance.server.faults import explaining, grammar
from invocant_conformance.server.faults.record import (
    After,
    Fault,
    Form,
    Framing,
    Kind,
    Shape,
    Told,
    When,
)
from invocant_conformance.server.faults.values import FaultError
from invocant_conformance.target import TASKS

SECONDS = st.floats(0, 86_400)
COUNTS = st.integers(1, 10**9)
PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "status": st.integers(200, 599),
    "seconds": SECONDS,
    "jitter": SECONDS,
    "retry_after": SECONDS,
    "told": st.sampled_from(get_args(Told)),
    "after": st.builds(After, count=st.integers(0, 10**9), in_bytes=st.booleans()),
    "framing": st.sampled_from(get_args(Framing)),
    "size": COUNTS,
    "form": st.sampled_from(get_args(Form)),
    "shape": st.sampled_from(get_args(Shape)),
    "type": PRINTABLE,
    "name": st.from_regex("[A-Za-z-]{1,20}", fullmatch=True),
    "raw": st.binary(max_size=60),
    "script": PRINTABLE,
    "end": st.sampled_from(get_args(End)),
    "when": st.sampled_from(get_args(When)),
    "rate": st.floats(0, 1),
    "times": COUNTS,
    "every": COUNTS,
    "task": st.sampled_from(TASKS),
    "path": PRINTABLE.map("/{}".format),
    "model": st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40),
    "method": st.sampled_from(["GET", "post"]),
}


@st.composite
def faults(draw: st.DrawFn) -> Fault:
    kind = draw(st.sampled_from(list(Kind)))
    status = draw(st.integers(400, 599)) if kind is Kind.STATUS else None
    attributes = [grammar.key(name).attribute for name in (*grammar.OWN[kind], *grammar.COMMON)]
    chosen = draw(st.lists(st.sampled_from(attributes), unique=True))
    values = {attribute: draw(VALUES[attribute]) for attribute in chosen}
    return sound(replace(Fault(kind=kind, status=status), **values))


def sound(fault: Fault) -> Fault:
    """Leave out what does not go with the rest."""
    if fault.kind is Kind.RAW and fault.raw is None and fault.script is None:
        fault = replace(fault, raw=b"x")
    if fault.raw is not None and fault.script is not None:
        fault = replace(fault, raw=None)
    if fault.script is not None:
        fault = replace(fault, end=None)
    if fault.after and fault.after.in_bytes and fault.kind not in (Kind.CUT, Kind.RESET):
        fault = replace(fault, after=After(count=fault.after.count))
    return replace(fault, when=None) if fault.after else fault


@given(faults())
def test_what_is_written_is_read_as_the_same(fault: Fault) -> None:
    assert grammar.parse(grammar.write(fault)) == fault


@given(faults())
def test_what_is_written_fits_into_a_header_and_behind_a_models_name(fault: Fault) -> None:
    written = grammar.write(fault)
    assert written.isascii()
    assert written.isprintable()
    assert not {" ", "+"} & set(written)


def read(text: str) -> Fault | FaultError:
    try:
        return grammar.parse(text)
    except FaultError as error:
        return error


@given(st.text(st.sampled_from("429;rate=0.reset cut+after%&\n é"), max_size=30))
def test_any_text_is_read_or_refused_in_one_line_with_its_field(text: str) -> None:
    found = read(text)
    if isinstance(found, Fault):
        assert grammar.parse(grammar.write(found)) == found
    else:
        assert str(found).startswith(f"{found.field}: ")
        assert str(found).endswith(found.rule)
        assert "\n" not in str(found)


@given(st.sampled_from(list(Kind)), st.data())
def test_every_value_of_every_key_is_read_or_refused_by_the_rule_of_the_key(
    kind: Kind, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([*grammar.OWN[kind], *grammar.COMMON]))
    value = data.draw(st.text(st.characters(exclude_characters=";"), max_size=12)).strip()
    found = read(f"{'500' if kind is Kind.STATUS else kind.value};{name}={value}")
    if isinstance(found, FaultError) and (found.field, found.value) == (name, value):
        assert found.rule == f"is not {grammar.key(name).form.about}"


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("", "kind: '' is none of 400 to 599, none, latency, reset, cut"),
        ("flood", "kind: 'flood' is none of 400 to 599, none, latency, reset, cut"),
        ("600", "kind: '600' is none of 400 to 599"),
        ("200", "kind: '200' is none of 400 to 599"),
        ("429;colour=red", "key: 'colour' is none of those of 429: retry-after, as, when, rate"),
        ("cut;seconds=1", "key: 'seconds' is none of those of cut: after, framing, rate"),
        ("429;rate", "rate: 'rate' has no value: write key=value"),
        ("429;rate=1.5", "rate: '1.5' is not a number from 0 to 1"),
        ("429;rate=nan", "rate: 'nan' is not a number from 0 to 1"),
        ("429;rate=0;rate=1", "rate: '429;rate=0;rate=1' is given twice"),
        ("429;times=0", "times: '0' is not a whole number from 1"),
        ("429;task=poetry", "task: 'poetry' is not one of chat, completions"),
        ("429;path=chat", "path: 'chat' is not a path, which begins with /"),
        ("429;model=%FF", "model: '%FF' is not the name of a model"),
        ("latency;seconds=-1", "seconds: '-1' is not a number of seconds from 0 to 86400"),
        ("cut;after=x", "after: 'x' is not a whole number from 0, with a b behind it"),
        ("error;after=3b", "after: 'error;after=3b' counts bytes of a stream, which only cut"),
        ("html;status=99", "status: '99' is not a status from 200 to 599"),
        ("content-type;type=%0a", "type: '%0a' is not printable ASCII"),
        ("no-header;name=a:b", "name: 'a:b' is not the name of a header"),
        ("raw", "raw: 'raw' needs one of base64 and script"),
        ("raw;base64=a", "base64: 'a' is not base64"),
        ("raw;base64=YQ;script=a", "raw: 'raw;base64=YQ;script=a' needs one of base64"),
        ("raw;script=a;end=keep", "end: 'keep' goes with base64"),
        ("reset;after=1;when=after", "when: 'after' does not go with after"),
    ],
)
def test_what_is_wrong_is_told_with_field_value_and_rule(spec: str, message: str) -> None:
    with pytest.raises(FaultError) as caught:
        grammar.parse(spec)
    assert str(caught.value).startswith(message)


def test_blanks_around_signs_do_not_matter() -> None:
    assert grammar.parse(" 429 ; rate = .5;times=2 ") == grammar.parse("429;rate=0.5;times=2")


def test_the_explanation_tells_every_kind_and_every_key() -> None:
    told = explaining.text()
    assert all(f"  {kind.value}: " in told for kind in Kind if kind is not Kind.STATUS)
    names = {name for keys in grammar.OWN.values() for name in keys} | {*grammar.COMMON}
    assert all(f"  {name}: " in told for name in names)
    assert max(map(len, told.splitlines())) <= 88


def test_every_attribute_of_a_fault_has_a_key() -> None:
    names = {name for keys in grammar.OWN.values() for name in keys} | {*grammar.COMMON}
    attributes = {grammar.key(name).attribute for name in names}
    assert attributes == {field.name for field in fields(Fault)} - {"kind"}
