"""Does the work of one row, again where that is safe."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ..errors import InvocantError
from ..retry import RetryPolicy
from .decision import decide
from .gate import Gate
from .results import Done
from .tally import Tally

__all__ = ["Desk", "attempted"]

C = TypeVar("C")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk(Generic[C]):
    """What all rows of a batch share."""

    client: C
    gate: Gate
    tally: Tally
    policy: RetryPolicy
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]] = field(repr=False)
    random: Callable[[], float] = field(repr=False)


async def attempted(
    desk: Desk[C], work: Callable[[C, R], Awaitable[T]], index: int, row: R
) -> Done[R, T]:
    """What became of a row. Raises what the work raises, unless it is an InvocantError."""
    gate, attempt = desk.gate, 0
    sent = began = await gate.enter(again=False)
    while True:
        try:
            value = await work(desk.client, row)
        except InvocantError as error:
            wait = _failed(desk, error, sent, attempt)
            if wait is None:
                desk.tally.failed(error, attempt + 1)
                return _done(desk, index, row, None, error.with_traceback(None), attempt, began)
        except BaseException:
            gate.left()
            raise
        else:
            gate.answered(sent)
            desk.tally.answered(value, attempt + 1)
            return _done(desk, index, row, value, None, attempt, began)
        if wait:
            await desk.sleep(wait)
        attempt += 1
        sent = await gate.enter(again=True)


def _failed(desk: Desk[C], error: InvocantError, sent: float, attempt: int) -> float | None:
    decision = decide(error, attempt=attempt, policy=desk.policy, random=desk.random())
    if decision.refused:
        desk.gate.refused(sent, error)
    else:
        desk.gate.left()
    return decision.wait


def _done(
    desk: Desk[C],
    index: int,
    row: R,
    value: T | None,
    error: InvocantError | None,
    attempt: int,
    began: float,
) -> Done[R, T]:
    return Done(
        index=index,
        row=row,
        value=value,
        error=error,
        attempts=attempt + 1,
        seconds=desk.clock() - began,
    )
