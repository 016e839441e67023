"""What the terminal shows at the end: a summary, then failures with a command that repeats them."""

from collections.abc import Iterable, Iterator, Sequence

from .grouping import Tally, area, tally
from .reading import Failure, Report, RowReport

_UNEXPECTED = ("error", "fail", "untestable", "stale")
_LISTED = ("warn", "known", "flaky")
_LEVELS = ("MUST", "SHOULD", "MAY")
_MOST_FAILURES = 20
_MOST_LISTED = 20
_MOST_AREAS = 12
_MOST_REASONS = 3
_LONGEST_CURL = 600
_LONGEST_REMARK = 300
_MORE = "see report.html or results.json"
_WIDTH = 12


def lines(report: Report, *, strict: bool = False) -> Iterator[str]:
    """Yield the lines of the report that is printed at the end of a run.

    First a summary that fits a screen, then what did not pass, last the headline.
    What cannot be printed, such as a control sequence in an answer, is shown as an escape.
    """
    for line in _lines(report, strict=strict):
        yield printable(line)


def printable(text: str) -> str:
    """Return a line in which escapes stand for all that cannot be printed."""
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def _lines(report: Report, *, strict: bool) -> Iterator[str]:
    yield from _summary(report)
    shown = (*_UNEXPECTED, "warn") if strict else _UNEXPECTED
    for verdict in _LISTED:
        if verdict not in shown:
            yield from _listed(report.with_verdicts(verdict))
    broken = [row for verdict in shown for row in report.with_verdicts(verdict)]
    for row in broken[:_MOST_FAILURES]:
        yield from _failed(row)
    if len(broken) > _MOST_FAILURES:
        yield f"… {len(broken) - _MOST_FAILURES} more: {_MORE}"
        yield ""
    counts = (f"{count} {name}" for name, count in report.summary.items() if count)
    yield ", ".join(item for item in counts if "must_" not in item) or "nothing was executed"
    yield f"{report.headline} ({report.target}, {report.duration_s:.1f} s)"


def _summary(report: Report) -> Iterator[str]:
    for counted in (tally(report, level) for level in _LEVELS):
        if counted.total:
            yield _named(counted.level, _told(counted))
    broken = [row for row in report.requirements if row.verdict in (*_UNEXPECTED, *_LISTED)]
    names = list(dict.fromkeys(area(row.id) for row in broken))
    for name in names[:_MOST_AREAS]:
        yield _named(name, _counts(row for row in broken if area(row.id) == name))
    if len(names) > _MOST_AREAS:
        yield _named("…", f"{len(names) - _MOST_AREAS} more areas")
    skipped = report.with_verdicts("skip")
    if skipped:
        yield _short_enough(f"skip   {len(skipped)}: {_reasons(skipped)}")
    yield from map(_short_enough, report.remarks)
    yield ""


def _short_enough(line: str) -> str:
    return line if len(line) <= _LONGEST_REMARK else f"{line[:_LONGEST_REMARK]}…"


def _named(name: str, text: str) -> str:
    return f"{name:{_WIDTH}}{text}"


def _told(counted: Tally) -> str:
    return f"{counted.passed} of {counted.total} passed"


def _counts(rows: Iterable[RowReport]) -> str:
    verdicts: list[str] = [row.verdict for row in rows]
    order = (verdict for verdict in (*_UNEXPECTED, *_LISTED) if verdict in verdicts)
    return ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in order)


def _reasons(skipped: Sequence[RowReport]) -> str:
    reasons = list(dict.fromkeys(row.reason or "" for row in skipped))
    more = len(reasons) - _MOST_REASONS
    return "; ".join([*reasons[:_MOST_REASONS], *([f"{more} more reasons"] if more > 0 else [])])


def _listed(rows: Sequence[RowReport]) -> Iterator[str]:
    yield from (_short(row) for row in rows[:_MOST_LISTED])
    if len(rows) > _MOST_LISTED:
        yield f"{rows[0].verdict:6} … {len(rows) - _MOST_LISTED} more: {_MORE}"
    if rows:
        yield ""


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
    return curl if len(curl) <= _LONGEST_CURL else f"{curl[:_LONGEST_CURL]}… ({_MORE})"


def _short(row: RowReport) -> str:
    message = row.failures[0].message if row.failures else ""
    said = f"{row.reason}: {message}" if row.verdict != "warn" and row.reason else message
    return f"{row.verdict:6} {row.id} {row.profile} {row.operation}: {said}".rstrip(": ")
