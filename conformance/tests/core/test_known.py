"""Known failures: what the file may hold, and what it does to verdicts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance import known, requirements
from invocant_conformance.known import KnownFailure, KnownFailuresError
from invocant_conformance.results import Row
from invocant_conformance.verdicts import CaseOutcome, Exit, Verdict

from .rows import CHAT, FAILED, PASSED, SKIPPED, UNTESTABLE, case, rows, run

TODAY = date(2026, 6, 1)
URL = "http://127.0.0.1:4000"
OUTCOMES = (PASSED, FAILED, SKIPPED, UNTESTABLE)


def parse(text: str) -> tuple[KnownFailure, ...]:
    return known.parse(text, name="known.yaml", rows=requirements.load())


def entry(check: str, **more: object) -> KnownFailure:
    return KnownFailure.model_validate({"check": check, "reason": "because"} | more)


def verdicts(judged: tuple[Row, ...]) -> list[Verdict]:
    return [row.verdict for row in judged]


def test_an_entry_has_all_its_keys() -> None:
    (read,) = parse(
        "- {check: CHAT-SSE-003, target: litellm, operation: 'POST *', reason: no end marker, "
        "link: 'https://example.com/1', expires: 2026-06-01, flaky: false}"
    )
    assert (read.check, read.target, read.operation) == ("CHAT-SSE-003", "litellm", "POST *")
    assert (read.reason, read.link) == ("no end marker", "https://example.com/1")
    assert (read.expires, read.flaky) == (TODAY, False)


@pytest.mark.parametrize("text", ["", "[]", "# nothing"])
def test_a_file_may_be_empty(text: str) -> None:
    assert parse(text) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {check: CHAT-SSE-003}", "known.yaml: entry 1: reason: Field required"),
        ("- {check: CHAT-SSE-003, reason: ''}", "entry 1: reason: String should have at least 1"),
        ("- {check: CHAT-SSE-003, reason: x, id: y}", "entry 1: id: Extra inputs"),
        ("- {check: CHAT-SSE-999, reason: x}", "entry 1: check: 'CHAT-SSE-999' names no req"),
        ("- {check: 'FOO-*', reason: x}", "entry 1: check: 'FOO-*' names no requirement"),
        ("- {check: CHAT-SSE-003, reason: x, expires: soon}", "entry 1: expires: Input should"),
        ("- CHAT-SSE-003", "entry 1: has to be a mapping"),
        ("check: CHAT-SSE-003", "has to be a YAML list of entries"),
        ("- {}\n- [", "line 2: is no YAML"),
    ],
)
def test_a_wrong_entry_is_refused_naming_file_entry_and_rule(text: str, message: str) -> None:
    with pytest.raises(KnownFailuresError) as raised:
        parse(text)
    assert str(raised.value).startswith("known.yaml")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("outcome", [FAILED, SKIPPED, UNTESTABLE])
def test_a_failure_that_is_listed_is_known(outcome: CaseOutcome) -> None:
    judged = known.apply([entry("CHAT-*")], rows(case("CHAT-SSE-003", outcome)), URL)
    assert verdicts(judged) == [Verdict.KNOWN]
    assert judged[0].reason == "because"


@given(st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=4))
def test_a_must_that_is_listed_ends_well_unless_it_passed(outcomes: list[CaseOutcome]) -> None:
    """Failed, untestable or skipped, it is as expected; passed, its entry is out of date."""
    tried = [case("CHAT-SSE-003", outcome) for outcome in outcomes]
    (listed, _) = judged = known.apply(
        [entry("CHAT-SSE-003")], rows(*tried, case("CHAT-SSE-004", PASSED)), URL
    )
    decisive = {FAILED, UNTESTABLE} & set(outcomes)
    passed = PASSED in outcomes and not decisive
    assert listed.verdict is (Verdict.STALE if passed else Verdict.KNOWN)
    assert run(judged).exit_code == (Exit.NOT_CONFORMANT if passed else Exit.CONFORMANT)


def test_a_failure_that_is_not_listed_stays() -> None:
    judged = known.apply([entry("CHAT-SSE-001")], rows(case("CHAT-SSE-003", FAILED)), URL)
    assert verdicts(judged) == [Verdict.FAIL]


def test_an_entry_whose_rows_all_pass_is_stale() -> None:
    judged = known.apply([entry("CHAT-SSE-003")], rows(case("CHAT-SSE-003", PASSED)), URL)
    assert verdicts(judged) == [Verdict.STALE]


def test_a_glob_is_not_stale_while_one_of_its_rows_fails() -> None:
    both = rows(case("CHAT-SSE-002", PASSED), case("CHAT-SSE-003", FAILED))
    judged = known.apply([entry("CHAT-SSE-*")], both, URL)
    assert verdicts(judged) == [Verdict.PASS, Verdict.KNOWN]


@pytest.mark.parametrize("flaky", [False, True])
def test_an_expired_entry_excuses_nothing_and_says_so(flaky: bool) -> None:
    over = entry("CHAT-SSE-003", expires=date(2026, 5, 31), flaky=flaky)
    for outcome, verdict in ((FAILED, Verdict.FAIL), (PASSED, Verdict.STALE)):
        (row,) = known.apply([over], rows(case("CHAT-SSE-003", outcome)), URL, today=TODAY)
        assert row.verdict is verdict
        assert row.reason == "the known failure expired on 2026-05-31: because"


def test_an_entry_holds_on_its_last_day() -> None:
    last = entry("CHAT-SSE-003", expires=TODAY)
    judged = known.apply([last], rows(case("CHAT-SSE-003", FAILED)), URL, today=TODAY)
    assert verdicts(judged) == [Verdict.KNOWN]


def test_an_entry_about_nothing_that_ran_is_not_stale() -> None:
    judged = known.apply([entry("EMB-*")], rows(case("CHAT-SSE-003", PASSED)), URL)
    assert verdicts(judged) == [Verdict.PASS]


@pytest.mark.parametrize(("outcome", "verdict"), [(FAILED, "flaky"), (PASSED, "pass")])
def test_a_flaky_entry_neither_fails_nor_gets_stale(outcome: CaseOutcome, verdict: str) -> None:
    flaky = entry("CHAT-SSE-003", flaky=True)
    judged = known.apply([flaky], rows(case("CHAT-SSE-003", outcome)), URL)
    assert verdicts(judged) == [verdict]


def test_an_entry_may_be_about_one_operation() -> None:
    both = rows(
        case("AUTH-TOKEN-001", FAILED), case("AUTH-TOKEN-001", FAILED, operation="GET /models")
    )
    judged = known.apply([entry("AUTH-TOKEN-001", operation="GET *")], both, URL)
    assert {row.operation: row.verdict for row in judged} == {
        CHAT: Verdict.FAIL,
        "GET /models": Verdict.KNOWN,
    }


@pytest.mark.parametrize(
    ("target", "verdict"),
    [("http://127.0.0.1:*", "known"), ("*:9999", "fail"), ("litellm", "known"), ("*", "known")],
)
def test_an_entry_may_be_about_one_target(target: str, verdict: str) -> None:
    judged = known.apply(
        [entry("CHAT-SSE-003", target=target)], rows(case("CHAT-SSE-003", FAILED)), URL
    )
    assert verdicts(judged) == [verdict]
