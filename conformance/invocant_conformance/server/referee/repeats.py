"""Rules about requests that are sent again; pure.

A request is the same as an earlier one when method, address, body and credentials are. Whether a
client or the one who uses it sends it again cannot be seen, unless the client says.
"""

from collections import OrderedDict, deque
from collections.abc import Iterator
from typing import Final

from .attempts import Attempt
from .sent import Judgement

MOST_REMEMBERED: Final = 256
"""Requests of one client that are remembered."""

SETTLED_SECONDS: Final = 10.0
"""After which a request counts as not sent again."""

_EARLY: Final = 0.05
_REPEAT_SECONDS: Final = 60.0
_FINAL_SECONDS: Final = 5.0
_MOST_IN_A_ROW: Final = 10
_QUICK: Final = 4
_QUICK_SECONDS: Final = 0.25
_UNSAFE: Final = ("POST", "PATCH")
_READING: Final = ("GET", "HEAD", "OPTIONS")


class _Chain:
    """The same request, over and over, as long as none of them was answered well.

    unsettled: the rules that the last one keeps unless it is sent again, and for what operation.
    """

    __slots__ = ("count", "last", "operation", "quick", "unsettled")

    def __init__(self, operation: str) -> None:
        self.count = 0
        self.last: Attempt | None = None
        self.quick = deque[float](maxlen=_QUICK)
        self.operation = operation
        self.unsettled: tuple[str, ...] = ()


class Repeats:
    """What one client sent last, and what became of it."""

    def __init__(self) -> None:
        self._chains: OrderedDict[bytes, _Chain] = OrderedDict()

    def judge(self, digest: bytes, attempt: Attempt, operation: str) -> Iterator[Judgement]:
        """Judge a request that has ended, by the one before it with the same digest."""
        chain = self._chains.setdefault(digest, _Chain(operation))
        self._chains.move_to_end(digest)
        previous = chain.last
        if previous is not None and attempt.retried != 0:
            yield from _judged(chain, previous, attempt)
        self._remember(digest, chain, attempt)

    def settled(
        self, now: float, after: float = SETTLED_SECONDS
    ) -> Iterator[tuple[str, Judgement]]:
        """Yield operation and judgement for what was not sent again in time."""
        for chain in self._chains.values():
            last = chain.last
            if chain.unsettled and last and last.ended is not None and now - last.ended >= after:
                rules, chain.unsettled = chain.unsettled, ()
                for rule in rules:
                    yield chain.operation, Judgement(rule=rule)

    def _remember(self, digest: bytes, chain: _Chain, attempt: Attempt) -> None:
        failed = attempt.refused_for_now or (attempt.status or 500) >= 500
        if not (failed or attempt.final or attempt.may_have_run):
            del self._chains[digest]
            return
        chain.last, chain.unsettled = attempt, tuple(_unsettled(attempt))
        if attempt.final:
            chain.count = 0
            chain.quick.clear()
        else:
            chain.count = chain.count + 1 if attempt.retried != 0 else 1
            chain.quick.append(attempt.begun)
        if len(self._chains) > MOST_REMEMBERED:
            self._chains.popitem(last=False)


def _unsettled(attempt: Attempt) -> Iterator[str]:
    if attempt.final:
        if attempt.method not in _READING:
            yield "WIRE-RETRY-002"
        return
    yield "WIRE-RETRY-001"
    if attempt.may_have_run and attempt.method in _UNSAFE:
        yield "CLI-RETRY-002"


def _judged(chain: _Chain, previous: Attempt, attempt: Attempt) -> Iterator[Judgement]:
    if previous.ended is None or attempt.begun < previous.begun:
        return
    gap = attempt.begun - previous.ended
    if previous.allowed_at is not None:
        early = previous.allowed_at - attempt.begun
        wrong = (
            f"sent again {early:.2f} s earlier than the server allowed" if early > _EARLY else ""
        )
        yield Judgement(rule="CLI-RETRY-001", broken=wrong)
    if previous.final:
        yield from _after_refusal(previous, attempt, gap)
        return
    yield from _after_failure(previous, attempt, gap)
    yield Judgement(rule="WIRE-RETRY-001", broken=_flood(chain, previous, attempt))


def _after_refusal(previous: Attempt, attempt: Attempt, gap: float) -> Iterator[Judgement]:
    if attempt.method not in _READING:
        soon = gap <= _FINAL_SECONDS
        wrong = f"sent again {max(gap, 0):.2f} s after a {previous.status}" if soon else ""
        yield Judgement(rule="WIRE-RETRY-002", broken=wrong)


def _after_failure(previous: Attempt, attempt: Attempt, gap: float) -> Iterator[Judgement]:
    why = previous.may_have_run
    if why and attempt.method in _UNSAFE:
        again = gap <= _REPEAT_SECONDS
        wrong = f"sent again {max(gap, 0):.2f} s later, after {why}" if again else ""
        yield Judgement(rule="CLI-RETRY-002", broken=wrong)


def _flood(chain: _Chain, previous: Attempt, attempt: Attempt) -> str:
    if chain.count >= _MOST_IN_A_ROW:
        return f"sent {chain.count + 1} times in a row though every time it failed"
    times = [*chain.quick, attempt.begun][-_QUICK:]
    quick = len(times) == _QUICK and times[-1] - times[0] < _QUICK_SECONDS
    if quick and previous.allowed_at is None:
        return (
            f"sent {_QUICK} times within {times[-1] - times[0]:.2f} s though every time it failed"
        )
    return ""
