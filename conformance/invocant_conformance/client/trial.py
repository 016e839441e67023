"""One thing that is tried, for one requirement, on one operation, with one client."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from ..exchange import Exchange
from ..results import Key

__all__ = ["ANY_CLIENT", "CASE", "OWN_CLIENT", "PROFILES", "Trial"]

OWN_CLIENT: Final = "client"
ANY_CLIENT: Final = "any-client"
PROFILES: Final = (OWN_CLIENT, ANY_CLIENT)
"""What this project's clients have to keep, and what any client of these APIs has to."""

CASE: Final[ContextVar[str]] = ContextVar("CASE", default="")
"""The id of the case that is being tried."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """``run`` returns when the rule was kept and raises Failed, Skipped or Untestable if not.

    ``method`` is the one that is called. ``subject`` names the client, or nothing where several
    are compared. ``absent``: the client has no such method, so ``run`` skips.
    ``shows`` is what was on the wire when ``run`` ended.
    """

    requirement: str
    name: str
    operation: str
    method: str
    subject: str
    run: Callable[[], None]
    shows: Callable[[], Exchange | None]
    profile: str = OWN_CLIENT
    absent: bool = False

    @property
    def key(self) -> Key:
        """What the verdict is about."""
        return Key(id=self.requirement, profile=self.profile, operation=self.operation)

    @property
    def case(self) -> str:
        """The case id, such as ``CLI-SSE-001/crlf[sync]``."""
        suffix = f"[{self.subject}]" if self.subject else ""
        return f"{self.requirement}/{self.name}{suffix}"
