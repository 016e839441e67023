"""Verdicts and exit codes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.requirements import Level
from invocant_conformance.verdicts import CaseOutcome, Verdict, executed, exit_code, verdict

OUTCOMES = st.lists(st.sampled_from(CaseOutcome), max_size=6)
LEVELS = st.sampled_from(Level)
ROWS = st.lists(st.tuples(LEVELS, st.sampled_from(Verdict), st.booleans()), max_size=6)
PASSED = (Level.MUST, Verdict.PASS, True)


@pytest.mark.parametrize(
    ("level", "expected"),
    [(Level.MUST, Verdict.FAIL), (Level.SHOULD, Verdict.WARN), (Level.MAY, Verdict.INFO)],
)
def test_the_level_decides_what_a_failure_is(level: Level, expected: Verdict) -> None:
    assert verdict(level, [CaseOutcome.PASSED, CaseOutcome.FAILED]) is expected


@given(LEVELS, OUTCOMES)
def test_only_a_case_that_passed_makes_a_pass(level: Level, outcomes: list[CaseOutcome]) -> None:
    if verdict(level, outcomes) is Verdict.PASS:
        assert CaseOutcome.PASSED in outcomes
        assert set(outcomes) <= {CaseOutcome.PASSED, CaseOutcome.SKIPPED}


@given(LEVELS, st.lists(st.just(CaseOutcome.SKIPPED), min_size=1, max_size=5))
def test_skips_alone_are_a_skip(level: Level, outcomes: list[CaseOutcome]) -> None:
    assert verdict(level, outcomes) is Verdict.SKIP
    assert not executed(outcomes)


@given(LEVELS, OUTCOMES)
def test_an_error_of_the_suite_is_never_hidden(level: Level, outcomes: list[CaseOutcome]) -> None:
    assert verdict(level, [*outcomes, CaseOutcome.ERROR]) is Verdict.ERROR


@given(LEVELS)
def test_a_requirement_without_cases_is_untestable(level: Level) -> None:
    assert verdict(level, []) is Verdict.UNTESTABLE


@given(LEVELS, OUTCOMES)
def test_the_order_of_cases_does_not_matter(level: Level, outcomes: list[CaseOutcome]) -> None:
    assert verdict(level, outcomes) is verdict(level, outcomes[::-1])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ((Level.MUST, Verdict.PASS, True), 0),
        ((Level.MUST, Verdict.KNOWN, True), 0),
        ((Level.MUST, Verdict.FLAKY, True), 0),
        ((Level.SHOULD, Verdict.WARN, True), 0),
        ((Level.MAY, Verdict.INFO, True), 0),
        ((Level.SHOULD, Verdict.UNTESTABLE, False), 0),
        ((Level.SHOULD, Verdict.SKIP, False), 0),
        ((Level.MUST, Verdict.FAIL, True), 1),
        ((Level.MUST, Verdict.STALE, True), 1),
        ((Level.MUST, Verdict.UNTESTABLE, False), 1),
        ((Level.MUST, Verdict.SKIP, False), 1),
        ((Level.SHOULD, Verdict.STALE, True), 1),
        ((Level.MAY, Verdict.ERROR, False), 4),
    ],
)
def test_a_row_beside_a_pass_decides_the_exit_code(
    row: tuple[Level, Verdict, bool], code: int
) -> None:
    assert exit_code([PASSED, row]) == code


@pytest.mark.parametrize("row", [(Level.SHOULD, Verdict.WARN), (Level.SHOULD, Verdict.UNTESTABLE)])
def test_strict_turns_warnings_into_failures(row: tuple[Level, Verdict]) -> None:
    assert exit_code([PASSED, (*row, True)], strict=True) == 1


@pytest.mark.parametrize("rows", [[], [(Level.MUST, Verdict.SKIP, False)]])
def test_nothing_executed_has_a_code_of_its_own(rows: list[tuple[Level, Verdict, bool]]) -> None:
    assert exit_code(rows) == 5


@given(ROWS)
def test_codes_are_ordered_4_1_5_0(rows: list[tuple[Level, Verdict, bool]]) -> None:
    verdicts = [row[1] for row in rows]
    untestable = (Level.MUST, Verdict.UNTESTABLE) in [row[:2] for row in rows]
    code = exit_code(rows)
    assert (code == 4) == (Verdict.ERROR in verdicts)
    if code in (5, 0):
        assert not untestable
        assert not {Verdict.FAIL, Verdict.STALE} & set(verdicts)
    assert (code == 5) <= (not any(row[2] for row in rows))


@given(ROWS, st.booleans())
def test_a_run_that_ends_with_0_has_passed_or_explained_every_must(
    rows: Sequence[tuple[Level, Verdict, bool]], strict: bool
) -> None:
    if exit_code(rows, strict=strict) == 0:
        explained = {Verdict.PASS, Verdict.KNOWN, Verdict.FLAKY, Verdict.WARN, Verdict.INFO}
        assert {verdict for level, verdict, _ in rows if level is Level.MUST} <= explained
