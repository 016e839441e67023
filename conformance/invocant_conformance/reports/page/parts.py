"""What the pages have in common: verdicts in colour, filters, the account of a run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ...json_values import JsonValue
from ...markup.rendering import Markup, joined
from ...requirements import Requirement
from ..grouping import FINE, SEVERITY, Group, Tally, area, tally
from ..matrix import Line
from ..reading import Report, RowReport
from .document import TEMPLATES

TONES: Final[Mapping[str, str]] = {
    "error": "bad",
    "fail": "bad",
    "untestable": "bad",
    "stale": "bad",
    "warn": "busy",
    "info": "off",
    "known": "busy",
    "flaky": "busy",
    "pass": "good",
    "skip": "off",
}

_LEVELS: Final = ("MUST", "SHOULD", "MAY")

fill: Final = TEMPLATES.fill


def tone(report: Report) -> str:
    """Return how good a run as a whole is."""
    if report.conformant:
        return "good"
    return "bad" if report.summary["fail"] or report.summary["error"] else "busy"


def tallies(report: Report) -> tuple[Tally, ...]:
    """Return the account of every level that has rows, or MUSTs that were planned."""
    counted = (tally(report, level) for level in _LEVELS)
    return tuple(each for each in counted if each.total)


def stated(line: Group | Line, rules: Mapping[str, Requirement]) -> dict[str, JsonValue]:
    """Return what a requirement says, as data; the text is empty where this release lacks it."""
    rule = rules.get(line.id)
    return {
        "id": line.id,
        "level": line.level,
        "profile": line.profile,
        "area": line.area,
        "title": line.title,
        "statement": rule.statement if rule else "",
        "source": rule.source if rule else "",
        "spec": rule.spec if rule else "",
    }


def filters(rows: Sequence[RowReport], verdicts: Iterable[str], counted: str) -> Markup:
    """Return the controls that choose rows; `counted` is what the numbers beside verdicts count."""
    counts = Counter(verdicts)
    return fill(
        "filters.html",
        counted=counted,
        chips=joined(_chip(name, counts[name]) for name in SEVERITY if counts[name]),
        levels=joined(_radio(level) for level in _LEVELS),
        areas=_options(area(row.id) for row in rows),
        profiles=_profiles({row.profile for row in rows}),
    )


def _chip(verdict: str, count: int) -> Markup:
    told = "" if verdict in FINE else "yes"
    return fill("chip.html", verdict=verdict, tone=TONES[verdict], count=f"{count:,}", told=told)


def _profiles(names: set[str]) -> Markup:
    """Return the choice of a profile, where there is one."""
    return fill("profiles.html", profiles=_options(names)) if len(names) > 1 else Markup()


def _radio(level: str) -> Markup:
    return fill("radio.html", level=level)


def _options(values: Iterable[str]) -> Markup:
    return joined(fill("option.html", value=value) for value in sorted(set(values)))
