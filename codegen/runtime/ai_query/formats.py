"""`responseFormat`: what a chat model is told of the form of its answer, and what then comes back.

Source: structured output in the manual of `ai_query`, and its error condition
``AI_FUNCTION_UNSUPPORTED_RESPONSE_FORMAT``, by whose names the faults are called here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..errors import RequestError
from ..json_data import is_object, is_text
from ..violations import refuse
from .datatypes import AtomicType, DataType, StructType
from .ddl import parse_type
from .schemas import json_schema, sql_type

__all__ = ["ResponseFormat", "parse_format"]

_AT: Final = ("responseFormat",)
_UNTYPED: Final = frozenset({"text", "json_object"})
_ONE_STRUCT: Final = "DDL_STRING: a STRUCT with one field, itself a STRUCT, is wanted"
_KINDS: Final = "JSON_STRING: its type is text, json_object or json_schema"


@dataclass(frozen=True, kw_only=True, slots=True)
class ResponseFormat:
    """``sent`` is ``response_format`` of the request, ``returns`` the type of the answers."""

    sent: Mapping[str, object]
    returns: DataType


def parse_format(text: str) -> ResponseFormat:
    """Read `responseFormat`, DDL or JSON. Raises RequestError that tells the rule it breaks."""
    if not text.lstrip().startswith("{"):
        return _from_ddl(text)
    try:
        found: object = json.loads(text)
    except ValueError as fault:
        raise refuse(_AT, f"JSON_STRING: it is no JSON: {fault}") from None
    return _from_json(found)


def _from_ddl(text: str) -> ResponseFormat:
    try:
        kind = parse_type(text)
    except ValueError as fault:
        raise refuse(_AT, f"DDL_STRING: {fault}") from None
    if not isinstance(kind, StructType) or len(kind.fields) != 1:
        raise refuse(_AT, _ONE_STRUCT)
    field = kind.fields[0]
    if not isinstance(field.type, StructType):
        raise refuse(_AT, _ONE_STRUCT)
    named = {"name": field.name, "schema": json_schema(field.type), "strict": True}
    return ResponseFormat(
        sent={"type": "json_schema", "json_schema": named},
        returns=field.type,
    )


def _from_json(found: object) -> ResponseFormat:
    if not is_object(found):
        raise _unknown()
    if found.get("type") in _UNTYPED:
        return ResponseFormat(sent=found, returns=AtomicType.STRING)
    if found.get("type") != "json_schema":
        raise _unknown()
    named = found.get("json_schema")
    if not is_object(named) or not is_object(named.get("schema")) or not is_text(named.get("name")):
        raise refuse(_AT, "JSON_STRING: json_schema has a name and a schema")
    return ResponseFormat(sent=found, returns=sql_type(named["schema"]))


def _unknown() -> RequestError:
    return refuse(_AT, _KINDS)
