"""The command `invocant codegen`."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from .build import build
from .drift import drift
from .problems import UnusableSpec

OK, DRIFT, UNUSABLE = 0, 1, 2

_DESCRIPTION = """\
Generate generated/ from spec/ and codegen/, replacing what is there: the package invocant/, and the
reference for people, reference/.
"""
_EPILOG = """\
exit status: 0 when done, 1 on drift (--check), 2 for wrong usage and for a specification that
breaks a rule; every broken rule is one line on stderr: file, line, JSON pointer, message.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Generate the package, or compare it with the specification; returns the exit status."""
    arguments = _parser().parse_args(argv)
    root: Path = arguments.root
    target = root / "generated"
    with TemporaryDirectory() as scratch:
        output = Path(scratch, target.name)
        try:
            build(root, output)
        except UnusableSpec as error:
            return _fail(UNUSABLE, *map(str, error.problems))
        if arguments.check:
            differences = drift(output, target)
            return _fail(DRIFT, *differences) if differences else OK
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(output, target)
    return OK


def _fail(status: int, *lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return status


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong, and exit with 2."""
        self.exit(UNUSABLE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="invocant codegen",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; name every file that differs from what the specification gives",
    )
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="folder that holds spec/, codegen/ and pyproject.toml (default: the current one)",
    )
    return parser
