"""From cases to rows, and what a run says of itself."""

import pytest

from invocant_conformance.results import CaseResult
from invocant_conformance.verdicts import Verdict

from .rows import CHAT, ERROR, FAILED, SKIPPED, UNTESTABLE, case, exchange, rows, run


def test_cases_of_one_operation_make_one_row() -> None:
    grouped = rows(
        case("CHAT-SSE-003", FAILED),
        case("CHAT-SSE-003"),
        case("CHAT-ROLE-001"),
    )
    assert [(row.key.id, row.verdict, row.count) for row in grouped] == [
        ("CHAT-ROLE-001", Verdict.PASS, 1),
        ("CHAT-SSE-003", Verdict.FAIL, 2),
    ]


def test_operations_have_rows_of_their_own() -> None:
    grouped = rows(case("AUTH-TOKEN-001"), case("AUTH-TOKEN-001", FAILED, operation="GET /models"))
    assert {row.operation: row.verdict for row in grouped} == {
        CHAT: Verdict.PASS,
        "GET /models": Verdict.FAIL,
    }


def test_a_row_that_was_not_judged_says_why() -> None:
    (skipped,) = rows(case("CHAT-TOOL-001", SKIPPED, message="no tools"))
    assert (skipped.verdict, skipped.reason, skipped.failures) == (Verdict.SKIP, "no tools", ())
    (untestable,) = rows(case("CHAT-TOOL-001", UNTESTABLE, message="no answer"))
    assert untestable.reason == "no answer"
    assert [failure.message for failure in untestable.failures] == ["no answer"]


def test_conformant_means_that_every_must_was_tried_and_passed() -> None:
    passed, warned = case("CHAT-SSE-003"), case("CHAT-SSE-012", FAILED)
    assert run(rows(passed, warned)).conformant
    assert not run(rows(passed, warned), must_total=2).conformant
    for outcome in (FAILED, SKIPPED, UNTESTABLE, ERROR):
        assert not run(rows(passed, case("CHAT-ROLE-001", outcome))).conformant
    assert not run(rows()).conformant


def test_a_rule_does_not_apply_where_an_exchange_shows_that_its_condition_was_not_met() -> None:
    one_call = case("CHAT-TOOL-010", SKIPPED, message="one call", exchange=exchange())
    found = run(rows(case("CHAT-SSE-003"), one_call, one_call))
    assert (found.must_executed, found.must_applicable, found.must_inapplicable) == (1, 1, 1)
    assert (found.exit_code, found.conformant) == (0, True)


@pytest.mark.parametrize(
    "skipped",
    [
        (case("CHAT-TOOL-010", SKIPPED, message="no token"),),
        (case("CHAT-TOOL-010", SKIPPED, exchange=exchange()), case("CHAT-TOOL-010", SKIPPED)),
        (case("CHAT-TOOL-010", SKIPPED, exchange=exchange()), case("CHAT-TOOL-010", UNTESTABLE)),
        (case("CHAT-SSE-001", SKIPPED, exchange=exchange()),),
    ],
    ids=["nothing shows it", "one shows it", "one could not be tried", "it has no condition"],
)
def test_any_other_must_that_was_not_tried_is_missing(skipped: tuple[CaseResult, ...]) -> None:
    found = run(rows(case("CHAT-SSE-003"), *skipped))
    assert (found.must_executed, found.must_applicable) == (1, 2)
    assert (found.exit_code, found.conformant) == (1, False)


def test_a_pass_that_can_be_shown_stands_for_its_row() -> None:
    shown = exchange(body=b"right")
    (row,) = rows(case("CHAT-SSE-003"), case("CHAT-SSE-003", exchange=shown))
    assert row.passed is not None
    assert row.passed.exchange is shown


def test_a_must_is_executed_when_it_passed_or_failed() -> None:
    grouped = rows(
        case("CHAT-SSE-003"),
        case("CHAT-SSE-002", FAILED),
        case("CHAT-SSE-001", SKIPPED),
        case("CHAT-SSE-012"),
    )
    assert (run(grouped).must_executed, run(grouped).must_total) == (2, 3)


def test_the_exit_code_follows_the_rows() -> None:
    assert run(rows(case("CHAT-SSE-003"))).exit_code == 0
    assert run(rows(case("CHAT-SSE-003", FAILED))).exit_code == 1
    assert run(rows(case("CHAT-SSE-003", ERROR))).exit_code == 4
    assert run(rows(case("CHAT-SSE-003", SKIPPED))).exit_code == 5
