"""Rows a second of `invocant.batch` against loops over clients: `python -m bench.batch --help`.

All answer the same chats, 64 at a time, in turn, each in a process of its own, against a server
that answers from memory. What counts are ratios of rows a second in the same round: their median,
in parentheses the middle half. CPU is that of the client's process. After that, what DuckDB takes
of it more than the core. Ends with 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from subprocess import Popen

from bench.batch.tables import KINDS
from bench.measuring import Surroundings, process, surroundings, told

__all__ = ["main"]

CORE = "batch, aiohttp"
OPENAI = "loop over AsyncOpenAI"
BARS = {"loop over AsyncClient, aiohttp": 0.8, OPENAI: 3.0}
"""How many rows the core has to answer at least while these answer one."""

DUCKDB_BARS = {"chats": 1.2, "embeddings": 1.2}
"""How much of the core's CPU a row in DuckDB may take at most."""

_WAYS = {"batch": "batch", "threads": "batch from a thread", "gather": "loop over AsyncClient"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """What some rows took: seconds and CPU seconds a row."""

    wall: float
    cpu: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; see the module's text."""
    options = _parser().parse_args(arguments)
    environments = dict(options.environment)
    with surroundings(environments) as around:
        missed = _report(_turns(_commands(around), around, options.rounds, options.rows))
        print("\n| 64 at a time | CPU a row | in DuckDB | ratio | bar | |")
        print("| --- | --- | --- | --- | --- | --- |")
        for kind in KINDS:
            commands = _commands_of(kind, around)
            missed |= _compare(kind, _turns(commands, around, options.rounds, options.rows))
    return int(missed)


def _turns(
    commands: Mapping[str, Sequence[str]], around: Surroundings, rounds: int, rows: int
) -> dict[str, list[Turn]]:
    """What each of the commands took, in turn."""
    with ExitStack() as stack:
        workers = {
            name: stack.enter_context(process(command, around.home))
            for name, command in commands.items()
        }
        for worker in workers.values():
            _turn(worker, rows)
        turns = {name: list[Turn]() for name in workers}
        for _ in range(rounds):
            for name, worker in workers.items():
                turns[name].append(_turn(worker, rows))
    return turns


def _commands_of(kind: str, around: Surroundings) -> dict[str, list[str]]:
    """What to run for one kind of rows, by the core and in DuckDB."""
    worker = (around.interpreters[""], "-m", "bench.batch.worker", "bench.batch.tables")
    return {way: [*worker, around.url, way, kind] for way in ("core", "duckdb")}


def _compare(kind: str, turns: Mapping[str, Sequence[Turn]]) -> bool:
    """Print a line; whether DuckDB misses the bar."""
    pairs = [*zip(turns["core"], turns["duckdb"], strict=True)]
    low, middle, high = statistics.quantiles([own.cpu / core.cpu for core, own in pairs], n=4)
    core, own = (statistics.median(turn.cpu for turn in each) * 1e6 for each in turns.values())
    bar = DUCKDB_BARS.get(kind)
    above = bar is not None and middle > bar
    verdict = f"{bar:.1f} | {'MISSED' if above else 'kept'}" if bar else " | "
    ratio = f"{middle:.2f} ({low:.2f} to {high:.2f})"
    print(f"| {kind} | {core:,.0f} µs | {own:,.0f} µs | {ratio} | {verdict} |", flush=True)
    return above


def _commands(around: Surroundings) -> dict[str, list[str]]:
    """What to run for each way."""
    worker = ("-m", "bench.batch.worker")
    own, others = around.interpreters[""], around.interpreters.get("clients")
    commands = {
        f"{title}, {transport}": [own, *worker, "bench.batch.ours", around.url, way, transport]
        for transport in ("aiohttp", "httpx2")
        for way, title in _WAYS.items()
    }
    if others is not None:
        commands[OPENAI] = [others, *worker, "bench.peers.openai_rows", around.url]
    return commands


def _turn(worker: Popen[str], rows: int) -> Turn:
    assert worker.stdin is not None
    worker.stdin.write(f"{rows}\n")
    worker.stdin.flush()
    wall, cpu = map(float, told(worker).split())
    return Turn(wall=wall / rows, cpu=cpu / rows)


def _report(turns: Mapping[str, Sequence[Turn]]) -> bool:
    """Print the table; whether a bar is missed."""
    print("| 64 at a time | rows a second | CPU a row | rows of the core to one | bar | |")
    print("| --- | --- | --- | --- | --- | --- |")
    missed = False
    for name, own in turns.items():
        ratios = [each.wall / core.wall for each, core in zip(own, turns[CORE], strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        bar = BARS.get(name)
        below = bar is not None and middle < bar
        missed |= below
        rate = 1 / statistics.median(each.wall for each in own)
        cpu = statistics.median(each.cpu for each in own) * 1e6
        verdict = f"{bar:.1f} | {'MISSED' if below else 'kept'}" if bar else " | "
        ratio = f"{middle:.2f} ({low:.2f} to {high:.2f})"
        print(f"| {name} | {rate:,.0f} | {cpu:,.0f} µs | {ratio} | {verdict} |", flush=True)
    return missed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.batch", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds to measure (default 9)")
    parser.add_argument("--rows", type=int, default=1000, help="rows a turn (default 1,000)")
    parser.add_argument(
        *("--environment", "-e"),
        action="append",
        default=[],
        type=lambda text: tuple(text.split("=", 1)),
        metavar="NAME=PYTHON",
        help="the interpreter of an environment with other clients: clients",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
