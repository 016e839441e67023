"""Whether a row that failed is sent again: decided, not done."""

from dataclasses import dataclass
from typing import Final

from ..errors import InvocantError
from ..retry import RetryPolicy, next_wait

__all__ = ["Decision", "decide"]

REFUSALS: Final = frozenset({429, 503})


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What follows a failure.

    ``refused``: the server bears less than it gets, which concerns all rows. ``wait``: seconds
    until this row is sent again, beside any pause of all; ``None`` where it is not.
    """

    refused: bool
    wait: float | None


def decide(error: InvocantError, *, attempt: int, policy: RetryPolicy, random: float) -> Decision:
    """The clients' own rule, for a request that costs; ``attempt`` counts from 0.

    A row for which the server names a pause waits with all others. Where it names none, the row
    waits longer than these, so that its attempts are not used up before the server recovers.
    """
    refused = error.status in REFUSALS
    wait = next_wait(error, method="POST", attempt=attempt, policy=policy, random=random)
    with_others = refused and wait is not None and error.retry_after
    return Decision(refused=refused, wait=0.0 if with_others else wait)
