"""What programs can watch of their calls: events, and the functions that are told of them.

Nothing secret is in an event, and no body unless it is asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from .answer_facts import AnswerFacts
from .errors import InvocantError
from .headers import Headers

__all__ = [
    "AnswerReceived",
    "AttemptFailed",
    "Call",
    "CallEnded",
    "CallStarted",
    "Event",
    "Hook",
    "RequestSent",
]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False, weakref_slot=True)
class Call:
    """One call of a method, all of its attempts included; every call is an object of its own.

    ``operation``: the operationId of the specification; empty where a token is fetched. ``task``:
    what a model is asked to do, such as ``chat``; empty where none is asked. ``model``: the model
    or the endpoint that is asked. ``provider``: whose API it is. ``url``: without user and query.
    ``stream``: whether the answer comes in pieces.
    """

    operation: str
    task: str
    model: str | None
    provider: str
    method: str
    url: str
    stream: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CallStarted:
    """A call begins; its arguments are fine, and nothing was sent yet."""

    call: Call


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestSent:
    """A request is about to be sent. ``attempt`` counts from 1.

    ``headers()`` and ``body()`` are what it sends without secrets, which are looked for when they
    are called.
    """

    call: Call
    attempt: int
    headers: Callable[[], Headers] = field(repr=False)
    body: Callable[[], bytes | None] = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerReceived:
    """An answer of any status has come, or a stream has begun.

    ``seconds``: since its request was sent. ``request_id``: the server's name for the exchange.
    ``headers()`` and ``body()`` as for requests; the body of a stream is ``None``.
    """

    call: Call
    attempt: int
    status: int
    request_id: str | None
    seconds: float
    headers: Callable[[], Headers] = field(repr=False)
    body: Callable[[], bytes | None] = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class AttemptFailed:
    """An attempt got no answer, or a refusal. ``retry_in``: seconds to the next, if any."""

    call: Call
    attempt: int
    error: InvocantError
    retry_in: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CallEnded:
    """A call is over: it returned or raised; a stream was read to its end, failed or was closed.

    ``seconds``: since the call began. ``error``: what the caller gets to see. ``facts``: what the
    answer says of itself. ``events``: how many were read of a stream.
    """

    call: Call
    seconds: float
    error: BaseException | None
    facts: AnswerFacts
    events: int | None = None


Event: TypeAlias = CallStarted | RequestSent | AnswerReceived | AttemptFailed | CallEnded


class Hook(Protocol):
    """A function that is told of each event, in the thread or task of the call.

    It must not block. What it raises is logged, the first time, and changes nothing.
    """

    def __call__(self, event: Event, /) -> None:
        """Take note of an event."""
        ...
