"""Which operation and task a call is for, so that a mutation can be told where to break."""

import functools
import re
from collections.abc import Callable

from invocant_conformance.generic import mapping
from invocant_conformance.specification import operations
from invocant_conformance.specification.records import Operation
from invocant_conformance.target import Task

from .middleware import Call

_PLACE = re.compile(r"\{[^{}]+\}")


def of_operation(*ids: str) -> Callable[[Call], bool]:
    """Return whether a call is for one of some operations, by id, or for an alias of one.

    Raises ValueError for an id that the specification does not have.
    """
    if unknown := [each for each in ids if each not in operations.by_id()]:
        raise ValueError(f"no operation {', '.join(unknown)}")

    def where(call: Call) -> bool:
        found = operation_of(call)
        return found is not None and (found.id in ids or found.alias_of in ids)

    return where


def of_task(*tasks: Task) -> Callable[[Call], bool]:
    """Return whether a call is for one of some tasks; bodies tell the tasks of a path apart."""

    def where(call: Call) -> bool:
        found = operation_of(call)
        return found is not None and mapping.task(found, call.json) in tasks

    return where


def operation_of(call: Call) -> Operation | None:
    """Return the operation that a call is for, None where no path and method are such."""
    for path, operation in _routes():
        if operation.method == call.method and path.fullmatch(call.path.rstrip("/")):
            return operation
    return None


@functools.cache
def _routes() -> list[tuple[re.Pattern[str], Operation]]:
    """Return the operations by their paths as patterns, those that say most first."""
    found = [(path, each) for each in operations.served() for path in each.paths]
    found.sort(key=lambda route: (route[0].count("{"), -len(route[0])))
    return [(_pattern(path), operation) for path, operation in found]


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile("[^/]+".join(map(re.escape, _PLACE.split(template))))
