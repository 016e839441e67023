"""The two functions that the macro is made of."""

import json
from collections.abc import Sequence

from ..ai_query.asking import Asker, Row
from ..ai_query.queries import Query
from ..ai_query.values import to_json
from ..arrow import Arrow, Column
from .arguments import file_of, query_of, structure

__all__ = ["Functions"]

# Statements that are kept in mind; each has one query.
_KEPT = 256


class Functions:
    """`ask` is called with columns, `describe` with constants while a statement is bound.

    DuckDB does not call `ask` where its request is null, nor for anything but the rows that are
    needed, since it is said to have side effects.
    """

    def __init__(self, asker: Asker, arrow: Arrow) -> None:
        self._asker: Asker = asker
        self._arrow: Arrow = arrow
        self._queries: dict[tuple[str, str], Query] = {}

    def ask(self, endpoints: Column, requests: Column, options: Column, files: Column) -> Column:
        """The results of rows, as JSON. Raises what fails the statement."""
        columns = (endpoints, requests, options, files)
        rows = [self._row(*row) for row in zip(*map(_values, columns), strict=True)]
        results = [to_json(result) for result in self._asker.ask(rows)]
        return self._arrow.array(results, self._arrow.string())

    def describe(self, endpoint: str, options: str) -> str:
        """The type of the results, as `from_json` takes it. Raises RequestError."""
        return structure(self._query(endpoint, options))

    def _row(self, endpoint: object, request: object, options: object, file: object) -> Row:
        query = self._query(str(endpoint), str(options))
        return Row(query=query, request=json.loads(str(request)), file=file_of(file))

    def _query(self, endpoint: str, options: str) -> Query:
        found = self._queries.get((endpoint, options))
        if found is None:
            if len(self._queries) >= _KEPT:
                self._queries.clear()
            found = query_of(endpoint, self._asker.task(endpoint), options)
            self._queries[endpoint, options] = found
        return found


def _values(column: Column) -> Sequence[object]:
    return column.to_pylist()
