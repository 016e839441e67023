"""Pages from the results of the clients of others: who keeps what, and why what is broken is.

`python -m interop.client_compatibility FOLDER [--write]` reads `FOLDER/clients/{client}/`
`results.json` and prints the matrix; `--write` writes it to `client-compatibility.md`, and to
`triage/clients/{client}.md`, for each client, every failure with its exchange, its rule and the
judgement of `known-failures/clients/{client}.yaml`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from interop.client_targets import CLIENTS, ClientTarget
from interop.compatibility import JUDGEMENTS, ROOT, Judgement, Results, Row, failure_lines
from invocant_conformance.requirements import by_id

_HEAD = """\
# Compatibility of clients

What clients of other projects keep of the rules for any client of these APIs; made by
`nox -s interop -- --write`. `known` is broken: each failure was read and judged, see
`triage/clients/`. `skip`: the client has no such method, or no way to make the call.
"""


def page(folder: Path) -> str:
    """The matrix, as `invocant conformance matrix` makes it."""
    command = [str(Path(sys.executable).with_name("invocant")), "conformance", "matrix"]
    for client in CLIENTS:
        path = folder / client.name / "results.json"
        if path.exists():
            command.append(f"{_results(path).target}={path}")
    made = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return f"{_HEAD}\n{made.partition(chr(10))[2].lstrip()}"


def triage(client: ClientTarget, found: Results) -> str:
    """Every failure of a client: rule, exchange, judgement."""
    known = ROOT / "known-failures" / "clients" / f"{client.name}.yaml"
    judgements = JUDGEMENTS.validate_python(yaml.safe_load(known.read_text()))
    broken = [row for row in found.requirements if row.verdict in ("known", "flaky")]
    lines = [f"# {found.target}, {found.started[:10]}", ""]
    for judgement in judgements:
        for row in filter(judgement.is_about, broken):
            lines += _section(row, judgement)
    return "\n".join(lines)


def _section(row: Row, judgement: Judgement) -> Iterator[str]:
    yield f"## {row.id}, {row.operation} ({row.level})"
    yield ""
    yield f"- rule: {' '.join(by_id()[row.id].statement.split())}"
    yield f"- judged: {judgement.reason}"
    yield from failure_lines(row)
    cases = {failure.case.partition("[")[0] for failure in row.failures[1:]}
    others = sorted(cases - {row.failures[0].case.partition("[")[0]}) if row.failures else []
    if others:
        yield f"- found by, too: {', '.join(f'`{case}`' for case in others)}"
    yield ""


def _results(path: Path) -> Results:
    return Results.model_validate_json(path.read_bytes())


def main() -> None:
    """Read the results, print the matrix, and write the pages where that is asked for."""
    parser = argparse.ArgumentParser(prog="interop.client_compatibility")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    folder = given.folder / "clients"
    print(page(folder))
    if given.write:
        (ROOT / "client-compatibility.md").write_text(page(folder))
        (ROOT / "triage" / "clients").mkdir(parents=True, exist_ok=True)
        for client in CLIENTS:
            path = folder / client.name / "results.json"
            if path.exists():
                text = triage(client, _results(path))
                (ROOT / "triage" / "clients" / f"{client.name}.md").write_text(text)


if __name__ == "__main__":
    main()
