"""What a run of the client suite tries: every oracle with every client, by profile."""

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from itertools import chain, pairwise
from typing import Final, TypeAlias

from .. import planning, requirements
from ..known import KnownFailure
from ..outcomes import Skipped
from . import answers, calls, extra_calls, leaks, methods, parameter_calls, scripted, streams, twins
from .driver import Driver
from .lane import Lane, open_lane
from .leaks import Leaks, Watched
from .own import AsyncDriver, SyncDriver
from .samples import Samples
from .trial import OWN_CLIENT, Trial

__all__ = [
    "DEFAULT_EXAMPLES",
    "DEFAULT_SEED",
    "OWN_CLIENTS",
    "MakeDriver",
    "Plan",
    "Planned",
    "other_libraries",
]

TOKEN: Final = "dapi-invocant-conformance-b1946ac92492d234"

# Retries wait for seconds, so they run beside everything else.
SLOW: Final = "CLI-RETRY-001"

DEFAULT_SEED: Final = 1
DEFAULT_EXAMPLES: Final = 15

MakeDriver: TypeAlias = Callable[[], Driver]
OWN_CLIENTS: Final[tuple[MakeDriver, ...]] = (SyncDriver, AsyncDriver)


def other_libraries() -> tuple[MakeDriver, ...]:
    """Our clients over each installed HTTP library that they do not use by themselves."""
    found: list[MakeDriver] = []
    if find_spec("httpx2"):
        found += [partial(SyncDriver, transport="httpx2"), partial(AsyncDriver, transport="httpx")]
    if find_spec("aiohttp"):
        found += [partial(AsyncDriver, transport="aiohttp")]
    return tuple(found)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What to run: requirement ids or globs (none: all), the seed, generated values of a kind.

    With those ``on_wire`` only the scripted cases and the look for the token are tried: what comes
    before and after the wire is the same code as in ``clients``.
    ``profile`` says which levels hold for the clients, ``known`` are the failures to expect.
    """

    clients: Sequence[MakeDriver] = OWN_CLIENTS
    on_wire: Sequence[MakeDriver] = ()
    profile: str = OWN_CLIENT
    known: Sequence[KnownFailure] = ()
    strict: bool = False
    only: Sequence[str] = ()
    seed: int = DEFAULT_SEED
    examples: int = DEFAULT_EXAMPLES


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """Trials: those on ``generated`` values run beside the ``scripted`` ones, then the ``last``.

    ``target`` is what reports call the clients together.
    """

    target: str
    samples: tuple[Samples, ...]
    generated: tuple[Trial, ...]
    scripted: tuple[tuple[Trial, ...], ...]
    last: tuple[Trial, ...]

    @classmethod
    def of(cls, plan: Plan, stack: ExitStack) -> "Planned":
        """All trials of the profile, with servers and clients that live as long as the stack."""
        samples = _samples(plan.examples, plan.seed)
        exact = plan.profile == OWN_CLIENT
        clients = [_client(make, stack, exact=exact) for make in plan.clients]
        every = [*clients, *(_client(make, stack, exact=exact) for make in plan.on_wire)]
        planned = cls(
            target=", ".join(dict.fromkeys(client.main.driver.target for client in every)),
            samples=samples,
            generated=tuple(_generated(samples, clients)),
            scripted=tuple(trials for client in every for trials in client.scripted()),
            last=tuple(trial for client in every for trial in client.last()),
        )
        return planned.picked(lambda trials: _of_profile(trials, plan.profile))

    def __iter__(self) -> Iterator[Trial]:
        return chain(self.generated, *self.scripted, self.last)

    def chosen(self, only: Sequence[str]) -> "Planned":
        """The same with some requirements only."""
        return self.picked(
            lambda trials: (trial for trial in trials if planning.chosen(trial.key, only))
        )

    def picked(self, pick: Callable[[Iterable[Trial]], Iterable[Trial]]) -> "Planned":
        """The same with what ``pick`` makes of each list of trials."""
        return replace(
            self,
            generated=tuple(pick(self.generated)),
            scripted=tuple(tuple(pick(trials)) for trials in self.scripted),
            last=tuple(pick(self.last)),
        )

    def generate(self) -> None:
        """Generate the samples that some trial uses."""
        used = {trial.method for trial in self.generated if not trial.absent}
        for each in self.samples:
            if each.method.full_name in used:
                each.generate()


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """A client under test, with a lane for each of what is tried at the same time."""

    seen: Leaks
    main: Lane
    quick: Lane
    slow: Lane

    def generated(self, samples: Sequence[Samples]) -> Iterator[Trial]:
        """What is tried with generated values."""
        for oracle in (answers, streams, calls, parameter_calls, extra_calls):
            yield from self.offered(oracle.trials(samples, self.main))

    def scripted(self) -> tuple[tuple[Trial, ...], tuple[Trial, ...]]:
        """The scripted cases that are quick, and those that wait for retries."""
        quick = (trial for trial in scripted.trials(self.quick) if trial.requirement != SLOW)
        slow = (trial for trial in scripted.trials(self.slow) if trial.requirement == SLOW)
        return tuple(self.offered(quick)), tuple(self.offered(slow))

    def last(self) -> Iterator[Trial]:
        """What looks back at everything that was tried."""
        return self.offered(leaks.trials(self.main, self.seen))

    def offered(self, trials: Iterable[Trial]) -> Iterator[Trial]:
        """The trials; each skips where the client lacks its method."""
        for trial in trials:
            reason = self.main.driver.lacks(trial.method)
            if reason is not None:
                trial = replace(trial, run=partial(_skip, reason), absent=True)
            yield trial


@functools.lru_cache(maxsize=1)
def _samples(count: int, seed: int) -> tuple[Samples, ...]:
    """The samples of every method; runs of a process that ask for the same ones share them."""
    return tuple(Samples(each, count=count, seed=seed) for each in methods.load())


def _generated(samples: Sequence[Samples], clients: Sequence[Client]) -> Iterator[Trial]:
    for client in clients:
        yield from client.generated(samples)
    for first, second in pairwise(clients):
        yield from first.offered(second.offered(twins.trials(samples, first.main, second.main)))


def _client(make: MakeDriver, stack: ExitStack, *, exact: bool) -> Client:
    seen: Leaks = {}
    main, quick, slow = (
        stack.enter_context(open_lane(Watched(driver=make(), leaks=seen), TOKEN, exact=exact))
        for _ in range(3)
    )
    return Client(seen=seen, main=main, quick=quick, slow=slow)


def _of_profile(trials: Iterable[Trial], profile: str) -> Iterator[Trial]:
    rows = requirements.by_id()
    for trial in trials:
        if profile in rows[trial.requirement].levels:
            yield replace(trial, profile=profile)


def _skip(reason: str) -> None:
    raise Skipped(reason)
