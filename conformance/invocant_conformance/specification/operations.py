"""The operations that the specification describes."""

import functools
from collections.abc import Mapping

from .. import requirements
from ..requirements import Requirement
from . import reading
from .records import Operation

_USUAL_METHODS = ("PUT", "GET", "DELETE", "PATCH", "POST")


@functools.cache
def load() -> tuple[Operation, ...]:
    """Return every operation at a path of the bundled specification, in its order."""
    return tuple(reading.operations())


@functools.cache
def webhooks() -> tuple[Operation, ...]:
    """Return every operation that others answer, in the order of the specification."""
    return tuple(reading.webhooks())


@functools.cache
def by_id() -> Mapping[str, Operation]:
    """Return every operation of the specification by id."""
    return {operation.id: operation for operation in (*load(), *webhooks())}


@functools.cache
def served() -> tuple[Operation, ...]:
    """Return the operations that the reference server serves: those without their own address."""
    return tuple(operation for operation in load() if not operation.elsewhere)


@functools.cache
def answered() -> tuple[Operation, ...]:
    """Return what the reference server answers: what it serves, and aliases of that elsewhere."""
    own = {operation.id for operation in served()}
    return (*served(), *(each for each in load() if each.elsewhere and each.alias_of in own))


@functools.cache
def played() -> tuple[Operation, ...]:
    """Return what the reference server answers in the place of others.

    That is what has a path that no operation of its own has; at the others it answers anyway.
    """
    own = {(each.method, path) for each in served() for path in each.paths}
    return tuple(each for each in webhooks() if (each.method, each.path) not in own)


@functools.cache
def tried() -> tuple[Operation, ...]:
    """Return the operations that the suite can try, in the order of the specification.

    What others answer is tried where some row judges their profile.
    """
    judged = {profile for row in requirements.load() for profile in row.levels}
    return (*served(), *(each for each in webhooks() if each.profile in judged))


@functools.cache
def profiles() -> tuple[str, ...]:
    """Return the profiles that the suite can try, in the order of the specification."""
    return tuple(dict.fromkeys(operation.profile for operation in tried()))


def probed() -> tuple[str, ...]:
    """Return the profiles that are looked for when none is asked for."""
    return tuple(dict.fromkeys(operation.profile for operation in served()))


@functools.cache
def of_profile(profile: str) -> tuple[Operation, ...]:
    """Return the operations of one profile that the suite can try."""
    return tuple(operation for operation in tried() if operation.profile == profile)


@functools.cache
def creating(profile: str) -> Operation | None:
    """Return the operation with which a profile's clients create what can be deleted again.

    None if there is none.
    """
    described = of_profile(profile)
    deleted = [operation.path for operation in described if operation.method == "DELETE"]
    for operation in described:
        creates = operation.method == "POST" and "{" not in operation.path
        if creates and any(path.startswith(f"{operation.path}/{{") for path in deleted):
            return operation
    return None


def listing(profile: str) -> Operation:
    """Return the operation that lists what a profile's clients can name."""
    return next(item for item in of_profile(profile) if item.method == "GET" and item.items)


def reading_one(profile: str) -> Operation | None:
    """Return the operation that reads one entry of the collection, None if there is none."""
    creation = creating(profile)
    start = f"{creation.path}/{{" if creation else "/"
    for operation in of_profile(profile):
        names_one = operation.path.endswith("}") and operation.path.count("{") == 1
        if operation.method == "GET" and operation.path.startswith(start) and names_one:
            return operation
    return None


def undeclared_methods(path: str, profile: str | None = None) -> tuple[str, ...]:
    """Return the usual methods that the specification does not declare for a path template.

    Of the profile that is named, else of all that the reference server serves.
    """
    described = served() if profile is None else of_profile(profile)
    declared = {operation.method for operation in described if operation.path == path}
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
