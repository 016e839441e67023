"""First oracle, for streams: generated events come back as they are, and so does the end."""

from collections.abc import Iterator, Sequence
from itertools import filterfalse
from typing import Final

from ..json_values import JsonValue, as_object, as_text
from ..outcomes import Failed, expect
from ..raw.answer import Answer
from . import sampled
from .answers import expect_borne, expect_no_error, expect_refusal, expect_same
from .compare import difference, differences, event_differences
from .driver import ABSENT, Outcome
from .examples import shown
from .lane import Lane
from .method import EVENT_STREAM, Method
from .rewriting import without_unknown_members
from .sampled import Kind
from .samples import Samples, Values, stream_answer
from .stream_end import reports_error
from .trial import Trial

__all__ = ["trials"]

EVENTS_IN_A_STREAM: Final = 5

# More than HTTP libraries keep of a line, and no multiple of what they read at a time.
LARGE: Final = "ä€\U0001f30d" * 70_001

UNKNOWN_EVENTS: Final[Values] = (
    {"type": "x.tomorrow"},
    {"type": "x.tomorrow", "ä": {"deep": [1, None, {}]}, "model_config": {}, "stop": False},
)


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method that streams."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    if method.end is None:
        return
    yield "CLI-PARSE-001", "events", _events
    yield "CLI-PARSE-003", "faulty-events", _faulty_events
    yield "CLI-PARSE-004", "unknown-members-in-events", _unknown_members
    yield "CLI-SSE-001", "large", _large
    yield "CLI-SSE-006" if method.end.types else "CLI-SSE-003", "cut", _cut
    if method.always_streams:
        yield "CLI-SSE-009", "always", _always
    if method.types:
        yield "CLI-SSE-008", "unknown-types", _unknown_types
    if method.end.types:
        yield "CLI-SSE-006", "last-events", _last_events
        yield "CLI-SSE-007", "names", _names
    if "error" in method.end.types:
        yield "CLI-SSE-002", "error-events", _errors
    if method.end.finished is not None:
        yield "CLI-SSE-004", "finished", _finished


def _events(samples: Samples, lane: Lane) -> None:
    """Whatever the events are, they come out, up to the first that ends the stream."""
    for sent in _portions(samples):
        complete = _is_complete(samples, sent)
        outcome = _stream(samples, lane, sent)
        _expect_end(lane, outcome, sent, complete=complete)
        expect_same(event_differences(outcome.events, sent, nulls=lane.exact), [*sent])


def _unknown_members(samples: Samples, lane: Lane) -> None:
    """Every object has some; whether they are kept is another matter."""
    outcome = _stream(samples, lane, samples.whole_stream)
    if outcome.error is not None:
        known = tuple(map(without_unknown_members, samples.whole_stream))
        expect_borne(_stream(samples, lane, known))
    expect_no_error(outcome, [*samples.whole_stream])
    sent, got = len(samples.whole_stream), len(outcome.events)
    expect(got == sent, f"{got} events, expected {sent}")


def _large(samples: Samples, lane: Lane) -> None:
    """Whatever the length of a line, and wherever reads end."""
    event = {**as_object(samples.first_event), "x_large": LARGE}
    sent = (event, *samples.whole_stream)
    _expect_events(lane, _stream(samples, lane, sent), sent)


def _last_events(samples: Samples, lane: Lane) -> None:
    """After an event of a last type nothing is missing, with and without the marker."""
    for last in filterfalse(reports_error, samples.last_events):
        for marker in (True, False):
            sent = (samples.first_event, last)
            _expect_events(lane, _stream(samples, lane, sent, marker=marker), sent)


def _names(samples: Samples, lane: Lane) -> None:
    """Events are named by their types, by something else, in part, or not at all."""
    first = samples.first_event
    last = next(filterfalse(reports_error, samples.last_events))
    types = [as_text(as_object(event).get("type")) for event in (first, last)]
    for names in (types, ["", ""], ["", types[1]], ["message", "x.tomorrow"], types[::-1]):
        answer = stream_answer((first, last), samples.method, names=names)
        _expect_events(lane, _read(samples, lane, answer), (first, last))


def _unknown_types(samples: Samples, lane: Lane) -> None:
    """Whatever an event of another type has, and wherever it comes."""
    for event in UNKNOWN_EVENTS:
        sent = (event, samples.first_event, event, *samples.whole_stream)
        _expect_events(lane, _stream(samples, lane, sent), sent)


def _always(samples: Samples, lane: Lane) -> None:
    """The request asks for events, in no argument; they are the only result."""
    body = samples.smallest_body
    outcome, [request, *_] = sampled.send(samples, lane, body)
    _expect_events(lane, outcome, samples.whole_stream)
    expect(outcome.value is ABSENT, "a value was returned, expected a stream")
    expect(EVENT_STREAM in request.headers.get("accept", ""), f"accept lacks {EVENT_STREAM}")
    expect_same(difference(request.json(), body, "body"), body)


def _errors(samples: Samples, lane: Lane) -> None:
    """An event that reports an error is none to give out, though its type is documented."""
    for event in filter(reports_error, samples.last_events):
        outcome = _stream(samples, lane, (samples.first_event, event))
        _expect_kind(lane, outcome, "StreamError", event)
        expect_same(
            event_differences(outcome.events, [samples.first_event], nulls=lane.exact), event
        )


def _finished(samples: Samples, lane: Lane) -> None:
    """Nothing is missing once everything finished, though no marker came."""
    sent = (samples.finishing_event,)
    outcome = _stream(samples, lane, sent, marker=False)
    _expect_events(lane, outcome, sent)


def _cut(samples: Samples, lane: Lane) -> None:
    """A stream that stops early raises, with what arrived; an empty one too."""
    for sent in ((), (samples.first_event,)):
        if not _is_complete(samples, sent, marker=False):
            outcome = _stream(samples, lane, sent, marker=False)
            _expect_end(lane, outcome, sent, complete=False)
            expect_same(event_differences(outcome.events, sent, nulls=lane.exact), [*sent])


def _faulty_events(samples: Samples, lane: Lane) -> None:
    first = samples.first_event
    for event in (faulty.value for faulty in samples.faulty_events):
        outcome = _stream(samples, lane, (first, event))
        expect_refusal(outcome, event)
        _expect_events_before(lane, outcome, [first], event)


def _portions(samples: Samples) -> Iterator[Values]:
    """The events in streams of at most five; a last one is the last of its stream."""
    portion: Values = ()
    for event in samples.events:
        portion = (*portion, event)
        if _is_last(samples, event) or len(portion) == EVENTS_IN_A_STREAM:
            yield portion
            portion = ()
    if portion:
        yield portion


def _is_last(samples: Samples, event: JsonValue) -> bool:
    return samples.method.end is not None and samples.method.end.is_last(event)


def _is_complete(samples: Samples, sent: Values, *, marker: bool = True) -> bool:
    end = samples.method.end
    if end is None or (marker and end.marker) or any(map(end.is_last, sent)):
        return True
    body = samples.method.example_body(stream=True)
    return end.finished is not None and end.finished.holds(sent, body)


def _stream(samples: Samples, lane: Lane, events: Values, *, marker: bool = True) -> Outcome:
    return _read(samples, lane, stream_answer(events, samples.method, marker=marker))


def _read(samples: Samples, lane: Lane, answer: Answer) -> Outcome:
    lane.origin.play(answer)
    return lane.driver.call(lane.call(samples.method, samples.method.example_body(stream=True)))


def _expect_events(lane: Lane, outcome: Outcome, sent: Values) -> None:
    expect_no_error(outcome, [*sent])
    expect_same(event_differences(outcome.events, sent, nulls=lane.exact), [*sent])


def _expect_events_before(
    lane: Lane, outcome: Outcome, sent: Sequence[JsonValue], event: JsonValue
) -> None:
    """Expect those before one that ends the stream in an error."""
    expect_same(event_differences(outcome.events, sent, nulls=lane.exact), event)


def _expect_end(lane: Lane, outcome: Outcome, sent: Values, *, complete: bool) -> None:
    if complete:
        expect_no_error(outcome, [*sent])
        return
    _expect_kind(lane, outcome, "StreamInterrupted", [*sent])
    if not lane.exact:
        return
    found = differences(
        (outcome.error and outcome.error.received) or (), sent, "received", nulls=lane.exact
    )
    if found is not None:
        raise Failed(f"{found}, for {shown([*sent])}")


def _expect_kind(lane: Lane, outcome: Outcome, wanted: str, sent: JsonValue) -> None:
    """Expect an error: of an exact client the documented one."""
    kind = "no error" if outcome.error is None else outcome.error.kind
    fits = kind == wanted or (not lane.exact and kind != "no error")
    expect(fits, f"{kind}, expected {wanted}, for {shown(sent)}")
