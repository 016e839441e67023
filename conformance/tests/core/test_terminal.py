"""What the terminal shows at the end of a run: a summary first, the headline last."""

from invocant_conformance import known, requirements
from invocant_conformance.known import KnownFailure
from invocant_conformance.reports import reading, results_json, terminal

from .rows import FAILED, SKIPPED, case, report, rows, run


def test_the_terminal_shows_failures_with_their_command() -> None:
    text = "\n".join(terminal.lines(report()))
    assert "fail   CHAT-SSE-002 A blank line ends every event" in text
    assert "CHAT-SSE-002/case: two chunks in one event" in text
    assert "curl -sS -i -N -X POST http://host/v1/chat/completions" in text
    assert "known  CHAT-ROLE-001" in text
    assert "said so: role is human" in text
    assert "skip   1: no streams" in text


def test_the_terminal_ends_with_the_headline() -> None:
    *_, counts, headline = terminal.lines(report())
    assert counts.startswith("1 pass, 1 fail, 1 warn, 1 skip, 1 untestable, 1 error, 1 known")
    assert headline == "not conformant: 5 of 8 MUSTs executed (http://host/v1, 1.3 s)"


def test_the_headline_says_when_only_known_failures_are_left() -> None:
    grouped = rows(case("CHAT-ROLE-001", FAILED, message="role is human"), case("CHAT-SSE-001"))
    entries = [KnownFailure(check="CHAT-ROLE-001", reason="said so")]
    judged = run(known.apply(entries, grouped, "http://host"))
    derived = reading.read(results_json.document(judged))
    assert judged.exit_code == 0
    assert derived.headline == "not conformant, as known: 2 of 2 MUSTs executed"


def test_answers_cannot_control_the_terminal() -> None:
    failed = case("CHAT-SSE-003", FAILED, message="got \x1b[2J and \ud800")
    report = reading.read(results_json.document(run(rows(failed))))
    text = "\n".join(terminal.lines(report))
    assert r"got \x1b[2J and \ud800" in text
    assert text.encode()


def test_many_failures_still_fit_a_screen_or_two() -> None:
    failed = [
        case("AUTH-TOKEN-001", FAILED, operation=f"GET /{number}", message="no")
        for number in range(300)
    ]
    lines = list(terminal.lines(reading.read(results_json.document(run(rows(*failed))))))
    assert len(lines) < 100
    assert "280 more: see report.html or results.json" in "\n".join(lines)


def test_a_summary_that_fits_a_screen_comes_first() -> None:
    told = list(terminal.lines(report()))
    assert told[:4] == [
        "MUST        2 of 8 passed",
        "SHOULD      0 of 1 passed",
        "CHAT        1 error, 1 fail, 1 untestable, 1 stale, 1 warn, 1 known, 1 flaky",
        "skip   1: no streams",
    ]
    assert told.index("") < 24


def test_a_summary_of_many_areas_still_fits_a_screen() -> None:
    every = [row for row in requirements.load() if "gateway" in row.levels]
    failed = [
        case(row.id, SKIPPED if number % 2 else FAILED, message=f"reason {number} " * 90)
        for number, row in enumerate(every)
    ]
    told = list(terminal.lines(reading.read(results_json.document(run(rows(*failed))))))
    assert told.index("") < 24
    assert max(map(len, told[: told.index("")])) < 320
