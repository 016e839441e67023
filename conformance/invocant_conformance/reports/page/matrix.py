"""matrix.html: several targets side by side, each requirement with what every target made of it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ...json_values import JsonValue
from ...markup.rendering import Markup, joined
from ...requirements import Requirement
from ..grouping import FINE, Group, tally
from ..matrix import Column, Line, Matrix
from ..matrix_markdown import DIFFERENT_RULES
from ..words import moment, suite
from .document import document
from .parts import TONES, fill, filters, stated, tone


def render(matrix: Matrix, rules: Mapping[str, Requirement]) -> str:
    """Return the page; `rules` are the rows of the specification by id."""
    return document(
        title="Conformance matrix",
        body=_body(matrix),
        data={
            "tones": dict(TONES),
            "targets": [column.name for column in matrix.columns],
            "groups": [_details(line, rules) for line in matrix.lines],
        },
        styles="matrix.css",
        script="matrix.js",
    )


def _body(matrix: Matrix) -> Markup:
    rows = [row for column in matrix.columns for row in column.report.requirements]
    verdicts = (verdict for line in matrix.lines for verdict in line.verdicts)
    remark = Markup() if matrix.same_rules else fill("remark.html", remark=DIFFERENT_RULES)
    return fill(
        "matrix.html",
        targets=joined(map(_target, matrix.columns)),
        remark=remark,
        filters=filters(rows, verdicts, "cells of the matrix"),
        names=joined(fill("name.html", name=column.name) for column in matrix.columns),
        areas=joined(_areas(matrix)),
    )


def _target(column: Column) -> Markup:
    report = column.report
    said, _, executed = report.headline.partition(": ")
    must, should = (tally(report, level) for level in ("MUST", "SHOULD"))
    return fill(
        "target.html",
        name=column.name,
        target=report.target,
        tone=tone(report),
        said=said,
        executed=executed,
        must=f"{must.passed:,} of {must.total:,}",
        should=f"{should.passed:,} of {should.total:,}",
        started=moment(report.started),
        suite=suite(report),
    )


def _areas(matrix: Matrix) -> Iterable[Markup]:
    numbered = enumerate(matrix.lines)
    for name, members in groupby(numbered, key=lambda member: member[1].area):
        rows = joined(_row(*member, matrix.columns) for member in members)
        yield fill("matrix-area.html", area=name, width=len(matrix.columns) + 3, rows=rows)


def _row(number: int, line: Line, columns: Sequence[Column]) -> Markup:
    cells = zip(columns, line.cells, strict=True)
    return fill(
        "matrix-row.html",
        number=number,
        id=line.id,
        title=line.title,
        level=line.level,
        profile=line.profile,
        cells=joined(_cell(column.name, group) for column, group in cells),
    )


def _cell(name: str, group: Group | None) -> Markup:
    if group is None:
        return fill("not-judged.html", name=name)
    part = ""
    if group.verdict not in FINE and len(group.rows) > 1:
        part = f"{group.broken} of {len(group.rows)}"
    verdict = group.verdict
    return fill("cell.html", name=name, verdict=verdict, tone=TONES[verdict], part=part)


def _details(line: Line, rules: Mapping[str, Requirement]) -> JsonValue:
    return {
        **stated(line, rules),
        "verdicts": sorted(set(line.verdicts)),
        "cells": [None if group is None else _said(group) for group in line.cells],
    }


def _said(group: Group) -> JsonValue:
    """Return the rows that have something to say, and how many there are."""
    told = [
        {
            "operation": row.operation,
            "verdict": row.verdict,
            "reason": row.reason or "",
            "message": row.failures[0].message if row.failures else "",
        }
        for row in group.rows
        if row.verdict != "pass"
    ]
    return {"verdict": group.verdict, "count": len(group.rows), "rows": told}
