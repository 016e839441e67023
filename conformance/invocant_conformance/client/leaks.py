"""Watches everything that a client shows for the token."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..outcomes import expect
from . import methods
from .driver import Call, Driver, Outcome
from .trial import Trial

__all__ = ["Watched", "trials"]


@dataclass(kw_only=True, slots=True)
class Watched:
    """A driver whose outcomes are searched for the token of their call.

    ``leaks`` has, for each method that was called, where the token was shown.
    """

    driver: Driver
    leaks: dict[tuple[str, str], set[str]] = field(
        default_factory=dict[tuple[str, str], set[str]]
    )

    @property
    def name(self) -> str:
        """Name of the client."""
        return self.driver.name

    def call(self, call: Call) -> Outcome:
        """Make the call, and look at what it shows."""
        outcome = self.driver.call(call)
        shown = {each.where for each in outcome.shown if call.token in each.text}
        self.leaks.setdefault((call.client, call.method), set()).update(shown)
        return outcome

    def reset(self) -> None:
        """Drop clients and connections."""
        self.driver.reset()


def trials(watched: Watched) -> Iterator[Trial]:
    """One look for each method, at all calls that were made before."""
    for method in methods.load():
        yield Trial(
            requirement="CLI-SECRET-001",
            name="never-shown",
            operation=method.operation,
            subject=f"{method.name},{watched.name}",
            run=lambda key=(method.client, method.name): _expect_none(watched.leaks.get(key)),
        )


def _expect_none(leaks: set[str] | None) -> None:
    expect(leaks is not None, "the method was not called")
    expect(not leaks, f"the token is in: {', '.join(sorted(leaks or ()))}")
