"""Tables from the results of the servers of others: who keeps what, and why what is broken is.

`python -m interop.compatibility FOLDER [--write]` reads `FOLDER/{target}/results.json` and prints
the table; `--write` writes it to `compatibility.md`, and to `triage/{target}.md`, for each target,
every failure with its exchange, its rule and the judgement of `known-failures/{target}.yaml`. What
has no results keeps the lines that it has.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import yaml
from pydantic import BaseModel, TypeAdapter

from interop.targets import TARGETS, Target
from interop.targets_on_demand import ON_DEMAND
from invocant_conformance.requirements import by_id

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "compatibility.md"
ALL_TARGETS = (*TARGETS, *ON_DEMAND)
_REQUIREMENTS = Path(__file__).parent / "requirements"
_SHOWN = 400
_CHANGING = (
    (re.compile(r"http://127\.0\.0\.1:\d+"), "http://server"),
    (re.compile(r"invocant-conformance-[0-9a-f]{8}-[a-z]+-[0-9a-f]{8}"), "an-unknown-name"),
    (re.compile(r"(?<![\w/])/(?:usr|home|opt|root|work|tmp)/[\w./+-]+"), "<path>"),
)


class Message(BaseModel):
    method: str = ""
    url: str = ""
    status: int = 0
    body: str | None = None


class Failure(BaseModel):
    case: str
    message: str
    request: Message | None
    response: Message | None


class Row(BaseModel):
    id: str
    level: str
    profile: str
    operation: str
    verdict: str
    cases: int
    reason: str | None
    failures: list[Failure]

    @property
    def tried(self) -> bool:
        if (self.reason or "").startswith("Cannot be tried"):
            return False
        return self.verdict == "pass" or bool(self.failures)


class Results(BaseModel):
    target: str
    started: str
    requirements: list[Row]


class Judgement(BaseModel):
    check: str
    reason: str
    operation: str = "*"
    fault: str = "server"
    flaky: bool = False

    def is_about(self, row: Row) -> bool:
        return fnmatchcase(row.id, self.check) and fnmatchcase(row.operation, self.operation)


JUDGEMENTS = TypeAdapter(list[Judgement])


def version(target: Target) -> str:
    """The version of a target's server, as it is pinned."""
    pins = (_REQUIREMENTS / target.requirements).read_text()
    if target.requirements.endswith(".json"):
        return str(json.loads(pins)["dependencies"][target.distribution])
    wanted = f"{target.distribution}=="
    lines = (line.split("==") for line in pins.splitlines() if line.lower().startswith(wanted))
    extras = (line.split("==") for line in pins.splitlines() if f"{target.distribution}[" in line)
    return next(iter([*lines, *extras]))[1]


def table(results: Mapping[str, Results], page: str = "") -> str:
    """One line for each target and profile.

    page: the table of an earlier run; a target without results keeps its lines, with the version
    and the date that they tell.
    """
    lines = [
        "# Compatibility",
        "",
        "What servers of other projects keep; made by `nox -s interop -- --write`, with `--all`",
        "for llama-cpp-python, transformers serve and vLLM as well. A MUST counts once for every",
        "operation where it applies. Each failure was read and judged: see `triage/`.",
        "",
        "| server | version | profile | MUSTs kept | tried | broken rules | seen on |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for target in ALL_TARGETS:
        if target.name in results:
            lines += _lines(target, results[target.name])
        else:
            lines += [line for line in page.splitlines() if line.startswith(_link(target))]
    return "\n".join([*lines, ""])


def _lines(target: Target, found: Results) -> Iterator[str]:
    for profile in target.profiles:
        rows = [row for row in found.requirements if row.profile == profile]
        musts = [row for row in rows if row.level == "MUST" and row.verdict != "skip"]
        kept = sum(row.verdict == "pass" for row in musts)
        tried = sum(row.tried for row in musts)
        broken = sorted({row.id for row in rows if row.verdict == "known" and row.tried})
        about = f"{kept} | {tried} of {len(musts)} | {', '.join(broken)} | {found.started[:10]}"
        yield f"{_link(target)} {version(target)} | {profile} | {about} |"


def _link(target: Target) -> str:
    """The first cell of a target's lines."""
    return f"| [{target.name}](triage/{target.name}.md) |"


def triage(target: Target, found: Results) -> str:
    """Every failure of a target: rule, exchange, judgement."""
    known = ROOT / "known-failures" / f"{target.name}.yaml"
    judgements = JUDGEMENTS.validate_python(yaml.safe_load(known.read_text()))
    broken = [row for row in found.requirements if row.verdict in ("known", "flaky")]
    lines = [f"# {target.name} {version(target)}, {found.started[:10]}", ""]
    # Of several the last one counts, which is the most exact.
    judged = [(row, [each for each in judgements if each.is_about(row)][-1]) for row in broken]
    for judgement in judgements:
        for row in [row for row, last in judged if last is judgement]:
            lines += _section(row, judgement)
    return "\n".join(lines)


def _section(row: Row, judgement: Judgement) -> Iterator[str]:
    yield f"## {row.id}, {row.operation} ({row.level}, {row.profile})"
    yield ""
    yield f"- rule: {by_id()[row.id].statement.strip()}"
    yield f"- judged: {judgement.reason}"
    yield f"- fault: {judgement.fault}{', not in every run' if judgement.flaky else ''}"
    yield from failure_lines(row)
    yield ""


def failure_lines(row: Row) -> Iterator[str]:
    """The first failure of a row and the exchange that shows it."""
    if not row.failures:
        return
    failure = row.failures[0]
    yield f"- found: `{failure.case}`: {_plain(failure.message)}"
    if failure.request:
        sent = f"{failure.request.method} {failure.request.url} {failure.request.body or ''}"
        yield f"- sent: {_code(sent)}"
    if failure.response:
        answer = f"{failure.response.status} {failure.response.body or ''}"
        yield f"- answered: {_code(answer)}"


def _plain(text: str) -> str:
    for pattern, instead in _CHANGING:
        text = pattern.sub(instead, text)
    text = " ".join(text.split()).replace("<", "&lt;")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _code(text: str) -> str:
    """Inline code, whatever it holds."""
    return f"`` {_plain(text.strip()).replace('&lt;', '<').replace('``', '` `')} ``"


def main() -> None:
    """Read the results, print the table, and write it where that is asked for."""
    parser = argparse.ArgumentParser(prog="interop.compatibility")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    results = {
        target.name: Results.model_validate_json(path.read_bytes())
        for target in ALL_TARGETS
        if (path := given.folder / target.name / "results.json").exists()
    }
    made = table(results, PAGE.read_text() if PAGE.exists() else "")
    print(made)
    if given.write:
        PAGE.write_text(made)
        (ROOT / "triage").mkdir(exist_ok=True)
        for target in ALL_TARGETS:
            if target.name in results:
                path = ROOT / "triage" / f"{target.name}.md"
                path.write_text(triage(target, results[target.name]))


if __name__ == "__main__":
    main()
