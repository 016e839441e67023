# Copied from codegen/runtime/; do not edit.
"""Parameters of path, query and header: checked, and written as they are sent."""

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from typing import Final
from urllib.parse import quote

from .json_data import is_text
from .omit import OMIT
from .operation import Operation, Parameter
from .violations import refuse

__all__ = ["encoded", "fill", "is_header_name", "is_header_value", "is_utf8"]

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"[\t\x20-\x7e]*")

_KINDS: Final[Mapping[type, str]] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "a bool",
}


def fill(operation: Operation, values: Mapping[str, object]) -> str:
    """The path that has a place for every value, with each as one percent-encoded piece.

    Raises RequestError for a value that cannot be in a path, and where values are given that no
    path of the operation has all of.
    """
    given = {name: value for name, value in values.items() if value is not OMIT}
    template = _template(operation, given)
    if not given:
        return template

    def piece(match: re.Match[str]) -> str:
        name = match[1]
        value = given[name]
        if not is_text(value):
            raise refuse((name,), "Must be a string", repr(value))
        # Servers and proxies resolve dot segments, which would name another resource.
        if value in {"", ".", ".."}:
            raise refuse((name,), "Cannot be a segment of a path", repr(value))
        return quote(value, safe="", errors="surrogatepass")

    return _PLACEHOLDER.sub(piece, template)


def _template(operation: Operation, given: Mapping[str, object]) -> str:
    for template in (operation.path, *operation.aliases):
        if _places(template) == frozenset(given):
            return template
    needed = _places(operation.path)
    missing = sorted(needed - given.keys())
    if missing:
        raise refuse((missing[0],), "Must be a string", "nothing")
    further = min(given.keys() - needed)
    raise refuse((further,), "No path of the operation has a place for exactly these arguments")


@cache
def _places(template: str) -> frozenset[str]:
    return frozenset(match[1] for match in _PLACEHOLDER.finditer(template))


def encoded(
    operation: Operation, values: Mapping[str, object]
) -> tuple[dict[str, str], dict[str, str]]:
    """The query and the headers, by the names on the wire; what is omitted is left out.

    Raises RequestError, naming the argument, for a value of another type and for text that cannot
    be sent.
    """
    if not (operation.query or operation.headers):
        return {}, {}
    query = {each.key: _text(each, values) for each in _given(operation.query, values)}
    headers = {each.key.lower(): _text(each, values) for each in _given(operation.headers, values)}
    for parameter in _given(operation.headers, values):
        value = headers[parameter.key.lower()]
        if not is_header_value(value) or value != value.strip():
            raise refuse((parameter.name,), "Not a valid value of a header")
    return query, headers


def _given(parameters: tuple[Parameter, ...], values: Mapping[str, object]) -> list[Parameter]:
    return [each for each in parameters if values.get(each.name, OMIT) is not OMIT]


def _text(parameter: Parameter, values: Mapping[str, object]) -> str:
    value = values[parameter.name]
    if not _fits(value, parameter.type):
        raise refuse((parameter.name,), f"Must be {_KINDS[parameter.type]}", _shown(value))
    text = value if is_text(value) else json.dumps(value)
    if not is_utf8(text):
        raise refuse((parameter.name,), "Must be text that UTF-8 can write")
    return text


def _fits(value: object, kind: type) -> bool:
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    if kind is float:
        return isinstance(value, int | float) and math.isfinite(value)
    return isinstance(value, kind)


def _shown(value: object) -> str:
    """Numbers as they are; anything else may hold a credential."""
    return repr(value) if isinstance(value, int | float) else type(value).__name__


def is_header_name(name: str) -> bool:
    """Whether the text is a name of a header."""
    return _HEADER_NAME.fullmatch(name) is not None


def is_header_value(value: str) -> bool:
    """Whether a header can carry the text: visible ASCII, spaces and tabs."""
    return _HEADER_VALUE.fullmatch(value) is not None


def is_utf8(text: str) -> bool:
    """Whether the text has no lone surrogates, which UTF-8 cannot write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
