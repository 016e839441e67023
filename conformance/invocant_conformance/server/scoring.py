"""MLflow's scoring protocol: reading rows in four forms, and predictions that depend on them.

A prediction is a weighted sum over the values of a row. The weights depend on the model and on the
names of the columns, so that the same rows are predicted alike whatever their form and order.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from ..json_values import JsonObject, JsonValue, as_list, as_object, dump
from .draws import generator
from .errors import Kind, Refused

FORMS = ("dataframe_split", "dataframe_records", "instances", "inputs")

_TABLES = FORMS[:2]
_LONGEST_NAMES = 60

Row: TypeAlias = Mapping[str, JsonValue]


def form_of(request: JsonObject) -> str:
    """Return the one form that the rows of a request have.

    Raises Refused, in the words of MLflow's server, for none or several, and for a table that is
    not written as its form wants.
    """
    given = [form for form in FORMS if form in request]
    if len(given) != 1:
        message = (
            "The input must be a JSON dictionary with exactly one of the input fields "
            "{'inputs', 'instances', 'dataframe_split', 'dataframe_records'}. "
            f"Received dictionary with input fields: {given}."
        )
        raise Refused(Kind.INVALID_FIELD, message)
    [form] = given
    if form in _TABLES and (fault := _fault(form, request[form])):
        raise Refused(Kind.INVALID_FIELD, f"Invalid input. Dataframe {fault}.", form)
    return form


def _fault(form: str, table: JsonValue) -> str:
    """Return what is wrong with the form of a table, "" for nothing."""
    got = "dictionary" if isinstance(table, dict) else type(table).__name__
    if form == "dataframe_records":
        right = isinstance(table, list)
        return "" if right else f"records format must be a list of records. Got {got}"
    if not isinstance(table, dict):
        return f"split format must be a dictionary. Got {got}"
    if "data" in table:
        return ""
    names = ", ".join(f"'{name}'" for name in table)[:_LONGEST_NAMES]
    wanted = "must have 'data' field and optionally 'columns' and 'index' fields"
    return f"split format {wanted}. Got {{{names}}}"


def rows(request: JsonObject) -> tuple[Row, ...]:
    """Return the rows of a valid request. Raises Refused for rows that do not fit together."""
    form = form_of(request)
    match form:
        case "dataframe_split":
            return _split(as_object(request[form]))
        case "dataframe_records":
            return tuple(as_object(record) for record in as_list(request[form]))
        case "instances":
            return _examples(as_list(request[form]), form)
        case _:
            return _tensors(request[form])


def predictions(given: Iterable[Row], *, model: str) -> list[JsonValue]:
    """Return one number for each row."""
    return [_prediction(row, model) for row in given]


def features(given: Iterable[Row], *, model: str) -> list[JsonValue]:
    """Return, for each row of keys, the row with the features that were looked up for it."""
    return [{**row, f"{model}_feature": _prediction(row, model)} for row in given]


def _split(frame: JsonObject) -> tuple[Row, ...]:
    data = [as_list(row) for row in as_list(frame["data"])]
    widest = max(map(len, data), default=0)
    columns = as_list(frame["columns"]) if "columns" in frame else list(range(widest))
    if any(len(row) != len(columns) for row in data):
        message = f"dataframe_split.data: a row has other than {len(columns)} values."
        raise Refused(Kind.INVALID_FIELD, message, "dataframe_split.data")
    index = as_list(frame.get("index"))
    if "index" in frame and len(index) != len(data):
        message = f"dataframe_split.index: {len(index)} labels for {len(data)} rows."
        raise Refused(Kind.INVALID_FIELD, message, "dataframe_split.index")
    return tuple(_named(columns, row) for row in data)


def _named(columns: Sequence[JsonValue], values: Sequence[JsonValue]) -> Row:
    names = (name if isinstance(name, str) else dump(name) for name in columns)
    return dict(zip(names, values, strict=True))


def _examples(given: Sequence[JsonValue], field: str) -> tuple[Row, ...]:
    """Return examples as rows. Raises Refused where they are not of one shape."""
    if len({_shape(example) for example in given}) > 1:
        message = f"{field}: the examples are not of one shape."
        raise Refused(Kind.INVALID_FIELD, message, field)
    return tuple(_row(example) for example in given)


def _shape(example: JsonValue) -> object:
    """Return what the examples of a tensor have in common: length, or names."""
    if isinstance(example, dict):
        return frozenset(as_object(example))
    return len(example) if isinstance(example, list) else None


def _row(value: JsonValue) -> Row:
    if isinstance(value, dict):
        return as_object(value)
    return (
        _named(range(len(as_list(value))), as_list(value))
        if isinstance(value, list)
        else {"0": value}
    )


def _tensors(inputs: JsonValue) -> tuple[Row, ...]:
    """Turn columns into rows; shorter ones end earlier."""
    if not isinstance(inputs, dict):
        return _examples(as_list(inputs) if isinstance(inputs, list) else [inputs], "inputs")
    columns = {
        name: as_list(column) if isinstance(column, list) else [column]
        for name, column in as_object(inputs).items()
    }
    length = max(map(len, columns.values()), default=0)
    return tuple(
        {name: column[place] for name, column in columns.items() if place < len(column)}
        for place in range(length)
    )


def _prediction(row: Row, model: str) -> JsonValue:
    return round(sum(_weight(model, name) * _size(value) for name, value in sorted(row.items())), 6)


@functools.lru_cache(maxsize=4096)
def _weight(model: str, name: str) -> float:
    return generator("weight", model, name).uniform(0.5, 1.5)


def _size(value: JsonValue) -> float:
    """Return a number for any value: itself, or one drawn from its text; nothing counts as 0."""
    match value:
        case None:
            return 0.0
        case bool():
            return float(value)
        case int() | float():
            return max(-1e9, min(1e9, value))
        case _:
            return generator("value", dump(value)).uniform(0, 1)
