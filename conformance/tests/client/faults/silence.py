"""Servers that are slow, and servers that say nothing more."""

from typing import Final

from invocant import APITimeoutError, RequestOptions, StreamInterrupted, Timeout

from .conversation import End, Script
from .faults import DONE, END, EVENT, EVENTS, VALUE, Fault, answer, chunk, stream

__all__ = ["SILENCE"]

NO_ANSWER: Final = {"status": None, "body": None, "sent": True}
IMPATIENT: Final[RequestOptions] = {"timeout": Timeout(connect=5, read=0.15, write=5, pool=5)}
PATIENT: Final[RequestOptions] = {"timeout": Timeout(connect=5, read=0.3, write=5, pool=5)}
PAUSE: Final = 0.05
ANSWER: Final = answer()
SLOW_STREAM: Final = stream() + chunk(b": wait\n\n" + EVENT) + chunk(DONE) + END


def _slowly(data: bytes, pieces: int = 7) -> Script:
    """``data`` in pieces that take longer in all than the read timeout, but none by itself."""
    size = len(data) // pieces + 1
    return [
        step for start in range(0, len(data), size) for step in (PAUSE, data[start : start + size])
    ]


SILENCE: Final = (
    Fault(
        id="chat-unanswered",
        scripts=((End.HANG,),),
        options=IMPATIENT,
        error=APITimeoutError,
        attributes=NO_ANSWER,
    ),
    Fault(
        id="get-unanswered-until-the-retries-are-spent",
        call="get",
        scripts=2 * ((End.HANG,),),
        options={**IMPATIENT, "max_retries": 1},
        error=APITimeoutError,
        attributes=NO_ANSWER,
        requests=2,
        waits=(0.5,),
    ),
    Fault(
        id="chat-stalled-in-the-headers",
        scripts=((ANSWER[:30], End.HANG),),
        options=IMPATIENT,
        error=APITimeoutError,
        attributes=NO_ANSWER,
    ),
    Fault(
        id="chat-stalled-in-the-body",
        scripts=((ANSWER[:-5], End.HANG),),
        options=IMPATIENT,
        error=APITimeoutError,
        attributes={"status": 200, "sent": True},
    ),
    Fault(
        id="stream-unanswered",
        call="stream",
        scripts=((End.HANG,),),
        options=IMPATIENT,
        error=APITimeoutError,
        attributes=NO_ANSWER,
    ),
    Fault(
        id="stream-stalled-before-the-first-event",
        call="stream",
        scripts=((stream(), End.HANG),),
        options=IMPATIENT,
        error=StreamInterrupted,
        attributes={"status": 200},
        received=[],
        says="Timeout",
    ),
    Fault(
        id="stream-stalled-between-events",
        call="stream",
        scripts=((stream() + chunk(EVENT), End.HANG),),
        options=IMPATIENT,
        error=StreamInterrupted,
        attributes={"status": 200},
        received=EVENTS,
        says="Timeout",
    ),
    Fault(
        id="chat-slow-but-never-silent",
        scripts=(_slowly(ANSWER),),
        options=PATIENT,
        result=VALUE,
    ),
    Fault(
        id="stream-slow-but-never-silent",
        call="stream",
        scripts=(_slowly(SLOW_STREAM),),
        options=PATIENT,
        result=EVENTS,
    ),
    Fault(
        id="stream-kept-open-after-its-marker",
        call="stream",
        scripts=((stream() + chunk(EVENT + DONE), End.HANG),),
        result=EVENTS,
    ),
)
