"""One run of the suite, from the first probe to the last deletion."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from . import (
    generated_apart,
    known,
    leftovers,
    planning,
    probing,
    registry,
    requirements,
    results,
    surfaces,
)
from .engine import Runner, described
from .generated import Generated
from .generic import mapping
from .ledger import Ledger
from .observer import Observer, Silent
from .opening import opened
from .plan import Limits, Plan, limits
from .planning import PlannedCase
from .redaction import Redactor
from .requirements import Level
from .results import CaseResult, Key, Results, Row
from .session import Session
from .specification import operations
from .target import Target

_ANY_TOKEN = "dapi-of-the-conformance-suite"
"""A token that the reference server takes unless it was started with one of its own."""


_AT_ONCE = 16
"""Directed checks that run beside each other, against a server of our own."""


class Interrupted(asyncio.CancelledError):
    """The run was cancelled, and has cleaned up; `left_over` are endpoints that stayed there."""

    def __init__(self, left_over: tuple[str, ...] = ()) -> None:
        super().__init__(", ".join(left_over))
        self.left_over = left_over


class SuiteError(Exception):
    """The suite itself is broken; the message is one line without secrets."""


async def run(plan: Plan, observer: Observer | None = None) -> Results:
    """Test a target and return what was found.

    What the run created is deleted however it ends. Raises Unreachable, in one line, when the
    target does not answer, refuses the credentials or lacks a profile that was asked for, and
    SuiteError for a fault of the suite outside of any check.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    async with opened(plan) as session:
        prepared = await _prepare(plan, session)
        try:
            found = await prepared.execute(observer or Silent())
        except Exception as error:
            redactor = Redactor.of(prepared.session.ledger.secrets)
            raise SuiteError(redactor.text(described(error))) from None
    return replace(found, started=started, duration=time.monotonic() - clock)


async def _prepare(plan: Plan, session: Session) -> "_Run":
    """Ask the target what it is, and settle the run's limits and plan."""
    _check_complete()
    reference = await probing.says_reference(session)
    allowed = limits(plan, reference=reference)
    session = _limited(session, plan, allowed, reference=reference)
    target = await probing.probe(
        session, profiles=plan.profiles, named=plan.models, reference=reference
    )
    session.ledger.avoid(target.left_over)
    checks = registry.load() if plan.checks is None else plan.checks
    return _Run(
        plan=plan,
        limits=allowed,
        target=target,
        session=replace(session, timeout=plan.timeout),
        planned=planning.directed(checks, target),
    )


async def expected(plan: Plan, session: Session) -> tuple[Key, ...]:
    """Probe a target; return every row that a run of the plan has, sorted.

    `session` is what `opened` gives for the plan. Raises what `run` raises.
    """
    prepared = await _prepare(plan, session)
    return tuple(sorted(key for key in prepared.keys if planning.chosen(key, plan.only)))


def _check_complete() -> None:
    """Raise SuiteError, naming operation and row, where generated requests count for no row."""
    try:
        mapping.check_complete(operations.tried())
    except mapping.Unmapped as problem:
        raise SuiteError(str(problem)) from None


def _limited(session: Session, plan: Plan, allowed: Limits, *, reference: bool) -> Session:
    """Return the session with the account, credentials and permissions of the run."""
    spent = session.ledger
    ledger = Ledger(
        seed=str(plan.seed) if reference else spent.seed,
        max_calls=allowed.max_calls,
        max_tokens=allowed.max_tokens,
        calls=spent.calls,
        pace=spent.pace,
        secrets=spent.secrets,
    )
    credentials = session.credentials
    if reference and not credentials.given:
        credentials = replace(credentials, bearer=_ANY_TOKEN)
        ledger.secrets.add(_ANY_TOKEN)
    allow = allowed.allow_writes
    return replace(session, ledger=ledger, credentials=credentials, allow_writes=allow)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """A run whose target is known."""

    plan: Plan
    limits: Limits
    target: Target
    session: Session
    planned: tuple[PlannedCase, ...]

    async def execute(self, observer: Observer) -> Results:
        """Run everything, clean up, and judge."""
        chosen = [case for case in self.planned if self._is_chosen(case.key)]
        observer.planned(self.target, self.limits, len(chosen))
        cases: list[CaseResult] = []
        try:
            try:
                cases += await self._cases(chosen, observer)
            finally:
                left_over = await self._management.clean_up()
        except asyncio.CancelledError:
            raise Interrupted(await self._clean_up_again()) from None
        if self.plan.generic:
            cases += self.generated.untried({case.key for case in cases})
        cases = [case for case in cases if self._is_chosen(case.key)]
        return self._judged(results.rows(cases), left_over)

    async def _cases(self, chosen: Sequence[PlannedCase], observer: Observer) -> list[CaseResult]:
        """Remove what earlier runs left, if that is wanted; then try the target."""
        if self.plan.clean_up:
            async for _ in leftovers.removed(self._management, self.target.left_over):
                pass
        directed = Runner(self._session, at_once=_AT_ONCE if self._is_free else 1)
        return await self._with_generated(directed.run(chosen, observer.finished), observer)

    async def _clean_up_again(self) -> tuple[str, ...]:
        """Clean up, unless one more signal cuts it short; return what may still be there."""
        try:
            return await self._management.clean_up()
        except asyncio.CancelledError:
            return tuple(self.session.ledger.created)

    def _is_chosen(self, key: Key) -> bool:
        return planning.chosen(key, self.plan.only)

    @property
    def _management(self) -> Session:
        return self._session("management")

    @property
    def keys(self) -> frozenset[Key]:
        """Every row that the profiles have, chosen or not."""
        keys = {case.key for case in self.planned}
        if self.plan.generic:
            keys |= {key for key, _ in self.generated.expected()}
        return frozenset(keys)

    @property
    def _is_free(self) -> bool:
        """Whether the run may do several things at once, and at further servers.

        What is counted or paced is done in one order, so that it ends at the same request.
        """
        return self.plan.own and self.limits.unbounded

    async def _with_generated(
        self, directed: Coroutine[None, None, Sequence[CaseResult]], observer: Observer
    ) -> list[CaseResult]:
        """Run directed checks and then, or where that disturbs nothing meanwhile, the others."""
        generated = self.generated
        if not self.plan.generic:
            return [*await directed]
        if not self._is_free:
            return [*await directed, *await generated.run(observer.sent, generated.groups)]
        elsewhere = asyncio.ensure_future(generated_apart.run(generated, observer.sent))
        try:
            return [*await directed, *await elsewhere]
        finally:
            elsewhere.cancel()
            await asyncio.wait([elsewhere])

    @property
    def generated(self) -> Generated:
        """The generated requests of this run."""
        return Generated(
            plan=self.plan, limits=self.limits, target=self.target, session=self.session
        )

    def _session(self, profile: str) -> Session:
        base = self.target.bases.get(profile, "")
        return self.session.at(base, managed=surfaces.collection(profile))

    def _judged(self, rows: tuple[Row, ...], left_over: tuple[str, ...]) -> Results:
        return Results(
            target=self.plan.url,
            profiles=self.target.profiles,
            seed=self.plan.seed,
            started=datetime.now(UTC),
            duration=0.0,
            rows=known.apply(self.plan.known, rows, self.plan.url, today=datetime.now(UTC).date()),
            must_total=sum(key.level is Level.MUST for key in self.keys),
            calls=self.session.ledger.calls,
            tokens=self.session.ledger.tokens,
            strict=self.plan.strict,
            placeholders=self.session.credentials.placeholders,
            secrets=frozenset(self.session.ledger.secrets),
            left_over=left_over,
            absent=tuple(operations.by_id()[each].label for each in self.target.absent),
            drafts=len(requirements.server_drafts(self.target.profiles)),
        )
