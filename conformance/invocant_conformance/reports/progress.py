"""What the terminal shows of a run before it ends: its plan, and how far it is."""

from collections.abc import Iterator
from typing import TextIO

from .. import surfaces
from ..plan import Limits, Plan
from ..redaction import Redactor
from ..results import CaseResult
from ..specification.operations import by_id
from ..target import TASKS, Target
from ..verdicts import CaseOutcome

_BROKEN = frozenset({CaseOutcome.FAILED, CaseOutcome.ERROR})


def described(target: Target, limits: Limits, checks: int) -> Iterator[str]:
    """Yield the lines of a run's plan."""
    kind = "the reference server" if target.is_reference else "not the reference server"
    yield f"target      {target.url}, {kind}"
    places = (f"{profile} at {base or '/'}" for profile, base in target.bases.items())
    yield f"profiles    {', '.join(places)}"
    operations = dict.fromkeys(surface.operation for surface in target.surfaces)
    yield f"operations  {', '.join(operations)}"
    for name, reason in target.absent.items():
        yield f"absent      {by_id()[name].label}: {reason}"
    for task in TASKS:
        if not any(task in surfaces.tasks(profile) for profile in target.profiles):
            continue
        used = dict.fromkeys(item.model for item in target.surfaces if item.task == task)
        yield f"models      {task}: {', '.join(used) or 'none is known'}"
    short = ", short answers" if limits.frugal else ""
    pace = f", {limits.rate:g} a second" if limits.rate else ""
    yield f"requests    {_most(limits.max_calls)}{short}{pace}"
    yield f"tokens      {_most(limits.max_tokens)}, by the usage that answers state"
    more = ", and one for every constraint" if limits.exhaustive else ""
    writes = "created under random names and removed" if limits.allow_writes else "none is changed"
    yield f"endpoints   {writes}"
    if target.left_over:
        yield f"left over   {len(target.left_over)} of other runs: {', '.join(target.left_over)}"
        yield "            remove them, unless one is going on: --clean-up, conformance cleanup URL"
    yield f"checks      {checks}, and {limits.examples} generated requests an operation{more}"


def access(plan: Plan) -> Iterator[str]:
    """Yield the lines that say how a run signs in and connects."""
    login = ("OAuth token",) if plan.access.oauth else ()
    yield f"signed by   {', '.join((*login, *plan.credentials().kinds)) or 'nothing'}"
    if plan.connection.proxy:
        yield "proxy       as given, none of the environment"
    if plan.connection.insecure:
        yield "WARNING     --insecure: any certificate is accepted, so anybody in between can read"
        yield "            the credentials and answer in the target's place"


def _most(number: int) -> str:
    return f"at most {number}" if number else "any number"


class Terminal:
    """Prints the plan to `out`, and one changing line to `err` where that is a terminal."""

    def __init__(self, *, plan: Plan, out: TextIO, err: TextIO) -> None:
        self._redactor = Redactor.of(plan.secrets)
        self._plan = plan
        self._out, self._err = out, err
        self._total = self._done = self._broken = self._sent = 0

    def planned(self, target: Target, limits: Limits, checks: int) -> None:
        """Print the plan."""
        self._total = checks
        for line in (*described(target, limits, checks), *access(self._plan)):
            print(self._redactor.text(line), file=self._out)
        print(file=self._out, flush=True)

    def finished(self, case: CaseResult) -> None:
        """Count a check."""
        self._done += 1
        self._broken += case.outcome in _BROKEN
        self._show()

    def sent(self, requests: int) -> None:
        """Count generated requests."""
        self._sent += requests
        self._show()

    def ended(self) -> None:
        """Remove the changing line."""
        if self._err.isatty():
            print("\r\x1b[K", end="", file=self._err, flush=True)

    def _show(self) -> None:
        if self._err.isatty():
            line = f"{self._done} of {self._total} checks, {self._broken} not passed"
            more = f", {self._sent} generated requests" if self._sent else ""
            print(f"\r\x1b[K{line}{more}", end="", file=self._err, flush=True)
