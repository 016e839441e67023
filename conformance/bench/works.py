"""The works that are measured, the bars for our clients, and who does the works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["BARE", "BASE", "PEERS", "WORKS", "Candidate", "Work", "ours"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """Something to do with a client, `times` a round; one of it counts as `operations`.

    `bars`: for each transport of ours that is measured, the highest ratio allowed to the CPU that
    bare httpx uses for the same work, None where there is none. `like`: the work that clients do
    for it, its own name by default. `usage`: every chunk of a stream states the usage.
    """

    name: str
    title: str
    times: int
    bars: Mapping[str, float | None]
    operations: int = 1
    like: str = ""
    usage: bool = False

    @property
    def done_as(self) -> str:
        """The name by which clients know it."""
        return self.like or self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A client: `module` does its works, given `options`, in the environment of that name.

    `works`: those it can do, where these are not all.
    """

    name: str
    module: str
    options: Sequence[str] = ()
    environment: str = ""
    works: frozenset[str] | None = None

    def does(self, work: Work) -> bool:
        """Whether the client can do the work."""
        return self.works is None or work.done_as in self.works


WORKS = (
    Work(name="chat", title="chat", times=200, bars={"httpx": 0.75, "httpx2": None}),
    Work(
        name="chat-64",
        title="64 chats at once, async",
        times=128,
        bars={"aiohttp": 0.12, "httpx2": 0.4, "httpx": 0.6},
    ),
    Work(
        name="stream",
        title="stream, a chunk",
        times=4,
        operations=1000,
        bars={"httpx": 0.9, "httpx2": None},
    ),
    Work(
        name="stream-async",
        title="stream, a chunk, async",
        times=4,
        operations=1000,
        bars={"aiohttp": 0.35, "httpx": 0.9},
    ),
    Work(
        name="stream-usage",
        title="stream, a chunk with usage",
        times=4,
        operations=1000,
        bars={"httpx": 0.9},
        like="stream",
        usage=True,
    ),
    Work(
        name="stream-async-usage",
        title="stream, a chunk with usage, async",
        times=4,
        operations=1000,
        bars={"aiohttp": None, "httpx": 0.9},
        like="stream-async",
        usage=True,
    ),
    Work(
        name="embeddings",
        title="16 embeddings of 1,024 floats, lists",
        times=12,
        bars={"httpx": 0.7},
    ),
    Work(
        name="embeddings-numpy",
        title="the same as base64 to a NumPy array",
        times=12,
        bars={"httpx": 0.3},
    ),
)

_ASYNC = frozenset({"chat-64", "stream-async"})
_BARE_HTTPX = "bench.clients.bare_httpx"

BASE = Candidate(name="httpx", module=_BARE_HTTPX, options=("httpx",))
BARE = (
    Candidate(name="httpx2", module=_BARE_HTTPX, options=("httpx2",)),
    Candidate(name="aiohttp", module="bench.clients.bare_aiohttp", works=_ASYNC),
)
_WHOLE = frozenset({"chat", "embeddings"})
PEERS = (
    Candidate(name="openai", module="bench.peers.openai_client", environment="clients"),
    Candidate(
        name="databricks-sdk",
        module="bench.peers.databricks_client",
        environment="clients",
        works=_WHOLE,
    ),
    Candidate(
        name="mlflow",
        module="bench.peers.mlflow_client",
        environment="mlflow",
        works=_WHOLE | {"stream"},
    ),
    Candidate(
        name="litellm",
        module="bench.peers.litellm_client",
        environment="litellm",
        works=_WHOLE | _ASYNC | {"stream"},
    ),
)


def ours(transport: str) -> Candidate:
    """Our clients on one of their transports."""
    return Candidate(
        name=f"invocant on {transport}", module="bench.clients.ours", options=(transport,)
    )
