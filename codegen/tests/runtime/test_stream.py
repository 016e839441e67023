"""Streams over a mocked connection, in both flavours."""

import gc
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from runtime.errors import (
    APIResponseError,
    BadRequestError,
    InvocantError,
    StreamError,
    StreamInterrupted,
)

from .support import (
    CHAT,
    HELLO,
    TOKEN,
    Bench,
    Chunk,
    Handler,
    again,
    chunk,
    json_answer,
    sse_answer,
)

DONE = "[DONE]"


def answering(response: httpx.Response) -> Handler:
    return lambda request: again(response)


def texts(events: list[Chunk]) -> list[str | None]:
    return [choice.delta.content for event in events for choice in event.choices if choice.delta]


def test_events_come_as_models_until_the_marker(bench: Bench) -> None:
    answer = sse_answer(chunk("a"), chunk("b", finish="stop"), DONE)
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert texts(list(stream)) == ["a", "b"]


def test_a_stream_tells_status_headers_and_request_id(bench: Bench) -> None:
    answer = sse_answer(DONE)
    answer.headers["x-request-id"] = "r-1"
    with bench.over(answering(answer)).stream(CHAT, Chunk, HELLO) as _:
        pass
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert (stream.response.status, stream.response.request_id) == (200, "r-1")
    stream.close()


def test_the_marker_may_have_space_around_it(bench: Bench) -> None:
    stream = bench.over(answering(sse_answer(f" {DONE} "))).stream(CHAT, Chunk, HELLO)
    assert list(stream) == []


def test_a_token_that_headers_echo_is_masked(bench: Bench) -> None:
    answer = sse_answer(DONE)
    answer.headers["x-echo"] = TOKEN
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert TOKEN not in repr(stream.response)
    stream.close()


def test_what_follows_the_marker_is_ignored(bench: Bench) -> None:
    answer = sse_answer(chunk("a"), DONE, '{"error": "late"}', DONE)
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert texts(list(stream)) == ["a"]


def test_a_missing_marker_is_forgiven_when_every_choice_finished(bench: Bench) -> None:
    answer = sse_answer(chunk("a"), chunk("b", finish="stop"))
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert texts(list(stream)) == ["a", "b"]


@pytest.mark.parametrize(
    "answer",
    [
        sse_answer(),
        sse_answer(chunk("a")),
        sse_answer(chunk("a", finish="stop"), chunk("b", index=1)),
        sse_answer(chunk("a"), end=f"data: {DONE}"),
        sse_answer(chunk("a"), end=f"data: {DONE}\n"),
        sse_answer(chunk("a"), end=f"data: {chunk('b', finish='stop')}\n"),
    ],
    ids=["empty", "no end", "one choice open", "marker cut", "marker unterminated", "event cut"],
)
def test_any_other_end_is_an_interruption(bench: Bench, answer: httpx.Response) -> None:
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    with pytest.raises(StreamInterrupted):
        list(stream)


def test_an_interruption_holds_what_was_received(bench: Bench) -> None:
    answer = sse_answer(chunk("a"), chunk("b"))
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    with pytest.raises(StreamInterrupted) as caught:
        list(stream)
    received = caught.value.received
    assert received == [Chunk.model_validate_json(chunk(text)) for text in "ab"]
    assert stream.received == [chunk("a").encode(), chunk("b").encode()]


ERRORS = [
    ('{"error": {"message": "m", "type": "t", "param": null, "code": "500"}}', "m", "t"),
    ('{"error": "m"}', "m", None),
    ('{"error_code": "INTERNAL_ERROR", "message": "m"}', "m", "INTERNAL_ERROR"),
    (
        '{"type": "error", "error": {"type": "overloaded_error", "message": "m"}}',
        "m",
        "overloaded_error",
    ),
    (
        '{"type": "error", "code": "server_error", "message": "m", "sequence_number": 3}',
        "m",
        "server_error",
    ),
    ('{"error": {"code": 503, "message": "m", "status": "UNAVAILABLE"}}', "m", "UNAVAILABLE"),
    ('[{"error": {"code": 503, "message": "m", "status": "UNAVAILABLE"}}]', "m", "UNAVAILABLE"),
    ('{"object": "error", "message": "m", "type": "BadRequestError", "code": 400}', "m", None),
    ('{"choices": [], "error": {"message": "m", "code": 502}}', "m", None),
]


@pytest.mark.parametrize(("event", "message", "code"), ERRORS)
def test_an_error_event_raises_after_the_events_before_it(
    bench: Bench, event: str, message: str, code: str | None
) -> None:
    stream = bench.over(answering(sse_answer(chunk("a"), event, DONE))).stream(CHAT, Chunk, HELLO)
    assert texts([next(stream)]) == ["a"]
    with pytest.raises(StreamError, match=message) as caught:
        next(stream)
    error = caught.value
    assert (error.status, error.error_code, error.body) == (200, code, event.encode())


@pytest.mark.parametrize("data", ["upstream died", '{"reason": "upstream died"}'])
def test_an_event_named_error_is_an_error_whatever_it_holds(bench: Bench, data: str) -> None:
    answer = sse_answer(chunk("a"), end=f"event: error\ndata: {data}\n\n")
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    with pytest.raises(StreamError, match="upstream died"):
        list(stream)


def test_an_event_named_error_may_hold_nothing(bench: Bench) -> None:
    answer = sse_answer(chunk("a"), end="event: error\ndata\n\n")
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    next(stream)
    with pytest.raises(StreamError, match="error event") as caught:
        next(stream)
    assert caught.value.received == [Chunk.model_validate_json(chunk("a"))]


@pytest.mark.parametrize(
    "event",
    [
        '{"choices": [], "error": null}',
        '{"choices": [], "error_code": null}',
        chunk('"error": "quoted"'),
    ],
)
def test_an_event_that_merely_speaks_of_errors_is_none(bench: Bench, event: str) -> None:
    stream = bench.over(answering(sse_answer(event, DONE))).stream(CHAT, Chunk, HELLO)
    assert len(list(stream)) == 1


@pytest.mark.parametrize(
    "event", ["{", '{"choices": 5}', '{"choices": [], "x": NaN}', '{"choices": [], "x": -Infinity}']
)
def test_an_event_that_violates_the_model_is_a_response_error(bench: Bench, event: str) -> None:
    stream = bench.over(answering(sse_answer(chunk("a"), event, DONE))).stream(CHAT, Chunk, HELLO)
    next(stream)
    with pytest.raises(APIResponseError) as caught:
        next(stream)
    assert caught.value.body == event.encode()


def test_an_empty_event_keeps_the_stream_alive(bench: Bench) -> None:
    answer = sse_answer("", chunk("a"), " ", DONE)
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert texts(list(stream)) == ["a"]


def test_json_in_place_of_a_stream_is_a_response_error(bench: Bench) -> None:
    answer = json_answer(body={"id": "1", "choices": []})
    with pytest.raises(APIResponseError, match="application/json") as caught:
        bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    assert caught.value.body == answer.content


def test_a_status_error_in_place_of_a_stream_is_that(bench: Bench) -> None:
    with pytest.raises(BadRequestError, match="no such model"):
        bench.over(answering(json_answer(400, {"message": "no such model"}))).stream(
            CHAT, Chunk, HELLO
        )


def test_a_stream_is_asked_for_as_such(bench: Bench) -> None:
    accepts: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        accepts.append(request.headers["accept"])
        return sse_answer(DONE)

    bench.over(handler).stream(CHAT, Chunk, HELLO).close()
    assert accepts == ["text/event-stream, application/json"]


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that says whether it was closed; fails at its end when told to."""

    def __init__(self, *parts: bytes, failure: Exception | None = None) -> None:
        self.parts = parts
        self.failure = failure
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from self.parts
        if self.failure:
            raise self.failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.parts:
            yield part
        if self.failure:
            raise self.failure

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def streaming(body: Body) -> Handler:
    headers = {"content-type": "text/event-stream"}
    return lambda request: httpx.Response(200, headers=headers, stream=body)


def data(*events: str) -> bytes:
    return "".join(f"data: {event}\n\n" for event in events).encode()


def test_leaving_the_block_releases_the_connection(bench: Bench) -> None:
    body = Body(data(chunk("a")), data(chunk("b")))
    with bench.over(streaming(body)).stream(CHAT, Chunk, HELLO):
        assert not body.closed
    assert body.closed


def test_closing_releases_the_connection_and_ends_the_stream(bench: Bench) -> None:
    body = Body(data(chunk("a")), data(chunk("b")))
    stream = bench.over(streaming(body)).stream(CHAT, Chunk, HELLO)
    next(stream)
    stream.close()
    stream.close()
    assert body.closed
    assert list(stream) == []


@pytest.mark.parametrize("events_read", [0, 1])
def test_dropping_a_stream_releases_the_connection(bench: Bench, events_read: int) -> None:
    body = Body(data(chunk("a")), data(chunk("b")))
    stream = bench.over(streaming(body)).stream(CHAT, Chunk, HELLO)
    for _ in range(events_read):
        next(stream)
    gc.disable()
    try:
        del stream
        bench.settle()
        assert body.closed
    finally:
        gc.enable()


def test_the_marker_releases_the_connection_though_the_server_goes_on(bench: Bench) -> None:
    body = Body(data(DONE), data(chunk("late")))
    stream = bench.over(streaming(body)).stream(CHAT, Chunk, HELLO)
    assert list(stream) == []
    assert body.closed


@pytest.mark.parametrize("event", ['{"error": "m"}', "{"])
def test_an_error_releases_the_connection(bench: Bench, event: str) -> None:
    body = Body(data(event), data(chunk("late")))
    stream = bench.over(streaming(body)).stream(CHAT, Chunk, HELLO)
    with pytest.raises(InvocantError) as caught:
        next(stream)
    assert caught.traceback
    assert body.closed


@pytest.mark.parametrize(
    "failure",
    [httpx.ReadError("reset"), httpx.ReadTimeout("silence"), httpx.RemoteProtocolError("cut")],
)
def test_a_failing_connection_is_an_interruption(bench: Bench, failure: Exception) -> None:
    body = Body(data(chunk("a")), failure=failure)
    stream = bench.over(streaming(body)).stream(CHAT, Chunk, HELLO)
    next(stream)
    with pytest.raises(StreamInterrupted, match=type(failure).__name__) as caught:
        next(stream)
    assert caught.value.__cause__ is failure
    assert len(caught.value.received) == 1
    assert body.closed


def test_a_connection_that_fails_after_the_end_is_forgiven(bench: Bench) -> None:
    body = Body(data(chunk("a", finish="stop")), failure=httpx.ReadError("reset"))
    stream = bench.over(streaming(body)).stream(CHAT, Chunk, HELLO)
    assert texts(list(stream)) == ["a"]


def test_the_token_is_in_no_error_of_a_stream(bench: Bench) -> None:
    answer = sse_answer(f'{{"error": "bad key {TOKEN}"}}')
    stream = bench.over(answering(answer)).stream(CHAT, Chunk, HELLO)
    with pytest.raises(StreamError) as caught:
        next(stream)
    assert TOKEN not in f"{caught.value!r} {caught.value.__dict__!r} {stream!r} {stream.response}"
