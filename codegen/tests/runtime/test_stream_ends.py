"""Every way in which a stream can end, alone and together."""

import httpx
import pytest

from runtime.errors import StreamError, StreamInterrupted
from runtime.models import Model
from runtime.operation import Finished, Operation, StreamEnd

from .support import FINISHED, HELLO, Bench, chunk, sse_answer

STOP = '{"type": "stop"}'
PIECE = '{"type": "piece"}'
TYPES = frozenset({"stop", "failed"})


class Event(Model):
    type: str | None = None


def read(bench: Bench, end: StreamEnd, *events: str) -> list[str | None]:
    operation = Operation(id="some", method="POST", path="/", stream_end=end)
    transport = bench.over(lambda request: sse_answer(*events))
    return [event.type for event in transport.stream(operation, Event, HELLO)]


def test_an_event_of_a_last_type_is_delivered_and_ends_the_stream(bench: Bench) -> None:
    assert read(bench, StreamEnd(types=TYPES), PIECE, STOP) == ["piece", "stop"]


def test_a_marker_after_the_last_type_is_no_event(bench: Bench) -> None:
    end = StreamEnd(marker="[DONE]", types=TYPES)
    assert read(bench, end, PIECE, STOP, "[DONE]") == ["piece", "stop"]
    assert read(bench, StreamEnd(types=TYPES), PIECE, STOP, "[DONE]") == ["piece", "stop"]


def test_a_marker_suffices_where_no_last_type_came(bench: Bench) -> None:
    assert read(bench, StreamEnd(marker="[DONE]", types=TYPES), PIECE, "[DONE]") == ["piece"]


def test_a_stream_that_stops_before_its_last_type_is_interrupted(bench: Bench) -> None:
    with pytest.raises(StreamInterrupted) as caught:
        read(bench, StreamEnd(types=TYPES), PIECE)
    assert caught.value.received == [Event(type="piece")]


def test_a_finished_rule_needs_neither_marker_nor_type(bench: Bench) -> None:
    assert read(bench, StreamEnd(finished=FINISHED), chunk("a", finish="stop")) == [None]
    with pytest.raises(StreamInterrupted):
        read(bench, StreamEnd(finished=FINISHED), chunk("a"))


def test_the_finished_rule_reads_the_names_of_the_wire(bench: Bench) -> None:
    rule = Finished(list="candidates", key="index", field="finishReason")
    last = '{"candidates": [{"finishReason": "STOP"}]}'
    assert read(bench, StreamEnd(finished=rule), last) == [None]


def test_a_rule_without_count_asks_for_one_entry(bench: Bench) -> None:
    rule = Finished(list="choices", key="index", field="finish_reason")
    assert read(bench, StreamEnd(finished=rule), chunk("a", finish="stop")) == [None]


def test_without_a_marker_no_text_ends_a_stream(bench: Bench) -> None:
    def empty(request: httpx.Request) -> httpx.Response:
        content = b"data:\n\ndata: " + STOP.encode() + b"\n\n"
        return httpx.Response(200, content=content, headers={"content-type": "text/event-stream"})

    operation = Operation(id="some", method="POST", path="/", stream_end=StreamEnd(types=TYPES))
    assert len([*bench.over(empty).stream(operation, Event, HELLO)]) == 1


@pytest.mark.parametrize(
    ("event", "code", "message"),
    [
        (
            '{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}',
            "overloaded_error",
            "Overloaded",
        ),
        (
            '{"type": "error", "code": "server_error", "message": "Broken", "param": null}',
            "server_error",
            "Broken",
        ),
        ('{"error": {"code": "bad", "message": "Refused"}}', "bad", "Refused"),
    ],
    ids=["messages", "responses", "openai"],
)
@pytest.mark.parametrize("named", [True, False])
def test_an_error_event_of_every_format_raises(
    bench: Bench, event: str, code: str, message: str, named: bool
) -> None:
    text = f"{'event: error' if named else ': '}\ndata: {event}\n\n"

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {"content-type": "text/event-stream"}
        return httpx.Response(200, content=text.encode(), headers=headers)

    operation = Operation(id="some", method="POST", path="/", stream_end=StreamEnd(types=TYPES))
    with pytest.raises(StreamError, match=message) as caught:
        list(bench.over(answer).stream(operation, Event, HELLO))
    assert caught.value.error_code == code


def test_a_failed_response_is_an_event_and_no_error(bench: Bench) -> None:
    failed = '{"type": "failed", "response": {"error": {"code": "server_error"}}}'
    assert read(bench, StreamEnd(types=TYPES), PIECE, failed) == ["piece", "failed"]
