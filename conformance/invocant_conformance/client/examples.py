"""Examples that fit a schema, and examples with one fault each.

A seed gives the same examples in every process that has loaded the same modules: the generator
draws on the constants that it finds in them.
"""

import copy
import functools
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import hypothesis
import jsonschema_rs
from hypothesis import HealthCheck, Phase

from ..generic import library
from ..json_values import JsonValue, as_list, as_object, checked
from .json_schema import Schema

__all__ = ["Faulty", "Place", "faulty", "shown", "text", "valid"]

T = TypeVar("T")

Place: TypeAlias = tuple[str | int, ...]

PATH: Final = "/"
LONGEST_SHOWN: Final = 300


WRONG_VALUES: Final[tuple[JsonValue, ...]] = (None, True, 7.5, "text", [], [[]], {})


def valid(schema: Schema, *, count: int, seed: int) -> tuple[JsonValue, ...]:
    """Up to ``count`` different values that fit the schema, the smallest first."""
    return _generate(json.dumps(schema), count, seed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Faulty:
    """A value that was changed in one place, so that it no longer fits."""

    value: JsonValue
    place: Place


def faulty(
    values: tuple[JsonValue, ...], judge: Schema, *, count: int, seed: int
) -> tuple[Faulty, ...]:
    """Up to ``count`` values that ``judge`` refuses, each one change away from one of ``values``.

    A change replaces or removes what is in one place, so the refusal can have no other reason.
    The smallest come first.
    """
    fits = jsonschema_rs.Draft202012Validator(dict(judge))
    dice = random.Random(seed)
    found: dict[str, Faulty] = {}
    for value in dice.sample(values, len(values)) * count:
        damaged = _damage(value, dice)
        if len(found) < count and not fits.is_valid(damaged.value):
            found.setdefault(json.dumps(damaged.value), damaged)
    return _by_size(found)


@functools.cache
def _generate(schema: str, count: int, seed: int) -> tuple[JsonValue, ...]:
    document = json.loads(schema)
    fits = jsonschema_rs.Draft202012Validator(document)
    found: dict[str, JsonValue] = {}

    @hypothesis.settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=(
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.filter_too_much,
            HealthCheck.large_base_example,
        ),
    )
    @hypothesis.seed(seed)
    @hypothesis.given(body=library.bodies(_taking(document), PATH))
    def collect(body: object) -> None:
        value = _whole(checked(body))
        if fits.is_valid(value):
            found.setdefault(json.dumps(value), value)

    collect()
    return _by_size(found)


def _taking(document: Schema) -> dict[str, JsonValue]:
    """An API whose only operation takes such a value: requests are what the library generates."""
    schema = {name: item for name, item in document.items() if name != "components"}
    body: Schema = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "examples", "version": "0"},
        "paths": {PATH: {"post": {"requestBody": body, "responses": {"200": {"description": ""}}}}},
        "components": document["components"],
    }


def text(value: JsonValue) -> bytes:
    """A value as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def shown(value: JsonValue) -> str:
    """A value as JSON for a message, cut where it is long."""
    line = text(value).decode()
    return (
        line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}… ({len(line)} characters)"
    )


def _by_size(found: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(found[text] for text in sorted(found, key=lambda text: (len(text), text)))


def _whole(value: JsonValue) -> JsonValue:
    """``value`` with whole numbers as integers: 3.0 is the same number in JSON, not in Python."""
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _damage(value: JsonValue, dice: random.Random) -> Faulty:
    """A copy of ``value`` with a wrong value, or nothing, in one place."""
    place = dice.choice(list(_places(value, ())))
    wrong = dice.choice(WRONG_VALUES)
    if not place:
        return Faulty(value=wrong, place=place)
    damaged = copy.deepcopy(value)
    holder = functools.reduce(_step, place[:-1], damaged)
    last = place[-1]
    if isinstance(holder, dict) and isinstance(last, str):
        holder[last] = wrong
        if dice.random() < 0.3:
            del holder[last]
    elif isinstance(holder, list) and isinstance(last, int):
        holder[last] = wrong
    return Faulty(value=damaged, place=place)


def _places(value: JsonValue, here: Place) -> Iterator[Place]:
    yield here
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _places(item, (*here, name))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _places(item, (*here, position))


def _step(value: JsonValue, part: str | int) -> JsonValue:
    return as_list(value)[part] if isinstance(part, int) else as_object(value)[part]
