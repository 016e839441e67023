"""`invocant conformance matrix`: the results of several runs side by side."""

import argparse
import json
from argparse import ArgumentTypeError
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from . import argument_types as types
from . import requirements
from .arguments import Parser
from .reports import files, matrix, matrix_markdown, reading, terminal
from .reports.matrix import Column, Matrix
from .verdicts import Exit

_EPILOG = """\
exit status:
  0  the matrix was made, whatever it says of the targets
  2  wrong usage, or a file that is no results.json of this version
"""


def main(argv: Sequence[str]) -> int:
    """Lay results side by side; returns the exit status. Exits with 2 on wrong usage."""
    parser = _parser()
    given = parser.parse_args(argv)
    try:
        made = matrix.merge(_named_apart(given.results))
        folder = types.folder(given.report, "matrix.md")
    except ArgumentTypeError as error:
        parser.error(str(error))
    if folder is None:
        print(matrix_markdown.markdown(made))
    else:
        files.write_matrix(made, requirements.by_id(), folder)
        _tell(made)
    return Exit.CONFORMANT


def column(text: str) -> Column:
    """Read results, by default under the address of their target: NAME=FILE, or FILE."""
    name, _, rest = text.partition("=")
    path = Path(text if not rest or Path(text).exists() else rest)
    try:
        report = reading.read(json.loads(path.read_bytes()))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArgumentTypeError(f"{str(path)!r}: {reason}") from None
    except (ValueError, RecursionError) as error:
        raise ArgumentTypeError(f"{str(path)!r} is no results.json: {_reason(error)}") from None
    named = rest and str(path) == rest
    return Column(name=name.strip() if named and name.strip() else report.target, report=report)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'it'}: {first['msg']}"
    return "it is not JSON"


def _named_apart(columns: Sequence[Column]) -> Sequence[Column]:
    """Return the columns. Raises ArgumentTypeError where two have one name."""
    ((name, count),) = Counter(each.name for each in columns).most_common(1)
    if count > 1:
        said = f"{count} targets are called {name!r}"
        raise ArgumentTypeError(f"{said}: name them apart, NAME=RESULTS.json")
    return columns


def _tell(made: Matrix) -> None:
    for each in made.columns:
        print(terminal.printable(f"{each.name}: {each.report.headline}"))


def _parser() -> Parser:
    parser = Parser(
        prog="invocant conformance matrix",
        description="Lay the results of several runs side by side, requirement by requirement.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "results",
        metavar="[NAME=]RESULTS.json",
        nargs="+",
        type=column,
        help="the results.json of a run, and what its target is called, such as "
        "'LiteLLM 1.110=litellm/results.json'; without a name the target's address",
    )
    parser.add_argument(
        "--report",
        metavar="DIR",
        type=Path,
        help="write matrix.html and matrix.md into this folder; without it matrix.md is printed",
    )
    return parser
