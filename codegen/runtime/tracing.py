"""OpenTelemetry spans: one a call of a model, without prompts and answers.

A span ends when its call does, that of a stream when this is over; attempts that failed are events
of it. Until the call returns it is the current span, so that the spans of an instrumented HTTP
library are below it. Imported by programs alone that have imported OpenTelemetry.
"""

from contextvars import Token
from functools import cache
from typing import Final
from weakref import WeakKeyDictionary

from opentelemetry import context, trace
from opentelemetry.context import Context
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer

from .answer_facts import AnswerFacts
from .conventions import call_attributes, error_type, operation_name
from .hooks import AnswerReceived, AttemptFailed, Call, CallEnded, CallStarted, Event

__all__ = ["follow", "tracer"]

_spans: Final[WeakKeyDictionary[Call, Span]] = WeakKeyDictionary()
_tokens: Final[WeakKeyDictionary[Call, Token[Context]]] = WeakKeyDictionary()


def follow(event: Event, /) -> None:
    """The hook that makes spans."""
    match event:
        case CallStarted():
            _start(event.call)
        case AnswerReceived() if event.call.stream and event.status < 300:
            _leave(event.call)
        case AttemptFailed():
            _fail(event)
        case CallEnded():
            _end(event)
        case _:
            pass


def _start(call: Call) -> None:
    attributes = call_attributes(call)
    if call.stream:
        attributes["gen_ai.request.stream"] = True
    name = f"{operation_name(call)} {call.model}" if call.model else operation_name(call)
    span = tracer().start_span(name, kind=SpanKind.CLIENT, attributes=attributes)
    _spans[call] = span
    _tokens[call] = context.attach(trace.set_span_in_context(span))


def _leave(call: Call) -> None:
    """The call is about to return: what the program does next is none of its span."""
    token = _tokens.pop(call, None)
    if token is not None:
        context.detach(token)


def _fail(event: AttemptFailed) -> None:
    span = _spans.get(event.call)
    if span is not None and event.retry_in is not None:
        attributes: dict[str, str | int | float] = {
            "error.type": error_type(event.error),
            "http.request.resend_count": event.attempt - 1,
            "invocant.retry_in": event.retry_in,
        }
        span.add_event("invocant.attempt_failed", attributes)


def _end(event: CallEnded) -> None:
    _leave(event.call)
    span = _spans.pop(event.call, None)
    if span is None:
        return
    if span.is_recording():
        span.set_attributes(_facts(event.facts))
    if event.error is not None:
        span.set_attribute("error.type", error_type(event.error))
        span.set_status(Status(StatusCode.ERROR))
    span.end()


def _facts(facts: AnswerFacts) -> dict[str, str | int | tuple[str, ...]]:
    usage = facts.usage
    known = {
        "gen_ai.response.model": facts.model,
        "gen_ai.response.id": facts.id,
        "gen_ai.response.finish_reasons": facts.finish_reasons or None,
        "gen_ai.usage.input_tokens": usage.input_tokens if usage else None,
        "gen_ai.usage.output_tokens": usage.output_tokens if usage else None,
    }
    return {name: value for name, value in known.items() if value is not None}


@cache
def tracer() -> Tracer:
    """Makes the spans of this package."""
    return trace.get_tracer("invocant")
