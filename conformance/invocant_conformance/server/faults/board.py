"""Which faults are set, how often each was asked, and whether it strikes."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ...raw.answer import Answer
from ..draws import generator
from . import grammar
from .record import Fault, Kind
from .scripts import Scripts
from .stages import Facts, Stage, matches, stage_of
from .values import FaultError

MOST_REMEMBERED: Final = 200
"""How many faults of single requests are counted; those that were asked longest ago are not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Strike:
    """A fault that strikes: the number of the matching request, and how often it did before."""

    fault: Fault
    number: int
    turn: int


def strikes(fault: Fault, number: int, seed: int) -> bool:
    """Whether a fault strikes its so-many-th matching request, the first being 1."""
    if fault.times is not None and number > fault.times:
        return False
    if fault.every is not None and number % fault.every:
        return False
    drawn = fault.rate is None or fault.rate > _draw(fault, number, seed, "rate")
    return fault.rate == 1 or drawn


def seconds_late(strike: Strike, seed: int) -> float:
    """Return how late an answer is, jitter included; one second unless the fault says more."""
    fault = strike.fault
    seconds = 1.0 if fault.seconds is None else fault.seconds
    return seconds + (fault.jitter or 0) * _draw(fault, strike.number, seed, "jitter")


def _draw(fault: Fault, number: int, seed: int, what: str) -> float:
    return generator("fault", what, seed, grammar.write(fault), number).random()


class Counted:
    """A fault and how many requests matched it."""

    __slots__ = ("_matched", "_most", "_seed", "_struck", "fault", "stage")

    def __init__(self, fault: Fault, *, seed: int, most: int | None) -> None:
        """Count from zero. most: how often it can strike at all, None for no such limit."""
        self.fault = fault
        self.stage: Stage = stage_of(fault)
        self._seed = seed
        self._most = most
        self._matched = 0
        self._struck = 0

    def strike(self, facts: Facts) -> Strike | None:
        """Count a request that matches; return what strikes it, None for nothing."""
        if not matches(self.fault, facts) or self._struck == self._most:
            return None
        self._matched += 1
        if not strikes(self.fault, self._matched, self._seed):
            return None
        self._struck += 1
        return Strike(fault=self.fault, number=self._matched, turn=self._struck - 1)


class Pending:
    """The faults that may still strike one request, in the order in which they are asked.

    Each is asked as soon as what it has to know is known, and none before the one that precedes
    it: the first that strikes is the only one. `struck` is its text, None as long as none did.
    """

    __slots__ = ("_faults", "_own", "struck")

    def __init__(self, own: Sequence[Counted], others: Sequence[Counted]) -> None:
        """Ask the request's own faults first, then the others."""
        self._faults = [*own, *others]
        self._own = len(own)
        self.struck: str | None = None

    def add(self, counted: Counted) -> None:
        """Ask one more, behind the request's own ones and before the others."""
        self._faults.insert(self._own, counted)

    def next(self, stage: Stage, facts: Facts) -> Strike | None:
        """Return what strikes now, None for nothing so far."""
        while self._faults and self._faults[0].stage <= stage:
            strike = self._faults.pop(0).strike(facts)
            self._own = max(0, self._own - 1)
            if strike is not None:
                self._faults.clear()
                self.struck = grammar.write(strike.fault)
                return None if strike.fault.kind is Kind.NONE else strike
        return None


class FaultBoard:
    """The faults of a server, which can be set while it runs, and those of single requests.

    armed: whether any is set for the whole server. scripts: answers that faults may name, and the
    faults that play them without being named.
    """

    def __init__(self, specs: Sequence[str] = (), *, seed: int, scripts: Scripts) -> None:
        """Set the faults that the server starts with. Raises FaultError."""
        self.armed = False
        self.seed = seed
        self._scripts = scripts
        self._first = tuple(specs)
        self._set: tuple[Counted, ...] = ()
        self._asked = OrderedDict[str, Counted]()
        self.reset()

    def set(self, specs: Sequence[str]) -> None:
        """Let these be the faults, in this order, and no others. Raises FaultError."""
        self._arm([self.read(spec) for spec in specs])

    def clear(self) -> None:
        """Take all faults away, and begin to count anew."""
        self._arm(())

    def reset(self) -> None:
        """Set the faults that the server started with, and begin to count anew."""
        self._arm([*map(self.read, self._first), *self._scripts.faults])

    def current(self) -> tuple[str, ...]:
        """Return the faults that are set."""
        return tuple(grammar.write(each.fault) for each in self._set)

    def read(self, spec: str) -> Fault:
        """Read a fault. Raises FaultError, also for a script that there is not."""
        fault = grammar.parse(spec)
        if fault.script is not None and fault.script not in self._scripts.answers:
            known = ", ".join(self._scripts.answers) or "there is none"
            raise FaultError("script", fault.script, f"is no script that is loaded: {known}")
        return fault

    def answer(self, strike: Strike) -> Answer:
        """Return the raw answer of a strike: the bytes of the fault, or those whose turn it is."""
        fault = strike.fault
        if fault.script is not None:
            return self._scripts.answers[fault.script][strike.turn]
        return Answer(framing="none", pieces=(fault.raw or b"",), end=fault.end or "close")

    def pending(self, specs: Iterable[str] = ()) -> Pending:
        """Return what may strike a request that asks for some faults. Raises FaultError."""
        return Pending([self.asked(spec) for spec in specs], self._set)

    def asked(self, spec: str) -> Counted:
        """Return a fault that a request asks for, counted by what it says. Raises FaultError."""
        counted = self._asked.pop(spec, None) or self._counted(self.read(spec))
        self._asked[spec] = counted
        if len(self._asked) > MOST_REMEMBERED:
            self._asked.popitem(last=False)
        return counted

    def _arm(self, faults: Iterable[Fault]) -> None:
        self._set = tuple(map(self._counted, faults))
        self._asked.clear()
        self.armed = bool(self._set)

    def _counted(self, fault: Fault) -> Counted:
        answers = self._scripts.answers.get(fault.script) if fault.script is not None else None
        return Counted(fault, seed=self.seed, most=None if answers is None else len(answers))
