"""What the oracles that work with generated samples share: their trials, and how a call is sent."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from ..json_values import JsonValue
from .driver import Call, Outcome
from .lane import Lane
from .method import Method
from .received import Received
from .samples import Body, Samples
from .trial import Trial

__all__ = ["Kind", "Sent", "send", "send_call", "trials"]

Kind: TypeAlias = tuple[str, str, Callable[[Samples, Lane], None]]
"""A requirement, the name of a trial for it, and what the trial does."""
Sent: TypeAlias = tuple[Outcome, Sequence[Received]]
"""What a call came to, and the requests that it made."""


def trials(
    samples: Sequence[Samples], lane: Lane, kinds: Callable[[Method], Iterable[Kind]]
) -> Iterator[Trial]:
    """The trials of each method's ``kinds`` with one client."""
    for each in samples:
        for requirement, name, run in kinds(each.method):
            yield Trial(
                requirement=requirement,
                name=name,
                operation=each.method.operation.label,
                method=each.method.full_name,
                subject=f"{each.method.name},{lane.driver.name}",
                run=partial(run, each, lane),
                shows=lane.exchange,
            )


def send(
    samples: Samples,
    lane: Lane,
    body: Body,
    *,
    path: Mapping[str, str] | None = None,
    base: str = "",
    query: Mapping[str, JsonValue] | None = None,
    headers: Mapping[str, JsonValue] | None = None,
) -> Sent:
    """Make a call that is answered with the method's smallest answer."""
    call = lane.call(samples.method, body, path=path, base=base, query=query, headers=headers)
    return send_call(samples, lane, call)


def send_call(samples: Samples, lane: Lane, call: Call) -> Sent:
    """Make a call as it is, that is answered with the method's smallest answer."""
    lane.origin.play(samples.answer_to(call.body))
    outcome = lane.driver.call(call)
    return outcome, tuple(lane.origin.requests)
