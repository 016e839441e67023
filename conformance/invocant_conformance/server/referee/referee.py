"""The referee: hears every request, and enters what the rules say of it."""

import logging
import time
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from starlette.types import Scope

from ...requirements import Level
from ...results import Key, Results, rows
from ..paths import Paths
from . import court
from .arrivals import Arrival, Connection
from .attempts import Attempt
from .book import PROFILE, Book
from .cases import ELSEWHERE
from .clients import MOST_CLIENTS, Client, Clients
from .hearing import Hearing
from .places import ANY_OTHER, place_of
from .repeats import SETTLED_SECONDS
from .sent import Judgement, Sent, raw_path

_REDIRECT: Final = "CLI-SECRET-002"
_REDIRECTED: Final = "a redirect to another origin"
_SWEEP_SECONDS: Final = 1.0
_LAST_SETTLED_SECONDS: Final = 1.0
_MOST_REDIRECTS: Final = 64

_log = logging.getLogger(__name__)


class Referee:
    """Judges in the thread of the server; `results` may be asked for in another one.

    issued: the tokens that the server issued. most_clients: how many are told apart. clock: seconds
    that only grow. now: seconds since 1970.
    """

    def __init__(
        self,
        *,
        issued: Container[str] = (),
        most_clients: int = MOST_CLIENTS,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.clock = clock
        self.book = Book()
        self.paths: Paths | None = None
        self._now = now
        self._clients = Clients(issued, most=most_clients)
        self._began = clock()
        self._started = datetime.now(UTC)
        self._swept = self._began
        self._redirects: list[tuple[Client, float]] = []

    @property
    def clients(self) -> Sequence[Client]:
        """The clients that were seen."""
        return tuple(self._clients)

    def begin(self, scope: Scope, arrival: Arrival, *, path: str, requirement: str = "") -> Hearing:
        """Begin to hear a request whose head has come."""
        at = self.clock()
        attempt = Attempt(begun=at, method=scope["method"], date_offset=self._now() - at)
        hearing = Hearing(
            scope, path=path, arrival=arrival, attempt=attempt, requirement=requirement
        )
        sent, connection = hearing.sent, arrival.connection
        attempt.retried = _count(sent.value("x-stainless-retry-count"))
        hearing.client = self._clients.of(sent, connection.host, hearing.tokens)
        if self.paths is not None:
            hearing.place = place_of(sent, self.paths)
        first = connection.client is not hearing.client
        if first and connection.client is not None:
            connection.client.open -= 1
        connection.client = hearing.client
        self._enter(hearing, [*self._of_connection(hearing, at, first=first)])
        arrival.changed = lambda: self.settle(hearing)
        arrival.left = lambda by_peer: self._left(hearing, by_peer=by_peer)
        return hearing

    def _of_connection(self, hearing: Hearing, at: float, *, first: bool) -> Iterator[Judgement]:
        yield Judgement(rule="WIRE-HTTP-001")
        yield from hearing.client.begins(at, first=first)
        crowded = "an earlier request on the connection was unanswered"
        yield Judgement(rule="WIRE-CONN-003", broken=crowded if hearing.arrival.crowded else "")

    def answered(self, hearing: Hearing) -> None:
        """Note that the answer has ended."""
        hearing.answered = True
        if hearing.attempt.ended is None:
            hearing.attempt.ended = self.clock()
        self.settle(hearing)

    def settle(self, hearing: Hearing) -> None:
        """Judge a request once it has come and was answered, or once its connection is no more."""
        lost = not hearing.arrival.connection.is_open
        if hearing.over or not (lost or (hearing.answered and hearing.arrival.whole)):
            return
        hearing.over = True
        hearing.arrival.changed = hearing.arrival.left = None
        if hearing.attempt.ended is None:
            hearing.attempt.ended = self.clock()
        # What the referee gets wrong must not become a wrong answer of the server.
        try:
            self._judge(hearing)
        except Exception:
            _log.exception("a request could not be judged")

    def lost(self, connection: Connection) -> None:
        """Note the end of a connection."""
        connection.is_open = False
        if connection.client is not None:
            connection.client.open -= 1

    def _left(self, hearing: Hearing, *, by_peer: bool) -> None:
        hearing.attempt.left = by_peer and not hearing.attempt.complete
        self.settle(hearing)

    def malformed(self, connection: Connection) -> None:
        """Note that what came on a connection is not HTTP."""
        nobody = Sent(method="", path="")
        client = connection.client or self._clients.of(nobody, connection.host, frozenset())
        client.requests += connection.client is None
        broken = Judgement(rule="WIRE-HTTP-001", broken="what came cannot be parsed as HTTP/1.1")
        self.book.enter(client, ANY_OTHER, [broken], lambda: None)

    def followed(self, hearing: Hearing) -> None:
        """Judge a request that follows a redirect to another origin."""
        self._redirects = [each for each in self._redirects if each[0] is not hearing.client]
        hearing.over, hearing.arrival.changed, hearing.arrival.left = True, None, None
        wrong = "credentials were sent along" if hearing.tokens else ""
        judged = [Judgement(rule=_REDIRECT, broken=wrong)]
        self.book.enter(hearing.client, _REDIRECTED, judged, hearing.exchange)
        hearing.client.ends(self.clock(), kept=True)

    def played(self, hearing: Hearing, case: str) -> None:
        """Note that a scripted case is played."""
        key = Key(id=hearing.requirement, profile=PROFILE, operation=hearing.place.label)
        self.book.enter_played(hearing.client, key, case)

    def close(self) -> None:
        """Judge what nobody sent again."""
        self._sweep(_LAST_SETTLED_SECONDS)

    def results(self, clients: Sequence[Client] | None = None) -> Results:
        """Return what was found of some clients, of all by default."""
        chosen = self.clients if clients is None else clients
        found = rows(self.book.cases(chosen))
        names = ", ".join(client.label for client in chosen)
        return Results(
            target=names or "no client yet",
            profiles=(PROFILE,),
            seed=0,
            started=self._started,
            duration=self.clock() - self._began,
            rows=found,
            must_total=sum(row.level is Level.MUST for row in found),
            calls=sum(client.requests for client in chosen),
        )

    def _judge(self, hearing: Hearing) -> None:
        attempt, client = hearing.attempt, hearing.client
        at = self.clock()
        client.ends(at, kept=hearing.arrival.connection.is_open and attempt.complete)
        judged = [*court.judge(hearing)]
        whole = replace(hearing.sent, path=raw_path(hearing.scope))
        digest = self._clients.digest(whole, hearing.tokens)
        if digest is not None:
            judged += client.repeats.judge(digest, attempt, hearing.place.label)
        self._enter(hearing, judged)
        if ELSEWHERE in attempt.answer.get("location", ""):
            self._redirects = [*self._redirects[-_MOST_REDIRECTS:], (client, at)]
        if at - self._swept >= _SWEEP_SECONDS:
            self._sweep(SETTLED_SECONDS)

    def _sweep(self, after: float) -> None:
        now = self._swept = self.clock()
        for client in self.clients:
            for operation, judgement in client.repeats.settled(now, after):
                self.book.enter(client, operation, [judgement], lambda: None)
        for client, at in self._redirects:
            if now - at >= after:
                kept = [Judgement(rule=_REDIRECT)]
                self.book.enter(client, _REDIRECTED, kept, lambda: None)
        self._redirects = [each for each in self._redirects if now - each[1] < after]

    def _enter(self, hearing: Hearing, judged: Sequence[Judgement]) -> None:
        self.book.enter(hearing.client, hearing.place.label, judged, hearing.exchange)


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
