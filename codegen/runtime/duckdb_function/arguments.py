"""The arguments of `ai_query` as its macro hands them on."""

import json
from base64 import b64decode

from ..ai_query.ddl import write_type
from ..ai_query.queries import Query, make_query
from ..ai_query.tasks import Task
from ..json_data import is_text, member
from ..violations import refuse
from .types import structure_of

__all__ = ["file_of", "query_of", "structure"]


def query_of(endpoint: str, task: Task, options: str) -> Query:
    """The query with the constant arguments, which are a JSON object by their names.

    Raises RequestError with the argument and the rule.
    """
    given: object = json.loads(options)
    fail = member(given, "failOnError")
    if not isinstance(fail, bool):
        raise refuse(("failOnError",), "is true or false")
    return make_query(
        endpoint,
        task,
        return_type=_text(member(given, "returnType"), "returnType"),
        fail_on_error=fail,
        parameters=member(given, "modelParameters"),
        response_format=_text(member(given, "responseFormat"), "responseFormat"),
    )


def structure(query: Query) -> str:
    """The type of a query's results, as ``from_json`` takes it. Raises RequestError."""
    try:
        return json.dumps(structure_of(query.type))
    except ValueError as fault:
        shown = write_type(query.returns)
        raise refuse(("returnType",), str(fault), shown) from None


def file_of(encoded: object) -> bytes | None:
    """The file of a row, which comes in base64; none for a text without characters."""
    return b64decode(encoded) if is_text(encoded) and encoded else None


def _text(value: object, name: str) -> str | None:
    if value is None or is_text(value):
        return value
    raise refuse((name,), "is a STRING")
