"""Turns the operations of a profile into surfaces, with models and paths filled in."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from .specification import operations
from .specification.records import Operation
from .target import TASKS, Surface, Task


def tasks(profile: str) -> tuple[Task, ...]:
    """Return the tasks that the operations of a profile serve."""
    served = {task for operation in operations.of_profile(profile) for task in operation.tasks}
    return tuple(task for task in TASKS if task in served)


def of(profile: str, models: Mapping[Task, str], unknown: str) -> Iterator[Surface]:
    """Yield the surfaces of a profile for the tasks that have a model.

    `unknown` fills the path of operations that name an endpoint but serve no task.
    """
    for operation in operations.of_profile(profile):
        for task in operation.tasks:
            if task in models:
                yield surface(operation, name=models[task], task=task)
        if not operation.tasks:
            yield surface(operation, name=unknown)


def surface(operation: Operation, *, name: str, task: Task | None = None) -> Surface:
    """Return the surface of an operation with its path's parameter filled in."""
    return Surface(
        profile=operation.profile,
        operation=operation.label,
        operation_id=operation.id,
        method=operation.method,
        path=operation.path.replace("{name}", quote(name, safe="")),
        task=task,
        model=name if task else "",
        names_model_in_body=task is not None and "{name}" not in operation.path,
    )


def whole(profile: str) -> Surface:
    """Return the surface for checks of a profile as a whole: its first operation without names."""
    described = operations.of_profile(profile)
    plain = [operation for operation in described if "{" not in operation.path]
    return surface([*plain, *described][0], name="")


def collection(profile: str) -> str:
    """Return the path of the collection that a profile's clients create in, "" if there is none."""
    operation = operations.creating(profile)
    return operation.path if operation else ""


def operation_of(surface: Surface) -> Operation:
    """Return the operation that a surface reaches."""
    return operations.by_id()[surface.operation_id]
