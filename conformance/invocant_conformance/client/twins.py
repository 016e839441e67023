"""Two flavours of one client: the same call sends the same bytes and comes to the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..outcomes import Failed, expect
from . import sampled, scripted
from .case_files import Case
from .compare import difference, differences
from .driver import ErrorSeen, Outcome
from .examples import shown
from .lane import Lane
from .method import Method
from .received import Received
from .sampled import Sent
from .samples import Samples
from .trial import Trial

__all__ = ["trials"]

REQUIREMENT = "CLI-SYNC-001"


def trials(samples: Sequence[Samples], first: Lane, second: Lane) -> Iterator[Trial]:
    """Every method with generated samples, and every scripted case that does not wait."""
    second = replace(second, origin=first.origin, elsewhere=first.elsewhere)
    for each in samples:
        yield Trial(
            requirement=REQUIREMENT,
            name="calls",
            operation=each.method.operation.label,
            method=each.method.full_name,
            subject=each.method.name,
            run=partial(_same_calls, each, first, second),
            shows=first.exchange,
        )
    for case, method in scripted.cases():
        if case.expect.requests == 1 and not case.expect.released:
            yield Trial(
                requirement=REQUIREMENT,
                name=f"scripted-{case.requirement}-{case.id}".lower(),
                operation=method.operation.label,
                method=method.full_name,
                subject=method.name,
                run=partial(_same_results, case, method, first, second),
                shows=first.exchange,
            )


def _same_calls(samples: Samples, first: Lane, second: Lane) -> None:
    for body in samples.bodies:
        left, right = (sampled.send(samples, lane, body) for lane in (first, second))
        _expect_same(left, right, shown(body))
    body = samples.smallest_body
    for query in samples.queries:
        left, right = (sampled.send(samples, lane, body, query=query) for lane in (first, second))
        _expect_same(left, right, shown(query))
    for headers in samples.headers:
        left, right = (
            sampled.send(samples, lane, body, headers=headers) for lane in (first, second)
        )
        _expect_same(left, right, shown(headers))


def _same_results(case: Case, method: Method, first: Lane, second: Lane) -> None:
    left, right = (_play(case, method, lane) for lane in (first, second))
    _expect_same(left, right, case.title)


def _play(case: Case, method: Method, lane: Lane) -> Sent:
    answers = [next(row.variants()) for row in case.answers]
    played = scripted.play(case, method, lane, answers)
    lane.driver.reset()
    return played.outcome, played.requests


def _expect_same(left: Sent, right: Sent, what: str) -> None:
    _expect_same_requests(left[1], right[1], what)
    _expect_same_outcomes(left[0], right[0], what)


def _expect_same_requests(left: Sequence[Received], right: Sequence[Received], what: str) -> None:
    for one, other in zip(left, right, strict=False):
        expect(one.raw == other.raw, f"{one.raw!r} and {other.raw!r} for {what}")
    expect(len(left) == len(right), f"{len(left)} and {len(right)} requests for {what}")


def _expect_same_outcomes(left: Outcome, right: Outcome, what: str) -> None:
    found = difference(left.value, right.value, "value") or differences(
        left.events, right.events, "events"
    )
    if found is not None:
        raise Failed(f"{found}, for {what}")
    told = [_told(outcome.error) for outcome in (left, right)]
    expect(told[0] == told[1], f"{told[0]} and {told[1]} for {what}")


def _told(error: ErrorSeen | None) -> ErrorSeen | None:
    """An error without its wording, which may quote the system or the date."""
    return None if error is None else replace(error, message="", headers=None, retry_after=None)
