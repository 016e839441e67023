"""What a run says of each requirement, over all operations; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from .reading import Report, RowReport

SEVERITY: Final = (
    "error", "fail", "untestable", "stale", "warn", "info", "known", "flaky", "pass", "skip",
)  # fmt: skip
"""The verdicts, the one that needs a reader most first."""

FINE: Final = frozenset({"pass", "skip"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The rows of one requirement for one profile, the worst first."""

    id: str
    profile: str
    level: str
    title: str
    rows: tuple[RowReport, ...]

    @property
    def area(self) -> str:
        """The first part of the id."""
        return area(self.id)

    @property
    def verdict(self) -> str:
        """The worst verdict of its rows."""
        return self.rows[0].verdict

    @property
    def broken(self) -> int:
        """For how many operations it did not pass, those to which it does not apply left out."""
        return sum(row.verdict not in FINE for row in self.rows)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many rows of a level there are, and how many of them passed or are broken."""

    level: str
    passed: int
    broken: int
    total: int


def groups(rows: Iterable[RowReport]) -> tuple[Group, ...]:
    """Return rows by requirement and profile, sorted by them."""
    found: dict[tuple[str, str], list[RowReport]] = {}
    for row in rows:
        found.setdefault((row.id, row.profile), []).append(row)
    return tuple(_group(found[key]) for key in sorted(found))


def area(requirement: str) -> str:
    """Return the first part of a requirement's id."""
    return requirement.partition("-")[0]


def severity(verdict: str) -> int:
    """Return the place of a verdict among all, 0 for the worst."""
    return SEVERITY.index(verdict)


def tally(report: Report, level: str) -> Tally:
    """Return the account of a level.

    MUSTs that were planned but never tried count as well, other rules only where they were tried.
    """
    rows = [row for row in report.requirements if row.level == level]
    tried = sum(row.verdict != "skip" for row in rows)
    total = report.summary["must_total"] if level == "MUST" else tried
    passed = sum(row.verdict in ("pass", "stale") for row in rows)
    broken = sum(row.verdict not in (*FINE, "stale") for row in rows)
    return Tally(level=level, passed=passed, broken=broken, total=total)


def _group(rows: Sequence[RowReport]) -> Group:
    first = rows[0]
    return Group(
        id=first.id,
        profile=first.profile,
        level=first.level,
        title=first.title,
        rows=tuple(sorted(rows, key=lambda row: (severity(row.verdict), row.operation))),
    )
