"""Watches everything that a client shows for the token."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from ..outcomes import expect
from ..raw.answer import Answer
from ..redaction import Redactor
from . import methods
from .driver import Call, Driver, Outcome
from .lane import Lane
from .method import Method
from .trial import Trial

__all__ = ["Leaks", "Watched", "trials"]

Leaks: TypeAlias = dict[str, set[str]]
"""For each method that was called, where the token was shown."""

REFUSAL: Final = Answer(status=401, headers=(("content-type", "text/plain"),), pieces=(b"who?",))


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """A driver whose outcomes are searched for the token of their call, in whatever form."""

    driver: Driver
    leaks: Leaks

    @property
    def name(self) -> str:
        """Name of the client."""
        return self.driver.name

    @property
    def target(self) -> str:
        """What reports call it."""
        return self.driver.target

    def call(self, call: Call) -> Outcome:
        """Make the call, and look at what it shows."""
        outcome = self.driver.call(call)
        secret = Redactor.of([call.token])
        shown = {each.where for each in outcome.shown if secret.text(each.text) != each.text}
        self.leaks.setdefault(f"{call.client}.{call.method}", set()).update(shown)
        return outcome

    def lacks(self, method: str) -> str | None:
        """Why the client has not got a method."""
        return self.driver.lacks(method)

    def reset(self) -> None:
        """Drop clients and connections."""
        self.driver.reset()

    def close(self) -> None:
        """End for good."""
        self.driver.close()


def trials(lane: Lane, leaks: Leaks) -> Iterator[Trial]:
    """A refused call of each method, and a look at all that were made before."""
    for method in methods.load():
        yield Trial(
            requirement="CLI-SECRET-001",
            name="never-shown",
            operation=method.operation.label,
            method=method.full_name,
            subject=f"{method.name},{lane.driver.name}",
            run=partial(_look, method, lane, leaks),
            shows=lane.exchange,
        )


def _look(method: Method, lane: Lane, leaks: Leaks) -> None:
    lane.origin.play(REFUSAL)
    lane.driver.call(lane.call(method, method.example))
    found = sorted(leaks[method.full_name])
    expect(not found, f"the token is in: {', '.join(found)}")
