"""Second oracle, for parameters of query and header: they arrive, are left out, or are refused."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..json_values import JsonValue
from ..outcomes import expect
from . import sampled
from .calls import expect_refused, expect_sent
from .examples import shown
from .lane import Lane
from .method import Method
from .parameters import Parameter, argument, faulty, texts, unsendable
from .sampled import Kind
from .samples import Body, Samples
from .trial import Trial

__all__ = ["trials"]


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method with parameters of query or header."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    if method.given:
        yield "CLI-SEND-002", "omitted-parameters", _omitted
        yield "CLI-SEND-004", "faulty-parameters", partial(_faulty, wrong=faulty)
    if any(each.place == "query" for each in method.given):
        yield "CLI-PARAM-001", "query", _query
    if any(each.place == "header" for each in method.given):
        yield "CLI-PARAM-002", "headers", _headers
    if any(map(unsendable, method.given)):
        yield "CLI-PARAM-002", "unsendable-headers", partial(_faulty, wrong=unsendable)


def _query(samples: Samples, lane: Lane) -> None:
    for query in (*samples.queries, *_with_texts(samples.method, "query")):
        expect_sent(samples, lane, samples.smallest_body, query=query)


def _headers(samples: Samples, lane: Lane) -> None:
    for headers in (*samples.headers, *_with_texts(samples.method, "header")):
        expect_sent(samples, lane, samples.smallest_body, headers=headers)


def _with_texts(method: Method, place: str) -> Iterator[Body]:
    for parameter in method.given:
        for text in texts(parameter) if parameter.place == place else ():
            yield {**method.documented(place), parameter.name: text}


def _omitted(samples: Samples, lane: Lane) -> None:
    """Only what is required is given, hence sent."""
    expect_sent(samples, lane, samples.smallest_body, alone=True)


def _faulty(
    samples: Samples, lane: Lane, *, wrong: Callable[[Parameter], Sequence[JsonValue]]
) -> None:
    for parameter in samples.method.given:
        for value in wrong(parameter):
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
    expect_refused(lane, outcome, requests, what)
    if lane.exact:
        named = argument(outcome.error.field or "") if outcome.error else ""
        expect(named == argument(parameter.name), f"names {named}, for {what}")
