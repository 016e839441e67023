# Copied from codegen/runtime/; do not edit.
"""One `ai_query` with its constant arguments, for all the rows that it is called for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ..json_data import is_object
from ..violations import refuse
from .datatypes import ArrayType, AtomicType, DataType, Field, StructType
from .ddl import parse_type
from .formats import ResponseFormat, parse_format
from .tasks import Task

__all__ = ["ERROR_FIELD", "RESULT_FIELD", "Query", "make_query", "result_type"]

RESULT_FIELD: Final = "result"
ERROR_FIELD: Final = "errorMessage"

_DEFAULTS: Final[Mapping[Task, DataType]] = {
    Task.CHAT: AtomicType.STRING,
    Task.COMPLETIONS: AtomicType.STRING,
    Task.EMBEDDINGS: ArrayType(element=AtomicType.FLOAT),
}
_TAKEN: Final = frozenset(
    {"model", "messages", "prompt", "input", "stream", "stream_options", "n", "response_format"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """What is asked of an endpoint for every row.

    ``returns``: type of the answers. ``parameters``: `modelParameters`. ``format``:
    `responseFormat`. ``fail_on_error``: whether a row's error is the error of the statement.
    """

    endpoint: str
    task: Task
    returns: DataType
    parameters: Mapping[str, object]
    format: ResponseFormat | None
    fail_on_error: bool

    @property
    def type(self) -> DataType:
        """Type of the results."""
        return result_type(self.returns, fail_on_error=self.fail_on_error)


def make_query(
    endpoint: str,
    task: Task,
    *,
    return_type: str | None = None,
    fail_on_error: bool = True,
    parameters: object = None,
    response_format: str | None = None,
) -> Query:
    """Check the constant arguments, and say what they mean together.

    ``return_type`` is DDL; by default STRING for chat and completions, or what the response format
    describes, and ARRAY<FLOAT> for embeddings. ``parameters`` is an object of JSON data. Raises
    RequestError with the argument and the rule.
    """
    if response_format is not None and task is not Task.CHAT:
        raise refuse(("responseFormat",), f"is for chat; {endpoint!r} serves {task.value}")
    form = None if response_format is None else parse_format(response_format)
    return Query(
        endpoint=endpoint,
        task=task,
        returns=_returned(endpoint, task, return_type, form),
        parameters=_checked(task, parameters),
        format=form,
        fail_on_error=fail_on_error,
    )


def result_type(returns: DataType, *, fail_on_error: bool) -> DataType:
    """Type of results: that of the answers, or a struct of answer and error."""
    if fail_on_error:
        return returns
    fields = (
        Field(name=RESULT_FIELD, type=returns),
        Field(name=ERROR_FIELD, type=AtomicType.STRING),
    )
    return StructType(fields=fields)


def _returned(
    endpoint: str, task: Task, return_type: str | None, form: ResponseFormat | None
) -> DataType:
    if return_type is not None:
        try:
            return parse_type(return_type)
        except ValueError as fault:
            raise refuse(("returnType",), str(fault)) from None
    if form is not None:
        return form.returns
    if task not in _DEFAULTS:
        raise refuse(("returnType",), f"is required, since {endpoint!r} serves a custom model")
    return _DEFAULTS[task]


def _checked(task: Task, parameters: object) -> Mapping[str, object]:
    if parameters is None:
        return {}
    if not is_object(parameters):
        raise refuse(("modelParameters",), "is a struct")
    if task is Task.CUSTOM:
        raise refuse(("modelParameters",), "is for chat, completions and embeddings")
    taken = next((name for name in parameters if name in _TAKEN), None)
    if taken is not None:
        raise refuse(("modelParameters", taken), "is made of the other arguments")
    return {name: each for name, each in parameters.items() if each is not None}
