"""When a fault strikes on a request's way through the server, and which requests it is for."""

from dataclasses import dataclass
from enum import IntEnum
from fnmatch import fnmatchcase
from typing import Final

from .record import Fault, Kind

_OF_ANSWERS: Final = frozenset(
    {
        Kind.CUT,
        Kind.NO_END,
        Kind.SLOW,
        Kind.MALFORMED,
        Kind.CONTENT_TYPE,
        Kind.ERROR,
        Kind.EMPTY,
        Kind.NO_HEADER,
    }
)
"""Kinds that change an answer."""

_OF_STREAMS: Final = frozenset({Kind.NO_END, Kind.ERROR})
"""Kinds that no other answer than a stream can have."""


class Stage(IntEnum):
    """How far a request has come."""

    ARRIVED = 0
    """Nothing but method and path is known: what a network or a proxy does, it does here."""

    ADMITTED = 1
    """Credentials and body are right, and nothing is done yet: here a server is overloaded."""

    ANSWERED = 2
    """The work is done and the answer is no refusal."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What is known of a request. tasks: those that its body is for; stream: of the answer."""

    method: str
    path: str
    tasks: frozenset[str] = frozenset()
    model: str = ""
    stream: bool = False


def stage_of(fault: Fault) -> Stage:
    """Return the stage at which a fault strikes.

    One for a task or a model cannot be told before the body was read.
    """
    broken_off = fault.kind is Kind.RESET and fault.after is not None
    if fault.when == "after" or fault.kind in _OF_ANSWERS or broken_off:
        return Stage.ANSWERED
    reads = fault.task is not None or fault.model is not None
    return Stage.ADMITTED if fault.kind is Kind.STATUS or reads else Stage.ARRIVED


def matches(fault: Fault, facts: Facts) -> bool:
    """Whether a request is one that the fault is for."""
    return (
        (fault.method is None or fault.method.upper() == facts.method)
        and (fault.path is None or fnmatchcase(facts.path, fault.path))
        and (fault.task is None or fault.task in facts.tasks)
        and (fault.model is None or fnmatchcase(facts.model, fault.model))
        and (facts.stream or fault.kind not in _OF_STREAMS)
    )
