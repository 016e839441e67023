"""One run of the suite, from the first probe to the last deletion."""

import asyncio
import secrets
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from . import generated_apart, known, planning, probing, registry, requirements, results, surfaces
from .engine import Runner, described
from .generated import Generated
from .generic import mapping
from .ledger import Ledger
from .observer import Observer, Silent
from .plan import Limits, Plan, limits
from .planning import PlannedCase
from .redaction import Redactor
from .requirements import Level
from .results import CaseResult, Results, Row
from .session import Session
from .specification import operations
from .target import Target

_PROBE_SECONDS = 15.0
_ANY_TOKEN = "dapi-of-the-conformance-suite"
"""A token that the reference server takes unless it was started with one of its own."""


_KEPT_SECONDS = 2.0
_AT_ONCE = 16
"""Directed checks that run beside each other, against a server of our own."""


class SuiteError(Exception):
    """The suite itself is broken; the message is one line without secrets."""


async def run(plan: Plan, observer: Observer | None = None) -> Results:
    """Test a target and return what was found.

    What the run created is deleted however it ends. Raises Unreachable, in one line, when the
    target does not answer, refuses the credentials or lacks a profile that was asked for, and
    SuiteError for a fault of the suite outside of any check.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    async with _client(plan) as client:
        prepared = await _prepare(plan, client)
        try:
            found = await prepared.execute(observer or Silent())
        except Exception as error:
            redactor = Redactor.of(prepared.session.ledger.secrets)
            raise SuiteError(redactor.text(described(error))) from None
    return replace(found, started=started, duration=time.monotonic() - clock)


def _client(plan: Plan) -> httpx.AsyncClient:
    if plan.app is not None:
        transport = httpx.ASGITransport(plan.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport)
    # Every request has a connection of its own: a server may drop one after an answer, and the
    # next request would fail for it. Ours drops none that was used just now.
    kept = None if plan.own else 0
    limits = httpx.Limits(
        max_connections=None, max_keepalive_connections=kept, keepalive_expiry=_KEPT_SECONDS
    )
    return httpx.AsyncClient(timeout=None, limits=limits)


async def _prepare(plan: Plan, client: httpx.AsyncClient) -> "_Run":
    """Ask the target what it is, and settle the run's limits and plan."""
    _check_complete()
    address = urlsplit(plan.url)
    session = Session(
        client=client,
        url=f"{address.scheme}://{address.netloc}",
        base=address.path.rstrip("/"),
        token=plan.token,
        timeout=min(_PROBE_SECONDS, plan.timeout),
        live=plan.app is None,
        ledger=Ledger(seed=secrets.token_hex(16)),
    )
    reference = await probing.says_reference(session)
    allowed = limits(plan, reference=reference)
    session = _limited(session, plan, allowed, reference=reference)
    target = await probing.probe(
        session, profiles=plan.profiles, named=plan.models, reference=reference
    )
    checks = registry.load() if plan.checks is None else plan.checks
    return _Run(
        plan=plan,
        limits=allowed,
        target=target,
        session=replace(session, timeout=plan.timeout),
        planned=planning.directed(checks, target),
    )


def _check_complete() -> None:
    """Raise SuiteError, naming operation and row, where generated requests count for no row."""
    try:
        mapping.check_complete(operations.tried())
    except mapping.Unmapped as problem:
        raise SuiteError(str(problem)) from None


def _limited(session: Session, plan: Plan, allowed: Limits, *, reference: bool) -> Session:
    """Return the session with the account, credentials and permissions of the run."""
    ledger = Ledger(
        seed=str(plan.seed) if reference else session.ledger.seed,
        max_calls=allowed.max_calls,
        calls=session.ledger.calls,
    )
    token = plan.token or (_ANY_TOKEN if reference else None)
    ledger.secrets |= {token} if token else set()
    return replace(session, ledger=ledger, token=token, allow_writes=allowed.allow_writes)


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
        only = self.plan.only
        chosen = [case for case in self.planned if planning.chosen(case.key, only)]
        observer.planned(self.target, self.limits, len(chosen))
        cases: list[CaseResult] = []
        try:
            directed = Runner(self._session, at_once=self._at_once).run(chosen, observer.finished)
            cases += await self._with_generated(directed, observer)
        finally:
            left_over = await self._session("management").clean_up()
        if self.plan.generic:
            cases += self.generated.untried({case.key for case in cases})
        cases = [case for case in cases if planning.chosen(case.key, only)]
        return self._judged(results.rows(cases), left_over)

    @property
    def _at_once(self) -> int:
        return _AT_ONCE if self.plan.own else 1

    async def _with_generated(
        self, directed: Coroutine[None, None, Sequence[CaseResult]], observer: Observer
    ) -> list[CaseResult]:
        """Run directed checks and then, or where that disturbs nothing meanwhile, the others."""
        generated = self.generated
        if not self.plan.generic:
            return [*await directed]
        if not self.plan.own or self.limits.max_calls:
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
        keys = {case.key for case in self.planned}
        if self.plan.generic:
            keys |= {key for key, _ in self.generated.expected()}
        return Results(
            target=self.plan.url,
            profiles=self.target.profiles,
            seed=self.plan.seed,
            started=datetime.now(UTC),
            duration=0.0,
            rows=known.apply(self.plan.known, rows, self.plan.url),
            must_total=sum(key.level is Level.MUST for key in keys),
            calls=self.session.ledger.calls,
            strict=self.plan.strict,
            token=self.session.token,
            secrets=frozenset(self.session.ledger.secrets),
            left_over=left_over,
            absent=tuple(operations.by_id()[each].label for each in self.target.absent),
            drafts=len(requirements.server_drafts(self.target.profiles)),
        )
