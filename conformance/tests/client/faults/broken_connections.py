"""Connections that end, or break, where they must not."""

from typing import Final

from invocant import APIConnectionError, InternalServerError, StreamInterrupted

from .conversation import End, Script
from .faults import END, EVENT, EVENTS, FINE, JSON, VALUE, Call, Fault, answer, chunk, stream

__all__ = ["BROKEN_CONNECTIONS"]

HEAD: Final = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
LENGTH: Final = HEAD + b"content-length: 25\r\n\r\n"
CHUNKED: Final = HEAD + b"transfer-encoding: chunked\r\n\r\n"
EVENTS_HEAD: Final = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
BEGUN: Final = stream() + chunk(EVENT)

NO_ANSWER: Final = {"status": None, "headers": None, "body": None, "sent": True}
HALF_AN_ANSWER: Final = {"status": 200, "sent": True}

QUERIES: Final[tuple[Call, ...]] = ("chat", "stream")
CHANGES: Final[tuple[Call, ...]] = ("put", "delete")

LOST: Final[dict[str, Script]] = {"closed": (End.CLOSE,), "reset": (End.RESET,)}
UNANSWERED: Final[dict[str, Script]] = LOST | {
    "half-closed": (End.HALF_CLOSE,),
    "closed-in-the-status-line": (b"HTTP/1.1 2", End.CLOSE),
    "reset-in-the-status-line": (b"HTTP/1.1 2", End.RESET),
    "closed-in-a-header": (HEAD[:-5], End.CLOSE),
    "reset-in-a-header": (HEAD[:-5], End.RESET),
    "closed-after-the-headers": (HEAD, End.CLOSE),
    "closed-after-an-interim-answer": (b"HTTP/1.1 103 Early Hints\r\n\r\n", End.CLOSE),
}
CUT: Final[dict[str, Script]] = {
    "length-without-body": (LENGTH, End.CLOSE),
    "length-closed": (LENGTH + b'{"name":', End.CLOSE),
    "length-reset": (LENGTH + b'{"name":', End.RESET),
    "length-half-closed": (LENGTH + b'{"name":', End.HALF_CLOSE),
    "chunks-without-body": (CHUNKED, End.CLOSE),
    "chunk-closed": (CHUNKED + b'19\r\n{"choices"', End.CLOSE),
    "chunk-reset": (CHUNKED + b'19\r\n{"choices"', End.RESET),
    "chunk-size-cut": (CHUNKED + chunk(JSON) + b"1", End.CLOSE),
    "last-chunk-missing": (CHUNKED + chunk(JSON), End.CLOSE),
    "last-chunk-cut": (CHUNKED + chunk(JSON) + b"0\r\n", End.CLOSE),
}
CUT_AT_ONCE: Final[dict[str, Script]] = {
    "before-the-first-event-closed": (stream(), End.CLOSE),
    "before-the-first-event-reset": (stream(), End.RESET),
    "in-the-first-event": (stream() + chunk(b'data: {"cho') + END,),
    "empty": (stream() + END,),
}
CUT_AFTER_ONE: Final[dict[str, Script]] = {
    "between-events-closed": (BEGUN, End.CLOSE),
    "between-events-reset": (BEGUN, End.RESET),
    "between-events-ended": (BEGUN + END, End.CLOSE),
    "between-events-ended-and-kept": (BEGUN + END,),
    "in-an-event-closed": (BEGUN + chunk(b'data: {"cho'), End.CLOSE),
    "in-an-event-reset": (BEGUN + chunk(b'data: {"cho'), End.RESET),
    "in-an-event-ended": (BEGUN + chunk(b'data: {"cho') + END,),
    "in-a-chunk-closed": (BEGUN + b'f\r\ndata: {"cho', End.CLOSE),
    "in-a-chunk-reset": (BEGUN + b'f\r\ndata: {"cho', End.RESET),
    "in-the-end-marker": (BEGUN + chunk(b"data: [DO") + END,),
    "unframed-between-events": (EVENTS_HEAD + b"\r\n" + EVENT, End.CLOSE),
    "unframed-in-an-event": (EVENTS_HEAD + b"\r\n" + EVENT + b"data: {", End.CLOSE),
    "length-cut": (EVENTS_HEAD + b"content-length: 999\r\n\r\n" + EVENT, End.CLOSE),
}
COMPLETE: Final[dict[str, Script]] = {
    "complete-and-closed": (answer(), End.CLOSE),
    "complete-and-reset": (answer(), End.RESET),
    "complete-and-half-closed": (answer(), End.HALF_CLOSE),
    "complete-when-the-connection-closes": (HEAD + b"\r\n" + JSON, End.CLOSE),
}


BROKEN_CONNECTIONS: Final = (
    *(
        Fault(
            id=f"{call}-{name}",
            call=call,
            scripts=(script,),
            error=APIConnectionError,
            attributes=NO_ANSWER,
        )
        for calls, scripts in ((QUERIES, UNANSWERED), (CHANGES, LOST))
        for name, script in scripts.items()
        for call in calls
    ),
    *(
        Fault(
            id=f"get-{name}-and-repeated",
            call="get",
            scripts=(script, script, FINE),
            result=VALUE,
            requests=3,
            waits=(0.5, 1.0),
        )
        for name, script in (UNANSWERED | CUT).items()
    ),
    *(
        Fault(
            id=f"chat-{name}",
            scripts=(script,),
            error=APIConnectionError,
            attributes=HALF_AN_ANSWER,
        )
        for name, script in CUT.items()
    ),
    *(
        Fault(
            id=f"stream-{name}",
            call="stream",
            scripts=(script,),
            error=StreamInterrupted,
            attributes={"status": 200},
            received=received,
        )
        for received, scripts in ((EVENTS[:0], CUT_AT_ONCE), (EVENTS, CUT_AFTER_ONE))
        for name, script in scripts.items()
    ),
    *(
        Fault(id=f"chat-{name}", scripts=(script,), result=VALUE)
        for name, script in COMPLETE.items()
    ),
    Fault(
        id="get-cut-until-the-retries-are-spent",
        call="get",
        scripts=3 * (CUT["length-closed"],),
        error=APIConnectionError,
        attributes=HALF_AN_ANSWER,
        requests=3,
        waits=(0.5, 1.0),
    ),
    Fault(
        id="chat-closed-before-it-was-read",
        greetings=((End.CLOSE,),),
        error=APIConnectionError,
        attributes=NO_ANSWER,
        requests=0,
    ),
    Fault(
        id="chat-cut-refusal-keeps-its-status",
        scripts=((answer(b"oh dear", status=b"500 Oops")[:-3], End.CLOSE),),
        error=InternalServerError,
        attributes={"status": 500},
    ),
)
