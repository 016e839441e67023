"""The arguments of `ai_query` in SQL, given by their place or by their names."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from ..ai_query.queries import Query, make_query
from ..ai_query.tasks import Task
from ..arrow import Column
from ..json_data import is_array, is_object, is_text
from ..violations import refuse

__all__ = ["NAMES", "by_name", "constant", "data", "file_of", "query_of"]

NAMES: Final[Sequence[str]] = (
    "endpoint",
    "request",
    "returnType",
    "failOnError",
    "modelParameters",
    "responseFormat",
    "files",
)
"""The order of arguments without names."""

_KNOWN: Final = {name.lower(): name for name in NAMES}


def by_name(given: Sequence[Column], named: Mapping[str, Column]) -> dict[str, Column]:
    """Columns by the names of their arguments; names count in any case.

    Raises RequestError for an argument that there is not, that is given twice, or is missing.
    """
    if len(given) > len(NAMES):
        raise refuse((), f"ai_query has {len(NAMES)} arguments at most", str(len(given)))
    found: dict[str, Column] = dict(zip(NAMES, given, strict=False))
    for written, column in named.items():
        name = _KNOWN.get(written.lower())
        if name is None or name in found:
            rule = "is given twice" if name else f"is none of {', '.join(NAMES)}"
            raise refuse((name or written,), rule)
        found[name] = column
    for name in NAMES[:2]:
        if name not in found:
            raise refuse((name,), "is required")
    return found


def constant(name: str, column: Column) -> object:
    """The one value of an argument that is the same in all rows. Raises RequestError otherwise."""
    values = column.to_pylist()
    first = values[0] if values else None
    if any(value != first for value in values):
        raise refuse((name,), "is constant")
    return first


def query_of(endpoint: object, task: Task, constants: Mapping[str, object]) -> Query:
    """The query with constant arguments by their names. Raises RequestError."""
    fail = constants.get("failOnError", True)
    if not isinstance(fail, bool):
        raise refuse(("failOnError",), "is true or false")
    return make_query(
        str(endpoint),
        task,
        return_type=_text(constants, "returnType"),
        fail_on_error=fail,
        parameters=data("modelParameters", constants.get("modelParameters")),
        response_format=_text(constants, "responseFormat"),
    )


def data(name: str, value: object) -> object:
    """A value of a column as JSON data; maps are objects. Raises RequestError for bytes."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if is_object(value):
        return {key: data(name, each) for key, each in value.items()}
    if is_array(value):
        # pyarrow has maps as lists of pairs in tuples, and nothing else as tuples.
        if value and type(value[0]) is tuple:
            pairs = [each for each in value if is_array(each)]
            return {str(key): data(name, each) for key, each in pairs}
        return [data(name, each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise refuse((name,), f"cannot be sent as JSON: {type(value).__name__}")


def file_of(value: object) -> bytes | None:
    """The file of a row. Raises RequestError for what is no BINARY."""
    if value is None or isinstance(value, bytes):
        return value or None
    raise refuse(("files",), "is BINARY")


def _text(constants: Mapping[str, object], name: str) -> str | None:
    value = constants.get(name)
    if value is None or is_text(value):
        return value
    raise refuse((name,), "is a STRING")
