"""A reference server with a referee, and clients that write bytes."""

import itertools
import json
import socket
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from invocant_conformance.embedded import served
from invocant_conformance.results import Row
from invocant_conformance.server.app import application, services
from invocant_conformance.server.referee.protocol import refereed_by
from invocant_conformance.server.referee.referee import Referee
from invocant_conformance.server.settings import ServerSettings

from ..examples import CHAT_MODEL, MESSAGES

TOKEN: Final = "dapi-of-a-watched-client-5b1c"
CHAT: Final = "/serving-endpoints/chat/completions"
PATIENCE: Final = 3.0
NAMELESS: Final = "client without a name"


@dataclass
class Clock:
    """The clock of the machine, which tests move on."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


@dataclass
class Watched:
    """A server and its referee. `agent` gives each client a name of its own."""

    url: str
    referee: Referee
    clock: Clock
    names: Any = field(default_factory=itertools.count)

    def agent(self) -> str:
        return f"client/{next(self.names)}"

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.url.removeprefix("http://").partition(":")
        return host, int(port)

    def connect(self) -> socket.socket:
        return socket.create_connection(self.address, timeout=PATIENCE)

    def rows(self, label: str) -> dict[str, Row]:
        """What was found of a client, by rule; of several operations the broken one."""
        chosen = [each for each in self.referee.clients if each.label == label]
        found = self.referee.results(chosen).rows
        ordered = sorted(found, key=lambda row: bool(broken(row)))
        return {row.key.id: row for row in ordered if row.executed}

    def row(self, label: str, rule: str) -> Row:
        """Wait until a rule was judged for a client."""
        deadline = time.monotonic() + PATIENCE
        while rule not in (found := self.rows(label)):
            assert time.monotonic() < deadline, f"{rule} was not judged for {label}: {set(found)}"
            time.sleep(0.005)
        return found[rule]


@contextmanager
def watched(**settings: Any) -> Generator[Watched]:
    """Serve with a referee while the block runs."""
    means = services(ServerSettings(token_delay=0, **settings))
    clock = Clock()
    referee = Referee(issued=means.tokens, most_clients=1000, clock=clock)
    try:
        with served(application(means, referee), protocol=refereed_by(referee)) as url:
            yield Watched(url=url, referee=referee, clock=clock)
    finally:
        means.close()


def broken(row: Row) -> tuple[str, ...]:
    """What was found broken."""
    return tuple(case.message for case in row.failures)


def chat(**changes: Any) -> dict[str, Any]:
    return {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3} | changes


def request(
    method: str = "POST",
    path: str = CHAT,
    *more: tuple[str, str],
    agent: str | None,
    body: Any = None,
    raw: bytes | None = None,
    without: tuple[str, ...] = (),
) -> bytes:
    """Write a request that keeps all rules but for what is said."""
    given = chat() if method == "POST" and body is None else body
    content = raw if raw is not None else b"" if given is None else json.dumps(given).encode()
    headers: Mapping[str, str] = {
        "host": "127.0.0.1",
        "accept": "application/json",
        "authorization": f"Bearer {TOKEN}",
        **({"user-agent": agent} if agent is not None else {}),
        **({"content-type": "application/json"} if content else {}),
        **({"content-length": str(len(content))} if content or method == "POST" else {}),
    }
    kept = [(name, value) for name, value in headers.items() if name not in without]
    lines = [f"{method} {path} HTTP/1.1", *(f"{n}: {v}" for n, v in (*kept, *more))]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + content


def read_answer(connection: socket.socket) -> bytes:
    """Read one answer with a Content-Length; b"" where the connection ends."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (piece := connection.recv(65536)):
            return data
        data += piece
    head, _, rest = data.partition(b"\r\n\r\n")
    lines = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
    length = int(lines[0].partition(b":")[2]) if lines else 0
    while len(rest) < length:
        rest += connection.recv(65536)
    return head + b"\r\n\r\n" + rest
