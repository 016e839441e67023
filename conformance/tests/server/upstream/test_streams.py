"""Streams of scripted providers: passed on as they come, and what becomes of broken ones."""

import json
from typing import Any

import pytest

from invocant_conformance.client.origin import Origin
from invocant_conformance.raw.answer import Answer

from ..answers import check_schema, chunks, events
from .chain import QUESTION, SENTINEL, Front, custom, front
from .scripts import DONE, LEAST, STREAM, answer, event


def test_an_event_is_passed_on_before_the_provider_sends_the_next(origin: Origin) -> None:
    origin.play(Answer(headers=STREAM, pieces=(event("Mild"),), framing="chunked", end="hang"))
    body = {"messages": QUESTION, "stream": True}
    path = "/serving-endpoints/mine/invocations"
    with front(origin.url, answer_seconds=60) as first:
        first.serve("mine", custom(origin.url))
        with first.http.stream("POST", path, json=body) as stream:
            arrived = next(stream.iter_raw())
    assert b'{"content":"Mild"}' in arrived
    assert arrived.count(b"\n\n") == 1


@pytest.mark.parametrize("cut", range(1, 40, 7))
def test_events_that_arrive_in_pieces_are_put_together(
    served: Front, origin: Origin, cut: int
) -> None:
    raw = b"\xef\xbb\xbf: hello\r\n\r\n" + event("grün", "stop").replace(b"\n", b"\r\n") + DONE
    pieces = tuple(raw[start : start + cut] for start in range(0, len(raw), cut))
    origin.play(Answer(headers=STREAM, pieces=pieces, framing="chunked"))
    (chunk,) = chunks(served.chat("mine", stream=True))
    check_schema(chunk, "ChatCompletionChunk")
    assert chunk["choices"][0]["delta"] == {"content": "grün"}


def test_a_stream_without_its_marker_is_complete_when_its_choices_are(
    served: Front, origin: Origin
) -> None:
    origin.play(Answer(headers=STREAM, pieces=(event("Mild", "stop"),), framing="chunked"))
    assert len(chunks(served.chat("mine", stream=True))) == 1


ERROR = b'data: {"error": {"message": "Overloaded with sk-sentinel-2b7e151628aed2a6"}}\n\n'
CUTS: dict[str, tuple[tuple[bytes, ...], dict[str, Any], str]] = {
    "cut": ((event("Mild"),), {"truncated": True, "end": "close"}, "broke its answer off"),
    "ended": ((event("Mild"),), {}, "broke its stream off"),
    "silent": ((event("Mild"),), {"end": "hang"}, "did not answer in time"),
    "error": ((event("Mild"), ERROR), {}, "reported an error: Overloaded with [REDACTED]"),
    "nonsense": ((event("Mild"), b"data: {\n\n"), {}, "other than JSON"),
}


@pytest.mark.parametrize("cut", CUTS)
def test_a_stream_that_breaks_off_says_so_and_has_no_marker(
    served: Front, origin: Origin, cut: str
) -> None:
    pieces, more, said = CUTS[cut]
    origin.play(Answer(headers=STREAM, pieces=pieces, framing="chunked", **more))
    first, last = map(json.loads, events(served.chat("mine", stream=True)))
    assert first["choices"][0]["delta"] == {"content": "Mild"}
    check_schema(last, "WorkspaceError")
    assert said in last["message"]


NO_STREAMS = {
    "JSON": answer(LEAST),
    "an error first": Answer(headers=STREAM, pieces=(ERROR,), framing="chunked"),
    "nothing": Answer(headers=STREAM, framing="chunked"),
    "its end alone": Answer(headers=STREAM, pieces=(DONE,), framing="chunked"),
}


@pytest.mark.parametrize("kind", NO_STREAMS)
def test_a_stream_that_does_not_begin_is_a_plain_error(
    served: Front, origin: Origin, kind: str
) -> None:
    origin.play(NO_STREAMS[kind])
    got = served.chat("mine", stream=True)
    assert got.status_code == 502, got.text
    assert SENTINEL not in got.text


def test_a_caller_who_leaves_lets_the_provider_go(served: Front, origin: Origin) -> None:
    origin.play(Answer(headers=STREAM, pieces=(event("Mild"),), framing="chunked", end="hang"))
    body = {"messages": QUESTION, "stream": True}
    path = "/serving-endpoints/mine/invocations"
    with served.http.stream("POST", path, json=body) as stream:
        next(stream.iter_raw())
    assert origin.wait_until_released(0.8)
