"""Calls and outcomes as the JSON objects of the adapter protocol (PROTOCOL.md); pure."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated, TypeAlias, TypeVar

import pydantic
from pydantic import BaseModel, ConfigDict, Field, SkipValidation, ValidationError

from ..json_values import JsonValue
from .driver import ABSENT, Call, ErrorSeen, Leave, Outcome, Shown

__all__ = [
    "Hello",
    "call_from",
    "call_object",
    "hello_from",
    "hello_object",
    "outcome_from",
    "outcome_object",
    "unsupported",
]

# What was read from JSON is JSON, however deep.
AnyJson: TypeAlias = Annotated[pydantic.JsonValue, SkipValidation]

M = TypeVar("M", bound=BaseModel)

# Lists in JSON.
Names: TypeAlias = Annotated[frozenset[str], Field(strict=False)]


class _Row(BaseModel):
    """An object of the protocol; unknown members are errors, which finds slips of adapters."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Hello(_Row):
    """What an adapter says of itself: the client's name and version, and what it can do.

    ``operations``: methods such as ``Gateway.chat.completions.create``; ``abilities``: what calls
    may ask for, of ``stream``, ``final``, ``leave``, ``retries`` and ``extra``.
    """

    name: str
    version: str = ""
    operations: Names = frozenset()
    abilities: Names = frozenset()


class _Call(_Row):
    client: str
    base_url: str
    token: str
    method: str
    path: dict[str, str] = {}
    query: dict[str, AnyJson] = {}
    headers: dict[str, AnyJson] = {}
    body: dict[str, AnyJson] = {}
    extra_query: dict[str, str] = {}
    extra_headers: dict[str, str] = {}
    extra_body: dict[str, AnyJson] = {}
    max_retries: int = 2
    retry_unsafe: bool = False
    timeout: float | None = None
    take: int | None = None
    leave: Leave = "exhaust"
    final: bool = False


class _Shown(_Row):
    where: str
    text: str


class _Error(_Row):
    kind: str
    message: str = ""
    status: int | None = None
    headers: dict[str, str] | None = None
    request_id: str | None = None
    error_code: str | None = None
    body: str | None = None
    retry_after: float | None = None
    field: str | None = None
    received: list[AnyJson] | None = None
    partial: AnyJson = None


class _Reply(_Row):
    case: str
    value: AnyJson = None
    events: list[AnyJson] = []
    notes: list[AnyJson] = []
    final: AnyJson = None
    error: _Error | None = None
    shown: list[_Shown] = []


def hello_object(hello: Hello) -> dict[str, JsonValue]:
    """The first line of an adapter."""
    return {
        "name": hello.name,
        "version": hello.version,
        "operations": sorted(hello.operations),
        "abilities": sorted(hello.abilities),
    }


def hello_from(line: Mapping[str, JsonValue]) -> Hello:
    """Read the first line of an adapter. Raises ValueError, in one line, for a wrong one."""
    return _checked(Hello, line)


def call_object(call: Call, case: str) -> dict[str, JsonValue]:
    """A call of a case, with every member of the protocol."""
    return {"case": case, **{each.name: getattr(call, each.name) for each in fields(call)}}


def call_from(line: Mapping[str, JsonValue]) -> tuple[str, Call]:
    """Read a case and its call. Raises ValueError, in one line, for a wrong one."""
    case, members = line.get("case"), {k: v for k, v in line.items() if k != "case"}
    if not isinstance(case, str):
        raise ValueError("case: has to be a text")
    given = _checked(_Call, members)
    return case, Call(**{name: getattr(given, name) for name in _Call.model_fields})


def outcome_object(outcome: Outcome, case: str) -> dict[str, JsonValue]:
    """What a case came to; what is empty or absent is left out."""
    line: dict[str, JsonValue] = {"case": case}
    for name in ("value", "final"):
        if (value := getattr(outcome, name)) is not ABSENT:
            line[name] = value
    for name in ("events", "notes"):
        if values := getattr(outcome, name):
            line[name] = [*values]
    if outcome.error is not None:
        line["error"] = _error_object(outcome.error)
    if outcome.shown:
        line["shown"] = [{"where": each.where, "text": each.text} for each in outcome.shown]
    return line


def outcome_from(line: Mapping[str, JsonValue]) -> Outcome:
    """Read what a case came to. Raises ValueError, in one line, for anything else."""
    reply = _checked(_Reply, line)
    return Outcome(
        value=reply.value if "value" in line else ABSENT,
        events=tuple(reply.events),
        notes=tuple(reply.notes),
        final=reply.final if "final" in line else ABSENT,
        error=None if reply.error is None else _error(reply.error),
        shown=tuple(Shown(where=each.where, text=each.text) for each in reply.shown),
    )


def unsupported(line: Mapping[str, JsonValue]) -> str | None:
    """Why an adapter cannot make a call; ``None`` where it made it."""
    reason = line.get("unsupported")
    return reason if isinstance(reason, str) else None


def _error_object(error: ErrorSeen) -> dict[str, JsonValue]:
    known: dict[str, JsonValue] = {
        each.name: value
        for each in fields(error)
        if (value := getattr(error, each.name)) is not None
    }
    if error.body is not None:
        known["body"] = base64.b64encode(error.body).decode()
    if error.received is not None:
        known["received"] = [*error.received]
    return known


def _error(error: _Error) -> ErrorSeen:
    return ErrorSeen(
        kind=error.kind,
        message=error.message,
        status=error.status,
        headers=error.headers,
        request_id=error.request_id,
        error_code=error.error_code,
        body=None if error.body is None else _bytes(error.body),
        retry_after=error.retry_after,
        field=error.field,
        received=None if error.received is None else tuple(error.received),
        partial=error.partial,
    )


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("error.body: is not base64") from None


def _checked(model: type[M], line: Mapping[str, JsonValue]) -> M:
    try:
        return model.model_validate({**line})
    except ValidationError as error:
        raise ValueError(_first(error)) from None


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
