"""Everything that is generated for one method, once for all clients."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

import jsonschema_rs

from ..json_values import JsonObject, JsonValue, as_object, as_text
from ..raw.answer import Answer
from ..specification.document import component, resolve, standalone
from . import examples
from .examples import Faulty
from .json_schema import Schema, flatten, names
from .method import EVENT_STREAM, Method
from .parameters import sendable
from .rewriting import closed_answer, closed_request, tolerant
from .stream_end import reports_error

__all__ = ["Body", "Samples", "Values", "json_answer", "stream_answer", "text_answer"]

Body: TypeAlias = dict[str, JsonValue]
Values: TypeAlias = tuple[JsonValue, ...]

TEXTS: Final = ("", "up 1\n", "one\r\ntwo\n", "{}", "ä €, 日本 🌍\n")


class Samples:
    """At most ``count`` values of each kind for ``method``, the smallest first.

    ``faulty_…`` have one fault each: a required member is missing, or a value has a wrong type.
    Answers and events carry unknown members in every object.
    """

    def __init__(self, method: Method, *, count: int, seed: int) -> None:
        self.method = method
        self._count = count
        self._seed = seed

    def generate(self) -> None:
        """Generate now what is else generated when it is first asked for.

        The generator wants the process's random numbers to itself, which waiting between retries
        draws on as well, so nothing may run beside it.
        Raises ValueError for a method that cannot be tried.
        """
        found = [self.bodies, self.answers, self.queries, self.headers]
        if self.method.event is not None:
            found += [self.events, self.whole_stream, self.last_events or ({},)]
            found += [(self.finishing_event,)]
        if not all(found):
            raise ValueError(f"{self.method.full_name}: nothing could be generated")

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Request bodies; one empty one where the operation has none."""
        if self.method.request is None:
            return ({},)
        # The generator knows no conditions between members, so the rewritten schema has none.
        written = jsonschema_rs.Draft202012Validator(standalone(self.method.request))
        bodies = self._valid(closed_request(self.method.request))
        return tuple(dict(as_object(body)) for body in bodies if written.is_valid(body))

    @cached_property
    def faulty_bodies(self) -> tuple[Faulty, ...]:
        """Request bodies with a fault; all of them objects."""
        found = self._faulty((*self.bodies,), self.method.request or {})
        return tuple(each for each in found if each.place)

    @cached_property
    def smallest_body(self) -> Body:
        """A request body without anything that can be left out."""
        fits = jsonschema_rs.Draft202012Validator(standalone(self.method.request or {}))
        body = dict(self.bodies[-1])
        for name in self.bodies[-1]:
            less = {other: item for other, item in body.items() if other != name}
            body = less if fits.is_valid(less) else body
        return body

    @cached_property
    def null_body(self) -> Body:
        """The smallest body and, as null, every member that may be null."""
        document = closed_request(self.method.request or {})
        nulls: Schema = {
            name: None
            for name, schema in as_object(document.get("properties")).items()
            if _admits_null({**as_object(schema), "components": document["components"]})
        }
        return {**self.smallest_body, **nulls}

    @cached_property
    def queries(self) -> tuple[Body, ...]:
        """Parameters of the query; one empty set where the operation has none."""
        return self._parameters("query")

    @cached_property
    def headers(self) -> tuple[Body, ...]:
        """Parameters of the header; one empty set where the operation has none."""
        return self._parameters("header")

    @cached_property
    def answers(self) -> Values:
        """Answers as JSON; texts where the answer is text.

        One empty object where the answer says nothing beyond success.
        """
        if self.method.answer is None:
            return TEXTS if self.method.is_text else ({},)
        return self._valid(closed_answer(self.method.answer))

    @cached_property
    def faulty_answers(self) -> tuple[Faulty, ...]:
        """Answers with a fault."""
        return self._faulty(self.answers, self.method.answer or {})

    @cached_property
    def events(self) -> Values:
        """Events of a stream that report no error."""
        found = self._valid(closed_answer(self.method.event or {}))
        return tuple(event for event in found if not reports_error(event))

    @cached_property
    def first_event(self) -> JsonValue:
        """The smallest event that is not the last of its stream."""
        end = self.method.end
        return next(event for event in self.events if end is None or not end.is_last(event))

    @cached_property
    def faulty_events(self) -> tuple[Faulty, ...]:
        """Events with a fault, and no error that the server reports."""
        found = self._faulty(self.events, self.method.event or {})
        return tuple(each for each in found if not reports_error(each.value))

    @cached_property
    def last_events(self) -> Values:
        """An event of each type after which no other comes."""
        types = self.method.end.types if self.method.end else ()
        return tuple(self._last_event(name) for name in types)

    @cached_property
    def finishing_event(self) -> JsonValue:
        """An event with which everything asked for has finished, ``None`` without such a rule."""
        rule = self.method.end.finished if self.method.end else None
        if rule is None:
            return None
        event = flatten(self.method.event or {})
        entries = flatten(as_object(as_object(event.get("properties")).get(rule.list)))
        entry_schema = as_object(entries.get("items"))
        entry = as_object(self._valid(closed_answer(entry_schema))[0])
        entry = {**entry, rule.key: 0, rule.field: _text_of(entry_schema, rule.field)}
        made: Body = {**as_object(self.events[0]), rule.list: [entry]}
        fits = jsonschema_rs.Draft202012Validator(standalone(self.method.event or {}))
        if not fits.is_valid(made):
            raise ValueError(f"{self.method.full_name}: no event finishes, cannot be tried")
        return made

    @cached_property
    def whole_stream(self) -> Values:
        """The events of a small stream that is complete, by its marker or its last event."""
        if self.method.end is None or self.method.end.marker:
            return (self.events[0],)
        peaceful = tuple(event for event in self.last_events if not reports_error(event))
        return peaceful[:1] or (self.finishing_event,)

    def answer_to(self, body: Mapping[str, JsonValue]) -> Answer:
        """The smallest answer: a stream where the body asks for one, or there is no other."""
        if self.method.streams(body):
            return stream_answer(self.whole_stream, self.method)
        if self.method.is_text:
            return text_answer(as_text(self.answers[0]), self.method)
        return json_answer(self.answers[0], self.method)

    def _parameters(self, place: str) -> tuple[Body, ...]:
        given = [each for each in self.method.given if each.place == place]
        if not given:
            return ({},)
        properties: Schema = {each.name: sendable(each) for each in given}
        required = [each.name for each in given if each.required]
        schema: Schema = {"type": "object", "properties": properties, "required": required}
        every: Schema = {**schema, "required": [*properties]}
        found = [*self._valid(closed_request(schema)), *self._valid(closed_request(every))]
        return tuple(dict(as_object(each)) for each in found)

    def _last_event(self, name: str) -> JsonValue:
        reference = as_text(self.method.types.get(name))
        if not reference:
            raise ValueError(f"{self.method.full_name}: no event is of type {name}")
        schema = component(reference.rpartition("/")[2])
        return next(
            event
            for event in self._valid(closed_answer(schema))
            if as_object(event).get("type") == name
        )

    def _valid(self, schema: Schema) -> Values:
        return examples.valid(schema, count=self._count, seed=self._seed)

    def _faulty(self, values: Values, schema: Schema) -> tuple[Faulty, ...]:
        return examples.faulty(values, tolerant(schema), count=self._count, seed=self._seed)


def json_answer(value: JsonValue, method: Method, number: int = 0) -> Answer:
    """An answer with a JSON body, in one of the media types that it may have.

    No body at all where the specification describes none.
    """
    if method.status == 204:
        return Answer(status=204)
    kind = method.media[number % len(method.media)] if method.media else "application/json"
    body = examples.text(value)
    return Answer(status=method.status, headers=(("content-type", kind),), pieces=(body,))


def text_answer(value: str, method: Method, charset: str = "") -> Answer:
    """An answer with text, in UTF-8 unless another ``charset`` is named."""
    kind = f"{method.media[0]}; charset={charset}" if charset else method.media[0]
    body = value.encode(charset or "utf-8")
    return Answer(status=method.status, headers=(("content-type", kind),), pieces=(body,))


def stream_answer(
    events: Values, method: Method, *, marker: bool = True, names: Sequence[str] | None = None
) -> Answer:
    """An event stream, with its end marker if it has one.

    ``names`` of the events, empty for none; else their types where the specification says so.
    """
    end = method.end.marker if method.end and marker else ""
    typed = [_name(event) if method.event_line else "" for event in events]
    named = zip(events, typed if names is None else names, strict=True)
    pieces = [*(_event(*pair) for pair in named), *([_data(end.encode())] if end else [])]
    headers = (("content-type", EVENT_STREAM),)
    return Answer(headers=headers, pieces=tuple(pieces), framing="chunked")


def _name(event: JsonValue) -> str:
    name = as_text(as_object(event).get("type"))
    return name if name.isprintable() else ""


def _event(event: JsonValue, name: str) -> bytes:
    line = f"event: {name}\n".encode() if name else b""
    return line + _data(examples.text(event))


def _data(data: bytes) -> bytes:
    return b"data: %b\n\n" % data


def _text_of(entry: JsonObject, field: str) -> JsonValue:
    """A text that a field of an entry may have: one of its enumeration, or any."""
    schemas = [resolve(as_object(flatten(entry).get("properties")).get(field))]
    for schema in schemas:
        schemas += [*_members(schema)]
        for value in names(schema.get("enum")):
            return value
    return "stop"


def _members(schema: JsonObject) -> Iterator[JsonObject]:
    for key in ("anyOf", "oneOf"):
        members = schema.get(key)
        yield from (resolve(each) for each in (members if isinstance(members, list) else ()))


def _admits_null(schema: Schema) -> bool:
    return jsonschema_rs.Draft202012Validator(dict(schema)).is_valid(None)
