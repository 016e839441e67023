"""Second oracle: samples reach the wire as the specification says, or are refused before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..json_values import as_object
from ..outcomes import Failed, expect
from . import sampled
from .compare import difference
from .driver import Outcome
from .examples import Faulty, Place, shown
from .lane import Lane
from .methods import Method
from .received import Received
from .sampled import Kind
from .samples import Body, Samples
from .trial import Trial

__all__ = ["trials"]

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
    if method.parameters:
        yield "CLI-SEND-003", "names", _names
        yield "CLI-SEND-003", "dot-segments", _dot_segments


def _calls(samples: Samples, lane: Lane) -> None:
    bases = samples.method.operation.bases
    for number, body in enumerate(samples.bodies):
        _expect_sent(samples, lane, body, base=bases[number % len(bases)])


def _omitted(samples: Samples, lane: Lane) -> None:
    _expect_sent(samples, lane, samples.smallest_body)


def _null(samples: Samples, lane: Lane) -> None:
    _expect_sent(samples, lane, samples.null_body)


def _names(samples: Samples, lane: Lane) -> None:
    for name in NAMES:
        _expect_sent(samples, lane, samples.smallest_body, path=_path(samples, name))


def _dot_segments(samples: Samples, lane: Lane) -> None:
    """A dot segment can only be refused: no server can tell it from a relative path."""
    for name in DOT_SEGMENTS:
        outcome, requests = sampled.send(
            samples, lane, samples.smallest_body, path=_path(samples, name)
        )
        _expect_refusal(outcome, requests, f"the name {name!r}")


def _faulty_arguments(samples: Samples, lane: Lane) -> None:
    for faulty in samples.faulty_bodies:
        outcome, requests = sampled.send(samples, lane, dict(as_object(faulty.value)))
        _expect_refusal(outcome, requests, shown(faulty.value))
        _expect_place(outcome, faulty)


def _path(samples: Samples, name: str) -> Mapping[str, str]:
    return dict.fromkeys(samples.method.parameters, name)


def _expect_sent(
    samples: Samples,
    lane: Lane,
    body: Body,
    *,
    path: Mapping[str, str] | None = None,
    base: str = "",
) -> None:
    outcome, requests = sampled.send(samples, lane, body, path=path, base=base)
    if outcome.error is not None:
        raise Failed(f"{outcome.error.kind} ({outcome.error.message}) for {shown(body)}")
    expect(len(requests) == 1, f"{len(requests)} requests, expected 1, for {shown(body)}")
    given = path or lane.call(samples.method, body).path
    _expect_target(requests[0], samples.method, base + samples.method.fill(given))
    _expect_headers(requests[0], samples.method, body, lane.token)
    _expect_body(requests[0], samples.method, body)


def _expect_target(request: Received, method: Method, path: str) -> None:
    verb = method.operation.method
    expect(request.method == verb, f"method: {request.method}, expected {verb}")
    expect(request.target == path, f"target: {request.target}, expected {path}")


def _expect_headers(request: Received, method: Method, body: Body, token: str) -> None:
    accepted = "text/event-stream" if body.get("stream") is True else "application/json"
    accept = request.headers.get("accept", "")
    expect(accepted in accept, f"accept: {accept!r} lacks {accepted}")
    if method.request is not None:
        kind = request.headers.get("content-type", "")
        expect(kind == "application/json", f"content-type: {kind!r}, expected application/json")
    fits = request.headers.get("authorization") == f"Bearer {token}"
    expect(fits, "authorization is not the token as bearer")


def _expect_body(request: Received, method: Method, body: Body) -> None:
    if method.request is None:
        expect(request.body == b"", f"body: {request.body!r}, expected none")
        return
    try:
        sent = request.json()
    except ValueError as error:
        raise Failed(f"body is not JSON ({error}) for {shown(body)}") from None
    found = difference(sent, body, "body")
    if found is not None:
        raise Failed(f"{found}, for {shown(body)}")


def _expect_place(outcome: Outcome, faulty: Faulty) -> None:
    """The field that is named is the changed one, what holds it, or one that it may affect."""
    named = outcome.error.field if outcome.error and outcome.error.field else ""
    place, holder = _path_text(faulty.place), _path_text(faulty.place[:-1])
    leads = place.startswith(named) or named.startswith(holder)
    expect(leads, f"names {named}, but the fault is at {place}, in {shown(faulty.value)}")


def _path_text(place: Place) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
    return "".join(parts).removeprefix(".")


def _expect_refusal(outcome: Outcome, requests: Sequence[Received], what: str) -> None:
    expect(not requests, f"a request was sent for {what}")
    kind = "no error" if outcome.error is None else outcome.error.kind
    expect(kind == "RequestError", f"{kind}, expected RequestError, for {what}")
    expect(outcome.error and outcome.error.field, f"the error names no field, for {what}")
