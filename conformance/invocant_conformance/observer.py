"""Who hears how a run goes."""

from typing import Protocol

from .plan import Limits
from .results import CaseResult
from .target import Target


class Observer(Protocol):
    """Hears how a run goes; `sent` is called from another thread than the others."""

    def planned(self, target: Target, limits: Limits, checks: int) -> None:
        """Hear what is about to be done: to what, within which limits, how many checks."""

    def finished(self, case: CaseResult) -> None:
        """Hear of a directed check."""

    def sent(self, requests: int) -> None:
        """Hear that generated requests were sent."""


class Silent:
    """Hears and says nothing."""

    def planned(self, target: Target, limits: Limits, checks: int) -> None:
        """Do nothing."""

    def finished(self, case: CaseResult) -> None:
        """Do nothing."""

    def sent(self, requests: int) -> None:
        """Do nothing."""
