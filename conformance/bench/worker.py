"""One client at one work, in a process of its own: `python -m bench.worker MODULE WORK URL …`.

Reads numbers, a line each; runs the work as many times, and prints the CPU seconds that took.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import AbstractAsyncContextManager, AbstractContextManager, contextmanager
from dataclasses import dataclass, field

__all__ = ["MODEL", "QUESTION", "TEXTS", "TOKEN", "Bench", "Once", "OnceAsync", "main"]

CONCURRENCY = 64

TOKEN = "dapi-bench"
MODEL = "databricks-meta-llama-3-3-70b-instruct"
QUESTION = "What is a mixture of experts model?"
TEXTS = [f"{QUESTION} In {words} words, please." for words in range(50, 66)]

Once = Callable[[], object]
OnceAsync = Callable[[], Awaitable[object]]
Opener = Callable[[str], AbstractContextManager[Once]]
AsyncOpener = Callable[[str], AbstractAsyncContextManager[OnceAsync]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Bench:
    """The works that a client can do, by name: each gets the server's URL and opens a client.

    What it yields does the work once. Those of `together` are run 64 at a time, others in turn.
    """

    sync: Mapping[str, Opener] = field(default_factory=dict[str, Opener])
    in_turn: Mapping[str, AsyncOpener] = field(default_factory=dict[str, AsyncOpener])
    together: Mapping[str, AsyncOpener] = field(default_factory=dict[str, AsyncOpener])


def main(module: str, work: str, url: str, *options: str) -> None:
    """Serve standard input; see the module's text."""
    bench: Bench = importlib.import_module(module).bench(*options)
    if work in bench.sync:
        _serve(bench.sync[work](url))
    elif work in bench.in_turn:
        asyncio.run(_serve_async(bench.in_turn[work](url), _in_turn))
    else:
        asyncio.run(_serve_async(bench.together[work](url), _together))


def _serve(client: AbstractContextManager[Once]) -> None:
    with client as once:
        for line in sys.stdin:
            with _told():
                for _ in range(int(line)):
                    once()


async def _serve_async(
    client: AbstractAsyncContextManager[OnceAsync],
    repeat: Callable[[OnceAsync, int], Awaitable[None]],
) -> None:
    async with client as once:
        # Blocks the loop, which has nothing to do meanwhile.
        for line in sys.stdin:
            with _told():
                await repeat(once, int(line))


async def _in_turn(once: OnceAsync, times: int) -> None:
    for _ in range(times):
        await once()


async def _together(once: OnceAsync, times: int) -> None:
    for _ in range(0, times, CONCURRENCY):
        await asyncio.gather(*(once() for _ in range(CONCURRENCY)))


@contextmanager
def _told() -> Generator[None, None, None]:
    started = time.process_time()
    yield
    print(time.process_time() - started, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
