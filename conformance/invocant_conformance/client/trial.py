"""One thing that is tried, for one requirement, on one operation, with one client."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ..results import Key

__all__ = ["PROFILE", "Trial"]

PROFILE: Final = "client"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """``run`` returns when the rule was kept and raises Failed, Skipped or Untestable if not.

    ``subject`` names the client, or nothing where several are compared.
    """

    requirement: str
    name: str
    operation: str
    subject: str
    run: Callable[[], None]

    @property
    def key(self) -> Key:
        """What the verdict is about."""
        return Key(id=self.requirement, profile=PROFILE, operation=self.operation)

    @property
    def case(self) -> str:
        """The case id, such as ``CLI-SSE-001/crlf[sync]``."""
        suffix = f"[{self.subject}]" if self.subject else ""
        return f"{self.requirement}/{self.name}{suffix}"
