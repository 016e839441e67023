"""The operations that the specification describes."""

import functools
from collections.abc import Mapping

from ..requirements import Requirement
from . import reading
from .records import Operation

_USUAL_METHODS = ("PUT", "GET", "DELETE", "PATCH", "POST")


@functools.cache
def load() -> tuple[Operation, ...]:
    """Return every operation of the bundled specification, in its order."""
    return tuple(reading.operations())


@functools.cache
def by_id() -> Mapping[str, Operation]:
    """Return every operation of the specification by id."""
    return {operation.id: operation for operation in load()}


def profiles() -> tuple[str, ...]:
    """Return the profiles that the specification describes, in its order."""
    return tuple(dict.fromkeys(operation.profile for operation in load()))


def of_profile(profile: str) -> tuple[Operation, ...]:
    """Return the operations of one profile."""
    return tuple(operation for operation in load() if operation.profile == profile)


def creating(profile: str) -> Operation | None:
    """Return the operation with which a profile's clients create, None if there is none."""
    for operation in of_profile(profile):
        if operation.method == "POST" and not operation.tasks and "{" not in operation.path:
            return operation
    return None


def undeclared_methods(path: str) -> tuple[str, ...]:
    """Return the usual methods that the specification does not declare for a path template."""
    declared = {operation.method for operation in load() if operation.path == path}
    return tuple(method for method in _USUAL_METHODS if method not in declared)


def governed_by(row: Requirement, profile: str) -> Operation:
    """Return the profile's operation that a row is about.

    That is the one its pointer names, else the first that uses the schema it points to, else the
    first of all; operations that create come before the others.
    """
    steps = [step.replace("~1", "/") for step in row.spec.partition("#")[2].split("/")[1:]]
    creating_first = sorted(of_profile(profile), key=lambda operation: operation.method != "POST")
    for operation in creating_first:
        if steps[:3] == ["paths", operation.path, operation.method.lower()]:
            return operation
    using = [operation for operation in creating_first if steps[-1] in operation.schemas]
    return [*using, *creating_first][0]
