"""matrix.md: several targets side by side, as tables."""

from collections.abc import Iterator
from itertools import groupby

from .grouping import FINE, Group, tally
from .matrix import Line, Matrix
from .reading import Report
from .summary import cell
from .words import moment, suite

_NOT_JUDGED = "\N{EN DASH}"
DIFFERENT_RULES = "The targets were not all judged by the same specification."


def markdown(matrix: Matrix) -> str:
    """Return the document: what is said of each target, then each requirement by area."""
    lines = ["# Conformance matrix", "", *_targets(matrix), ""]
    if not matrix.same_rules:
        lines += [DIFFERENT_RULES, ""]
    for area, members in groupby(matrix.lines, key=lambda line: line.area):
        names = [column.name for column in matrix.columns]
        lines += [f"## {area}", "", *_head(["requirement", "level", "profile", *names])]
        lines += [*map(_line, members), ""]
    return "\n".join(lines)


def _targets(matrix: Matrix) -> Iterator[str]:
    yield from _head(["target", "address", "result", "MUST", "SHOULD", "run", "judged by"])
    for column in matrix.columns:
        report = column.report
        passed = [_passed(report, level) for level in ("MUST", "SHOULD")]
        facts = [report.target, report.headline, *passed, moment(report.started), suite(report)]
        yield _table_row([column.name, *facts])


def _passed(report: Report, level: str) -> str:
    counted = tally(report, level)
    return f"{counted.passed} of {counted.total} passed" if counted.total else _NOT_JUDGED


def _line(line: Line) -> str:
    said = map(_cell, line.cells)
    return _table_row([f"`{line.id}` {line.title}", line.level, line.profile, *said])


def _cell(group: Group | None) -> str:
    if group is None:
        return _NOT_JUDGED
    if group.verdict in FINE or len(group.rows) == 1:
        return group.verdict
    return f"{group.verdict} ({group.broken} of {len(group.rows)})"


def _head(names: list[str]) -> list[str]:
    return [_table_row(names), _table_row(["---"] * len(names))]


def _table_row(cells: list[str]) -> str:
    return "| " + " | ".join(map(cell, cells)) + " |"
