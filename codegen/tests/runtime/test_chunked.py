"""Joining chunks, against h11: it finds the same in what was joined as in what was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import h11
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runtime.chunked import ChunkJoiner

Head = tuple[int, Sequence[tuple[bytes, bytes]]]

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
LAST = b"0\r\n\r\n"
HEADS = [
    HEAD,
    b"HTTP/1.1 200 \r\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: CHUNKED\r\nx: y\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding:\tchunked \r\n\r\n",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n folded\r\n\r\n",
    b"HTTP/1.1 200 OK\ntransfer-encoding: chunked\n\n",
    b"HTTP/1.1 200 OK\nx: y\r\n\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ncontent-length: 23\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n\r\n",
    b"HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD,
    b"HTTP/1.1 204 None\r\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 101 Other\r\nupgrade: x\r\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 500 Bad\r\ntransfer-encoding: chunked\r\n\r\n",
    b"\r\n" + HEAD,
    b"",
]


@dataclass(kw_only=True, slots=True)
class Told:
    """What h11 tells: heads, what each read has brought of the body, how it ends, what is left."""

    heads: list[Head] = field(default_factory=list[Head])
    bodies: list[bytes] = field(default_factory=list[bytes])
    ended: bool = False
    error: str = ""
    left: bytes = b""


def events(connection: h11.Connection) -> Iterator[h11.Event]:
    while isinstance(event := connection.next_event(), h11.Event):
        yield event
        if isinstance(event, h11.ConnectionClosed):
            return


def told(reads: Iterable[bytes], method: str = "POST") -> Told:
    """What h11 makes of the reads, and of the end of the connection unless it came to one."""
    connection, found = h11.Connection(h11.CLIENT), Told()
    connection.send(h11.Request(method=method, target="/", headers=[("host", "a")]))
    connection.send(h11.EndOfMessage())
    try:
        for read in (*reads, b""):
            if read or not found.ended:
                connection.receive_data(read)
            found.bodies.append(b"")
            for event in events(connection):
                note(event, found)
        found.left = connection.trailing_data[0]
    except h11.RemoteProtocolError as error:
        found.error = str(error)
    return found


def note(event: h11.Event, found: Told) -> None:
    if isinstance(event, h11.Response | h11.InformationalResponse):
        found.heads.append((event.status_code, [*event.headers]))
    elif isinstance(event, h11.Data):
        found.bodies[-1] += event.data
    found.ended = found.ended or isinstance(event, h11.EndOfMessage)


def joined(*reads: bytes) -> list[bytes]:
    joiner = ChunkJoiner()
    joiner.expect()
    return [joiner.feed(read) for read in reads]


def chunk(content: bytes, size: str = "", end: bytes = b"\r\n") -> bytes:
    return b"%b\r\n%b%b" % (size.encode() or b"%x" % len(content), content, end)


def pieces(text: bytes, places: Iterable[int]) -> list[bytes]:
    """The text in reads, none of which is empty: that would be the end of the connection."""
    ends = sorted({place % (len(text) + 1) for place in places} - {0, len(text)})
    return [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if a < b]


CONTENTS = st.one_of(st.sampled_from([b"data: x\n\n", b"\r\n", b"\r\n5\r\n", LAST]), st.binary())
SIZES = st.sampled_from(
    ["", "5;x=y", "005", "5 ", "+5", "0x5", "1_0", "-1", "g", "fffffff", "9" * 9]
)
ENDS = st.sampled_from([b"\r\n", b"\n", b"", b"\r\r\n", b"\rx", b"x"])
PLAIN = st.builds(chunk, CONTENTS.filter(bool))
ANY = st.one_of(PLAIN, st.builds(chunk, CONTENTS, SIZES, ENDS))
TAILS = st.sampled_from([LAST, b"", b"0\r\nx: y\r\n\r\n", b"00\r\n\r\n", LAST + HEAD, LAST + b"0"])
PLACES = st.lists(st.integers(0, 10_000), max_size=12)


def answers(chunks: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    heads = st.one_of(st.just(HEAD), st.sampled_from(HEADS))
    parts = st.tuples(heads, st.lists(chunks, max_size=8).map(b"".join), TAILS)
    return parts.map(b"".join)


@given(st.one_of(answers(PLAIN), answers(ANY)), PLACES)
@example(HEAD + chunk(b"a") * 2 + LAST, [len(HEAD)])
@example(HEAD + chunk(b"ab") + chunk(b"c") * 2, [len(HEAD) + 1, len(HEAD) + 4])
def test_the_same_is_found_in_every_read(answer: bytes, places: list[int]) -> None:
    reads = pieces(answer, places)
    assert told(joined(*reads)) == told(reads)


@given(answers(PLAIN), PLACES, st.data())
def test_damage_is_found_as_it_was(answer: bytes, places: list[int], draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(answer)))
    cut = draw.draw(st.integers(0, 2))
    instead = draw.draw(st.sampled_from([b"", b"\r", b"\n", b"0", b"a", b";", b" "]))
    reads = pieces(answer[:place] + instead + answer[place + cut :], places)
    assert told(joined(*reads)) == told(reads)


@given(answers(PLAIN), st.integers(0, 10_000), PLACES)
def test_a_cut_is_found_where_it_was(answer: bytes, end: int, places: list[int]) -> None:
    reads = pieces(answer[: end % (len(answer) + 1)], places)
    assert told(joined(*reads)) == told(reads)


@given(answers(ANY), PLACES)
def test_no_read_grows_or_vanishes(answer: bytes, places: list[int]) -> None:
    for read, given_out in zip(reads := pieces(answer, places), joined(*reads), strict=True):
        assert 0 < len(given_out) <= len(read)


@given(st.lists(st.tuples(answers(PLAIN), PLACES), max_size=4))
def test_an_answer_does_not_depend_on_those_before(asked: list[tuple[bytes, list[int]]]) -> None:
    joiner = ChunkJoiner()
    for answer, places in asked:
        reads = pieces(answer, places)
        joiner.expect()
        assert [joiner.feed(read) for read in reads] == joined(*reads)


def test_chunks_that_come_together_are_one() -> None:
    body = chunk(b"data: 1\n\n") + chunk(b"data: 2\n\n")
    one = chunk(b"data: 1\n\ndata: 2\n\n")
    assert joined(HEAD + body, body, body + LAST) == [HEAD + one, one, one + LAST]


def test_a_chunk_that_has_begun_is_joined_to_those_before() -> None:
    begun = chunk(b"a" * 20)[:10]
    reads = joined(HEAD + chunk(b"b") * 2 + begun, chunk(b"a" * 20)[10:] + chunk(b"c") * 2)
    assert reads == [
        HEAD + chunk(b"bb" + b"a" * 20)[:-16],
        chunk(b"a" * 20)[10:] + chunk(b"cc"),
    ]


@pytest.mark.parametrize(
    "read",
    [
        HEAD + chunk(b"a") * 2,
        chunk(b"a") * 2,
    ],
)
def test_nothing_is_joined_unless_an_answer_is_expected(read: bytes) -> None:
    assert ChunkJoiner().feed(read) == read


@pytest.mark.parametrize("head", HEADS[3:])
def test_other_answers_are_left_as_they_are(head: bytes) -> None:
    read = head + chunk(b"a") * 2 + LAST
    assert joined(read, chunk(b"a") * 2) == [read, chunk(b"a") * 2]


def test_what_follows_an_answer_is_left_as_it_is() -> None:
    read = chunk(b"a") + LAST + HEAD + chunk(b"a") * 2
    assert joined(HEAD + read, read) == [HEAD + read, read]


def test_a_head_has_no_body_where_the_request_wants_none() -> None:
    reads = [HEAD]
    assert told(joined(*reads), "HEAD") == told(reads, "HEAD")
