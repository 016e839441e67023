"""Which check runs where; pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from . import requirements, surfaces
from .registry import Check
from .results import Key
from .specification import operations
from .specification.records import Operation
from .target import Surface, Target, Task


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedCase:
    """A check to run on a surface; `missing` is the reason why it cannot be run, if any."""

    key: Key
    check: Check
    surface: Surface
    missing: str | None = None


def directed(checks: Iterable[Check], target: Target) -> tuple[PlannedCase, ...]:
    """Return every check with every surface on which it has to run.

    The order is that of the profiles, then of the operations, then of the case ids, so that what
    a probe remembers is used up before the next one starts.
    """
    ordered = sorted(checks, key=lambda check: check.case)
    planned = [
        case for profile in target.profiles for case in _of_profile(ordered, profile, target)
    ]
    places = {surface: place for place, surface in enumerate(_all_surfaces(target))}
    planned.sort(key=lambda case: places.get(case.surface, len(places)))
    return tuple(planned)


def chosen(key: Key, only: Sequence[str]) -> bool:
    """Whether a row is among the requirement ids or globs that the user chose; none means all."""
    return not only or any(fnmatchcase(key.id, pattern) for pattern in only)


def _of_profile(checks: Sequence[Check], profile: str, target: Target) -> Iterator[PlannedCase]:
    for check in checks:
        row = requirements.by_id()[check.requirement]
        if profile not in row.levels or check.profile not in (None, profile):
            continue
        if check.profile is not None:
            operation = operations.governed_by(row, profile)
            if operation.id not in target.absent:
                yield _case(check, operation, surfaces.whole(profile))
        elif check.task == "any":
            yield from _for_operations(check, profile, target)
        elif check.task is not None:
            yield from _for_task(check, profile, target, check.task)


def _for_operations(check: Check, profile: str, target: Target) -> Iterator[PlannedCase]:
    for operation in _present(profile, target):
        found = _surfaces(target, operation)
        surface = found[0] if found else surfaces.surface(operation, name="")
        if not check.where(surface) or _repeats(check, operation, target):
            continue
        missing = [target.missing.get((profile, task)) for task in operation.tasks]
        yield _case(check, operation, surface, None if found else missing[0])


def _for_task(check: Check, profile: str, target: Target, task: Task) -> Iterator[PlannedCase]:
    for operation in _present(profile, target):
        if task in operation.tasks and (profile, task) not in target.others:
            found = [item for item in _surfaces(target, operation) if item.task == task]
            surface = [*found, surfaces.surface(operation, name="", task=task)][0]
            missing = None if found else target.missing.get((profile, task))
            if check.where(surface) and not _repeats(check, operation, target, task):
                yield _case(check, operation, surface, missing)


def _repeats(check: Check, operation: Operation, target: Target, task: Task | None = None) -> bool:
    """Whether a check of an alias would only try again what it tries on the original.

    That is done on the reference server alone: elsewhere requests may cost money.
    """
    if target.is_reference or not is_repeated(operation):
        return False
    original = operations.by_id()[operation.alias_of or operation.id]
    return check.where(surfaces.surface(original, name="", task=task or original.tasks[0]))


def is_repeated(operation: Operation) -> bool:
    """Whether an operation asks models and is the same as another one at a further path."""
    return operation.alias_of is not None and bool(operation.tasks)


def _present(profile: str, target: Target) -> Iterator[Operation]:
    """Yield the operations of a profile that the target has."""
    for operation in operations.of_profile(profile):
        if operation.id not in target.absent:
            yield operation


def _case(
    check: Check, operation: Operation, surface: Surface, missing: str | None = None
) -> PlannedCase:
    key = Key(id=check.requirement, profile=operation.profile, operation=operation.label)
    return PlannedCase(key=key, check=check, surface=surface, missing=missing)


def _surfaces(target: Target, operation: Operation) -> list[Surface]:
    return [
        item
        for item in target.surfaces
        if item.profile == operation.profile and item.operation == operation.label
    ]


def _all_surfaces(target: Target) -> Iterator[Surface]:
    for profile in target.profiles:
        yield from (item for item in target.surfaces if item.profile == profile)
        yield surfaces.whole(profile)
