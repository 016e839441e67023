"""Decoding of event streams, after the WHATWG rules and against a naive reading of them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.sse import ServerSentEvent, SSEDecoder


def decode(*chunks: bytes) -> list[ServerSentEvent]:
    decoder = SSEDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def data(*chunks: bytes) -> list[bytes]:
    return [event.data for event in decode(*chunks)]


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"data: a\n\n", [b"a"]),
        (b"data: a\r\rdata: b\r\r", [b"a", b"b"]),
        (b"data: a\r\n\r\n", [b"a"]),
        (b"data: a\r\n\ndata: b\n\r\n", [b"a", b"b"]),
        (b"data:a\n\n", [b"a"]),
        (b"data:  a\n\n", [b" a"]),
        (b"data: a: b\n\n", [b"a: b"]),
        (b"data: a\ndata: b\n\n", [b"a\nb"]),
        (b"data\n\ndata\ndata\n\ndata:", [b"", b"\n"]),
        (b": comment\n:\ndata: a\n: more\n\n", [b"a"]),
        (b"\xef\xbb\xbfdata: a\n\n", [b"a"]),
        (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [b"a"]),
        (b"\xef\xbb\xbf\ndata: a\n\n", [b"a"]),
        (b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\n", []),
        (b"data:\ta\n\n", [b"\ta"]),
        (b"data: a \n\n", [b"a "]),
        (b"data : a\n\n", []),
        (b"data\ndata: a\n\n", [b"\na"]),
        (b":data: a\n::\ndata: b\n\n", [b"b"]),
        (b"event: x\nid: 1\nretry: 5\n\ndata: a\n\n", [b"a"]),
        (b"data: a\nid: 1\nretry: 5\nevent: x\n\n", [b"a"]),
        (b"data: [DONE]\n\ndata: [DONE]\n\ndata: [DONE]", [b"[DONE]", b"[DONE]"]),
        (b"data: \xff\xfe\n\n", [b"\xff\xfe"]),
        (b"data: a\r\rdata: b\r\n\r\ndata: c\n\n", [b"a", b"b", b"c"]),
        (b"data: a\r\n\rdata: b\n\r\n", [b"a", b"b"]),
        (b"data: a\ndata: b\n", []),
        (b"\n\n\ndata: a\n\n\n\n", [b"a"]),
        (b"Data: a\nother: b\n data: c\n\n", []),
        (b"data: a\n", []),
        (b"data: a", []),
        (b"data: a\x0b\x0c\x1c\x85\n\n", [b"a\x0b\x0c\x1c\x85"]),
        ("data: \u2028\u2029ü\n\n".encode(), ["\u2028\u2029ü".encode()]),
    ],
)
def test_the_rules_of_the_format(stream: bytes, expected: list[bytes]) -> None:
    assert data(stream) == expected


def test_an_event_is_complete_at_its_blank_line_and_not_later() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"data: a\r") == []
    assert [event.data for event in decoder.feed(b"\r")] == [b"a"]
    assert decoder.feed(b"\n") == []


def test_a_line_end_split_between_reads_is_one_line_end() -> None:
    assert data(b"data: a\r", b"\n", b"data: b\r", b"\n\r", b"\n") == [b"a\nb"]


def test_only_the_line_feed_right_after_a_carriage_return_belongs_to_it() -> None:
    assert data(b"data: a\r", b"data: b", b"\n", b"\n") == [b"a\nb"]


def test_a_byte_order_mark_counts_at_the_start_only() -> None:
    assert data(b"\xef\xbb", b"\xbfdata: a\n\n", b"\xef\xbb\xbfdata: b\n\n") == [b"a"]


def test_a_character_split_between_reads_is_one_character() -> None:
    text = "data: ü€😀\n\n".encode()
    for cut in range(len(text)):
        assert data(text[:cut], text[cut:]) == ["ü€😀".encode()]


def test_an_empty_read_changes_nothing() -> None:
    assert data(b"data: a\r", b"", b"\ndata: b\n", b"", b"\n") == [b"a\nb"]


def test_the_name_belongs_to_one_event() -> None:
    events = decode(b"event: error\ndata: a\n\ndata: b\n\nevent: lost\n\ndata: c\n\n")
    assert [event.event for event in events] == ["error", "", ""]


def test_the_last_name_of_an_event_counts() -> None:
    [event] = decode(b"event: a\nevent:b\ndata: x\nevent:  c\n\n")
    assert event == ServerSentEvent(b"x", " c")


def test_the_id_stays_until_the_next() -> None:
    events = decode(b"id: 1\ndata: a\n\ndata: b\n\nid: x\0y\ndata: c\n\nid\ndata: d\n\n")
    assert [event.id for event in events] == ["1", "1", "1", ""]


@pytest.mark.parametrize(
    ("line", "retry"),
    [
        (b"10", 10),
        (b"1x", None),
        (b"-1", None),
        (b"", None),
        (b"9" * 9, 999_999_999),
        (b"9" * 10, None),
        (b"9" * 5000, None),
    ],
)
def test_retry_takes_digits_only(line: bytes, retry: int | None) -> None:
    decoder = SSEDecoder()
    decoder.feed(b"retry: " + line + b"\n\n")
    assert decoder.retry == retry


LINES = st.sampled_from(
    [b"data: a", b"data:", b"data", b": c", b"event: e", b"id: 7", b"", "data: ü€😀".encode(), b"x"]
)
ENDS = st.sampled_from([b"\n", b"\r", b"\r\n"])
STREAMS = st.lists(st.tuples(LINES, ENDS)).map(lambda rows: b"".join(a + b for a, b in rows))


def naive(stream: bytes) -> list[bytes]:
    """The rules applied to the whole stream at once."""
    *lines, _ = re.split(rb"\r\n|\n|\r", stream)
    events: list[bytes] = []
    block: list[bytes] = []
    for line in lines:
        name, _, value = line.partition(b":")
        if name == b"data":
            block.append(value[1:] if value.startswith(b" ") else value)
        if line == b"" and block:
            events.append(b"\n".join(block))
            block = []
    return events


@given(STREAMS, st.data())
def test_the_cuts_between_reads_change_nothing(stream: bytes, draw: st.DataObject) -> None:
    cuts = sorted(draw.draw(st.sets(st.integers(0, len(stream)))))
    bounds = [0, *cuts, len(stream)]
    chunks = [stream[a:b] for a, b in pairwise(bounds)]
    assert data(*chunks) == data(stream) == naive(stream)


NEAR = st.lists(
    st.sampled_from([b"data", b"event", b":", b" ", b"\n", b"\r", b"\xef\xbb\xbf", b"\xc3", b"a"])
).map(b"".join)


@given(NEAR, st.data())
def test_the_cuts_change_nothing_whatever_the_bytes_are(stream: bytes, draw: st.DataObject) -> None:
    cut, further = sorted(draw.draw(st.lists(st.integers(0, len(stream)), min_size=2, max_size=2)))
    whole = decode(stream)
    assert decode(stream[:cut], stream[cut:further], stream[further:]) == whole
    assert [event.data for event in whole] == naive(stream.removeprefix(b"\xef\xbb\xbf"))


def shortened(*chunks: bytes) -> list[bytes]:
    """The data of the events, by the short way wherever it answers."""
    decoder, found = SSEDecoder(), list[bytes]()
    for chunk in chunks:
        several = decoder.plain(chunk)
        found += [event.data for event in decoder.feed(chunk)] if several is None else several
    return found


PLAIN = st.lists(
    st.sampled_from(
        [b"data: a", b"\n\n", b"data: b\n\n", b"data: ", b"data:", b"\n", b"\r", b": c"]
    )
).map(b"".join)


@given(PLAIN, st.data())
def test_the_short_way_finds_the_same(stream: bytes, draw: st.DataObject) -> None:
    cut, further = sorted(draw.draw(st.lists(st.integers(0, len(stream)), min_size=2, max_size=2)))
    assert shortened(stream[:cut], stream[cut:further], stream[further:]) == data(stream)


def test_the_short_way_takes_what_servers_write() -> None:
    decoder = SSEDecoder()
    assert decoder.plain(b"data: a\n\ndata: b\n\ndata") == [b"a", b"b"]
    assert decoder.plain(b": c\n\n") == [b"c"]


WORDS = st.text(st.characters(exclude_characters="\0\r\n", exclude_categories=["Cs"]), max_size=5)
EVENTS = st.lists(
    st.builds(
        ServerSentEvent,
        data=st.lists(WORDS, min_size=1, max_size=3).map(lambda lines: "\n".join(lines).encode()),
        event=WORDS,
        id=WORDS,
    ),
    max_size=4,
)


def encoded(event: ServerSentEvent, draw: st.DataObject) -> bytes:
    """An event as a server might write it: fields in some order, notes between, any line end."""
    lines, spaced = event.data.split(b"\n"), draw.draw(st.booleans())
    # A value that begins with a space needs another before it.
    gaps = [b" " if line.startswith(b" ") or spaced else b"" for line in lines]
    said = [b"data:" + gap + line for gap, line in zip(gaps, lines, strict=True)]
    named = [b"event: " + event.event.encode(), b"id: " + event.id.encode()]
    blocks: list[list[bytes]] = draw.draw(st.permutations([said, named, [b": ping", b"retry: 1"]]))
    end = draw.draw(ENDS)
    return b"".join(line + end for block in blocks for line in block) + end


@given(EVENTS, st.booleans(), st.data())
def test_what_a_server_wrote_is_read(
    events: list[ServerSentEvent], marked: bool, draw: st.DataObject
) -> None:
    mark = b"\xef\xbb\xbf" if marked else b""
    assert decode(mark + b"".join(encoded(event, draw) for event in events)) == events


@given(st.binary())
def test_no_bytes_break_the_decoder(stream: bytes) -> None:
    assert data(*(bytes([byte]) for byte in stream)) == data(stream)
