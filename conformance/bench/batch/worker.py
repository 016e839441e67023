"""One way to get many rows answered, in a process of its own: `python -m bench.batch.worker …`.

The arguments are a module, the server's URL and what the module's `loop` takes beside it. Reads
numbers of rows, a line each; prints the seconds and the CPU seconds that they took.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

__all__ = ["CONCURRENCY", "Answer", "Loop", "main", "texts"]

CONCURRENCY = 64

Answer = Callable[[int], Awaitable[None]]
Loop = Callable[..., AbstractAsyncContextManager[Answer]]


def texts(rows: int) -> list[str]:
    """Questions of some words, no two alike."""
    return [f"What is the {row}th word of the dictionary, and why?" for row in range(rows)]


def main(module: str, url: str, *options: str) -> None:
    """Serve standard input; see the module's text."""
    loop: Loop = importlib.import_module(module).loop
    asyncio.run(_serve(loop(url, *options)))


async def _serve(opened: AbstractAsyncContextManager[Answer]) -> None:
    async with opened as answer:
        # Blocks the loop, which has nothing to do meanwhile.
        for line in sys.stdin:
            wall, processor = time.perf_counter(), time.process_time()
            await answer(int(line))
            print(time.perf_counter() - wall, time.process_time() - processor, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
