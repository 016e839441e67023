"""Whether a played case came to what was expected. Raises Failed with the first difference."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..outcomes import Failed, expect
from ..raw.answer import Answer
from .case_files import Expectation
from .compare import difference, differences, event_differences
from .driver import ErrorSeen, Outcome
from .received import Received

__all__ = ["Aspects", "Played", "aspects", "judge"]

EARLY_SECONDS: Final = 0.005
"""How much too early a timer of an operating system may be."""

LONGEST_DATE: Final = 2.0

ANY: Final = "any"

# What an error of any client has to tell, its kind included.
DETAILED: Final = frozenset({"CLI-ERROR-001", "CLI-PARSE-003", "CLI-SSE-005", "CLI-TEXT-002"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Played:
    """A case as it was played.

    ``answer`` and ``body`` (before compression): the last answer of the script. ``date``: the
    date that it named, in seconds since the epoch. ``leaked``: another origin got the token.
    """

    answer: Answer
    body: bytes
    date: float
    outcome: Outcome
    requests: Sequence[Received]
    released: bool
    leaked: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Aspects:
    """What is looked at in a case: the result at all, what an error tells, and the requests.

    ``nulls``: null and absent are two things.
    """

    result: bool = True
    details: bool = True
    requests: bool = True
    nulls: bool = True


def aspects(requirement: str, *, exact: bool) -> Aspects:
    """What a requirement is about; of an ``exact`` client (see Lane) everything is looked at.

    Of any other client a rule about connections and secrets says nothing about results, only rules
    about errors say what they tell, and only those about retries how many requests there are.
    """
    if exact:
        return Aspects()
    return Aspects(
        result=not requirement.startswith(("CLI-CLOSE-", "CLI-SECRET-")),
        details=requirement in DETAILED,
        requests=requirement.startswith("CLI-RETRY-"),
        nulls=False,
    )


def judge(wanted: Expectation, played: Played, aspects: Aspects | None = None) -> None:
    """Compare what was expected with what happened, by default in all aspects."""
    aspects = aspects or Aspects()
    expect(not played.leaked, "the token was sent to another origin")
    if aspects.result:
        _judge_kind(wanted, played.outcome.error, exactly=aspects.details)
        _judge_content(wanted, played, nulls=aspects.nulls)
    if aspects.details and played.outcome.error is not None:
        _judge_error(wanted, played.outcome.error, played)
    if aspects.requests:
        _judge_requests(wanted, played)
    expect(played.released, "the connection was still open after the stream was left")


def _judge_kind(wanted: Expectation, error: ErrorSeen | None, *, exactly: bool) -> None:
    if error is None:
        expect(not wanted.kinds, f"no error, expected {' or '.join(wanted.kinds)}")
    elif not wanted.kinds or (exactly and wanted.kinds != (ANY,)):
        expected = " or ".join(wanted.kinds) or "a result"
        expect(error.kind in wanted.kinds, f"{error.kind} ({error.message}), expected {expected}")


def _judge_content(wanted: Expectation, played: Played, *, nulls: bool) -> None:
    if wanted.value is not None:
        value = json.loads(played.body) if wanted.value == "sent" else wanted.value
        _same("value", difference(played.outcome.value, value, nulls=nulls))
    if wanted.events is not None:
        events = [json.loads(text) for text in wanted.events]
        _same("events", event_differences(played.outcome.events, events, nulls=nulls))
    if wanted.final is not None:
        notes = [json.loads(text) for text in wanted.notes]
        _same("notes", differences(played.outcome.notes, notes))
        _same("final", difference(played.outcome.final, json.loads(wanted.final), nulls=nulls))


def _judge_error(wanted: Expectation, error: ErrorSeen, played: Played) -> None:
    exact = wanted.status is not None
    for name in ("status", "request_id", "error_code"):
        got, expected = getattr(error, name), getattr(wanted, name)
        if exact or expected is not None:
            expect(got == expected, f"{name}: {got!r}, expected {expected!r}")
    if exact:
        _judge_retry_after(wanted, error)
        _judge_answer(error, played)
    if wanted.says is not None:
        expect(wanted.says in error.message, f"message: {error.message!r} lacks {wanted.says!r}")
    if wanted.received is not None:
        got = None if error.received is None else list(error.received)
        _same("received", difference(got, list(played.outcome.events)))
        expect(got is not None and len(got) == wanted.received, f"received: {got}")
    if wanted.partial is not None:
        _same("partial", difference(error.partial, json.loads(wanted.partial)))


def _judge_retry_after(wanted: Expectation, error: ErrorSeen) -> None:
    got = error.retry_after
    if wanted.retry_after == "date":
        fits = got is not None and 0 < got <= LONGEST_DATE
        expect(fits, f"retry_after: {got}, expected the seconds until the date")
    else:
        expect(got == wanted.retry_after, f"retry_after: {got}, expected {wanted.retry_after}")


def _judge_answer(error: ErrorSeen, played: Played) -> None:
    expect(error.body == played.body, f"body: {error.body!r}, expected what was sent")
    headers = {name.lower(): value for name, value in (error.headers or {}).items()}
    for name, value in played.answer.headers:
        got = headers.get(name.lower())
        expect(got == value, f"header {name}: {got!r}, expected {value!r}")


def _judge_requests(wanted: Expectation, played: Played) -> None:
    got = len(played.requests)
    expect(got == wanted.requests, f"{got} requests, expected {wanted.requests}")
    for gap, (first, second) in zip(wanted.gaps, pairwise(played.requests), strict=False):
        if gap == "date":
            early = played.date - second.date
        else:
            early = gap - (second.arrived - first.arrived)
        expect(early <= EARLY_SECONDS, f"sent again {early:.3f} s too early")


def _same(what: str, found: str | None) -> None:
    if found is not None:
        raise Failed(f"{what}: {found}")
