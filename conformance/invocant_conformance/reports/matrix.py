"""Several runs side by side: each requirement, and what every target made of it; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .grouping import Group, area, groups
from .reading import Report


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A target, under the name that it has in the matrix."""

    name: str
    report: Report


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A requirement for one profile; `cells` are in the order of the columns.

    A cell is None where the run did not judge the requirement for the profile.
    """

    id: str
    profile: str
    level: str
    title: str
    cells: tuple[Group | None, ...]

    @property
    def area(self) -> str:
        """The first part of the id."""
        return area(self.id)

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdicts of its cells."""
        return tuple(cell.verdict for cell in self.cells if cell)


@dataclass(frozen=True, kw_only=True, slots=True)
class Matrix:
    """Targets and requirements, the latter sorted by id and profile."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def same_rules(self) -> bool:
        """Whether all targets were judged by the same specification."""
        return len({column.report.suite.spec for column in self.columns}) == 1


def merge(columns: Sequence[Column]) -> Matrix:
    """Return the matrix of some runs.

    Where runs differ in level or title, since different releases judged, the last one's is shown.
    """
    judged = [
        {(group.id, group.profile): group for group in groups(column.report.requirements)}
        for column in columns
    ]
    keys = sorted({key for found in judged for key in found})
    lines = [_line([found.get(key) for found in judged]) for key in keys]
    return Matrix(columns=tuple(columns), lines=tuple(lines))


def _line(cells: Sequence[Group | None]) -> Line:
    *_, last = filter(None, cells)
    return Line(
        id=last.id, profile=last.profile, level=last.level, title=last.title, cells=tuple(cells)
    )
