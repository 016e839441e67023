"""Who sends requests: clients, told apart by address, User-Agent and credentials.

Credentials are compared by a keyed hash whose key dies with the process; they are not kept.
"""

import hashlib
import re
import secrets
from collections.abc import Container, Iterator
from typing import Final

from .repeats import Repeats
from .secrets import masked
from .sent import Judgement, Sent

MOST_CLIENTS: Final = 16
"""Clients that are reported on their own; the others are reported together."""

_LONGEST: Final = 80
_NAMELESS: Final = "client without a name"
_OTHERS: Final = "other clients"
_SPARE: Final = 10
_IN_A_ROW: Final = 10
_KEPT_OPEN_SECONDS: Final = 4.0
_ISSUED: Final = b"issued"
_OWN_HEADERS: Final = "x-invocant-"


class Client:
    """One client. label: its User-Agent, and a number where another has the same.

    open: connections that are open. busy: requests that are being answered.
    """

    def __init__(self, number: int, label: str) -> None:
        self.number = number
        self.label = label
        self.requests = 0
        self.open = 0
        self.busy = 0
        self.repeats = Repeats()
        self._most_busy = 0
        self._quiet_since: float | None = None
        self._in_a_row = 0
        self._reused = 0

    @property
    def slug(self) -> str:
        """The label as part of ids and names of folders."""
        return re.sub(r"[^A-Za-z0-9.]+", "-", self.label).strip("-.")[:40] or "client"

    def begins(self, at: float, *, first: bool) -> Iterator[Judgement]:
        """Note a request, and judge which connection it uses. first: one not used before."""
        self.requests += 1
        if first:
            idle = self.open - self.busy
            piled = idle >= self._most_busy + _SPARE
            wrong = f"opened while {idle} connections were idle" if piled else ""
            yield Judgement(rule="WIRE-CONN-002", broken=wrong)
            self.open += 1
        yield from self._one_after_the_other(at, first=first)
        self.busy += 1
        self._most_busy = max(self._most_busy, self.busy)

    def ends(self, at: float, *, kept: bool) -> None:
        """Note that a request has ended. kept: its connection may be used again."""
        self.busy = max(0, self.busy - 1)
        self._quiet_since = at if kept and not self.busy else None

    def _one_after_the_other(self, at: float, *, first: bool) -> Iterator[Judgement]:
        since = self._quiet_since
        if since is None or self.busy or at - since > _KEPT_OPEN_SECONDS:
            return
        self._in_a_row += 1
        self._reused += not first
        if self._in_a_row == _IN_A_ROW:
            none = f"{_IN_A_ROW} requests in a row, each on a connection of its own"
            yield Judgement(rule="WIRE-CONN-001", broken="" if self._reused else none)
            self._in_a_row = self._reused = 0


class Clients:
    """All clients.

    issued: the tokens that the server issued itself, which clients change. most: clients that are
    told apart.
    """

    def __init__(self, issued: Container[str] = (), *, most: int = MOST_CLIENTS) -> None:
        self._most = most
        self._issued = issued
        self._key = secrets.token_bytes(16)
        self._known: dict[tuple[str, str, bytes], Client] = {}
        self._last: dict[tuple[str, str], Client] = {}
        self._all: list[Client] = []
        self._others = Client(0, _OTHERS)

    def __iter__(self) -> Iterator[Client]:
        """Yield the clients that were seen."""
        yield from self._all
        if self._others.requests:
            yield self._others

    def of(self, sent: Sent, host: str, tokens: frozenset[str]) -> Client:
        """Return the client that sent a request from a host.

        A request without credentials is that of the last client with the same User-Agent.
        """
        agent = masked(sent.value("user-agent").strip())[:_LONGEST]
        marks = sorted(self.mark(token) for token in tokens)
        last = self._last.get((host, agent))
        if not marks and last is not None:
            return last
        key = (host, agent, b"".join(marks))
        found = self._known.get(key)
        if found is None and (host, agent, b"") in self._known:
            found = self._known[key] = self._known.pop((host, agent, b""))
        if found is None:
            found = self._add(key, agent or _NAMELESS)
        if found is not self._others:
            self._last[host, agent] = found
        return found

    def mark(self, token: str) -> bytes:
        """Return what stands for a token; those that the server issued are all alike."""
        if token in self._issued:
            return _ISSUED
        return hashlib.blake2b(token.encode(), key=self._key, digest_size=12).digest()

    def digest(self, sent: Sent, tokens: frozenset[str]) -> bytes | None:
        """Return what is the same for the same request alone, None for a body not known.

        Requests that ask for other faults or cases are others.
        """
        if sent.body is None:
            return None
        asked = (value for name, value in sent.headers if name.startswith(_OWN_HEADERS))
        parts = (sent.method, sent.path, sent.query, *sorted(tokens), *asked)
        made = hashlib.blake2b(key=self._key, digest_size=16)
        for part in (*(each.encode() for each in parts), sent.body):
            made.update(b"%d:" % len(part) + part)
        return made.digest()

    def _add(self, key: tuple[str, str, bytes], label: str) -> Client:
        if len(self._all) >= self._most:
            return self._others
        same = sum(each.label == label or each.label.startswith(f"{label} (") for each in self._all)
        client = Client(len(self._all) + 1, f"{label} ({same + 1})" if same else label)
        self._known[key] = client
        self._all.append(client)
        return client
