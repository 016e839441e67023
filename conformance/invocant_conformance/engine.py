"""Runs the directed checks, one after another."""

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from .outcomes import Failed, Outcome, Skipped, Untestable
from .planning import PlannedCase
from .registry import Probe
from .results import CaseResult
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
        outcome, message, exchange = CaseOutcome.PASSED, "", None
        try:
            if case.missing is not None:
                raise Untestable(case.missing)
            await case.check.run(self._probe(case))
        except Outcome as end:
            outcome = next(name for kind, name in _OUTCOMES if isinstance(end, kind))
            message, exchange = end.message, end.exchange
        except Exception as error:
            outcome, message = CaseOutcome.ERROR, described(error)
        return CaseResult(
            key=case.key,
            case=case.check.case,
            outcome=outcome,
            message=message,
            exchange=exchange,
        )

    def _probe(self, case: PlannedCase) -> Probe:
        key = (case.check.probe, case.surface)
        if key not in self._probes:
            session = self._session(case.surface.profile)
            self._probes[key] = case.check.probe(session, case.surface)
        return self._probes[key]


def described(error: BaseException) -> str:
    """Return an unexpected exception as one line: type, message and the place it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())}{place}"
