"""First oracle: generated answers come back from the client as the same JSON, or as an error."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..json_values import JsonValue, as_object
from ..outcomes import Failed, expect
from . import sampled
from .compare import difference, differences
from .driver import Outcome
from .examples import shown, text
from .lane import Lane
from .methods import Method
from .sampled import Kind
from .samples import Samples, json_answer, stream_answer
from .script import Answer
from .trial import Trial

__all__ = ["trials"]

EVENTS_IN_A_STREAM: Final = 5


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method with an answer or with events."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    if method.answer is not None:
        yield "CLI-PARSE-001", "answers", _answers
        yield "CLI-PARSE-003", "faulty-answers", _faulty_answers
    if method.event is not None:
        yield "CLI-PARSE-001", "events", _events
        yield "CLI-PARSE-003", "faulty-events", _faulty_events


def _answers(samples: Samples, lane: Lane) -> None:
    for answer in samples.answers:
        outcome = _call(samples, lane, json_answer(answer))
        _expect_no_error(outcome, answer)
        _expect_same(difference(outcome.value, answer), answer)
        if samples.method.items is not None:
            entries = as_object(answer).get(samples.method.items, [])
            _expect_same(difference(list(outcome.events), entries, "entries"), answer)


def _events(samples: Samples, lane: Lane) -> None:
    for start in range(0, len(samples.events), EVENTS_IN_A_STREAM):
        sent = samples.events[start : start + EVENTS_IN_A_STREAM]
        outcome = _stream(samples, lane, sent)
        _expect_no_error(outcome, [*sent])
        _expect_same(differences(outcome.events, sent), [*sent])


def _faulty_answers(samples: Samples, lane: Lane) -> None:
    for answer in (faulty.value for faulty in samples.faulty_answers):
        outcome = _call(samples, lane, json_answer(answer))
        _expect_refusal(outcome, answer)
        body = outcome.error.body if outcome.error else None
        expect(body == text(answer), f"the error's body is not {shown(answer)}")


def _faulty_events(samples: Samples, lane: Lane) -> None:
    first = samples.events[0]
    for event in (faulty.value for faulty in samples.faulty_events):
        outcome = _stream(samples, lane, (first, event))
        _expect_refusal(outcome, event)
        _expect_same(differences(outcome.events, [first]), event)


def _stream(samples: Samples, lane: Lane, events: tuple[JsonValue, ...]) -> Outcome:
    return _call(samples, lane, stream_answer(events, samples.method.marker), stream=True)


def _call(samples: Samples, lane: Lane, answer: Answer, *, stream: bool = False) -> Outcome:
    body = samples.method.example_body(stream=stream)
    lane.origin.play(answer)
    return lane.driver.call(lane.call(samples.method, body))


def _expect_no_error(outcome: Outcome, sent: JsonValue) -> None:
    if outcome.error is not None:
        raise Failed(f"{outcome.error.kind} ({outcome.error.message}) for {shown(sent)}")


def _expect_refusal(outcome: Outcome, sent: JsonValue) -> None:
    kind = "no error" if outcome.error is None else outcome.error.kind
    expect(kind == "APIResponseError", f"{kind}, expected APIResponseError, for {shown(sent)}")
    status = outcome.error.status if outcome.error else None
    expect(status == 200, f"status: {status}, expected 200, for {shown(sent)}")


def _expect_same(found: str | None, sent: JsonValue) -> None:
    if found is not None:
        raise Failed(f"{found}, for {shown(sent)}")
