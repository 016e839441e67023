"""One run of the client suite: every oracle, every client, judged as the server suite judges."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

from .. import known, results
from ..credentials import TOKEN as PLACEHOLDER
from ..engine import broken
from ..requirements import Level
from ..results import CaseResult, Results
from ..verdicts import CaseOutcome
from .plan import TOKEN, Plan, Planned
from .trial import CASE, Trial
from .witness import verbose_logging

__all__ = ["cases", "run"]


def run(plan: Plan) -> Results:
    """Try everything that the plan asks for. Raises AdapterError where a client does not start."""
    started, clock = datetime.now(UTC), time.monotonic()
    with ExitStack() as stack:
        stack.enter_context(verbose_logging())
        planned = Planned.of(plan, stack)
        tried = _try(planned.chosen(plan.only))
    offered = {trial.key for trial in planned if not trial.absent}
    rows = results.rows(tried)
    # What a client has no method for is skipped, whatever it is known to break.
    due = [row for row in rows if row.key in offered]
    lacking = [row for row in rows if row.key not in offered]
    judged = known.apply(plan.known, due, planned.target, today=started.date())
    return Results(
        target=planned.target,
        profiles=(plan.profile,),
        seed=plan.seed,
        started=started,
        duration=time.monotonic() - clock,
        rows=tuple(sorted([*judged, *lacking], key=lambda row: row.key)),
        must_total=sum(key.level is Level.MUST for key in offered),
        strict=plan.strict,
        placeholders={TOKEN: PLACEHOLDER},
        secrets=frozenset({TOKEN}),
        lacking=frozenset({trial.key for trial in planned} - offered),
    )


def cases(plan: Plan) -> Iterator[str]:
    """The ids of the cases that a run would try."""
    with ExitStack() as stack:
        chosen = Planned.of(plan, stack).chosen(plan.only)
        yield from sorted({trial.case for trial in chosen if not trial.absent})


def _try(planned: Planned) -> list[CaseResult]:
    planned.generate()
    with ThreadPoolExecutor(1 + len(planned.scripted)) as pool:
        beside = [pool.submit(_try_all, trials) for trials in planned.scripted]
        tried = _try_all(planned.generated)
        tried += [result for future in beside for result in future.result()]
    return tried + _try_all(planned.last)


def _try_all(trials: Iterable[Trial]) -> list[CaseResult]:
    return [_try_one(trial) for trial in trials]


def _try_one(trial: Trial) -> CaseResult:
    CASE.set(trial.case)
    try:
        trial.run()
    except Exception as end:
        result = broken(trial.key, trial.case, end)
        failed = result.outcome is CaseOutcome.FAILED and result.exchange is None
        return replace(result, exchange=trial.shows()) if failed else result
    return CaseResult(key=trial.key, case=trial.case, outcome=CaseOutcome.PASSED)
