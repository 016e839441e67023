"""What a run is asked to do, and what it may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp

from .known import KnownFailure
from .registry import Check
from .target import Task

DEFAULT_MAX_CALLS = 700
"""Requests that a target other than the reference server gets at most."""

DEFAULT_EXAMPLES = 20
"""Generated requests for each operation of the reference server."""

FOREIGN_EXAMPLES = 8
"""Generated requests for each operation of any other target."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A run of the suite against `url`, or against `app` in process.

    profiles: those to test; none means all that are found.
    models: the model to use for a task; else the target is asked.
    only: ids or globs of requirements; none means all.
    checks: the directed checks; None means those of this release.
    generic: whether generated requests are sent, too.
    examples: generated requests for each operation; None for the default of the target.
    max_calls: requests at most, 0 for any number; None for the default of the target.
    timeout: seconds for one exchange.
    own: whether the server at `url` was started for this run. Generated requests are then sent
        beside the checks, to further servers like it.
    """

    url: str = "http://target.invalid"
    app: ASGIApp | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)
    profiles: tuple[str, ...] = ()
    models: Mapping[Task, str] = field(default_factory=dict[Task, str])
    only: tuple[str, ...] = ()
    checks: tuple[Check, ...] | None = None
    generic: bool = True
    seed: int = 1
    examples: int | None = None
    max_calls: int | None = None
    strict: bool = False
    allow_writes: bool = False
    known: tuple[KnownFailure, ...] = ()
    timeout: float = 60.0
    own: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What a run may do to its target; `max_calls` 0 is any number.

    `exhaustive` has generated requests for every constraint of the schemas, `frugal` keeps the
    answers of models short.
    """

    max_calls: int
    examples: int
    allow_writes: bool
    exhaustive: bool
    frugal: bool


def limits(plan: Plan, *, reference: bool) -> Limits:
    """Return the limits of a run: only the reference server is tested without."""
    default = 0 if reference else DEFAULT_MAX_CALLS
    max_calls = default if plan.max_calls is None else plan.max_calls
    examples = DEFAULT_EXAMPLES if reference else FOREIGN_EXAMPLES
    return Limits(
        max_calls=max_calls,
        examples=examples if plan.examples is None else plan.examples,
        allow_writes=reference or plan.allow_writes,
        exhaustive=max_calls == 0,
        frugal=not reference,
    )
