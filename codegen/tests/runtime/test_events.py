"""Reading a stream in the ways that are short where they can be, and in the long one."""

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from runtime.decoding import decoder
from runtime.errors import APIResponseError, StreamError
from runtime.events import EventReader
from runtime.headers import Headers
from runtime.models import Model
from runtime.operation import StreamEnd
from runtime.reply import Reply

REPLY = Reply(call="POST /", status=200, reason="OK", headers=Headers({}))
END = StreamEnd(marker="[DONE]", types=frozenset({"stop"}))


class Event(Model):
    type: str | None = None
    number: float | None = None


PLAIN = [b"data: {}", b'data: {"type": "a"}', b'data: {"number": 1}']
SPECIAL = [
    b'data: {"type": "NaN, Infinity and \\"error\\""}',
    b'data: {"type": "an \\"error"}',
    b'data: {"error": null}',
    b'data: {"error": {"message": "m"}}',
    b'data: {"error_code": "E", "message": "m"}',
    b'data: {"type": "error"}',
    b'data: {"type": 1}',
    b'data: {"number": NaN}',
    b'data: {"number": -Infinity}',
    b'data: {"type": "stop"}',
    b"data: [DONE]",
    b"data:  [DONE] ",
    b"data: null",
    b"data: {",
    b"data:",
    b"data: {\ndata: }",
    b"event: error\ndata: {}",
    b"event: other\ndata: {}",
    b": note",
    b"",
]
EVENTS = st.one_of(st.sampled_from(PLAIN), st.sampled_from(SPECIAL))
STREAMS = st.lists(st.tuples(EVENTS, st.sampled_from([b"\n\n", b"\n\n", b"\r\n\r\n"])), max_size=8)


def found(reads: Iterable[bytes]) -> tuple[list[Event], list[bytes], bool, str]:
    """Events, their data, whether the end was seen, and the error."""
    reader = EventReader(decoder(Event), REPLY, END)
    events: list[Event] = []
    try:
        for read in reads:
            alone = reader.alone(read)
            if alone is None:
                events.extend(reader.feed(read))
            else:
                events.append(alone)
            if reader.ended:
                break
    except (StreamError, APIResponseError) as error:
        return events, reader.received, reader.ended, f"{type(error).__name__}: {error}"
    return events, reader.received, reader.ended, ""


@given(STREAMS, st.lists(st.integers(0, 10_000), max_size=8))
def test_events_errors_and_end_do_not_depend_on_the_reads(
    rows: list[tuple[bytes, bytes]], places: list[int]
) -> None:
    stream = b"".join(event + end for event, end in rows)
    ends = sorted(place % (len(stream) + 1) for place in places)
    reads = [stream[a:b] for a, b in pairwise([0, *ends, len(stream)])]
    assert found(reads) == found(bytes([byte]) for byte in stream)


@given(STREAMS)
def test_events_that_come_alone_are_the_same(rows: list[tuple[bytes, bytes]]) -> None:
    assert found(event + end for event, end in rows) == found(
        bytes([byte]) for event, end in rows for byte in event + end
    )
