"""Letting a fault strike: delays, and answers in the place of the server's."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response
from starlette.types import Scope

from ...raw.answer import Answer
from . import statuses
from .board import FaultBoard, Pending, Strike, seconds_late
from .connection import peer_of
from .record import Kind
from .replacing import RawResponse, page
from .stages import Facts
from .waiting import wait

VISIT: Final = "invocant.faults"
"""The key of an ASGI scope under which the `Visit` of a request stands that faults may strike."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Means:
    """What striking needs of the server. clock: seconds since 1970."""

    board: FaultBoard
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[object]]


@dataclass(kw_only=True, slots=True)
class Visit:
    """A request, as far as it is known, and the faults that may strike it.

    profile and of_messages say whose words a refusal has: those of a profile, or those of a
    gateway's Messages API.
    """

    pending: Pending
    facts: Facts
    profile: str
    of_messages: bool = False


def visit_of(scope: Scope) -> Visit | None:
    """Return the visit of a request, None where no fault is set."""
    found = scope.get(VISIT)
    return found if isinstance(found, Visit) else None


def struck_by(scope: Scope) -> str | None:
    """Return the fault that struck a request, None if none did."""
    visit = visit_of(scope)
    return visit.pending.struck if visit else None


def replacement(strike: Strike, visit: Visit, means: Means, *, unread: bool) -> Response | None:
    """Return the answer that a fault puts in the place of the server's, None for another kind.

    unread: nobody has read the request's body.
    """
    fault = strike.fault
    match fault.kind:
        case Kind.STATUS:
            return statuses.refusal(
                fault,
                profile=visit.profile,
                of_messages=visit.of_messages,
                now=means.clock(),
            )
        case Kind.HTML:
            return page(fault.status or 200)
        case Kind.RESET if fault.after is None:
            return RawResponse(Answer(status=None, end="reset"), unread=unread)
        case Kind.RAW:
            return RawResponse(means.board.answer(strike), unread=unread)
        case _:
            return None


async def delay(strike: Strike, scope: Scope, means: Means) -> bool:
    """Wait as long as a fault says; whether somebody still waits for the answer."""
    if strike.fault.kind is not Kind.LATENCY:
        return True
    return await wait(seconds_late(strike, means.board.seed), peer_of(scope), means.sleep)
