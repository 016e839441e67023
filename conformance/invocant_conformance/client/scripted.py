"""Third oracle: scripted raw answers, and what the call has to come to."""

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from email.utils import formatdate
from functools import partial
from typing import Final

from ..raw.answer import Answer
from ..raw.rows import AnswerRow
from . import case_files, methods
from .case_files import Case
from .driver import Outcome
from .judging import Played, aspects, judge
from .lane import Lane
from .method import Method
from .trial import Trial

__all__ = ["play", "trials"]

RELEASE_SECONDS: Final = 0.5
FOLLOWED: Final = Answer(headers=(("content-type", "application/json"),), pieces=(b"{}",))


def trials(lane: Lane) -> Iterator[Trial]:
    """Every scripted case, for every method that it names."""
    for case, method in cases():
        if case.own and not lane.exact:
            continue
        yield Trial(
            requirement=case.requirement,
            name=case.id,
            operation=method.operation.label,
            method=method.full_name,
            subject=lane.driver.name,
            run=partial(_run, case, method, lane),
            shows=lane.exchange,
        )


def cases() -> Iterator[tuple[Case, Method]]:
    """Every scripted case with each of its methods."""
    known = {method.full_name: method for method in methods.load()}
    for case in case_files.load():
        for name in case.calls:
            yield case, known[name]


def _run(case: Case, method: Method, lane: Lane) -> None:
    first, *rest = case.answers
    try:
        for answer in first.variants():
            played = play(case, method, lane, (answer, *map(_only, rest)))
            judge(case.expect, played, aspects(case.requirement, exact=lane.exact))
    finally:
        lane.driver.reset()


def _only(row: AnswerRow) -> Answer:
    return next(row.variants())


def play(case: Case, method: Method, lane: Lane, answers: Sequence[Answer]) -> Played:
    """Play one variant of a case."""
    date = math.floor(time.time()) + 2
    filled = [_fill(answer, _values(lane, date)) for answer in answers]
    lane.elsewhere.play(FOLLOWED)
    if aspects(case.requirement, exact=lane.exact).requests:
        lane.origin.play(*filled)
    else:
        lane.origin.repeat_last(*filled)
    call = replace(
        lane.call(method, method.example_body(stream=case.stream)),
        max_retries=case.max_retries,
        retry_unsafe=case.retry_unsafe,
        timeout=case.timeout,
        take=case.take,
        leave=case.leave,
        final=case.expect.final is not None,
    )
    outcome: Outcome = lane.driver.call(call)
    released = lane.origin.wait_until_released(RELEASE_SECONDS) if case.expect.released else True
    return Played(
        answer=filled[-1],
        body=_replace(b"".join(case.answers[-1].pieces), _values(lane, date)),
        date=date,
        outcome=outcome,
        requests=tuple(lane.origin.requests),
        released=released,
        leaked=any(lane.token.encode() in request.raw for request in lane.elsewhere.requests),
    )


def _values(lane: Lane, date: float) -> Mapping[str, str]:
    return {
        "{token}": lane.token,
        "{elsewhere}": lane.elsewhere.url,
        "{date}": formatdate(date, usegmt=True),
    }


def _fill(answer: Answer, values: Mapping[str, str]) -> Answer:
    headers = tuple(
        (name, _replace(value.encode(), values).decode()) for name, value in answer.headers
    )
    return replace(
        answer, headers=headers, pieces=tuple(_replace(piece, values) for piece in answer.pieces)
    )


def _replace(data: bytes, values: Mapping[str, str]) -> bytes:
    for name, value in values.items():
        data = data.replace(name.encode(), value.encode())
    return data
