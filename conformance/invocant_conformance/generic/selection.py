"""Which operations get generated requests, and how many; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .. import planning, surfaces
from ..json_values import dump
from ..plan import Limits
from ..specification import operations
from ..specification.records import Operation
from ..target import Target, Task
from . import mapping

_CHAIN = 6
_SAFE_METHODS = ("GET", "HEAD")


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Operations at one base path of the target, and the models to name.

    `others` are the tasks of these operations that are left to other servers.
    """

    base: str
    operations: tuple[Operation, ...]
    models: Mapping[Task, str]
    others: frozenset[Task] = frozenset()


def groups(target: Target, limits: Limits, only: Sequence[str]) -> tuple[Group, ...]:
    """Return the operations to try, grouped by base path, so that links between them work.

    Left out are operations none of whose rows is among the ids or globs of `only`, those whose
    models are unknown, and those that change endpoints where the run may not.
    """
    found: list[Group] = []
    for base, profiles, models in _agreeing(target):
        tried = tuple(
            operation
            for profile in profiles
            for operation in operations.of_profile(profile)
            if is_tried(operation, target)
            and reason_to_leave_out(operation, target, limits) is None
            and any(planning.chosen(key, only) for key in mapping.keys(operation))
        )
        for place in dict.fromkeys(surfaces.base(operation, base) for operation in tried):
            there = tuple(each for each in tried if surfaces.base(each, base) == place)
            left: frozenset[Task] = frozenset(
                task for each in there for task in others(target, each)
            )
            found.append(Group(base=place, operations=there, models=models, others=left))
    return tuple(found)


def others(target: Target, operation: Operation) -> frozenset[Task]:
    """Return the tasks of an operation that a target leaves to other servers."""
    return frozenset(task for task in operation.tasks if (operation.profile, task) in target.others)


def is_tried(operation: Operation, target: Target) -> bool:
    """Whether a target has an operation and it is worth generated requests.

    Those that repeat others at further paths get them on the reference server alone.
    """
    repeated = planning.is_repeated(operation) and not target.is_reference
    return operation.id not in target.absent and not repeated


def _agreeing(target: Target) -> Iterator[tuple[str, Sequence[str], Mapping[Task, str]]]:
    """Yield each base path with profiles there that have the same models, and these models."""
    for base, profiles in _together(target):
        parties: list[tuple[list[str], dict[Task, str]]] = []
        for profile in profiles:
            own = _models(target, profile)
            for members, models in parties:
                if all(models.get(task, name) == name for task, name in own.items()):
                    members.append(profile)
                    models |= own
                    break
            else:
                parties.append(([profile], own))
        yield from ((base, members, models) for members, models in parties)


def _models(target: Target, profile: str) -> dict[Task, str]:
    return {
        surface.task: surface.model
        for surface in target.surfaces
        if surface.task is not None and surface.profile == profile
    }


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


def repeating(operations: Sequence[Operation]) -> tuple[str, ...]:
    """Return the ids of those all of whose requests have schemas of others of their profile."""
    seen: set[tuple[str, str]] = set()
    found: list[str] = []
    for operation in sorted(operations, key=lambda each: (bool(each.alias_of), each.optional)):
        schemas = {(operation.profile, dump(each.request)) for each in operation.signatures}
        if operation.body_required and schemas <= seen:
            found.append(operation.id)
        seen |= schemas
    return tuple(found)


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
