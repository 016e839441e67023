"""Runs the directed checks, one after another."""

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from . import surfaces
from .outcomes import Failed, Outcome, Skipped, Untestable
from .planning import PlannedCase
from .registry import Probe
from .results import CaseResult, Key
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

    def __init__(self, session: Callable[[str], Session]) -> None:
        """`session` gives the session of a profile."""
        self._session = session
        self._probes: dict[tuple[object, Surface], Probe] = {}

    async def run(
        self, planned: Sequence[PlannedCase], done: Callable[[CaseResult], None]
    ) -> tuple[CaseResult, ...]:
        """Run the cases in order and return how each ended; `done` hears of each at once."""
        results: list[CaseResult] = []
        for case in planned:
            result = await self._one(case)
            results.append(result)
            done(result)
        return tuple(results)

    async def _one(self, case: PlannedCase) -> CaseResult:
        try:
            if case.missing is not None:
                raise Untestable(case.missing)
            await case.check.run(self._probe(case))
        except Exception as end:
            return broken(case.key, case.check.case, end)
        return CaseResult(key=case.key, case=case.check.case, outcome=CaseOutcome.PASSED)

    def _probe(self, case: PlannedCase) -> Probe:
        key = (case.check.probe, case.surface)
        if key not in self._probes:
            session = self._session(case.surface.profile)
            base = surfaces.base(surfaces.operation_of(case.surface), session.base)
            session = session.at(base, managed=session.managed)
            self._probes[key] = case.check.probe(session, case.surface)
        return self._probes[key]


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
