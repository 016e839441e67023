"""The stages of a call at which it can be stopped."""

from dataclasses import dataclass
from typing import Final, Literal

from .conversation import End, Script
from .faults import EVENT, FINE, answer, chunk, stream
from .server import FaultServer

__all__ = ["STAGES", "Stage"]

LATER: Final = answer(b"{}", b"retry-after: 30", status=b"429 Later")
BEGUN: Final = stream() + chunk(EVENT)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """How the server holds up a ``work``: a chat, a stream in a ``with`` block, or a bare one."""

    id: str
    work: Literal["chat", "stream", "bare-stream"] = "chat"
    scripts: tuple[Script, ...] = ()

    def server(self) -> FaultServer:
        """A server that answers well after it has held up the first call."""
        return FaultServer(*self.scripts, FINE)


STAGES: Final = (
    Stage(id="waiting-for-the-answer", scripts=((End.HANG,),)),
    Stage(id="in-the-headers", scripts=((answer()[:20], End.HANG),)),
    Stage(id="in-the-body", scripts=((answer()[:-5], End.HANG),)),
    Stage(id="between-attempts", scripts=((LATER,),)),
    Stage(id="waiting-for-a-stream", work="stream", scripts=((End.HANG,),)),
    Stage(id="before-the-first-event", work="stream", scripts=((stream(), End.HANG),)),
    Stage(id="between-events", work="stream", scripts=((BEGUN, End.HANG),)),
    Stage(id="in-an-event", work="stream", scripts=((BEGUN + b"f\r\ndata", End.HANG),)),
    Stage(id="between-events-unguarded", work="bare-stream", scripts=((BEGUN, End.HANG),)),
)
