"""Second oracle, for parameters of query and header: they arrive, are left out, or are refused."""

from collections.abc import Iterator, Sequence

from ..json_values import JsonValue
from ..outcomes import expect
from . import sampled
from .calls import expect_refused, expect_sent
from .examples import shown
from .lane import Lane
from .method import Method
from .parameters import Parameter, argument, faulty
from .sampled import Kind
from .samples import Samples
from .trial import Trial

__all__ = ["trials"]


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method with parameters of query or header."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    if method.given:
        yield "CLI-SEND-001", "parameters", _sent
        yield "CLI-SEND-002", "omitted-parameters", _omitted
        yield "CLI-SEND-004", "faulty-parameters", _faulty


def _sent(samples: Samples, lane: Lane) -> None:
    for query in samples.queries:
        expect_sent(samples, lane, samples.smallest_body, query=query)
    for headers in samples.headers:
        expect_sent(samples, lane, samples.smallest_body, headers=headers)


def _omitted(samples: Samples, lane: Lane) -> None:
    """Only what is required is given, hence sent."""
    expect_sent(samples, lane, samples.smallest_body)


def _faulty(samples: Samples, lane: Lane) -> None:
    for parameter in samples.method.given:
        for value in faulty(parameter):
            _expect_refused(samples, lane, parameter, value)


def _expect_refused(samples: Samples, lane: Lane, parameter: Parameter, value: JsonValue) -> None:
    given = {**samples.method.documented(parameter.place), parameter.name: value}
    outcome, requests = sampled.send(
        samples,
        lane,
        samples.smallest_body,
        query=given if parameter.place == "query" else None,
        headers=given if parameter.place == "header" else None,
    )
    what = f"{parameter.name} = {shown(value)}"
    expect_refused(outcome, requests, what)
    named = argument(outcome.error.field or "") if outcome.error else ""
    expect(named == argument(parameter.name), f"names {named}, for {what}")
