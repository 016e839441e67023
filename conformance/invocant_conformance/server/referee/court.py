"""What all the rules say of one request and its answer; pure."""

from collections.abc import Iterator

from starlette.requests import Request

from ..journal import note_of
from . import addresses, bodies, heads
from .hearing import Hearing
from .sent import Judgement

MARKER_SECONDS = 2.0
LEAVING_SECONDS = 5.0
UNREAD_SECONDS = 30.0

_CLOSING = "CLI-CLOSE-001"
_DECIDING = (
    *("WIRE-AUTH-001", "WIRE-BODY-001", "WIRE-BODY-003", "WIRE-BODY-004"),
    *("WIRE-HEADER-002", "WIRE-PARAM-001"),
)
"""The rules for which a request is refused that breaks them."""


def judge(hearing: Hearing) -> Iterator[Judgement]:
    """Judge a request that has come to its end and was answered, or was left."""
    if hearing.arrival.whole:
        yield Judgement(rule="WIRE-HTTP-002")
    elif hearing.attempt.left:
        cut = "the connection ended before all of the request had come"
        yield Judgement(rule="WIRE-HTTP-002", broken=cut)
    yield from _of_stream(hearing)
    if not _asks_for_a_page(hearing):
        yield from _of_request(hearing)


def _of_request(hearing: Hearing) -> Iterator[Judgement]:
    sent, place = hearing.sent, hearing.place
    value, malformed = bodies.parsed(sent)
    found = [
        *addresses.judge(sent, place, hearing.tokens),
        *addresses.judge_parameters(Request(hearing.scope), place),
        *heads.judge(sent, place, value),
        *bodies.judge(sent, place, value, malformed),
    ]
    yield from found
    if not any(each.broken and each.rule in _DECIDING for each in found):
        verdicts = note_of(hearing.scope).verdicts
        yield from bodies.judge_refusal(verdicts, hearing.attempt.status)


def _asks_for_a_page(hearing: Hearing) -> bool:
    """Whether a browser asks if a page may send a request."""
    asks = bool(hearing.sent.value("access-control-request-method"))
    return hearing.scope["method"] == "OPTIONS" and asks


def _of_stream(hearing: Hearing) -> Iterator[Judgement]:
    attempt, ended = hearing.attempt, hearing.attempt.ended
    if ended is None:
        return
    if attempt.marker_at is not None:
        held = ended - attempt.marker_at
        wrong = f"still open {held:.1f} s after the end marker" if held > MARKER_SECONDS else ""
        yield Judgement(rule="WIRE-SSE-001", broken=wrong)
    if hearing.requirement == _CLOSING and attempt.silent and attempt.head_at is not None:
        held = ended - attempt.head_at
        wrong = f"still open after {held:.1f} s of silence" if held > LEAVING_SECONDS else ""
        yield Judgement(rule=_CLOSING, broken=wrong)
    elif hearing.arrival.stalled > UNREAD_SECONDS:
        wrong = f"open, but not read for {hearing.arrival.stalled:.0f} s"
        yield Judgement(rule=_CLOSING, broken=wrong)
    elif attempt.left and attempt.streams:
        yield Judgement(rule=_CLOSING)
