"""Rows and results, made by hand, for tests of what comes after a run."""

from collections.abc import Sequence
from datetime import UTC, datetime

import httpx

from invocant_conformance import known, results
from invocant_conformance.exchange import Exchange
from invocant_conformance.known import KnownFailure
from invocant_conformance.reports import reading, results_json
from invocant_conformance.reports.reading import Report
from invocant_conformance.results import CaseResult, Key, Results, Row
from invocant_conformance.verdicts import CaseOutcome

CHAT = "POST /chat/completions"
PASSED, FAILED = CaseOutcome.PASSED, CaseOutcome.FAILED
SKIPPED, UNTESTABLE, ERROR = CaseOutcome.SKIPPED, CaseOutcome.UNTESTABLE, CaseOutcome.ERROR


def case(
    requirement: str,
    outcome: CaseOutcome = PASSED,
    *,
    operation: str = CHAT,
    message: str = "",
    exchange: Exchange | None = None,
) -> CaseResult:
    """Return the result of a case of the gateway profile."""
    key = Key(id=requirement, profile="gateway", operation=operation)
    name = f"{requirement}/case"
    return CaseResult(key=key, case=name, outcome=outcome, message=message, exchange=exchange)


def rows(*cases: CaseResult) -> tuple[Row, ...]:
    """Group cases into rows."""
    return results.rows(cases)


def run(
    judged: Sequence[Row], *, must_total: int | None = None, secrets: frozenset[str] = frozenset()
) -> Results:
    """Return the results of a run with these rows."""
    musts = sum(row.level == "MUST" for row in judged)
    return Results(
        target="http://host/v1",
        profiles=("gateway",),
        seed=1,
        started=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        duration=1.26,
        rows=tuple(judged),
        must_total=musts if must_total is None else must_total,
        secrets=secrets,
    )


def exchange(*, request: bytes = b"{}", body: bytes = b"{}", status: int = 200) -> Exchange:
    """Return an exchange with these bodies."""
    return Exchange(
        method="POST",
        url="http://host/v1/chat/completions",
        request_headers={"authorization": "Bearer $TOKEN"},
        request_body=request,
        status=status,
        headers=httpx.Headers({"date": "now", "content-type": "application/json"}),
        body=body,
    )


def report() -> Report:
    """Return the report of a run with one row of every verdict."""
    grouped = rows(
        case("CHAT-SSE-001"),
        case("CHAT-SSE-002", FAILED, message="two chunks in one event", exchange=exchange()),
        case("CHAT-SSE-012", FAILED, message="no role"),
        case("CHAT-SSE-004", SKIPPED, message="no streams"),
        case("CHAT-SSE-005", UNTESTABLE, message="no answer"),
        case("CHAT-SSE-006", ERROR, message="KeyError: 'id'"),
        case("CHAT-ROLE-001", FAILED, message="role is human"),
        case("CHAT-META-001"),
        case("CHAT-TOOL-001", FAILED, message="sometimes"),
    )
    entries = [
        KnownFailure(check="CHAT-ROLE-001", reason="said so"),
        KnownFailure(check="CHAT-META-001", reason="was broken"),
        KnownFailure(check="CHAT-TOOL-001", reason="at night", flaky=True),
    ]
    return reading.read(results_json.document(run(known.apply(entries, grouped, "http://host"))))
