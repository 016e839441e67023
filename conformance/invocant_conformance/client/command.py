"""`invocant conformance client`: the clients under test, from the shell."""

import argparse
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from .. import argument_types as types
from .. import requirements
from ..arguments import Parser
from ..reports import results_json, terminal
from ..reports.files import write
from ..reports.reading import read
from ..verdicts import Exit
from . import run
from .run import DEFAULT_EXAMPLES, DEFAULT_SEED, Plan
from .trial import PROFILE

__all__ = ["main"]


def main(argv: Sequence[str]) -> int:
    """Test the clients; returns the exit status, as for servers. Exits with 2 on wrong usage."""
    parser = _parser()
    given = parser.parse_args(argv)
    plan = Plan(
        only=tuple(chain.from_iterable(given.only)), seed=given.seed, examples=given.examples
    )
    try:
        folder = types.folder(given.report)
    except argparse.ArgumentTypeError as error:
        parser.error(str(error))
    return _list(plan) if given.list else _test(plan, folder)


def _list(plan: Plan) -> int:
    found = list(run.cases(plan))
    for row in requirements.load():
        mine = [case for case in found if case.startswith(f"{row.id}/")]
        if mine:
            print(f"{row.id}  {row.title}  [{PROFILE} {row.levels[PROFILE]}]")
        for case in mine:
            print(f"    {case}")
    return Exit.CONFORMANT


def _test(plan: Plan, folder: Path | None) -> int:
    results = run.run(plan)
    document = results_json.document(results)
    if folder is not None:
        write(document, folder)
    for line in terminal.lines(read(document)):
        print(line)
    return results.exit_code


def _parser() -> Parser:
    parser = Parser(
        prog="invocant conformance client",
        description="Test this package's clients against the requirements for clients.",
    )
    add = parser.add_argument
    add(
        "--report",
        metavar="DIR",
        type=Path,
        help="write results.json, report.html, junit.xml, summary.md and badge.json into"
        " this folder",
    )
    add(
        "--only",
        metavar="ID,…",
        type=types.ids_of("client"),
        action="append",
        default=[],
        help="requirement ids or globs, such as CLI-SSE-003 or 'CLI-SSE-*';"
        " the rest is left out, and the exit status is about these alone",
    )
    add(
        "--seed",
        metavar="N",
        type=types.at_least(0),
        default=DEFAULT_SEED,
        help=f"decides what is generated ({DEFAULT_SEED})",
    )
    add(
        "--examples",
        metavar="N",
        type=types.at_least(1),
        default=DEFAULT_EXAMPLES,
        help=f"generated values of each kind for each method ({DEFAULT_EXAMPLES})",
    )
    add("--list", action="store_true", help="print the requirements and their cases, test nothing")
    return parser
