# Copied from codegen/runtime/; do not edit.
"""The functions that Spark calls with columns, in its workers."""

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from typing import Final

from ..ai_query.asking import Asker, Row
from ..ai_query.datatypes import AtomicType
from ..ai_query.queries import Query
from ..ai_query.values import to_json
from ..arrow import Column, arrow
from ..json_data import is_text
from .arguments import by_name, constant, data, file_of, query_of
from .types import column
from .workers import Settings, asker

__all__ = ["sql_function", "typed_function"]

EXTRA: Final = "spark"

_OF_ROWS: Final = ("endpoint", "request", "files")


def sql_function(settings: Settings) -> Callable[..., Column]:
    """`ai_query` for SQL, whose results are texts: JSON where they are no texts themselves."""

    def ai_query(*given: Column, **named: Column) -> Column:
        columns = by_name(given, named)
        constants = {
            name: constant(name, each) for name, each in columns.items() if name not in _OF_ROWS
        }
        asking = asker(settings)
        endpoints = columns["endpoint"].to_pylist()
        made = {each: query_of(each, asking.task(str(each)), constants) for each in {*endpoints}}
        queries = [made[each] for each in endpoints]
        results = _results(asking, queries, columns)
        texts = [*map(_text, queries, results)]
        return column(arrow(EXTRA), AtomicType.STRING, texts)

    return _bare(ai_query)


def typed_function(settings: Settings, query: Query) -> Callable[..., Column]:
    """`ai_query` with constant arguments that are known, whose results have their type."""

    def ai_query(request: Column, files: Column | None = None) -> Column:
        columns = {"request": request} if files is None else {"request": request, "files": files}
        return column(arrow(EXTRA), query.type, _results(asker(settings), repeat(query), columns))

    return _bare(ai_query)


def _bare(function: Callable[..., Column]) -> Callable[..., Column]:
    """The function without types of its parameters.

    Spark would look among them for its own kinds of functions. Where there are none it takes a
    column for columns of the same length, which this is.
    """
    function.__annotations__.clear()
    return function


def _results(
    asking: Asker, queries: Iterable[Query], columns: Mapping[str, Column]
) -> list[object]:
    """The result of each row; that of a null is null, and nothing is sent."""
    requests = columns["request"].to_pylist()
    files = columns["files"].to_pylist() if "files" in columns else [None] * len(requests)
    asked = [
        Row(query=query, request=data("request", request), file=file_of(file))
        for query, request, file in zip(queries, requests, files, strict=False)
        if request is not None
    ]
    answers = iter(asking.ask(asked))
    return [None if request is None else next(answers) for request in requests]


def _text(query: Query, result: object) -> str | None:
    if result is None:
        return None
    return result if is_text(result) and query.type is AtomicType.STRING else to_json(result)
