"""The functions that the macro is made of."""

import json
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..ai_query.asking import Asker, Row
from ..ai_query.queries import Query
from ..arrow import Arrow, Column
from .arguments import file_of, query_of, structure
from .forms import Form, form_of

__all__ = ["Ask", "Functions"]

Ask: TypeAlias = Callable[[Column, Column, Column, Column], Column]

# Statements that are kept in mind; each has one query.
_KEPT = 256


class Functions:
    """Those that ask are called with columns, the others while a statement is bound.

    DuckDB does not call what asks where its request is null, nor for anything but the rows that are
    needed, since it is said to have side effects.
    """

    def __init__(self, asker: Asker, arrow: Arrow) -> None:
        self._asker: Asker = asker
        self._arrow: Arrow = arrow
        self._queries: dict[tuple[str, str], Query] = {}

    def asking(self, form: Form) -> Ask:
        """The function that gives the results of rows in a form. It raises what fails statements.

        Its columns are the endpoints, the requests as JSON, the options, and the files in base64.
        """

        def ask(endpoints: Column, requests: Column, options: Column, files: Column) -> Column:
            columns = (endpoints, requests, options, files)
            rows = [self._row(*row) for row in zip(*map(_values, columns), strict=True)]
            collected = form.collect(self._arrow, len(rows))
            self._asker.collect(rows, collected.put)
            return collected.column()

        return ask

    def form(self, endpoint: str, options: str) -> str:
        """The name of the form of the results. Raises RequestError."""
        return form_of(self._query(endpoint, options)).name

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
