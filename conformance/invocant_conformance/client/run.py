"""One run of the client suite: every oracle, every client, judged as the server suite judges."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, pairwise
from typing import Final, TypeAlias

from .. import planning, results
from ..engine import broken
from ..requirements import Level
from ..results import CaseResult, Results
from ..verdicts import CaseOutcome
from . import answers, calls, leaks, methods, parameter_calls, scripted, streams, twins
from .driver import Driver
from .lane import Lane, open_lane
from .leaks import Leaks, Watched
from .own import AsyncDriver, SyncDriver
from .samples import Samples
from .trial import PROFILE, Trial
from .witness import verbose_logging

__all__ = ["DEFAULT_EXAMPLES", "DEFAULT_SEED", "OWN_CLIENTS", "Plan", "cases", "run"]

TOKEN: Final = "dapi-invocant-conformance-b1946ac92492d234"

# Retries wait for seconds, so they run beside everything else.
SLOW: Final = "CLI-RETRY-001"

DEFAULT_SEED: Final = 1
DEFAULT_EXAMPLES: Final = 15

MakeDriver: TypeAlias = Callable[[], Driver]
OWN_CLIENTS: Final[tuple[MakeDriver, ...]] = (SyncDriver, AsyncDriver)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What to run: requirement ids or globs (none: all), the seed, generated values of a kind."""

    clients: Sequence[MakeDriver] = OWN_CLIENTS
    only: Sequence[str] = ()
    seed: int = DEFAULT_SEED
    examples: int = DEFAULT_EXAMPLES


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """Trials: those on ``generated`` values run beside the ``scripted`` ones, then the ``last``."""

    samples: tuple[Samples, ...]
    generated: tuple[Trial, ...]
    scripted: tuple[tuple[Trial, ...], ...]
    last: tuple[Trial, ...]

    def __iter__(self) -> Iterator[Trial]:
        return chain(self.generated, *self.scripted, self.last)

    def chosen(self, only: Sequence[str]) -> "Planned":
        """The same with some requirements only."""

        def pick(trials: Iterable[Trial]) -> tuple[Trial, ...]:
            return tuple(trial for trial in trials if planning.chosen(trial.key, only))

        return Planned(
            samples=self.samples,
            generated=pick(self.generated),
            scripted=tuple(map(pick, self.scripted)),
            last=pick(self.last),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """A client under test, with a lane for each of what is tried at the same time."""

    seen: Leaks
    main: Lane
    quick: Lane
    slow: Lane

    def scripted(self) -> tuple[tuple[Trial, ...], tuple[Trial, ...]]:
        """The scripted cases that are quick, and those that wait for retries."""
        return (
            tuple(trial for trial in scripted.trials(self.quick) if trial.requirement != SLOW),
            tuple(trial for trial in scripted.trials(self.slow) if trial.requirement == SLOW),
        )


def run(plan: Plan) -> Results:
    """Try everything that the plan asks for."""
    started, clock = datetime.now(UTC), time.monotonic()
    with ExitStack() as stack:
        stack.enter_context(verbose_logging())
        planned = _plan(plan, stack)
        tried = _try(planned.chosen(plan.only))
    return Results(
        target="invocant",
        profiles=(PROFILE,),
        seed=plan.seed,
        started=started,
        duration=time.monotonic() - clock,
        rows=results.rows(tried),
        must_total=sum(key.level is Level.MUST for key in {trial.key for trial in planned}),
        secrets=frozenset({TOKEN}),
    )


def cases(plan: Plan) -> Iterator[str]:
    """The ids of the cases that a run would try."""
    with ExitStack() as stack:
        chosen = _plan(plan, stack).chosen(plan.only)
        yield from sorted({trial.case for trial in chosen})


def _plan(plan: Plan, stack: ExitStack) -> Planned:
    """All trials, with servers and clients that live as long as the stack."""
    samples = [Samples(each, count=plan.examples, seed=plan.seed) for each in methods.load()]
    clients = [_client(make, stack) for make in plan.clients]
    generated = [
        trial
        for client in clients
        for oracle in (answers, streams, calls, parameter_calls)
        for trial in oracle.trials(samples, client.main)
    ]
    for first, second in pairwise(clients):
        generated += twins.trials(samples, first.main, second.main)
    return Planned(
        samples=tuple(samples),
        generated=tuple(generated),
        scripted=tuple(trials for client in clients for trials in client.scripted()),
        last=tuple(trial for client in clients for trial in leaks.trials(client.main, client.seen)),
    )


def _client(make: MakeDriver, stack: ExitStack) -> Client:
    seen: Leaks = {}
    main, quick, slow = (
        stack.enter_context(open_lane(Watched(driver=make(), leaks=seen), TOKEN)) for _ in range(3)
    )
    return Client(seen=seen, main=main, quick=quick, slow=slow)


def _try(planned: Planned) -> list[CaseResult]:
    if planned.generated:
        for each in planned.samples:
            each.generate()
    with ThreadPoolExecutor(1 + len(planned.scripted)) as pool:
        beside = [pool.submit(_try_all, trials) for trials in planned.scripted]
        tried = _try_all(planned.generated)
        tried += [result for future in beside for result in future.result()]
    return tried + _try_all(planned.last)


def _try_all(trials: Iterable[Trial]) -> list[CaseResult]:
    return [_try_one(trial) for trial in trials]


def _try_one(trial: Trial) -> CaseResult:
    try:
        trial.run()
    except Exception as end:
        return broken(trial.key, trial.case, end)
    return CaseResult(key=trial.key, case=trial.case, outcome=CaseOutcome.PASSED)
