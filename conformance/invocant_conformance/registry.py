"""Checks and the requirements that they try.

A check is an async function of one probe. The class of the probe is the annotation of that
argument; the engine makes one probe for each surface, as `Probe(session, surface)`, and gives it
to all checks of the surface, so that what a probe remembers is asked for once.
"""

import functools
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias, TypeVar

from . import requirements
from .session import Session
from .target import Surface, Task

Scope: TypeAlias = Task | Literal["any"]


class Probe(Protocol):
    """What a check is given: a session bound to one surface."""

    def __init__(self, session: Session, surface: Surface) -> None: ...


P = TypeVar("P", bound=Probe)
CheckFunction: TypeAlias = Callable[[P], Awaitable[None]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A registered check.

    With `task` it runs for every surface of that task ("any": for every operation), unless
    `where` is false of it; with `profile` once for that profile.
    """

    requirement: str
    name: str
    title: str
    task: Scope | None
    profile: str | None
    probe: Callable[[Session, Surface], Probe]
    run: Callable[[Probe], Awaitable[None]]
    where: Callable[[Surface], bool]

    @property
    def case(self) -> str:
        """The case id, such as CHAT-USAGE-001/usage_is_stated."""
        return f"{self.requirement}/{self.name}"


_CHECKS: dict[str, Check] = {}


def everywhere(surface: Surface) -> bool:
    """The rule applies to every surface."""
    return True


def check(
    requirement: str,
    *,
    task: Scope | None = None,
    profile: str | None = None,
    where: Callable[[Surface], bool] = everywhere,
    suffix: str = "",
) -> Callable[[CheckFunction[P]], CheckFunction[P]]:
    """Register an async function as a check of one requirement.

    Give either `task` (one of target.TASKS, or "any" for every operation of the profiles for which
    the row has a level) or `profile` (once for the profile). `where` leaves out surfaces to
    which the rule cannot apply, such as operations without a body. `suffix` tells apart the checks
    that one function makes. The docstring says in one line what is checked.
    Raises ValueError for an unknown or client-side requirement, for a second
    check of the same case id, and when not exactly one of task and profile is given.
    """
    row = requirements.by_id().get(requirement)
    if row is None or "server" not in row.kinds:
        raise ValueError(f"requirement: {requirement!r} is not a server row that is judged")
    if (task is None) == (profile is None):
        raise ValueError(f"{requirement}: give either task or profile")

    def register(function: CheckFunction[P]) -> CheckFunction[P]:
        made = make(function, requirement, task=task, profile=profile, where=where)
        _add(replace(made, name=made.name + suffix))
        return function

    return register


def make(
    function: CheckFunction[P],
    requirement: str,
    *,
    task: Scope | None = None,
    profile: str | None = None,
    where: Callable[[Surface], bool] = everywhere,
) -> Check:
    """Return a check without registering it."""
    name = function.__name__
    parameter = next(iter(inspect.signature(function).parameters))
    return Check(
        requirement=requirement,
        name=name,
        title=(inspect.getdoc(function) or name).partition("\n")[0],
        task=task,
        profile=profile,
        probe=typing.get_type_hints(function)[parameter],
        run=typing.cast(Callable[[Probe], Awaitable[None]], function),
        where=where,
    )


def _add(new: Check) -> None:
    if new.case in _CHECKS:
        raise ValueError(f"check: {new.case} is registered twice")
    _CHECKS[new.case] = new


@functools.cache
def load() -> tuple[Check, ...]:
    """Import every module of the checks package and return its checks, sorted by case id."""
    package = importlib.import_module(f"{__package__}.checks")
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return tuple(_CHECKS[case] for case in sorted(_CHECKS))
