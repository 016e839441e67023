"""Judges values against schemas, naming every place and rule that they break."""

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass

from jsonschema_rs import Draft202012Validator

from invocant_conformance.json_values import JsonObject, JsonValue
from invocant_conformance.specification import document

_LONGEST = 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What is wrong with a value: a JSON pointer into it, the rule, and a sentence."""

    pointer: str
    rule: str
    message: str


def fault(rule: str, message: str, pointer: str = "") -> Fault:
    """Describe what no schema says."""
    return Fault(pointer=pointer, rule=rule, message=message)


def faults(schema: JsonObject, value: JsonValue, *, answer: bool) -> Iterator[Fault]:
    """Yield everything that keeps a value from fitting a schema.

    Enums that servers extend take any text. In answers nothing that is write-only may stand.
    """
    for error in _validator(json.dumps(schema), answer=answer).iter_errors(value):
        pointer = "".join(f"/{step}" for step in error.instance_path)
        rule = str(error.schema_path[-1]) if error.schema_path else error.kind.name
        yield Fault(pointer=pointer, rule=rule, message=error.message[:_LONGEST])


def fits(schema: JsonObject, value: JsonValue) -> bool:
    """Say whether the body of a request fits a schema."""
    return _validator(json.dumps(schema), answer=False).is_valid(value)


@functools.cache
def _validator(schema: str, *, answer: bool) -> Draft202012Validator:
    components = {"schemas": _components(answer=answer)}
    return Draft202012Validator({**json.loads(schema), "components": components})


@functools.cache
def _components(*, answer: bool) -> JsonValue:
    return _opened(document.schemas(), answer=answer)


def _opened(schema: JsonValue, *, answer: bool) -> JsonValue:
    if isinstance(schema, list):
        return [_opened(member, answer=answer) for member in schema]
    if not isinstance(schema, dict):
        return schema
    if answer and schema.get("writeOnly") is True:
        return False
    closed = "enum" if schema.get("x-open") is True else ""
    return {key: _opened(value, answer=answer) for key, value in schema.items() if key != closed}
