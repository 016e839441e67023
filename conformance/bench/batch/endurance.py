"""Very many rows with faults of every kind: `python -m bench.batch.endurance --help`.

Chats, then embeddings, 64 at a time, by way of the core and of DuckDB, against the reference server
in a process of its own. Ends with 1 where a row is lost, comes twice or out of order, is executed
twice, or where memory grows. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import urllib.request
from collections.abc import Callable, Mapping, Sequence

import duckdb

from bench.batch.counting import COUNTS
from bench.batch.tables import KINDS, THREADS
from bench.batch.watching import Found, Watch
from bench.serving.processes import python
from bench.worker import TOKEN
from invocant import AsyncClient
from invocant.batch import AsyncBatch, Statistics
from invocant.duckdb import register

__all__ = ["FAULTS", "main"]

FAULTS = tuple(
    f"{fault};rate=0.005;path={path}"
    for path in ("/serving-endpoints/chat/completions", "/serving-endpoints/embeddings")
    for fault in (
        *("429;retry-after=0.05", "503;retry-after=0.05", "503;as=none", "500"),
        *("reset", "reset;when=after", "cut", "malformed", "html", "latency;seconds=0.2"),
    )
)
"""Together they strike one row in twenty."""

BYTES_A_ROW = 16.0
"""So much may memory grow at most, between the first quarter of the rows and the end."""

Outcome = tuple[Found, Statistics]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m bench.batch.endurance", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="of each kind (default 100,000)")
    parser.add_argument("--way", action="append", choices=[*_WAYS], help="default: all of them")
    parser.add_argument("--kind", action="append", choices=[*KINDS], help="default: all of them")
    options = parser.parse_args(arguments)
    missed = False
    for way in options.way or _WAYS:
        for kind in options.kind or KINDS:
            with python("-m", "bench.batch.counting", *FAULTS) as server:
                outcome = _WAYS[way](server.url, kind, options.rows)
                missed |= _report(f"{kind}, {way}", options.rows, outcome, _counted(server.url))
    return int(missed)


def _core(url: str, kind: str, rows: int) -> Outcome:
    async def run() -> Outcome:
        watch, texts = Watch(rows), (f"row-{row}" for row in range(rows))
        async with AsyncClient(host=url, token=TOKEN, transport="aiohttp") as client:
            batch = AsyncBatch(client)
            async for done in batch.run(texts, KINDS[kind].work):
                answered, failed = done.value is not None, done.error is not None
                place = done.index if done.row == f"row-{done.index}" else -1
                watch.saw(place, answered=answered, failed=failed)
        return watch.found(), batch.statistics

    return asyncio.run(run())


def _duckdb(url: str, kind: str, rows: int) -> Outcome:
    asked = KINDS[kind].lenient_call
    statement = (
        "SELECT i, answer.result IS NOT NULL, answer.errorMessage IS NOT NULL"
        f" FROM (SELECT i, {asked} AS answer FROM (SELECT i, 'row-' || i AS text FROM rows))"
    )
    client = AsyncClient(host=url, token=TOKEN, transport="aiohttp")
    with duckdb.connect() as connection, register(connection, client) as registration:
        connection.execute(f"SET threads = {THREADS}")
        connection.execute(f"CREATE TABLE rows AS SELECT i FROM range({rows}) _(i)")
        watch = Watch(rows)
        for batch in connection.sql(statement).to_arrow_reader(1024):
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                watch.saw(row[0], answered=row[1], failed=row[2])
        return watch.found(), registration.statistics


_WAYS: Mapping[str, Callable[[str, str, int], Outcome]] = {"core": _core, "duckdb": _duckdb}


def _report(name: str, rows: int, outcome: Outcome, counts: Mapping[str, object]) -> bool:
    """Print what came of it; whether something is wrong."""
    found, told = outcome
    print(f"{name}: {rows:,} rows in {found.wall:,.0f} s, {told.retries:,} sent again")
    print(f"  {found.cpu * 1e6:,.0f} µs of CPU and {found.growth:.1f} bytes of memory a row")
    print(f"  {found.failed:,} with an error: {dict(told.errors)}")
    print(f"  each once and in its place: {found.in_order}; at the server: {counts}", flush=True)
    lost = counts["rows"] != rows or bool(counts["executed_twice"])
    return lost or not found.in_order or found.growth > BYTES_A_ROW


def _counted(url: str) -> Mapping[str, object]:
    with urllib.request.urlopen(url + COUNTS) as answer:
        counts: Mapping[str, object] = json.load(answer)
    return counts


if __name__ == "__main__":
    sys.exit(main())
