"""Second oracle: samples reach the wire as the specification says, or are refused before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from .. import surfaces
from ..json_values import JsonValue, as_object
from ..outcomes import Failed, expect
from . import sampled
from .driver import Outcome
from .examples import Faulty, Place, shown
from .lane import ENDPOINT_NAME, Lane
from .method import PLACEHOLDER, Method
from .received import Received
from .sampled import Kind
from .samples import Body, Samples
from .sent import Wanted
from .trial import Trial

__all__ = ["expect_refused", "expect_sent", "trials"]

# Every character that means something in a URL, and letters that have to be encoded.
NAMES: Final = (
    *("a/b", "a b", "50%", "%2F", "a%2fb", "a?b=c", "a#b", "a&b;c=d", "a+b", "a:b@c", "..a"),
    *("/", "//", "?", "a\\b", 'a"b', "a'b", "<a>", "[a]", "{a}", "a|b^c`", "~a-_.!*()"),
    *("ä", "日本", "🌍"),
)

# RFC 3986 §5.2.4: these segments name another resource, encoded or not.
DOT_SEGMENTS: Final = (".", "..")


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """The calls of every method."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    yield "CLI-SEND-001", "calls", _calls
    if method.request is not None:
        yield "CLI-SEND-002", "omitted", _omitted
        yield "CLI-SEND-002", "null", _null
        yield "CLI-SEND-004", "faulty-arguments", _faulty_arguments
    if method.aliases:
        yield "CLI-ALIAS-001", "aliases", _aliases
    if method.parameters or method.aliases:
        yield "CLI-SEND-003", "names", _names
        yield "CLI-SEND-003", "dot-segments", _dot_segments


def _calls(samples: Samples, lane: Lane) -> None:
    bases = samples.method.bases
    for number, body in enumerate(samples.bodies):
        expect_sent(samples, lane, body, base=bases[number % len(bases)])


def _aliases(samples: Samples, lane: Lane) -> None:
    """The path follows from which arguments are given, and from nothing else."""
    for name in (ENDPOINT_NAME, "a/b 50%ä"):
        for path in _paths(samples.method, name):
            expect_sent(samples, lane, samples.smallest_body, path=path)


def _omitted(samples: Samples, lane: Lane) -> None:
    expect_sent(samples, lane, samples.smallest_body, alone=True)


def _null(samples: Samples, lane: Lane) -> None:
    expect_sent(samples, lane, samples.null_body, alone=True)


def _names(samples: Samples, lane: Lane) -> None:
    for name in NAMES:
        for path in _paths(samples.method, name):
            expect_sent(samples, lane, samples.smallest_body, path=path)


def _dot_segments(samples: Samples, lane: Lane) -> None:
    """A dot segment can only be refused: no server can tell it from a relative path."""
    for name in DOT_SEGMENTS:
        for path in _paths(samples.method, name):
            outcome, requests = sampled.send(samples, lane, samples.smallest_body, path=path)
            expect_refused(lane, outcome, requests, f"the name {name!r}")


def _faulty_arguments(samples: Samples, lane: Lane) -> None:
    for faulty in samples.faulty_bodies:
        outcome, requests = sampled.send(samples, lane, dict(as_object(faulty.value)))
        expect_refused(lane, outcome, requests, shown(faulty.value))
        _expect_place(outcome, faulty)


def _paths(method: Method, name: str) -> Iterator[Mapping[str, str]]:
    """A name for every place of every path that has places."""
    for template in (method.operation.path, *method.aliases):
        places = PLACEHOLDER.findall(template)
        if places:
            yield dict.fromkeys(places, name)


def expect_sent(
    samples: Samples,
    lane: Lane,
    body: Body,
    *,
    path: Mapping[str, str] | None = None,
    base: str = "",
    query: Mapping[str, JsonValue] | None = None,
    headers: Mapping[str, JsonValue] | None = None,
    alone: bool = False,
) -> None:
    """Expect that a call is sent once, and as the specification says.

    ``alone``: nothing is sent beside what was given, which is always so for an exact client.
    """
    outcome, requests = sampled.send(
        samples, lane, body, path=path, base=base, query=query, headers=headers
    )
    # What another client makes of the answer is for other rules to judge.
    if outcome.error is not None and (lane.exact or not requests):
        raise Failed(f"{outcome.error.kind} ({outcome.error.message}) for {shown(body)}")
    once = len(requests) == 1 or not lane.exact
    expect(once and requests, f"{len(requests)} requests, expected 1, for {shown(body)}")
    call = lane.call(samples.method, body, path=path, query=query, headers=headers)
    there = surfaces.base(samples.method.operation, base)
    wanted = Wanted(
        method=samples.method,
        call=call,
        path=there + samples.method.fill(call.path),
        exact=lane.exact,
        alone=alone or lane.exact,
    )
    wanted.judge(requests[0])


def _expect_place(outcome: Outcome, faulty: Faulty) -> None:
    """The field that is named is the changed one, what holds it, or one that it may affect."""
    named = outcome.error.field if outcome.error and outcome.error.field else ""
    place, holder = _path_text(faulty.place), _path_text(faulty.place[:-1])
    leads = place.startswith(named) or named.startswith(holder)
    expect(leads, f"names {named}, but the fault is at {place}, in {shown(faulty.value)}")


def _path_text(place: Place) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".")


def expect_refused(lane: Lane, outcome: Outcome, requests: Sequence[Received], what: str) -> None:
    """Expect that nothing was sent, and an error: of an exact client one that names a field."""
    expect(not requests, f"a request was sent for {what}")
    kind = "no error" if outcome.error is None else outcome.error.kind
    expect(kind != "no error", f"no error, expected one before anything is sent, for {what}")
    if lane.exact:
        expect(kind == "RequestError", f"{kind}, expected RequestError, for {what}")
        expect(outcome.error and outcome.error.field, f"the error names no field, for {what}")
