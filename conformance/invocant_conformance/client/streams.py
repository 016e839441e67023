"""First oracle, for streams: generated events come back as they are, and so does the end."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..json_values import JsonValue
from ..outcomes import Failed, expect
from . import sampled
from .answers import expect_no_error, expect_refusal, expect_same
from .compare import differences
from .driver import Outcome
from .examples import shown
from .lane import Lane
from .method import Method
from .sampled import Kind
from .samples import Samples, Values, stream_answer
from .trial import Trial

__all__ = ["trials"]

EVENTS_IN_A_STREAM: Final = 5


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method that streams."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    if method.end is None:
        return
    yield "CLI-PARSE-001", "events", _events
    yield "CLI-PARSE-003", "faulty-events", _faulty_events
    yield "CLI-SSE-003", "cut", _cut
    if method.end.types:
        yield "CLI-PARSE-001", "last-events", _last_events
    if method.end.finished is not None:
        yield "CLI-SSE-004", "finished", _finished


def _events(samples: Samples, lane: Lane) -> None:
    """Whatever the events are, they come out, up to the first that ends the stream."""
    for sent in _portions(samples):
        complete = _is_complete(samples, sent)
        outcome = _stream(samples, lane, sent)
        _expect_end(outcome, sent, complete=complete)
        expect_same(differences(outcome.events, sent), [*sent])


def _last_events(samples: Samples, lane: Lane) -> None:
    """After an event of a last type nothing is missing, with and without the marker."""
    for last in samples.last_events:
        for marker in (True, False):
            outcome = _stream(samples, lane, (samples.first_event, last), marker=marker)
            expect_no_error(outcome, last)
            expect_same(differences(outcome.events, (samples.first_event, last)), last)


def _finished(samples: Samples, lane: Lane) -> None:
    """Nothing is missing once everything finished, though no marker came."""
    sent = (samples.finishing_event,)
    outcome = _stream(samples, lane, sent, marker=False)
    expect_no_error(outcome, samples.finishing_event)
    expect_same(differences(outcome.events, sent), [*sent])


def _cut(samples: Samples, lane: Lane) -> None:
    """A stream that stops early raises, with what arrived; an empty one too."""
    for sent in ((), (samples.first_event,)):
        if not _is_complete(samples, sent, marker=False):
            outcome = _stream(samples, lane, sent, marker=False)
            _expect_end(outcome, sent, complete=False)
            expect_same(differences(outcome.events, sent), [*sent])


def _faulty_events(samples: Samples, lane: Lane) -> None:
    first = samples.first_event
    for event in (faulty.value for faulty in samples.faulty_events):
        outcome = _stream(samples, lane, (first, event))
        expect_refusal(outcome, event)
        expect_same(differences(outcome.events, [first]), event)


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
    body = samples.method.example_body(stream=True)
    lane.origin.play(stream_answer(events, samples.method, marker=marker))
    return lane.driver.call(lane.call(samples.method, body))


def _expect_end(outcome: Outcome, sent: Values, *, complete: bool) -> None:
    if complete:
        expect_no_error(outcome, [*sent])
        return
    kind = "no error" if outcome.error is None else outcome.error.kind
    expect(kind == "StreamInterrupted", f"{kind}, expected StreamInterrupted, for {shown([*sent])}")
    found = differences((outcome.error and outcome.error.received) or (), sent, "received")
    if found is not None:
        raise Failed(f"{found}, for {shown([*sent])}")
