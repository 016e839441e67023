# Copied from codegen/runtime/; do not edit.
"""Saying in one line which field of a document breaks which rule, without telling secrets."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from .errors import RequestError
from .json_data import is_array, is_object
from .redact import redact

__all__ = ["Location", "Violation", "describe", "json_path", "refuse"]

Location = tuple[str | int, ...]

LONGEST_VALUE: Final = 60

# A scalar in the place of an object may be the credential that belongs into the object.
CONTAINERS: Final = frozenset(
    {"dict_type", "mapping_type", "model_type", "list_type", "tuple_type"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Violation:
    """``field`` is a path such as ``messages[0].content``; ``value`` is fit to be shown."""

    field: str
    value: str | None
    rule: str

    @property
    def text(self) -> str:
        """Field, value and rule in one line."""
        shown = "" if self.value is None else f" (got {self.value})"
        return f"{self.field}: {self.rule}{shown}" if self.field else f"{self.rule}{shown}"

    def as_request_error(self) -> RequestError:
        """The violation as an error of the caller."""
        error = RequestError(self.text)
        error.field, error.rule = self.field, self.rule
        return error


def describe(
    error: ValidationError,
    document: object,
    *,
    names: Collection[str] = (),
    values: Collection[str] = (),
) -> Violation:
    """The violation of ``document`` nearest to what was meant: of a union, the furthest member.

    No value is told of fields called one of ``names``, and ``values`` are masked everywhere.
    """
    faults = error.errors(include_url=False, include_context=False)
    fault = max(faults, key=lambda each: len(each["loc"]))
    absent = fault["type"] == "missing"
    location = _in_document(fault["loc"], document, absent=absent)
    hidden = absent or fault["type"] == "json_invalid" or any(part in names for part in location)
    value = (
        None if hidden else _show(fault["input"], values, scalar=fault["type"] not in CONTAINERS)
    )
    return Violation(field=json_path(location), value=value, rule=fault["msg"])


def _in_document(
    location: Collection[str | int], document: object, *, absent: bool
) -> list[str | int]:
    """The location without the names of union members, which pydantic mixes into it.

    A union member may be called like a member of the object: then it is left out if what follows
    is found beside it, and not within.
    """
    parts, last = list(location), len(location) - 1
    path: list[str | int] = []
    for position, part in enumerate(parts):
        found, item = _step(document, part)
        may_lack = absent and position == last - 1 and is_object(item)
        if found and not may_lack and _leads_elsewhere(document, item, parts[position + 1 :]):
            continue
        if found or (absent and position == last):
            path.append(part)
            document = item
    return path


def _leads_elsewhere(document: object, item: object, rest: Sequence[str | int]) -> bool:
    return bool(rest) and _step(document, rest[0])[0] and not _step(item, rest[0])[0]


def _step(document: object, part: str | int) -> tuple[bool, object]:
    if is_object(document) and isinstance(part, str) and part in document:
        return True, document[part]
    if is_array(document) and isinstance(part, int) and part < len(document):
        return True, document[part]
    return False, document


def json_path(location: Collection[str | int]) -> str:
    """``("messages", 0, "content")`` as ``messages[0].content``."""
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


def refuse(at: Location, rule: str, value: str | None = None) -> RequestError:
    """The error for an argument that cannot be sent; ``value`` must be fit to be shown."""
    return Violation(field=json_path(at), value=value, rule=rule).as_request_error()


def _show(value: object, secrets: Collection[str], *, scalar: bool) -> str:
    """A scalar where one belongs as it is; of everything else only its kind."""
    if is_object(value):
        return "an object"
    if is_array(value):
        return "an array"
    if scalar and (value is None or isinstance(value, bool | int | float | str)):
        text = redact("null" if value is None else repr(value), secrets)
        return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
    return f"an instance of {type(value).__name__}"
