"""Parameters of query and header: values to try, and how they are to arrive."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text
from ..specification.document import resolve
from .json_schema import Schema, objects

__all__ = ["Parameter", "argument", "arrived", "faulty", "read", "sendable"]

VISIBLE: Final = "^[!-~]([ -~]*[!-~])?$"

WRONG: Final[dict[str, tuple[JsonValue, ...]]] = {
    "string": (7, True, None, [], {}),
    "integer": ("7", 7.5, True, None, []),
    "number": ("7", True, None, {}),
    "boolean": ("true", 1, 0, None, []),
}
NO_HEADERS: Final = ("a\r\nb: c", "a\nb", "\0", "ä", "日本", " a", "a ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """One parameter. ``place``: query or header. ``example``: a documented value."""

    name: str
    place: str
    schema: Schema
    required: bool
    example: JsonValue

    def required_in(self, place: str) -> bool:
        """Whether a request has to have it at a place."""
        return self.required and self.place == place

    @property
    def kind(self) -> str:
        """Type of the value."""
        return as_text(self.schema.get("type"))


def read(item: JsonObject, operation: JsonObject) -> Iterator[Parameter]:
    """The parameters of query and header; those of the operation win over those of its path."""
    entries = [*objects(item.get("parameters")), *objects(operation.get("parameters"))]
    found = {(said["in"], said["name"]): said for said in map(resolve, entries)}
    for said in found.values():
        if said["in"] != "path":
            yield Parameter(
                name=as_text(said["name"]),
                place=as_text(said["in"]),
                schema=as_object(said.get("schema")),
                required=said.get("required") is True,
                example=_example(said),
            )


def _example(said: JsonObject) -> JsonValue:
    """A documented value. Raises ValueError where there is none."""
    documented = [as_object(each).get("value") for each in as_object(said.get("examples")).values()]
    known = as_list(as_object(said.get("schema")).get("enum"))
    values = [said.get("example"), *documented, *known]
    found = next((value for value in values if value is not None), None)
    if found is None:
        raise ValueError(f"parameter {said['name']}: neither example nor enum, cannot be tried")
    return found


def argument(name: str) -> str:
    """A name as it may be written in a program: for telling whether two mean the same."""
    return re.sub(r"\W", "_", name).lower().rstrip("_")


def sendable(parameter: Parameter) -> Schema:
    """The schema of values that can be sent: headers are visible ASCII, spaces within."""
    plain = parameter.kind == "string" and "enum" not in parameter.schema
    if parameter.place == "header" and plain:
        return {**parameter.schema, "pattern": VISIBLE}
    return parameter.schema


def arrived(text: str | None, value: JsonValue) -> bool:
    """Whether the text of a query or header is the value."""
    if text is None or isinstance(value, str | bool):
        return text == (value if isinstance(value, str) else json.dumps(value))
    try:
        found: JsonValue = json.loads(text)
    except ValueError:
        return False
    return found == value


def faulty(parameter: Parameter) -> tuple[JsonValue, ...]:
    """Values that cannot be sent: of another type, or no text of a header."""
    texts = NO_HEADERS if parameter.place == "header" and parameter.kind == "string" else ()
    return (*WRONG[parameter.kind], *texts)
