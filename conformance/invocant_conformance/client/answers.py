"""First oracle: generated answers come back from the client as the same JSON, or as an error."""

from collections.abc import Iterator, Sequence
from typing import Final

from ..json_values import JsonValue, as_list, as_object, as_text
from ..outcomes import Failed, Skipped, expect
from ..raw.answer import Answer
from . import sampled
from .compare import difference
from .driver import ABSENT, Outcome
from .examples import shown, text
from .lane import Lane
from .method import Method
from .rewriting import without_unknown_members
from .sampled import Kind
from .samples import Samples, json_answer, text_answer
from .trial import Trial

__all__ = ["expect_borne", "expect_no_error", "expect_refusal", "expect_same", "trials"]

BORNE: Final = 4
"""Answers with unknown members that are tried for being borne at all."""


def trials(samples: Sequence[Samples], lane: Lane) -> Iterator[Trial]:
    """Every method with an answer that is no stream."""
    return sampled.trials(samples, lane, _kinds)


def _kinds(method: Method) -> Iterator[Kind]:
    if method.always_streams:
        return
    if method.is_text:
        yield "CLI-TEXT-001", "texts", _texts
        yield "CLI-TEXT-002", "faulty-texts", _faulty_texts
    elif method.answer is not None:
        yield "CLI-PARSE-001", "answers", _answers
        yield "CLI-PARSE-004", "unknown-members", _unknown_members
        yield "CLI-PARSE-003", "faulty-answers", _faulty_answers
        if method.items is not None or method.is_array:
            yield "CLI-LIST-001", "lists", _lists
    else:
        yield "CLI-PARSE-001", "nothing", _nothing


def _answers(samples: Samples, lane: Lane) -> None:
    for number, answer in enumerate(samples.answers):
        outcome = _call(samples, lane, json_answer(answer, samples.method, number))
        expect_no_error(outcome, answer)
        expect_same(difference(outcome.value, answer, nulls=lane.exact), answer)


def _unknown_members(samples: Samples, lane: Lane) -> None:
    """Every object has some; whether they are kept is another matter."""
    for answer in samples.answers[:BORNE]:
        outcome = _call(samples, lane, json_answer(answer, samples.method))
        if outcome.error is not None:
            known = without_unknown_members(answer)
            expect_borne(_call(samples, lane, json_answer(known, samples.method)))
        expect_no_error(outcome, answer)
        expect(outcome.value is not ABSENT, f"no answer, for {shown(answer)}")


def _lists(samples: Samples, lane: Lane) -> None:
    """None, one, all that were generated, and those twice."""
    items = samples.method.items
    every = [entry for answer in samples.answers for entry in _entries(answer, items)]
    for entries in ([], every[:1], every, [*every, *reversed(every)]):
        answer = entries if items is None else {**as_object(samples.answers[0]), items: entries}
        outcome = _call(samples, lane, json_answer(answer, samples.method))
        expect_no_error(outcome, answer)
        expect_same(difference(outcome.value, answer, nulls=lane.exact), answer)
        if items is not None:
            expect_same(difference([*outcome.events], entries, "entries", nulls=lane.exact), answer)


def _entries(answer: JsonValue, items: str | None) -> list[JsonValue]:
    return [*as_list(answer if items is None else as_object(answer).get(items))]


def _faulty_answers(samples: Samples, lane: Lane) -> None:
    for number, faulty in enumerate(samples.faulty_answers):
        outcome = _call(samples, lane, json_answer(faulty.value, samples.method, number))
        expect_refusal(outcome, faulty.value)
        body = outcome.error.body if outcome.error else None
        expect(body == text(faulty.value), f"the error's body is not {shown(faulty.value)}")


def _texts(samples: Samples, lane: Lane) -> None:
    texts = [as_text(answer) for answer in samples.answers]
    for value, charset in [*((each, "") for each in texts), ("größer\n", "iso-8859-1")]:
        outcome = _call(samples, lane, text_answer(value, samples.method, charset))
        expect_no_error(outcome, value)
        expect_same(difference(outcome.value, value), value)


def _faulty_texts(samples: Samples, lane: Lane) -> None:
    """What is no text in its charset, and a page of a type that nobody described."""
    known = samples.method.media[0]
    for kind, body in ((known, b"\xff\xfe\xfd"), ("text/x-unknown", b"<html></html>")):
        headers = (("content-type", kind),)
        outcome = _call(samples, lane, Answer(headers=headers, pieces=(body,)))
        expect_refusal(outcome, kind)
        found = outcome.error.body if outcome.error else None
        expect(found == body, f"the error's body is not {body!r}")


def _nothing(samples: Samples, lane: Lane) -> None:
    for answer in (json_answer({}, samples.method), Answer(status=204)):
        outcome = _call(samples, lane, answer)
        expect_no_error(outcome, None)
        expect(outcome.value is ABSENT, f"{outcome.value!r}, expected nothing")


def _call(samples: Samples, lane: Lane, answer: Answer) -> Outcome:
    lane.origin.play(answer)
    return lane.driver.call(lane.call(samples.method, samples.method.example_body(stream=False)))


def expect_no_error(outcome: Outcome, sent: JsonValue) -> None:
    """Expect a result."""
    if outcome.error is not None:
        raise Failed(f"{outcome.error.kind} ({outcome.error.message}) for {shown(sent)}")


def expect_borne(outcome: Outcome) -> None:
    """Skip unless the client bears the same without unknown members: they are not the reason."""
    if outcome.error is not None:
        raise Skipped(f"fails without unknown members, too: {outcome.error.kind}")


def expect_refusal(outcome: Outcome, sent: JsonValue) -> None:
    """Expect the error of an answer that violates its schema."""
    kind = "no error" if outcome.error is None else outcome.error.kind
    expect(kind == "APIResponseError", f"{kind}, expected APIResponseError, for {shown(sent)}")
    status = outcome.error.status if outcome.error else None
    expect(status in range(200, 300), f"status: {status}, expected 2xx, for {shown(sent)}")


def expect_same(found: str | None, sent: JsonValue) -> None:
    """Expect no difference between what was sent and what was given out."""
    if found is not None:
        raise Failed(f"{found}, for {shown(sent)}")
