"""From cases to rows, and what a run says of itself."""

from invocant_conformance.verdicts import Verdict

from .rows import CHAT, ERROR, FAILED, SKIPPED, UNTESTABLE, case, rows, run


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
