"""Second oracle, for what no argument is there for: it is sent as given, and wins."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..json_values import JsonValue
from ..outcomes import Failed, expect
from . import sampled
from .compare import difference
from .driver import Call
from .lane import Lane
from .method import Method
from .received import Received
from .sampled import Kind
from .samples import Samples
from .sent import expect_query
from .trial import Trial

__all__ = ["trials"]


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    yield "CLI-EXTRA-001", "extra-query", _query
    yield "CLI-EXTRA-001", "extra-headers", _headers
    if method.request is not None:
        yield "CLI-EXTRA-001", "extra-body", _body


def _query(samples: Samples, lane: Lane) -> None:
    """One that nobody described, and another value for each that is given."""
    given = _documented(samples.method, "query")
    extra = {**dict.fromkeys(given, "a&b ä"), "x-extra": "1=2"}
    call = lane.call(samples.method, samples.smallest_body, query=given)
    request = _send(samples, lane, replace(call, extra_query=extra))
    expect_query(request.target.partition("?")[2], extra)


def _headers(samples: Samples, lane: Lane) -> None:
    """The same; for the names of headers capitals make no difference."""
    given = _documented(samples.method, "header")
    extra = {**{name.upper(): "another" for name in given}, "X-Extra": "1, 2", "Accept": "*/*"}
    call = lane.call(samples.method, samples.smallest_body, headers=given)
    request = _send(samples, lane, replace(call, extra_headers=extra))
    names = [line.partition(b":")[0].lower() for line in request.raw.split(b"\r\n")]
    for name, value in extra.items():
        sent = request.headers.get(name.lower())
        expect(sent == value, f"header: {name} is {sent!r}, expected {value!r}")
        times = names.count(name.lower().encode())
        expect(times == 1, f"header: {name} is sent {times} times")


def _body(samples: Samples, lane: Lane) -> None:
    """A member that nobody described, and another value for each that is given."""
    body = samples.smallest_body
    extra: dict[str, JsonValue] = {**dict.fromkeys(body, 0.5), "x_extra": {"ä": [None, {}]}}
    call = lane.call(samples.method, body)
    request = _send(samples, lane, replace(call, extra_body=extra))
    found = difference(request.json(), extra, "body")
    if found is not None:
        raise Failed(found)


def _documented(method: Method, place: str) -> Mapping[str, JsonValue]:
    """Every parameter of a place, with documented values."""
    return {each.name: each.example for each in method.given if each.place == place}


def _send(samples: Samples, lane: Lane, call: Call) -> Received:
    outcome, requests = sampled.send_call(samples, lane, call)
    if outcome.error is not None:
        raise Failed(f"{outcome.error.kind} ({outcome.error.message})")
    expect(len(requests) == 1, f"{len(requests)} requests, expected 1")
    return requests[0]
