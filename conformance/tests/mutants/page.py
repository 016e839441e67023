"""kill-matrix.html: requirements with their checks and mutants, mutants with what went red.

One file without script and without network: it is read long after the run.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from string import Template

from invocant_conformance.markup.rendering import SHARED, Markup, escaped, joined
from invocant_conformance.requirements import Requirement

from .report import Line

_FILES = Path(__file__).parent / "page_files"


def render(
    lines: Sequence[Line], ran: Mapping[str, Sequence[str]], rules: Sequence[Requirement]
) -> str:
    """Return the page.

    lines: what each mutant turned red; ran: by requirement, the cases that the unbroken server
    was judged by; rules: the requirements of servers.
    """
    by_rule: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_rule[line.requirement].append(line)
    bare = [each.id for each in rules if not (by_rule[each.id] and ran.get(each.id))]
    return _fill(
        "page.html",
        style=Markup(f"{SHARED.file('base.css')}\n{(_FILES / 'page.css').read_text()}"),
        counts=joined(_counts(lines, ran, rules, bare)),
        remark=_remark(bare),
        requirements=joined(_requirement(each, ran, by_rule[each.id]) for each in rules),
        mutants=joined(_mutant(each) for each in sorted(lines, key=lambda line: line.mutant)),
    )


def _counts(
    lines: Sequence[Line],
    ran: Mapping[str, Sequence[str]],
    rules: Sequence[Requirement],
    bare: Sequence[str],
) -> Iterable[Markup]:
    survived = sum(not line.killed for line in lines)
    cases = {case for found in ran.values() for case in found}
    yield _count("Requirements of servers", len(rules), "off")
    yield _count("Checks that ran", len(cases), "off")
    yield _count("Mutants", len(lines), "off")
    yield _count("Killed", len(lines) - survived, "good")
    yield _count("Survived", survived, "bad" if survived else "good")
    yield _count("Without check or mutant", len(bare), "bad" if bare else "good")


def _count(term: str, number: int, tone: str) -> Markup:
    return _fill("count.html", term=term, number=f"{number:,}", tone=tone)


def _remark(bare: Sequence[str]) -> Markup:
    if not bare:
        return Markup()
    links = joined(_fill("link.html", target=each, name=each) for each in bare)
    return _fill("remark.html", number=f"{len(bare):,}", links=links)


def _requirement(
    rule: Requirement, ran: Mapping[str, Sequence[str]], lines: Sequence[Line]
) -> Markup:
    checks = [case.partition("/")[2] for case in ran.get(rule.id, ())]
    killed = [
        _fill("link.html", target=f"mutant-{line.mutant}", name=line.mutant)
        for line in lines
        if line.killed
    ]
    return _fill(
        "requirement.html",
        id=rule.id,
        title=rule.title,
        level=", ".join(f"{profile} {level}" for profile, level in rule.levels.items()),
        checks=_names([_fill("name.html", name=name) for name in checks], "bad"),
        mutants=_names(killed, "bad"),
    )


def _mutant(line: Line) -> Markup:
    own = [case for case in line.cases if case.partition("/")[0] == line.requirement]
    others = [case for case in line.cases if case not in own]
    return _fill(
        "mutant.html",
        name=line.mutant,
        tone="good" if line.killed else "bad",
        requirement=line.requirement,
        checks=_names([_fill("name.html", name=case.partition("/")[2]) for case in own], "bad"),
        profiles=", ".join(line.profiles) or "nowhere",
        others=_names([_fill("name.html", name=case) for case in others], "off"),
    )


def _names(names: Sequence[Markup], tone: str) -> Markup:
    if not names:
        return _fill("none.html", tone=tone)
    return _fill("names.html", summary=f"{len(names):,}", names=joined(names))


def _fill(template: str, /, **values: str) -> Markup:
    """Return a template with values in the places of $name, all but Markup escaped."""
    safe = {
        name: each if isinstance(each, Markup) else escaped(each) for name, each in values.items()
    }
    return Markup(Template((_FILES / template).read_text(encoding="utf-8")).substitute(safe))
