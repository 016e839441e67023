"""The page of the kill matrix tells what survived and what has no check or mutant."""

import re

from invocant_conformance import requirements

from .mutants import page
from .mutants.report import KillTable, Line

RULES = [requirements.by_id()[each] for each in ("CHAT-SSE-003", "CHAT-SSE-004")]
CASE = "CHAT-SSE-003/stream_ends_with_its_marker"


def line(name: str = "no-done", profiles: tuple[str, ...] = ("gateway",)) -> Line:
    return Line(
        mutant=name,
        requirement="CHAT-SSE-003",
        profiles=profiles,
        wanted=("gateway",),
        red=("CHAT-SSE-003", "CHAT-SSE-011"),
        cases=(CASE, "CHAT-SSE-011/nothing_follows_the_marker"),
    )


def rendered(*lines: Line) -> str:
    table = KillTable(lines=list(lines), ran=[CASE, CASE])
    return page.render(table.lines, table.checks(), RULES)


def number(text: str, term: str) -> str:
    found = re.search(f"<dt>{term}</dt><dd[^>]*>([^<]*)</dd>", text)
    assert found
    return found[1]


def test_a_mutant_that_was_found_wherever_it_had_to_be_is_killed() -> None:
    assert number(rendered(line()), "Killed") == "1"


def test_a_mutant_that_was_not_found_in_a_profile_survived() -> None:
    assert number(rendered(line(profiles=())), "Survived") == "1"


def test_a_requirement_without_check_or_mutant_is_counted_and_named() -> None:
    text = rendered(line())
    assert number(text, "Without check or mutant") == "1"
    assert '<a href="#CHAT-SSE-004">' in text


def test_a_check_that_ran_twice_is_counted_once() -> None:
    assert number(rendered(line()), "Checks that ran") == "1"


def test_a_requirement_leads_to_its_mutant() -> None:
    text = rendered(line())
    assert '<a href="#mutant-no-done">' in text
    assert 'id="mutant-no-done"' in text


def test_checks_meant_for_others_stand_apart() -> None:
    (row,) = re.findall(r'<tr id="mutant-no-done">.*?</tr>', rendered(line()), re.DOTALL)
    assert [cell.count("<li>") for cell in row.split("<td>")[1:]] == [1, 0, 1]


def test_no_name_becomes_markup() -> None:
    assert "<script>" not in rendered(line("<script>"))


def test_nothing_is_fetched() -> None:
    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"", rendered(line())) == []
