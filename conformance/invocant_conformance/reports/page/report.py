"""report.html: every requirement of a run, what was asked, what came, and a command for it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ...json_values import JsonValue
from ...markup.rendering import Markup, joined
from ...requirements import Requirement
from ..grouping import Group, Tally, groups
from ..reading import Report, RowReport
from ..words import moment, suite
from .document import document
from .parts import TONES, fill, filters, stated, tallies, tone


def render(report: Report, rules: Mapping[str, Requirement]) -> str:
    """Return the page; `rules` are the rows of the specification by id."""
    found = groups(report.requirements)
    return document(
        title=f"{report.target} · conformance",
        body=_body(report, found),
        data={
            "tones": dict(TONES),
            "groups": [_details(group, rules) for group in found],
        },
        styles="rows.css",
        script="report.js",
    )


def _body(report: Report, found: Sequence[Group]) -> Markup:
    said, _, executed = report.headline.partition(": ")
    return fill(
        "report.html",
        target=report.target,
        tone=tone(report),
        said=said,
        executed=executed,
        version=report.suite.version,
        suite=suite(report),
        profiles=", ".join(report.profiles),
        started=moment(report.started),
        duration=f"{report.duration_s:.1f} s",
        seed=report.seed,
        tallies=joined(map(_tally, tallies(report))),
        remarks=joined(fill("remark.html", remark=remark) for remark in report.remarks),
        filters=filters(
            report.requirements, (row.verdict for row in report.requirements), "verdicts"
        ),
        areas=joined(_areas(found)),
    )


def _tally(each: Tally) -> Markup:
    return fill(
        "tally.html",
        level=each.level,
        passed=f"{each.passed:,}",
        total=f"{each.total:,}",
        good=_share(each.passed, each.total),
        broken=_share(each.broken, each.total),
        tone="bad" if each.level == "MUST" else "busy",
    )


def _share(part: int, total: int) -> str:
    return f"{100 * part / total:.2f}"


def _areas(found: Sequence[Group]) -> Iterable[Markup]:
    numbered = enumerate(found)
    for name, members in groupby(numbered, key=lambda member: member[1].area):
        yield fill("area.html", area=name, rows=joined(_row(*member) for member in members))


def _row(number: int, group: Group) -> Markup:
    return fill(
        "row.html",
        number=number,
        id=group.id,
        verdict=group.verdict,
        tone=TONES[group.verdict],
        title=group.title,
        level=group.level,
        profile=group.profile,
        where=_where(group),
    )


def _where(group: Group) -> str:
    """Return for which operations the verdict is, in the fewest words."""
    if len(group.rows) == 1:
        return group.rows[0].operation
    if group.broken:
        return f"{group.broken} of {len(group.rows)} operations"
    return f"{len(group.rows)} operations"


def _details(group: Group, rules: Mapping[str, Requirement]) -> JsonValue:
    return {
        **stated(group, rules),
        "verdicts": sorted({row.verdict for row in group.rows}),
        "rows": [_operation(row) for row in group.rows],
    }


def _operation(row: RowReport) -> JsonValue:
    return {
        "operation": row.operation,
        "verdict": row.verdict,
        "cases": row.cases,
        "reason": row.reason,
        "failures": [failure.model_dump() for failure in row.failures],
        "passed": row.passed.model_dump() if row.passed else None,
    }
