"""Python types as forms of what a model says: their JSON Schema, and values read from its JSON."""

import json
import re
from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final, TypeGuard, TypeVar, cast, get_origin

from pydantic import PydanticUndefinedAnnotation, PydanticUserError, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind

from .omit import OMIT
from .schema_words import Schema, plain, strict
from .violations import Location, describe, refuse

__all__ = [
    "adapter",
    "is_form",
    "json_schema",
    "name_of",
    "plain_schema",
    "strict_schema",
    "usable",
    "wrong",
]

T = TypeVar("T")

_NO_NAME: Final = re.compile(r"[^A-Za-z0-9_-]+")
LONGEST_NAME: Final = 64


class _Generator(GenerateJsonSchema):
    """Silent about defaults that JSON cannot write; they are left out."""

    def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None:
        """Emit none."""


def is_form(value: object) -> TypeGuard[type[object]]:
    """Whether a value is a type, and not the JSON or nothing that may stand in its place."""
    if value is OMIT or isinstance(value, dict):
        return False
    return isinstance(value, type) or get_origin(value) is not None


def json_schema(form: type[object]) -> Schema:
    """The JSON Schema of a type as models of every maker take it.

    That is without references, with closed objects whose members are all required, and with
    ``[X, "null"]`` for ``X | None``; what cannot be said so (unions of several types, types that
    hold themselves) stays as it is. Works for pydantic models, dataclasses, TypedDicts and
    everything else that pydantic has a schema for.
    Raises RequestError where there is none, or one of no object.
    """
    return strict_schema(form, ("form",))[0]


def strict_schema(form: type[object], at: Location) -> tuple[Schema, bool]:
    """The schema of :func:`json_schema`, and whether a server can be asked to enforce it.

    Raises RequestError naming the argument ``at``.
    """
    return strict(plain_schema(adapter(form, at), at))


def plain_schema(kind: TypeAdapter[object], at: Location) -> Schema:
    """The schema of a type, of an object, with what can be left out not required."""
    with usable(at):
        schema = plain(kind.json_schema(schema_generator=_Generator))
    if schema.get("type") != "object":
        raise refuse(at, "Must be a type whose JSON Schema is of an object, such as a model")
    return schema


@contextmanager
def usable(at: Location) -> Generator[None]:
    """Raise RequestError where pydantic refuses a type."""
    try:
        yield
    except (PydanticUserError, PydanticUndefinedAnnotation) as error:
        reason = str(error).partition("\n")[0].partition(". ")[0]
        raise refuse(at, f"Not a type that JSON can become: {reason}") from error


def adapter(form: type[T], at: Location = ("form",)) -> TypeAdapter[T]:
    """What makes values of a type out of JSON. Raises RequestError for what is no type to it."""
    known: object = form
    with usable(at):
        return cast("TypeAdapter[T]", _adapter(known))


@lru_cache(maxsize=256)
def _adapter(form: object) -> TypeAdapter[object]:
    return TypeAdapter(cast("type[object]", form))


def name_of(form: object) -> str:
    """The name of a type or function in letters that every server takes, 64 of them at most."""
    name: object = getattr(form, "__name__", None) or type(form).__name__
    return _NO_NAME.sub("_", str(name)).strip("_")[:LONGEST_NAME] or "answer"


def wrong(error: ValidationError, text: str) -> str:
    """Which field of a JSON text breaks which rule, in one line; values are not told."""
    violation = describe(error, _read(text))
    return f"{violation.field}: {violation.rule}" if violation.field else violation.rule


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
