"""Event streams are read as the HTML standard says, and nothing of their framing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.checks import sse
from invocant_conformance.checks.sse import Event

LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20)
DATA = st.lists(LINE, min_size=1, max_size=3)
LINE_ENDS = ("\n", "\r\n", "\r")


def _written(events: list[list[str]], end: str) -> str:
    """Write events as an encoder would, one data line for each line of data."""
    return "".join("".join(f"data: {line}{end}" for line in lines) + end for lines in events)


@given(events=st.lists(DATA, max_size=5), end=st.sampled_from(LINE_ENDS))
def test_events_come_back_whatever_the_line_ends(events: list[list[str]], end: str) -> None:
    found = sse.read(_written(events, end).encode()).events
    assert [event.data for event in found] == ["\n".join(lines) for lines in events]


@given(events=st.lists(DATA, max_size=4), comment=LINE)
def test_comments_and_blank_lines_change_nothing(events: list[list[str]], comment: str) -> None:
    plain = _written(events, "\n")
    noisy = f":{comment}\n\n\n" + plain.replace("\n\n", f"\n\n:{comment}\n\n") + f":{comment}\n"
    assert sse.read(noisy.encode()).events == sse.read(plain.encode()).events


@given(events=st.lists(DATA, max_size=4))
def test_a_byte_order_mark_changes_nothing_but_is_noted(events: list[list[str]]) -> None:
    plain = _written(events, "\n").encode()
    marked = sse.read(b"\xef\xbb\xbf" + plain)
    assert (marked.events, marked.byte_order_mark) == (sse.read(plain).events, True)


@given(events=st.lists(DATA, max_size=3), last=DATA)
def test_an_event_without_a_blank_line_is_no_event(
    events: list[list[str]], last: list[str]
) -> None:
    body = _written(events, "\n") + "".join(f"data: {line}\n" for line in last)
    found = sse.read(body.encode())
    assert (len(found.events), found.unfinished) == (len(events), "\n".join(last))


@given(body=st.binary(max_size=200))
def test_any_bytes_can_be_read(body: bytes) -> None:
    found = sse.read(body)
    assert found.is_utf8 or "\ufffd" in body.decode(errors="replace")


@pytest.mark.parametrize(
    ("body", "events"),
    [
        ("data:x\n\n", [Event(data="x")]),
        ("data:  x\n\n", [Event(data=" x")]),
        ("data\n\n", [Event(data="")]),
        ("data: a\ndata: b\n\n", [Event(data="a\nb")]),
        ("event: error\ndata: x\n\n", [Event(data="x", type="error")]),
        ("event: error\n\ndata: x\n\n", [Event(data="x")]),
        ("id: 1\nretry: 5\ndata: x\n\n", [Event(data="x")]),
        ("data: x\n \n\n", [Event(data="x")]),
        ("\n\n\n", []),
        ("", []),
    ],
)
def test_fields_are_read_as_the_standard_says(body: str, events: list[Event]) -> None:
    assert list(sse.read(body.encode()).events) == events


@pytest.mark.parametrize("line", ["Data: x", "data : x", " data: x", '{"a": 1}', "[DONE]"])
def test_a_line_of_no_known_field_is_noted(line: str) -> None:
    assert sse.read(f"{line}\n\n".encode()).ignored == (line,)


def test_a_last_line_without_an_end_is_read_but_not_dispatched() -> None:
    found = sse.read(b"data: a\n\ndata: [DONE]")
    assert ([event.data for event in found.events], found.unfinished) == (["a"], "[DONE]")


def test_line_ends_that_occur_are_noted() -> None:
    assert sse.read(b"data: a\r\n\r\ndata: b\n\n").line_ends == {"\r\n", "\n"}
