"""Runs the directed checks, one after another or several at once."""

import asyncio
import traceback
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import surfaces
from .outcomes import Failed, Outcome, Skipped, Untestable
from .planning import PlannedCase
from .registry import Probe
from .results import CaseResult, Key
from .seen import watching
from .session import Session
from .target import Surface
from .verdicts import CaseOutcome

_OUTCOMES: tuple[tuple[type[Outcome], CaseOutcome], ...] = (
    (Failed, CaseOutcome.FAILED),
    (Skipped, CaseOutcome.SKIPPED),
    (Untestable, CaseOutcome.UNTESTABLE),
    (Outcome, CaseOutcome.ERROR),
)


class Runner:
    """Runs planned cases; checks of one surface share its probe."""

    def __init__(self, session: Callable[[str], Session], *, at_once: int = 1) -> None:
        """`session` gives the session of a profile; `at_once` checks run beside each other.

        Those that share a probe never do: one may build upon what another one did.
        """
        self._session = session
        self._at_once = at_once
        self._probes: dict[_Lane, Probe] = {}

    async def run(
        self, planned: Sequence[PlannedCase], done: Callable[[CaseResult], None]
    ) -> tuple[CaseResult, ...]:
        """Run the cases and return how each ended, in their order; `done` hears of each at once."""
        results: dict[PlannedCase, CaseResult] = {}
        if self._at_once > 1:
            results = await self._beside_each_other(planned, done)
            # What others may have disturbed, by their load at least, is no finding: it is tried
            # again alone.
            self._at_once, self._probes = 1, {}
        for case in planned:
            if case not in results:
                results[case] = await self._one(case)
                done(results[case])
        return tuple(results[case] for case in planned)

    async def _beside_each_other(
        self, planned: Sequence[PlannedCase], done: Callable[[CaseResult], None]
    ) -> dict[PlannedCase, CaseResult]:
        """Run several lanes of cases at once, and return the results of those that passed."""
        free, fine = asyncio.Semaphore(self._at_once), dict[PlannedCase, CaseResult]()

        async def run(lane: Sequence[PlannedCase]) -> None:
            async with free:
                for case in lane:
                    result = await self._one(case)
                    if result.outcome is CaseOutcome.PASSED:
                        fine[case] = result
                        done(result)

        await _all_or_none([run(lane) for lane in self._lanes(planned)])
        return fine

    def _lanes(self, planned: Sequence[PlannedCase]) -> list[list[PlannedCase]]:
        """Return the cases by lane, those first that wait."""
        found: dict[_Lane, list[PlannedCase]] = {}
        for case in planned:
            found.setdefault(self._lane(case), []).append(case)
        return [found[lane] for lane in sorted(found, key=lambda lane: not lane.case)]

    def _lane(self, case: PlannedCase) -> "_Lane":
        apart = self._at_once > 1 and getattr(case.check.probe, "waits", False)
        name = case.check.case if apart else ""
        return _Lane(probe=case.check.probe, surface=case.surface, case=name)

    async def _one(self, case: PlannedCase) -> CaseResult:
        with watching() as seen:
            try:
                if case.missing is not None:
                    raise Untestable(case.missing)
                await case.check.run(self._probe(case))
            except Exception as end:
                return broken(case.key, case.check.case, end)
        return CaseResult(
            key=case.key,
            case=case.check.case,
            outcome=CaseOutcome.PASSED,
            exchange=seen.exchange,
        )

    def _probe(self, case: PlannedCase) -> Probe:
        lane = self._lane(case)
        if lane not in self._probes:
            session = self._session(case.surface.profile)
            base = surfaces.base(surfaces.operation_of(case.surface), session.base)
            session = replace(session, base=base, lane=lane.name)
            self._probes[lane] = case.check.probe(session, case.surface)
        return self._probes[lane]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lane:
    """Checks that share a probe, by class and surface; `case` is the one that has its own."""

    probe: object
    surface: Surface
    case: str = ""

    @property
    def name(self) -> str:
        """What tells the lane from others, from one run to the next."""
        return f"{getattr(self.probe, '__name__', '')} {self.surface} {self.case}"


async def _all_or_none(work: Iterable[Coroutine[None, None, object]]) -> None:
    """Run coroutines beside each other; where one raises, cancel the others and raise that."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def broken(key: Key, case: str, end: Exception) -> CaseResult:
    """Return the result of a case that ended by an exception: an Outcome, or the suite's fault."""
    if not isinstance(end, Outcome):
        return CaseResult(key=key, case=case, outcome=CaseOutcome.ERROR, message=described(end))
    outcome = next(name for kind, name in _OUTCOMES if isinstance(end, kind))
    return CaseResult(
        key=key, case=case, outcome=outcome, message=end.message, exchange=end.exchange
    )


def described(error: BaseException) -> str:
    """Return an unexpected exception as one line: type, message and the place it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())}{place}"
