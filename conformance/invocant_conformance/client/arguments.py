"""The command line of `invocant conformance client`."""

import argparse
import math
from argparse import ArgumentTypeError
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from .. import argument_types as types
from ..arguments import Parser
from ..known import KnownFailure
from .adapter import DEFAULT_SECONDS
from .plan import DEFAULT_EXAMPLES, DEFAULT_SEED
from .trial import ANY_CLIENT, OWN_CLIENT, PROFILES

__all__ = ["Arguments", "parse"]

_SEPARATOR: Final = "--"

_EPILOG: Final = f"""\
profiles:
  {OWN_CLIENT:12}what this package's clients keep: every requirement for clients
  {ANY_CLIENT:12}what any client of these APIs has to keep, or should

COMMAND is an adapter: a program in any language that makes the calls that it is told on standard
input, one JSON object a line, and tells on standard output what came of each. It is started three
times, each with cases of its own; what it writes to standard error goes to adapter.log in the
folder of --report, or is dropped. Nothing but 127.0.0.1 is called. PROTOCOL.md of the package
invocant_conformance.client says what the lines hold; `python -m
invocant_conformance.client.adapters.own` is an example. Methods that the adapter does not list are
skipped and need not be there.

exit status:
  0  every MUST of the profile was executed and passed, or is a known failure
  1  an unexpected failure, a MUST that could not be tried, or a stale known failure
  2  wrong usage or configuration
  3  the adapter does not start, or does not say hello
  4  the suite's own error
  5  nothing was executed
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """What the command line says; an empty ``command`` stands for this package's clients.

    ``seconds`` is how long an adapter may take for a case.
    """

    command: tuple[str, ...]
    profile: str
    known: tuple[KnownFailure, ...]
    report: Path | None
    only: tuple[str, ...]
    seed: int
    examples: int
    seconds: float
    strict: bool
    list: bool


def parse(argv: Sequence[str], *, today: date) -> Arguments:
    """Read the command line; exits with 2 where it breaks a rule."""
    cut = list(argv).index(_SEPARATOR) if _SEPARATOR in argv else len(argv)
    command = tuple(argv[cut + 1 :])
    parser = _parser()
    given = parser.parse_args(argv[:cut])
    if cut < len(argv) and not command:
        parser.error(f"no command follows {_SEPARATOR}")
    try:
        return Arguments(
            command=command,
            profile=given.profile or (ANY_CLIENT if command else OWN_CLIENT),
            known=types.known_failures(given.known_failures, today, kind="client"),
            report=types.folder(given.report),
            only=tuple(chain.from_iterable(given.only)),
            seed=given.seed,
            examples=given.examples,
            seconds=given.timeout,
            strict=given.strict,
            list=given.list,
        )
    except ArgumentTypeError as error:
        parser.error(str(error))


def _parser() -> Parser:
    parser = Parser(
        prog="invocant conformance client",
        usage="%(prog)s [options] [-- COMMAND ARG…]",
        description="Test this package's clients, or the one behind an adapter, against the"
        " requirements for clients.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_choice(parser)
    _add_limits(parser)
    _add_judgement(parser)
    return parser


def _add_choice(parser: Parser) -> None:
    parser.add_argument(
        "--profile",
        choices=PROFILES,
        help=f"whose rules hold: {OWN_CLIENT} (without COMMAND) or {ANY_CLIENT} (with one)",
    )
    parser.add_argument(
        "--only",
        metavar="ID,…",
        type=types.ids_of("client"),
        action="append",
        default=[],
        help="requirement ids or globs, such as CLI-SSE-003 or 'CLI-SSE-*';"
        " the rest is left out, and the exit status is about these alone",
    )
    list_help = "print the requirements and their cases, test nothing"
    parser.add_argument("--list", action="store_true", help=list_help)


def _add_limits(parser: Parser) -> None:
    parser.add_argument(
        "--seed",
        metavar="N",
        type=types.at_least(0),
        default=DEFAULT_SEED,
        help=f"decides what is generated ({DEFAULT_SEED})",
    )
    parser.add_argument(
        "--examples",
        metavar="N",
        type=types.at_least(1),
        default=DEFAULT_EXAMPLES,
        help=f"generated values of each kind for each method ({DEFAULT_EXAMPLES})",
    )
    parser.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        default=DEFAULT_SECONDS,
        help=f"how long COMMAND may take for a call, retries included ({DEFAULT_SECONDS:g})",
    )


def _add_judgement(parser: Parser) -> None:
    parser.add_argument(
        "--known-failures",
        metavar="FILE",
        type=Path,
        help="YAML list of failures to expect: check (an id or glob), reason, and, if wanted, "
        "operation (a glob), link, expires (a date), flaky (true or false)",
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as failures")
    parser.add_argument(
        "--report",
        metavar="DIR",
        type=Path,
        help="write results.json, report.html, junit.xml, summary.md and badge.json into"
        " this folder",
    )


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value < math.inf:
        raise ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return value
