"""Judges recordings: does each request and each answer fit the operation that it belongs to?"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from invocant_conformance.json_values import JsonObject, JsonValue, checked

from . import contract, schemas
from .bodies import json_of
from .contract import Form, Operation
from .matching import forms_of, operation_of
from .recordings import Message, Recording
from .schemas import Fault, fault
from .streams import Stream, read

Part = Literal["operation", "request", "answer", "error"]

JSON = "application/json"
EVENTS = "text/event-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something about a recording that is not as the specification says.

    pointer: where in the body; for streams it begins with the number of the event, and where a
    recording belongs to no operation it is the path.
    """

    recording: str
    part: Part
    pointer: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.recording} {self.part} {self.pointer or '/'} {self.rule}: {self.message}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What was judged about a recording, and what was found."""

    recording: Recording
    operation: Operation | None
    findings: Sequence[Finding]

    def has(self, part: Part) -> bool:
        """Say whether the recording has this part at all."""
        status = self.recording.status
        if part == "operation":
            return True
        if self.operation is None or part == "request":
            return self.operation is not None
        return status is not None and (status < 300 if part == "answer" else status >= 300)

    def clean(self, part: Part) -> bool:
        """Say whether nothing was found about this part."""
        return all(finding.part != part for finding in self.findings)


def judge(recording: Recording) -> Verdict:
    """Judge a recording."""
    operation, problem = operation_of(recording)
    if operation is None:
        missing = Finding(
            recording=recording.id,
            part="operation",
            pointer=recording.target.partition("?")[0],
            rule=problem,
            message=f"{recording.method} belongs to no operation",
        )
        return Verdict(recording=recording, operation=None, findings=[missing])
    return Verdict(
        recording=recording,
        operation=operation,
        findings=[
            Finding(
                recording=recording.id,
                part=part,
                pointer=each.pointer,
                rule=each.rule,
                message=each.message,
            )
            for part, each in _faults(recording, operation)
        ],
    )


def _faults(recording: Recording, operation: Operation) -> Iterator[tuple[Part, Fault]]:
    value, unread = json_of(recording.sent)
    forms = forms_of(operation, value)
    for each in _request(recording, operation, forms[0], value, unread):
        yield "request", each
    received, status = recording.received, recording.status
    if received is None or status is None:
        return
    if status >= 300:
        for each in _error(received, operation):
            yield "error", each
        return
    found = [list(_answer(received, status, operation, form)) for form in forms]
    for each in min(found, key=len):
        yield "answer", each


def _request(
    recording: Recording,
    operation: Operation,
    form: Form,
    value: JsonValue,
    unread: Fault | None,
) -> Iterator[Fault]:
    yield from _parameters(recording, operation)
    if not operation.request_types:
        return
    sent = recording.sent
    if sent.body is None:
        if form.request is not None and not schemas.fits(form.request, {}):
            yield fault("body", "there is no body")
    elif sent.media_type not in operation.request_types:
        yield fault("media-type", f"{sent.media_type or 'no content type'} is not documented")
    elif "json" not in sent.media_type:
        return
    elif unread is not None:
        yield unread
    elif form.request is not None:
        yield from schemas.faults(form.request, value, answer=False)


def _parameters(recording: Recording, operation: Operation) -> Iterator[Fault]:
    query = recording.target.partition("?")[2]
    for name, text in parse_qsl(query, keep_blank_values=True):
        schema = operation.parameters.get(("query", name))
        if schema is None:
            yield fault("query", f"query parameter {name!r} is not documented")
        else:
            yield from _parameter(name, text, schema)
    for name, text in recording.sent.headers.items():
        if schema := operation.parameters.get(("header", name)):
            yield from _parameter(name, text, schema)


def _parameter(name: str, text: str, schema: JsonObject) -> Iterator[Fault]:
    value: JsonValue = text
    if schema.get("type") != "string" and re.fullmatch(r"true|false|-?\d+(\.\d+)?", text):
        value = checked(json.loads(text))
    for each in schemas.faults(schema, value, answer=False):
        yield fault("parameter", f"{name}: {each.message}")


def _answer(received: Message, status: int, operation: Operation, form: Form) -> Iterator[Fault]:
    documented = operation.answers.get(status)
    if documented is None:
        yield fault("status", f"{status} is not documented")
    elif not documented:
        if received.body not in (None, "", "{}", "null"):
            yield fault("body", "a body where none is documented")
    elif received.media_type not in documented:
        yield fault("media-type", f"{received.media_type or 'no content type'} is not documented")
    elif received.media_type == EVENTS:
        yield from _stream(received, form)
    elif received.media_type == JSON:
        value, unread = json_of(received)
        schema = form.response if status == 200 else documented[JSON]
        if unread is not None:
            yield unread
        elif received.body is None:
            yield fault("json", "there is no body")
        elif schema is not None:
            yield from schemas.faults(schema, value, answer=True)


def _stream(received: Message, form: Form) -> Iterator[Fault]:
    if form.event is None:
        yield fault("stream", "this task does not stream")
        return
    stream = read(received.body or "", form.end)
    yield from _events(stream, form.event)
    if received.broken or not stream.complete:
        yield fault("end", "the stream is not complete")


def _events(stream: Stream, schema: JsonObject) -> Iterator[Fault]:
    for number, data in enumerate(stream.data):
        value, unread = json_of(Message(headers={}, body=data))
        found = [unread] if unread else schemas.faults(schema, value, answer=True)
        for each in found:
            yield fault(each.rule, each.message, f"/{number}{each.pointer}")


def _error(received: Message, operation: Operation) -> Iterator[Fault]:
    """Judge a refusal: its body is one of those that the profile documents, for any status."""
    if not received.body:
        return
    if received.media_type != JSON:
        if received.media_type not in contract.error_types(operation.profile):
            yield fault("media-type", f"{received.media_type or 'no content type'}")
        return
    value, unread = json_of(received)
    if unread is not None:
        yield unread
        return
    shapes = contract.error_schemas(operation.profile)
    if not any(not list(schemas.faults(shape, value, answer=True)) for shape in shapes):
        yield fault("shape", f"not a documented error: {json.dumps(value)[:120]}")
