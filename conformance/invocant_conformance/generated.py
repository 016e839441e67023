"""Runs the generic phases of a run and accounts for the rows that they should have tried."""

import asyncio
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from . import surfaces
from .decoding import json_of
from .generic import mapping, selection
from .generic.phase import GenericPhase
from .generic.selection import Group
from .json_values import canonical
from .outcomes import Outcome
from .plan import Limits, Plan
from .probes import endpoints, waiting
from .probes.endpoints import Existing
from .probes.probe import Object
from .results import CaseResult, Key
from .session import Session
from .specification import operations
from .specification.naming import creations
from .specification.records import Operation
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

    @property
    def groups(self) -> tuple[Group, ...]:
        """The operations to try, grouped by base path."""
        return selection.groups(self.target, self.limits, self.plan.only)

    async def run(self, sent: Callable[[int], None], groups: Sequence[Group]) -> list[CaseResult]:
        """Send the requests of some groups; `sent` hears how many, from another thread."""
        count = sum(len(group.operations) for group in groups)
        examples = selection.examples(self.limits, self.session.ledger.left, max(count, 1))
        standing = await self._standing(groups)
        cases: list[CaseResult] = []
        for group in groups:
            if not self.session.ledger.exhausted:
                cases += await self._phase(group, examples, standing, sent)
        return cases

    def expected(self) -> Iterator[tuple[Key, str | None]]:
        """Yield every row that generated requests try, and why its operation was left out."""
        for profile in self.target.profiles:
            for operation in operations.of_profile(profile):
                if not selection.is_tried(operation, self.target):
                    continue
                reason = selection.reason_to_leave_out(operation, self.target, self.limits)
                others = selection.others(self.target, operation)
                for key in sorted(mapping.keys(operation, others)):
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

    async def _standing(self, groups: Sequence[Group]) -> dict[str, Existing]:
        """Create the endpoints that operations can be tried on, by the path template.

        Operations for which the same will do share one. Where none can be created, there is none.
        """
        made: dict[str, Existing | None] = {}
        standing: dict[str, Existing] = {}
        for operation in (each for group in groups for each in group.operations):
            wanted = None if operation.tasks else endpoints.suitable(operation, "")
            if wanted is None or not self.limits.allow_writes or _is_entry(operation, wanted[0]):
                continue
            kind = canonical([*wanted])
            if kind not in made:
                made[kind] = await self._create(*wanted)
            if found := made[kind]:
                standing[operation.path] = found
        return standing

    async def _create(self, path: str, body: Object) -> Existing | None:
        session = self.session.at(self.target.bases["management"], managed=_COLLECTION)
        named = body | {"name": session.invent_name("standing")}
        try:
            answer = await session.send("POST", path, json=named)
            await waiting.deployed(session, str(named["name"]), answer)
            return endpoints.existing(json_of(answer)) if answer.status == 200 else None
        except Outcome:
            return None

    async def _phase(
        self,
        group: Group,
        examples: int,
        standing: Mapping[str, Existing],
        sent: Callable[[int], None],
    ) -> Sequence[CaseResult]:
        """Run one phase in a thread; a cancelled run waits until the thread has stopped."""
        cancelled = threading.Event()
        phase = GenericPhase(
            group=group,
            limits=self.limits,
            url=self.session.url + group.base,
            credentials=self.session.credentials,
            connection=self.plan.connection,
            ledger=self.session.ledger,
            collection=_COLLECTION,
            creations=tuple(creations("management")),
            standing=standing,
            served=self.target.served,
            seed=self.plan.seed,
            examples=examples,
            timeout=self.plan.timeout,
            cancelled=cancelled,
            app=self.plan.app,
            own=self.plan.own,
        )
        thread = asyncio.create_task(asyncio.to_thread(phase.run, sent))
        try:
            return await asyncio.shield(thread)
        except asyncio.CancelledError:
            cancelled.set()
            await asyncio.wait([thread])
            raise


def _is_entry(operation: Operation, collection: str) -> bool:
    """Whether an operation is about an entry of a collection as a whole, such as its deletion."""
    return operation.path.count("/") == collection.count("/") + 1 and collection in operation.path
