"""Everything that is generated for one method, once for all clients."""

from functools import cached_property
from typing import Final, TypeAlias

import jsonschema_rs

from ..json_values import JsonValue, as_object
from . import examples
from .examples import Faulty
from .json_schema import Schema, flatten, names
from .methods import Method
from .rewriting import closed_answer, closed_request, tolerant
from .script import Answer

__all__ = ["Body", "Samples", "json_answer", "stream_answer"]

JSON_HEADERS: Final = (("content-type", "application/json"),)
STREAM_HEADERS: Final = (("content-type", "text/event-stream"),)

Body: TypeAlias = dict[str, JsonValue]
Values: TypeAlias = tuple[JsonValue, ...]


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

        The generator wants the process's random numbers to itself, so nothing may run beside it.
        """
        for values in (self.bodies, self.answers, self.method.event and self.events):
            if values is not None and not values:
                raise ValueError(f"{self.method.full_name}: nothing could be generated")

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Request bodies; one empty one where the operation has none."""
        if self.method.request is None:
            return ({},)
        return tuple(
            dict(as_object(body)) for body in self._valid(closed_request(self.method.request))
        )

    @cached_property
    def faulty_bodies(self) -> tuple[Faulty, ...]:
        """Request bodies with a fault; all of them objects."""
        found = self._faulty((*self.bodies,), self.method.request or {})
        return tuple(each for each in found if each.place)

    @cached_property
    def smallest_body(self) -> Body:
        """A request body without anything optional."""
        required = names(flatten(self.method.request or {}).get("required"))
        return {name: item for name, item in self.bodies[-1].items() if name in required}

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
    def answers(self) -> Values:
        """Answers; one empty object where the answer says nothing beyond success."""
        if self.method.answer is None:
            return ({},)
        return self._valid(closed_answer(self.method.answer))

    @cached_property
    def faulty_answers(self) -> tuple[Faulty, ...]:
        """Answers with a fault."""
        return self._faulty(self.answers, self.method.answer or {})

    @cached_property
    def events(self) -> Values:
        """Events of a stream."""
        return self._valid(closed_answer(self.method.event or {}))

    @cached_property
    def faulty_events(self) -> tuple[Faulty, ...]:
        """Events with a fault."""
        return self._faulty(self.events, self.method.event or {})

    def answer_to(self, body: Body) -> Answer:
        """The smallest answer: a stream where the body asks for one."""
        if body.get("stream") is True:
            return stream_answer((), self.method.marker)
        return json_answer(self.answers[0])

    def _valid(self, schema: Schema) -> Values:
        return examples.valid(schema, count=self._count, seed=self._seed)

    def _faulty(self, values: Values, schema: Schema) -> tuple[Faulty, ...]:
        return examples.faulty(values, tolerant(schema), count=self._count, seed=self._seed)


def json_answer(value: JsonValue) -> Answer:
    """An answer of 200 with a JSON body."""
    return Answer(headers=JSON_HEADERS, pieces=(examples.text(value),))


def stream_answer(events: Values, marker: str | None) -> Answer:
    """A complete event stream."""
    data = [*map(examples.text, events), (marker or "").encode()]
    pieces = tuple(b"data: %b\n\n" % item for item in data)
    return Answer(headers=STREAM_HEADERS, pieces=pieces, framing="chunked")


def _admits_null(schema: Schema) -> bool:
    return jsonschema_rs.Draft202012Validator(dict(schema)).is_valid(None)
