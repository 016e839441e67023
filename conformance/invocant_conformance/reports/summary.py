"""summary.md and badge.json: a run in a few lines, for job summaries and badges."""

from ..json_values import JsonValue
from .grouping import tally
from .reading import Report, RowReport

_SHOWN = ("error", "fail", "untestable", "stale", "warn", "known", "flaky")
_MOST_ROWS = 50


def markdown(report: Report) -> str:
    """Return a summary: the headline, the counts, and the rows that are no pass."""
    counts = ", ".join(f"{count} {name}" for name, count in _counts(report).items() if count)
    lines = [f"# {report.target}", "", f"**{report.headline}**", "", f"{counts}", ""]
    rows = [row for verdict in _SHOWN for row in report.with_verdicts(verdict)]
    if rows:
        lines += ["| verdict | level | requirement | profile | operation | message |"]
        lines += ["| --- | --- | --- | --- | --- | --- |"]
        lines += [_line(row) for row in rows[:_MOST_ROWS]]
    if len(rows) > _MOST_ROWS:
        lines += ["", f"{len(rows) - _MOST_ROWS} more in results.json."]
    lines += [part for remark in report.remarks for part in ("", cell(remark))]
    return "\n".join(lines).rstrip() + "\n"


def badge(report: Report) -> dict[str, JsonValue]:
    """Return the badge in the schema of shields.io endpoints."""
    counted = [tally(report, level) for level in ("MUST", "SHOULD")]
    parts = [f"{each.level} {each.passed}/{each.total}" for each in counted]
    colour = "brightgreen" if report.conformant else "red"
    message = ", ".join(parts)
    return {"schemaVersion": 1, "label": "conformance", "message": message, "color": colour}


def _counts(report: Report) -> dict[str, int]:
    return {name: count for name, count in report.summary.items() if not name.startswith("must_")}


def _line(row: RowReport) -> str:
    message = row.failures[0].message if row.failures else row.reason or ""
    cells = [row.verdict, row.level, f"`{row.id}` {row.title}", row.profile, row.operation, message]
    return "| " + " | ".join(map(cell, cells)) + " |"


def cell(text: str) -> str:
    """Return a text for a cell of a table in Markdown, which it cannot break or format."""
    flat = " ".join(text.split())
    for character in "\\*_[]<>|":
        flat = flat.replace(character, f"\\{character}")
    return flat
