"""The functions and the macro in a connection."""

import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from types import TracebackType
from typing import Final, Protocol, Self

from ..ai_query.asking import Asker
from ..batch.results import Statistics
from ..violations import refuse
from .forms import FORMS
from .functions import Functions
from .interrupts import unwatch, watch
from .macro import DESCRIBE, FORM, ask_name, macro
from .types import duckdb_type

__all__ = ["Connection", "Registration"]

Call = Callable[..., object]


class Connection(Protocol):
    """A connection of DuckDB, a `duckdb.DuckDBPyConnection`."""

    @property
    def create_function(self) -> Call:
        """Make a function of Python one of SQL."""
        ...

    @property
    def remove_function(self) -> Call:
        """Undo that."""
        ...

    @property
    def execute(self) -> Call:
        """Run a statement."""
        ...

    @property
    def interrupt(self) -> Call:
        """Interrupt the statement that runs."""
        ...


# Functions belong to the database, so that connections and registrations need names of their own.
_NUMBERS: Final = count(1)


class Registration:
    """`ai_query` in a connection of DuckDB, which keeps it until this is closed.

    ``name`` is what the function is called. Closing it, also by ``with``, takes the function out of
    the connection; without that, it lasts as long as the connection.
    """

    def __init__(
        self, connection: Connection, asker: Asker, functions: Functions, name: str
    ) -> None:
        if not name.isidentifier():
            raise refuse(("name",), "is an identifier", repr(name))
        made = _create(connection, functions, name)
        self._asker: Asker = asker
        self._connection: weakref.ref[Connection] = weakref.ref(connection)
        # Functions that are still there when Python ends would never be freed, and nanobind, which
        # DuckDB is bound with, reports that.
        self._remove: weakref.finalize[..., Connection] = weakref.finalize(
            connection, _remove, self._connection, made, name
        )
        watch(asker)

    @property
    def statistics(self) -> Statistics:
        """What was done since the beginning, or since the last interruption."""
        return self._asker.statistics

    def interrupt(self) -> None:
        """Interrupt the statement that runs and cancel its requests; from any thread.

        ``connection.interrupt()`` alone lets functions finish the rows that DuckDB gave them, up to
        2,048 in each of its threads, since DuckDB tells functions nothing of it.
        """
        connection = self._connection()
        if connection is not None:
            connection.interrupt()
        self._asker.interrupt()

    def close(self) -> None:
        """Cancel all requests and take the function out of the connection. May be called again."""
        self._remove()
        self._asker.close()
        unwatch(self._asker)

    def __enter__(self) -> Self:
        """Return the registration itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()


def _create(connection: Connection, functions: Functions, name: str) -> Sequence[str]:
    """Make the macro, and the functions that it is made of. Returns their names."""
    prefix = f"__{name}_{next(_NUMBERS)}_"
    told = {prefix + FORM: functions.form, prefix + DESCRIBE: functions.describe}
    for own, function in told.items():
        connection.create_function(own, function, ["VARCHAR"] * 2, "VARCHAR")
    asks = {prefix + ask_name(form): form for form in FORMS}
    for own, form in asks.items():
        ask, returns = functions.asking(form), duckdb_type(form.type)
        connection.create_function(
            own, ask, ["VARCHAR"] * 4, returns, type="arrow", side_effects=True
        )
    connection.execute(macro(name, prefix))
    return [*told, *asks]


def _remove(found: "weakref.ref[Connection]", made: Sequence[str], name: str) -> None:
    connection = found()
    if connection is None:
        return
    # It may be closed, and the macro may be that of a later registration.
    with suppress(Exception):
        for function in made:
            connection.remove_function(function)
        connection.execute(f"DROP MACRO IF EXISTS temp.{name}")
