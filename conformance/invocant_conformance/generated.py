"""Runs the generic phases of a run and accounts for the rows that they should have tried."""

import asyncio
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from . import surfaces
from .generic import mapping, selection
from .generic.phase import GenericPhase
from .generic.selection import Group
from .outcomes import Outcome
from .plan import Limits, Plan
from .results import CaseResult, Key
from .session import Session
from .specification import operations
from .target import Target
from .verdicts import CaseOutcome

_COLLECTION = surfaces.collection("management")


@dataclass(frozen=True, kw_only=True, slots=True)
class Generated:
    """The generated requests of a run; `session` gives address and account."""

    plan: Plan
    limits: Limits
    target: Target
    session: Session

    async def run(self, sent: Callable[[int], None]) -> list[CaseResult]:
        """Send generated requests; `sent` hears how many, from another thread."""
        groups = selection.groups(self.target, self.limits, self.plan.only)
        count = sum(len(group.operations) for group in groups)
        examples = selection.examples(self.limits, self.session.ledger.left, max(count, 1))
        standing = await self._standing() if groups else None
        cases: list[CaseResult] = []
        for group in groups:
            if not self.session.ledger.exhausted:
                cases += await self._phase(group, examples, standing, sent)
        return cases

    def expected(self) -> Iterator[tuple[Key, str | None]]:
        """Yield every row that generated requests try, and why its operation was left out."""
        for profile in self.target.profiles:
            for operation in operations.of_profile(profile):
                reason = selection.reason_to_leave_out(operation, self.target, self.limits)
                for key in sorted(mapping.keys(operation)):
                    yield key, reason

    def untried(self, tried: Collection[Key]) -> Iterator[CaseResult]:
        """Yield a case for every row that nothing has tried."""
        for key, reason in self.expected():
            if key not in tried:
                skipped = reason is not None and "--allow-writes" in reason
                yield CaseResult(
                    key=key,
                    case=f"{key.id}/generated",
                    outcome=CaseOutcome.SKIPPED if skipped else CaseOutcome.UNTESTABLE,
                    message=reason or "no generated request was sent",
                )

    async def _standing(self) -> str | None:
        """Create an endpoint that updates can be tried on; None where it cannot be done."""
        creation = operations.creating("management")
        if creation is None or not self.limits.allow_writes:
            return None
        if "management" not in self.target.bases:
            return None
        session = self.session.at(self.target.bases["management"], managed=_COLLECTION)
        name = session.invent_name("standing")
        body = {**creation.signature(None).example, "name": name}
        try:
            answer = await session.send("POST", _COLLECTION, json=body)
        except Outcome:
            return None
        return name if answer.status == 200 else None

    async def _phase(
        self, group: Group, examples: int, standing: str | None, sent: Callable[[int], None]
    ) -> Sequence[CaseResult]:
        """Run one phase in a thread; a cancelled run waits until the thread has stopped."""
        cancelled = threading.Event()
        phase = GenericPhase(
            group=group,
            limits=self.limits,
            url=self.session.url + group.base,
            token=self.session.token,
            ledger=self.session.ledger,
            collection=_COLLECTION,
            standing=standing,
            seed=self.plan.seed,
            examples=examples,
            timeout=self.plan.timeout,
            cancelled=cancelled,
            app=self.plan.app,
        )
        thread = asyncio.create_task(asyncio.to_thread(phase.run, sent))
        try:
            return await asyncio.shield(thread)
        except asyncio.CancelledError:
            cancelled.set()
            await asyncio.wait([thread])
            raise
