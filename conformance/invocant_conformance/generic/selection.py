"""Which operations get generated requests, and how many; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .. import planning
from ..plan import Limits
from ..specification import operations
from ..specification.records import Operation
from ..target import Target, Task
from . import mapping

_CHAIN = 6
_SAFE_METHODS = ("GET", "HEAD")


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Operations at one base path of the target, and the models to name."""

    base: str
    operations: tuple[Operation, ...]
    models: Mapping[Task, str]


def groups(target: Target, limits: Limits, only: Sequence[str]) -> tuple[Group, ...]:
    """Return the operations to try, grouped by base path, so that links between them work.

    Left out are operations none of whose rows is among the ids or globs of `only`, those whose
    models are unknown, and those that change endpoints where the run may not.
    """
    found: list[Group] = []
    for base, profiles in _together(target):
        models: dict[Task, str] = {
            surface.task: surface.model
            for surface in target.surfaces
            if surface.task is not None and surface.profile in profiles
        }
        tried = tuple(
            operation
            for profile in profiles
            for operation in operations.of_profile(profile)
            if operation.id not in target.absent
            and reason_to_leave_out(operation, target, limits) is None
            and any(planning.chosen(key, only) for key in mapping.keys(operation))
        )
        if tried:
            found.append(Group(base=base, operations=tried, models=models))
    return tuple(found)


def _together(target: Target) -> Iterator[tuple[str, list[str]]]:
    """Yield each base path with the profiles there; what others answer goes alone.

    Its paths may be those of another profile.
    """
    served = [profile for profile in target.profiles if profile in operations.probed()]
    for base in dict.fromkeys(target.bases[profile] for profile in served):
        yield base, [profile for profile in served if target.bases[profile] == base]
    for profile in target.profiles:
        if profile not in served:
            yield target.bases[profile], [profile]


def reason_to_leave_out(operation: Operation, target: Target, limits: Limits) -> str | None:
    """Return why an operation gets no generated requests, None if it does."""
    missing = [target.missing.get((operation.profile, task)) for task in operation.tasks]
    if missing and None not in missing:
        return missing[0]
    if not operation.tasks and operation.method not in _SAFE_METHODS and not limits.allow_writes:
        return "changes serving endpoints, which needs --allow-writes"
    return None


def examples(limits: Limits, left: int | None, count: int) -> int:
    """Return how many requests to generate for each of `count` operations.

    `left` is the number of requests that may still be sent, None for any number; half of it is
    for generated requests, the other for chains and the examples of the specification.
    """
    if left is None:
        return limits.examples
    return max(1, min(limits.examples, left // (2 * count + _CHAIN)))
