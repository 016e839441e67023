"""What the terminal shows at the end: failures with a command that repeats them, a summary."""

from collections.abc import Iterator

from .reading import Failure, Report, RowReport

_UNEXPECTED = ("error", "fail", "untestable", "stale")
_LISTED = ("warn", "known", "flaky")
_MOST_FAILURES = 20
_LONGEST_CURL = 600


def lines(report: Report, *, strict: bool = False) -> Iterator[str]:
    """Yield the lines of the report that is printed at the end of a run.

    What cannot be printed, such as a control sequence in an answer, is shown as an escape.
    """
    for line in _lines(report, strict=strict):
        yield "".join(
            character if character.isprintable() else _escape(character) for character in line
        )


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def _lines(report: Report, *, strict: bool) -> Iterator[str]:
    shown = (*_UNEXPECTED, "warn") if strict else _UNEXPECTED
    broken = [row for verdict in shown for row in report.with_verdicts(verdict)]
    for row in broken[:_MOST_FAILURES]:
        yield from _failed(row)
    if len(broken) > _MOST_FAILURES:
        yield f"… {len(broken) - _MOST_FAILURES} more: see results.json"
        yield ""
    for verdict in _LISTED:
        if verdict not in shown:
            yield from (_short(row) for row in report.with_verdicts(verdict))
    skipped = report.with_verdicts("skip")
    if skipped:
        reasons = "; ".join(dict.fromkeys(row.reason or "" for row in skipped))
        yield f"skip   {len(skipped)}: {reasons}"
    yield from report.remarks
    counts = (f"{count} {name}" for name, count in report.summary.items() if count)
    yield ", ".join(item for item in counts if "must_" not in item) or "nothing was executed"
    yield f"{report.headline} ({report.target}, {report.duration_s:.1f} s)"


def _failed(row: RowReport) -> Iterator[str]:
    yield f"{row.verdict:6} {row.id} {row.title}"
    yield f"       {row.level}, {row.profile}, {row.operation}"
    for failure in row.failures:
        yield f"       {failure.case}: {failure.message}"
        if failure.curl:
            yield f"       {_cut(failure)}"
    if row.reason and (not row.failures or row.verdict == "fail"):
        yield f"       {row.reason}"
    yield ""


def _cut(failure: Failure) -> str:
    curl = failure.curl or ""
    return curl if len(curl) <= _LONGEST_CURL else f"{curl[:_LONGEST_CURL]}… (see results.json)"


def _short(row: RowReport) -> str:
    message = row.failures[0].message if row.failures else ""
    said = f"{row.reason}: {message}" if row.verdict != "warn" and row.reason else message
    return f"{row.verdict:6} {row.id} {row.profile} {row.operation}: {said}".rstrip(": ")
