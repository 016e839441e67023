"""One request while it is heard: from its head to the end of its answer."""

import httpx
from starlette.types import Scope

from ...exchange import Exchange
from ...raw.answer import Answer
from . import heads, secrets
from .arrivals import Arrival
from .attempts import Attempt, note_played
from .clients import Client
from .places import Place
from .sent import Sent, sent_in

_TOLD = ("content-type", "location", "retry-after", "retry-after-ms", "x-should-retry")


class Hearing:
    """A request in progress.

    path: the part of its path that is judged. requirement: that of the scripted case which is
    played to it, "" for none. over: it was judged.
    """

    def __init__(
        self,
        scope: Scope,
        *,
        path: str,
        arrival: Arrival,
        attempt: Attempt,
        requirement: str = "",
    ) -> None:
        self.scope = scope
        self.path = path
        self.arrival = arrival
        self.attempt = attempt
        self.requirement = requirement
        self.answered = False
        self.over = False
        self.client = Client(0, "")
        self.place = Place(label="")
        self.tokens = heads.tokens(self.sent)

    @property
    def sent(self) -> Sent:
        """The request, as much as is known of it."""
        return sent_in(self.scope, path=self.path, body=self.arrival.content)

    def exchange(self) -> Exchange:
        """Return the request and the head of its answer without any secret."""
        attempt = self.attempt
        told = {name: value for name, value in attempt.answer.items() if name in _TOLD}
        return secrets.shown(
            self.sent,
            tokens=self.tokens,
            status=attempt.status or 0,
            said=httpx.Headers({name: secrets.masked(value) for name, value in told.items()}),
        )

    def played(self, answer: Answer, at: float) -> None:
        """Note a raw answer that is played to the request."""
        note_played(self.attempt, answer, at)
