"""Compares clients by running them, and writes the table into the README.

`python -m interop.comparison [--check] --environment NAME=PYTHON …`, run where pyright is
installed; `--check` writes nothing and ends with 1 where the README says something else. How much
CPU imports take is not checked: no two machines agree on it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from interop.comparison.columns import CLIENTS, MEASURED, column, table
from interop.comparison.faulty import faulty_servers
from interop.servers.reference import reference_server

__all__ = ["main"]

_README = Path(__file__).resolve().parents[3] / "README.md"
_BEGIN = "<!-- comparison: written by `nox -s comparison` -->\n"
_END = "<!-- end of the comparison -->\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m interop.comparison", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("--environment", action="append", default=[], metavar="NAME=PYTHON")
    options = parser.parse_args(arguments)
    found = _compared(dict(each.split("=", 1) for each in options.environment))
    before, _, rest = _README.read_text().partition(_BEGIN)
    written, end, after = rest.partition(_END)
    if not end:
        raise SystemExit(f"comparison: {_README.name} has no place for the table")
    if options.check:
        return _drift(written.strip(), found)
    _README.write_text(f"{before}{_BEGIN}\n{found}\n\n{_END}{after}")
    return 0


def _compared(environments: Mapping[str, str]) -> str:
    pythons = {"": sys.executable, **environments}
    with (
        tempfile.TemporaryDirectory() as work_dir,
        faulty_servers() as urls,
        reference_server(work_dir=Path(work_dir)) as reference,
    ):
        everywhere = {**urls, "reference": reference.url}
        columns = [
            column(client, pythons[environment], everywhere, Path(work_dir))
            for client, environment in CLIENTS.items()
        ]
    return table(columns)


def _drift(written: str, found: str) -> int:
    """Print the lines that differ but for what was measured; 1 where there are any."""
    said, seen = (
        [line for line in text.splitlines() if MEASURED not in line] for text in (written, found)
    )
    for line in said:
        if line not in seen:
            print(f"README: {line}")
    for line in seen:
        if line not in said:
            print(f"found:  {line}")
    return int(said != seen)


if __name__ == "__main__":
    sys.exit(main())
