"""The command line of `invocant conformance`."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import NoReturn

from . import access_arguments
from . import argument_types as types
from .connection import Connection
from .known import KnownFailure
from .plan import (
    DEFAULT_EXAMPLES,
    DEFAULT_MAX_CALLS,
    DEFAULT_MAX_TOKENS,
    FOREIGN_EXAMPLES,
    Access,
    Plan,
)
from .specification import operations
from .target import Task, task_words
from .verdicts import Exit

_EPILOG = f"""\
exit status:
  0  every MUST of the profiles was executed and passed, or is a known failure
  1  an unexpected failure, a MUST that could not be tried, or a stale known failure
  2  wrong usage or configuration
  3  the target is unreachable, not ready, or refuses the credentials
  4  the suite's own error
  5  nothing was executed

Only the reference server (`invocant serve`) is tested without limits. Any other target gets at
most {DEFAULT_MAX_CALLS} requests that cost {DEFAULT_MAX_TOKENS} tokens, is asked for short answers,
and no endpoint is created without --allow-writes. The plan is printed before anything is tested.
What a run creates is named
invocant-conformance-…, and is removed however the run ends; what a killed run left is found by
that name: --clean-up, or `invocant conformance cleanup URL`, removes it and nothing else.

No secret is shown: in commands, $TOKEN stands for the bearer token, $BASIC for user:password in
Base64, $KEY_NAME for the value of a header, $PROXY for the proxy.

`invocant conformance client` tests clients; `pytest --pyargs invocant_conformance --target URL`
shows each requirement as a test.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """What the command line says; `url` None stands for a reference server of the suite's own."""

    url: str | None
    profiles: tuple[str, ...]
    token: str | None = field(repr=False)
    access: Access
    connection: Connection
    models: Mapping[Task, str]
    report: Path | None
    known: tuple[KnownFailure, ...]
    only: tuple[str, ...]
    seed: int
    examples: int | None
    strict: bool
    allow_writes: bool
    max_calls: int | None
    max_tokens: int | None
    rate: float
    clean_up: bool
    list: bool

    def plan(self, url: str, token: str | None) -> Plan:
        """Return the plan of a run against an address."""
        return Plan(
            url=url,
            token=token,
            access=self.access,
            connection=self.connection,
            profiles=self.profiles,
            models=self.models,
            only=self.only,
            seed=self.seed,
            examples=self.examples,
            max_calls=self.max_calls,
            max_tokens=self.max_tokens,
            rate=self.rate,
            clean_up=self.clean_up,
            strict=self.strict,
            allow_writes=self.allow_writes,
            known=self.known,
        )


class Parser(argparse.ArgumentParser):
    """Refuses wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and exit with 2."""
        self.exit(Exit.USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def parse(arguments: Sequence[str] | None) -> Arguments:
    """Read the command line, by default the process's; exits with 2 where it breaks a rule."""
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        token, access = access_arguments.access(given)
        connection = access_arguments.connection(given)
        return Arguments(
            url=given.url,
            profiles=tuple(chain.from_iterable(given.profile)),
            token=token,
            access=access,
            connection=connection,
            models=dict(chain.from_iterable(given.endpoint)),
            report=types.folder(given.report),
            known=types.known_failures(given.known_failures),
            only=tuple(chain.from_iterable(given.only)),
            seed=given.seed,
            examples=given.examples,
            strict=given.strict,
            allow_writes=given.allow_writes,
            max_calls=given.max_calls,
            max_tokens=given.max_tokens,
            rate=given.rate,
            clean_up=given.clean_up,
            list=given.list,
        )
    except argparse.ArgumentTypeError as error:
        parser.error(str(error))


def _parser() -> Parser:
    parser = Parser(
        prog="invocant conformance",
        description="Test a server of model-serving APIs against the requirements of its profiles.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_target(parser)
    access_arguments.add(parser)
    _add_choice(parser)
    _add_limits(parser)
    _add_judgement(parser)
    return parser


def _add_target(parser: Parser) -> None:
    parser.add_argument(
        "url",
        metavar="URL",
        nargs="?",
        type=types.url,
        help="the target: its root or any base path; without it the suite's own reference server",
    )
    parser.add_argument(
        "--endpoint",
        metavar="TASK=NAME",
        type=types.endpoint,
        action="append",
        default=[],
        help=f"model or serving endpoint to use for a task ({', '.join(task_words())}; scoring "
        "stands for all forms of MLflow's scoring protocol); "
        "without it the first one that the target lists",
    )


def _add_choice(parser: Parser) -> None:
    parser.add_argument(
        "--profile",
        metavar="P,…",
        type=types.profiles,
        action="append",
        default=[],
        help=f"what the target has to implement: {', '.join(operations.profiles())}; "
        f"without it everything of {', '.join(operations.probed())} that is found is tested",
    )
    parser.add_argument(
        "--only",
        metavar="ID,…",
        type=types.ids_of("server"),
        action="append",
        default=[],
        help="requirement ids or globs, such as CHAT-SSE-003 or 'CHAT-*';"
        " the rest is left out, and the exit status is about these alone",
    )
    list_help = "print the requirements and their checks, test nothing"
    parser.add_argument("--list", action="store_true", help=list_help)


def _add_limits(parser: Parser) -> None:
    parser.add_argument(
        "--seed",
        metavar="N",
        type=types.at_least(0),
        default=1,
        help="decides what is generated, and names at the reference server (1)",
    )
    parser.add_argument(
        "--examples",
        metavar="N",
        type=types.at_least(1),
        help="generated requests for each operation "
        f"({DEFAULT_EXAMPLES} for the reference server, else {FOREIGN_EXAMPLES})",
    )
    parser.add_argument(
        "--max-calls",
        metavar="N",
        type=types.at_least(0),
        help="requests at most, 0 for any number "
        f"(0 for the reference server, else {DEFAULT_MAX_CALLS})",
    )
    parser.add_argument(
        "--max-tokens",
        metavar="N",
        type=types.at_least(0),
        help="tokens of models at most, by the usage that answers state, else estimated; 0 for "
        f"any number (0 for the reference server, else {DEFAULT_MAX_TOKENS})",
    )
    rate_help = "requests a second at most, such as 5 or 0.5 (any number)"
    parser.add_argument("--rate", metavar="N", type=types.rate, default=0.0, help=rate_help)
    clean_help = "first remove the endpoints that earlier runs left, also without --allow-writes"
    parser.add_argument("--clean-up", action="store_true", help=clean_help)
    writes_help = "create, change and delete endpoints of the run's own"
    parser.add_argument("--allow-writes", action="store_true", help=writes_help)


def _add_judgement(parser: Parser) -> None:
    parser.add_argument(
        "--known-failures",
        metavar="FILE",
        type=Path,
        help="YAML list of failures to expect: check (an id or glob), reason, and, if wanted, "
        "target and operation (globs), link, expires (a date), flaky (true or false), fault "
        "(server, model or setup)",
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as failures")
    parser.add_argument(
        "--report",
        metavar="DIR",
        type=Path,
        help="write results.json, report.html, junit.xml, summary.md and badge.json into"
        " this folder",
    )
