"""Very many rows with faults of every kind: `python -m bench.batch.endurance --help`.

Chats, then embeddings, 64 at a time, against the reference server in a process of its own. Ends
with 1 where a row is lost, comes twice or out of order, is executed twice, or where memory grows.
Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time
import urllib.request
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.batch.counting import COUNTS
from bench.serving.processes import python
from bench.worker import MODEL, TOKEN
from invocant import AsyncClient
from invocant.batch import AsyncBatch, Statistics, chat, embeddings

__all__ = ["FAULTS", "main"]

FAULTS = tuple(
    f"{fault};rate=0.005"
    for fault in (
        *("429;retry-after=0.05", "503;retry-after=0.05", "503;as=none", "500"),
        *("reset", "reset;when=after", "cut", "malformed", "html", "latency;seconds=0.2"),
    )
)
"""Together they strike one row in twenty."""

BYTES_A_ROW = 16.0
"""So much may memory grow at most, between the first quarter of the rows and the end."""

Work = Callable[[AsyncClient, str], Awaitable[object]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a run came to. `in_order`: each row once, in its place. `growth`: bytes a row."""

    in_order: bool
    growth: float
    cpu: float
    statistics: Statistics


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m bench.batch.endurance", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="of each kind (default 100,000)")
    rows: int = parser.parse_args(arguments).rows
    works: Mapping[str, Work] = {
        "chat": chat(MODEL, max_tokens=16),
        "embeddings": embeddings("databricks-gte-large-en", encoding_format="base64"),
    }
    missed = False
    with python("-m", "bench.batch.counting", *FAULTS) as server:
        for name, work in works.items():
            found = asyncio.run(_run(server.url, rows, work))
            missed |= _report(name, rows, found, _counted(server.url))
    return int(missed)


async def _run(url: str, rows: int, work: Work) -> Found:
    resident, in_order, expected, began = 0, True, 0, time.process_time()
    async with AsyncClient(host=url, token=TOKEN, transport="aiohttp") as client:
        batch = AsyncBatch(client)
        async for done in batch.run((f"row-{row}" for row in range(rows)), work):
            in_order &= done.index == expected and done.row == f"row-{expected}"
            in_order &= (done.value is None) is (done.error is not None)
            expected += 1
            if expected == rows // 4:
                resident = _resident()
    return Found(
        in_order=in_order and expected == rows,
        growth=(_resident() - resident) / (rows * 0.75),
        cpu=(time.process_time() - began) / rows,
        statistics=batch.statistics,
    )


def _report(name: str, rows: int, found: Found, counts: Mapping[str, object]) -> bool:
    """Print what came of it; whether something is wrong."""
    told = found.statistics
    print(f"{name}: {told.rows:,} rows at {told.rate:,.0f} a second, {told.retries:,} sent again")
    print(f"  {found.cpu * 1e6:,.0f} µs of CPU and {found.growth:.1f} bytes of memory a row")
    print(f"  {told.failed:,} with an error: {dict(told.errors)}")
    print(f"  at the server: {counts}", flush=True)
    lost = told.rows != rows or counts["rows"] != rows or bool(counts["executed_twice"])
    return lost or not found.in_order or found.growth > BYTES_A_ROW


def _counted(url: str) -> Mapping[str, object]:
    with urllib.request.urlopen(url + COUNTS) as answer:
        counts: Mapping[str, object] = json.load(answer)
    return counts


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main())
