"""CPU of our clients against bare httpx and against other clients: `python -m bench --help`.

Every client does every work in a process of its own, in turn with all others, against a server
that answers from memory. What counts is user and system time of the client's process as a ratio
to bare httpx in the same round: the median, in parentheses the middle half. Ends with 1 where a
ratio is above its bar.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bench import import_cost
from bench.measuring import Surroundings, measure, surroundings
from bench.table import Row, head, line, rows
from bench.works import BARE, PEERS, WORKS, Candidate, Work, ours

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; see the module's text."""
    options = _parser().parse_args(arguments)
    environments = dict(options.environment)
    others = [*BARE, *(peer for peer in PEERS if peer.environment in environments)]
    print(head(other.name for other in others))
    found: list[Row] = []
    with surroundings(environments) as around:
        for work in (work for work in WORKS if work.name in (options.only or work.name)):
            found += _measured(work, others, around, options.rounds)
    cost = None if options.only else import_cost.measure(options.rounds)
    if cost:
        print(f"\n{cost}")
    return int(any(row.missed for row in found) or bool(cost and cost.missed))


def _measured(
    work: Work, others: Sequence[Candidate], around: Surroundings, rounds: int
) -> list[Row]:
    """Measure one work and print its rows."""
    able = [other for other in others if other.does(work)]
    measured = measure(work, [*map(ours, work.bars), *able], around, rounds)
    names = [other.name for other in others]
    found = rows(work, measured)
    for row in found:
        print(line(row, measured, names), flush=True)
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds to measure (default 15)")
    names = [work.name for work in WORKS]
    parser.add_argument("--only", action="append", choices=names, help="this work alone")
    parser.add_argument(
        *("--environment", "-e"),
        action="append",
        default=[],
        type=_environment,
        metavar="NAME=PYTHON",
        help="the interpreter of an environment with other clients",
    )
    return parser


def _environment(text: str) -> tuple[str, str]:
    name, _, python = text.partition("=")
    return name, python


if __name__ == "__main__":
    sys.exit(main())
