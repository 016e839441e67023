"""What was measured, as a table in Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.measuring import Measured
from bench.works import BASE, Work, ours

__all__ = ["Row", "head", "line", "rows"]


_VERDICTS = {True: "MISSED", False: "kept"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """Our clients at one work on one transport."""

    title: str
    measured: Measured
    bar: float | None

    @property
    def missed(self) -> bool:
        """Whether it takes more than the bar allows."""
        return self.bar is not None and self.measured.ratio > self.bar


def rows(work: Work, measured: Mapping[str, Measured]) -> list[Row]:
    """A row for every transport of ours that is measured."""
    return [
        Row(title=f"{work.title}, {transport}", measured=measured[ours(transport).name], bar=bar)
        for transport, bar in work.bars.items()
    ]


def head(others: Iterable[str]) -> str:
    """The first two lines; `others` head the columns of those measured beside."""
    titles = ["work, transport", "ours", "bar", "", f"bare {BASE.name}", *others]
    return f"{_line(titles)}\n{_line(['---'] * len(titles))}"


def line(row: Row, measured: Mapping[str, Measured], others: Sequence[str]) -> str:
    """One row, with what the others needed for the same work."""
    low, high = row.measured.spread
    base = statistics.median(measured[BASE.name].seconds) * 1e6
    return _line(
        [
            row.title,
            f"{row.measured.ratio:.2f} ({low:.2f} to {high:.2f})",
            *(("", "") if row.bar is None else (f"{row.bar:.2f}", _VERDICTS[row.missed])),
            f"1 = {base:,.{0 if base > 100 else 1}f} µs",
            *(_ratio(measured.get(name)) for name in others),
        ]
    )


def _ratio(measured: Measured | None) -> str:
    return f"{measured.ratio:.2f}" if measured else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
