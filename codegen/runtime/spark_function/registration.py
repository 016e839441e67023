"""`ai_query` in a session of Spark, for SQL and for columns."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Generic, Protocol, TypeVar, cast

from ..ai_query.ddl import write_type
from ..ai_query.queries import make_query
from ..arrow import Column as Values
from ..arrow import arrow
from ..errors import ConfigurationError
from ..violations import refuse
from .functions import EXTRA, sql_function, typed_function
from .workers import Settings, asker

__all__ = ["Made", "Registration", "Session", "Spark", "spark_functions"]

C = TypeVar("C")
C_co = TypeVar("C_co", covariant=True)


class Made(Protocol[C_co]):
    """A function that was made for Spark."""

    def __call__(self, *columns: object) -> C_co:
        """The column of its results for some columns, or names of columns."""
        ...

    @property
    def asNondeterministic(self) -> "Callable[[], Made[C_co]]":
        """The same function, of which Spark knows that two calls may differ."""
        ...


class Spark(Protocol[C_co]):
    """The module ``pyspark.sql.functions``."""

    @property
    def arrow_udf(self) -> Callable[[Callable[..., Values], str], Made[C_co]]:
        """Make a function of Arrow data one of Spark."""
        ...


class Functions(Protocol):
    """The functions of a session for SQL."""

    @property
    def register(self) -> Callable[..., object]:
        """Add a function under a name."""
        ...


class Session(Protocol):
    """A session of Spark, a `pyspark.sql.SparkSession`."""

    @property
    def udf(self) -> Functions:
        """The functions for SQL."""
        ...


def spark_functions(kind: type[C]) -> Spark[C]:
    """The module with the functions of Spark, whose columns are of ``kind``.

    Raises ConfigurationError where a package is missing, or has no functions of Arrow data.
    """
    arrow(EXTRA)
    module = import_module("pyspark.sql.functions")
    if not hasattr(module, "arrow_udf"):
        raise ConfigurationError("pyspark: 4.1 or later is needed")
    return cast("Spark[C]", module)


class Registration(Generic[C]):
    """`ai_query` in a session of Spark: by its name in SQL, by :meth:`column` for columns."""

    def __init__(self, session: Session, spark: Spark[C], settings: Settings, name: str) -> None:
        if not name.isidentifier():
            raise refuse(("name",), "is an identifier", repr(name))
        self._spark: Spark[C] = spark
        self._settings: Settings = settings
        session.udf.register(name, self._made(sql_function(settings), "STRING"))

    def column(
        self,
        endpoint: str,
        request: object,
        *,
        return_type: str | None,
        fail_on_error: bool,
        parameters: Mapping[str, object] | None,
        response_format: str | None,
        files: object | None,
    ) -> C:
        """The column of the results for columns of requests and files, or their names.

        What the endpoint does is looked up in this process, once. Raises RequestError for
        arguments that contradict each other, and what the look-up raises.
        """
        query = make_query(
            endpoint,
            asker(self._settings).task(endpoint),
            return_type=return_type,
            fail_on_error=fail_on_error,
            parameters=parameters,
            response_format=response_format,
        )
        made = self._made(typed_function(self._settings, query), write_type(query.type))
        return made(request) if files is None else made(request, files)

    def _made(self, function: Callable[..., Values], returns: str) -> Made[C]:
        # Spark would ask rows again, or ask those that it then leaves out, were it deterministic.
        return self._spark.arrow_udf(function, returns).asNondeterministic()
