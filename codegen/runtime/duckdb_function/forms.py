"""The forms in which the results of statements come to DuckDB: a function of its own for each.

What a function returns is fixed when it is made. So results are JSON, of which ``from_json`` makes
what a statement wants, but for vectors: reading and writing their numbers would take half as much
time as all the rest that is done for a row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from ..ai_query.datatypes import ArrayType, AtomicType, DataType
from ..ai_query.queries import Query, result_type
from ..ai_query.tasks import Task
from ..arrow import Arrow
from .columns import DOUBLE, FLOAT, Results, Texts, Vectors, VectorsOrErrors

__all__ = ["FORMS", "JSON", "Form", "form_of"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """``type``: what the function returns. ``collect`` begins to collect so many results."""

    name: str
    type: DataType
    collect: Callable[[Arrow, int], Results]


JSON: Final = Form(name="json", type=AtomicType.STRING, collect=Texts)

_FLOATS: Final = ArrayType(element=AtomicType.FLOAT)
_DOUBLES: Final = ArrayType(element=AtomicType.DOUBLE)
_VECTORS: Final = (
    Form(name="floats", type=_FLOATS, collect=partial(Vectors, number=FLOAT)),
    Form(name="doubles", type=_DOUBLES, collect=partial(Vectors, number=DOUBLE)),
    Form(
        name="floats_or_errors",
        type=result_type(_FLOATS, fail_on_error=False),
        collect=partial(VectorsOrErrors, number=FLOAT),
    ),
    Form(
        name="doubles_or_errors",
        type=result_type(_DOUBLES, fail_on_error=False),
        collect=partial(VectorsOrErrors, number=DOUBLE),
    ),
)
FORMS: Final = (JSON, *_VECTORS)


def form_of(query: Query) -> Form:
    """The form of a query's results."""
    if query.task is not Task.EMBEDDINGS:
        return JSON
    return next((form for form in _VECTORS if form.type == query.type), JSON)
