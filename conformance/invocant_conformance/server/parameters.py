"""Values of query and header parameters, read by their schemas."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from starlette.requests import Request

from ..json_values import JsonObject, JsonValue, as_list
from ..specification.document import resolve
from ..specification.records import Parameter
from .errors import Kind, Refused
from .validation import BodyValidator

Value: TypeAlias = str | int | float | bool
Values: TypeAlias = Mapping[str, Value]
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,400})(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_BOOLEANS: Mapping[str, bool] = {"true": True, "false": False}


class ParameterReader:
    """The parameters of one location of an operation, with their schemas compiled.

    Values are keyed by the parameter's name, those of headers in lower case.
    """

    def __init__(self, parameters: Sequence[Parameter]) -> None:
        self._readers = [_Reader(parameter) for parameter in parameters]

    def of_query(self, request: Request) -> Values:
        """Read the query of a request. Raises Refused for what does not fit."""
        return dict(self._read(request.query_params.getlist)) if self._readers else {}

    def of_headers(self, request: Request) -> Values:
        """Read the headers of a request. Raises Refused for what does not fit."""
        return dict(self._read(request.headers.getlist)) if self._readers else {}

    def _read(self, sent: Callable[[str], list[str]]) -> list[tuple[str, Value]]:
        found = ((each, each.read(sent(each.name))) for each in self._readers)
        return [(each.name, value) for each, value in found if value is not None]


class _Reader:
    """One parameter."""

    def __init__(self, parameter: Parameter) -> None:
        is_header = parameter.location == "header"
        self.name = parameter.name.lower() if is_header else parameter.name
        self._required = parameter.required
        schema = resolve(parameter.schema)
        kinds = schema.get("type")
        self._kinds: Sequence[JsonValue] = [kinds] if isinstance(kinds, str) else as_list(kinds)
        whole: JsonObject = {"properties": {self.name: parameter.schema}}
        self._validator = BodyValidator(whole)

    def read(self, sent: Sequence[str]) -> Value | None:
        """Return the value, None where none was sent."""
        if not sent:
            if self._required:
                raise self._refused("is required")
            return None
        if len(sent) > 1:
            raise self._refused("is given more than once")
        value = self._typed(sent[0])
        self._validator.check({self.name: value})
        return value

    def _typed(self, text: str) -> Value:
        """Return what a text stands for in one of the schema's types, else the text."""
        if "boolean" in self._kinds and text in _BOOLEANS:
            return _BOOLEANS[text]
        if "integer" in self._kinds or "number" in self._kinds:
            return _number(text)
        return text

    def _refused(self, rule: str) -> Refused:
        return Refused(Kind.INVALID_FIELD, f"{self.name}: {rule}.", self.name)


def _number(text: str) -> Value:
    """Return the number that a text is in JSON's notation, else the text."""
    if not _NUMBER.fullmatch(text):
        return text
    if text.removeprefix("-").isdigit():
        return int(text)
    number = float(text)
    return text if math.isinf(number) else number
