"""Reports: results.json as promised, the rest derived from it, no secret in any of them."""

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from invocant_conformance import requirements
from invocant_conformance.json_values import as_object
from invocant_conformance.reports import (
    junit,
    matrix,
    matrix_markdown,
    reading,
    results_json,
    summary,
    terminal,
)
from invocant_conformance.reports.matrix import Column
from invocant_conformance.reports.page import matrix as matrix_page
from invocant_conformance.reports.page import report as report_page

from .rows import ERROR, FAILED, SKIPPED, case, exchange, report, rows, run

SENTINEL = 'sentinel-"ä"-123'


def test_results_json_has_the_promised_form() -> None:
    failed = case("CHAT-SSE-003", FAILED, message="no end", exchange=exchange(body=b"data: 1"))
    document = results_json.document(run(rows(failed)))
    assert list(document) == [
        "version", "suite", "target", "profiles", "seed", "started", "duration_s", "conformant",
        "summary", "absent", "drafts", "requirements",
    ]  # fmt: skip
    assert (document["version"], document["duration_s"]) == (1, 1.3)
    assert document["started"] == "2026-01-02T03:04:05+00:00"
    assert document["summary"] == {
        "pass": 0, "fail": 1, "warn": 0, "info": 0, "skip": 0, "untestable": 0, "error": 0,
        "known": 0, "flaky": 0, "stale": 0, "must_executed": 1, "must_total": 1,
        "must_inapplicable": 0,
    }  # fmt: skip
    assert document["requirements"] == [
        {
            "id": "CHAT-SSE-003",
            "level": "MUST",
            "profile": "gateway",
            "title": "A stream ends with [DONE]",
            "operation": "POST /chat/completions",
            "verdict": "fail",
            "cases": 1,
            "reason": None,
            "failures": [
                {
                    "case": "CHAT-SSE-003/case",
                    "message": "no end",
                    "curl": "curl -sS -i -N -X POST http://host/v1/chat/completions"
                    " -H \"authorization: Bearer $TOKEN\" --data-raw '{}'",
                    "request": {
                        "method": "POST",
                        "url": "http://host/v1/chat/completions",
                        "headers": {"authorization": "Bearer $TOKEN"},
                        "body": "{}",
                    },
                    "response": {
                        "status": 200,
                        "headers": {"content-type": "application/json"},
                        "body": "data: 1",
                    },
                }
            ],
            "passed": None,
        }
    ]


def test_a_pass_is_shown_with_an_exchange_that_is_cut_short() -> None:
    shown = exchange(body=b"x" * 5000, request=b'{"stream": true}')
    (row,) = reading.read(
        results_json.document(run(rows(case("CHAT-SSE-003", exchange=shown))))
    ).requirements
    assert row.passed is not None
    assert (row.passed.curl or "").endswith("--data-raw '{\"stream\": true}'")
    answer = as_object(row.passed.response)
    assert (answer["status"], answer["body"]) == (200, "x" * 1500 + "… (5000 characters)")


def test_no_report_holds_a_secret() -> None:
    told = f"it said {SENTINEL}"
    shown = exchange(
        request=json.dumps({"key": SENTINEL}).encode(),
        body=("x" * 3990 + SENTINEL).encode(),
    )
    grouped = rows(
        case("CHAT-SSE-003", FAILED, message=told, exchange=shown),
        case("CHAT-SSE-002", exchange=replace(shown, body=("x" * 1490 + SENTINEL).encode())),
        case("CHAT-SSE-004", SKIPPED, message=told),
        case("CHAT-SSE-005", ERROR, message=told),
    )
    document = results_json.document(run(grouped, secrets=frozenset({SENTINEL})))
    derived = reading.read(document)
    merged = matrix.merge([Column(name="one", report=derived)])
    everything = "".join(
        [
            json.dumps(document, ensure_ascii=False),
            json.dumps(document),
            junit.render(derived).decode(),
            *terminal.lines(derived),
            summary.markdown(derived),
            report_page.render(derived, requirements.by_id()),
            matrix_markdown.markdown(merged),
            matrix_page.render(merged, requirements.by_id()),
            json.dumps(summary.badge(derived)),
        ]
    )
    assert "sentinel" not in everything


def test_a_command_can_be_repeated_with_the_token_wherever_it_was_sent() -> None:
    sent = replace(exchange(), request_headers={"x-api-key": "sk-1"})
    failed = replace(
        run(rows(case("CHAT-SSE-003", FAILED, exchange=sent))), placeholders={"sk-1": "$TOKEN"}
    )
    judged = replace(failed, secrets=frozenset({"sk-1"}))
    (row,) = reading.read(results_json.document(judged)).requirements
    assert '-H "x-api-key: $TOKEN"' in str(row.failures[0].curl)
    assert "sk-1" not in repr(judged).replace(repr(judged.rows), "")


def test_long_bodies_are_cut() -> None:
    failed = case("CHAT-SSE-003", FAILED, exchange=exchange(body=b"y" * 10_000))
    (row,) = reading.read(results_json.document(run(rows(failed)))).requirements
    assert isinstance(row.failures[0].response, dict)
    assert row.failures[0].response["body"] == "y" * 4000 + "… (10000 characters)"


def test_junit_counts_what_it_holds() -> None:
    root = ElementTree.fromstring(junit.render(report()))
    (suite,) = root
    assert (root.tag, suite.tag) == ("testsuites", "testsuite")
    assert suite.get("name") == "gateway POST /chat/completions"
    for counted, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        found = len(suite.findall(f"testcase/{tag}"))
        assert root.get(counted) == suite.get(counted) == str(found)
    assert root.get("tests") == suite.get("tests") == str(len(suite)) == "9"


def test_junit_tells_verdicts_apart() -> None:
    suite = ElementTree.fromstring(junit.render(report()))[0]
    said = {
        item.get("name"): [part.tag for part in item if part.tag != "properties"] for item in suite
    }
    assert said == {
        "CHAT-META-001": ["failure"],
        "CHAT-ROLE-001/case": ["skipped"],
        "CHAT-SSE-001": [],
        "CHAT-SSE-002/case": ["failure"],
        "CHAT-SSE-004": ["skipped"],
        "CHAT-SSE-005/case": ["failure"],
        "CHAT-SSE-006/case": ["error"],
        "CHAT-SSE-012/case": ["system-out"],
        "CHAT-TOOL-001/case": ["system-out"],
    }


def test_junit_cases_say_what_they_belong_to() -> None:
    first = ElementTree.fromstring(junit.render(report()))[0][0]
    assert first.get("classname") == "CHAT"
    properties = {item.get("name"): item.get("value") for item in first.iter("property")}
    assert properties == {"requirement": "CHAT-META-001", "level": "MUST", "profile": "gateway"}


@given(st.text(max_size=30))
def test_junit_is_xml_whatever_a_server_answers(text: str) -> None:
    failed = case("CHAT-SSE-003", FAILED, message=f"got {text}")
    rendered = junit.render(reading.read(results_json.document(run(rows(failed)))))
    assert ElementTree.fromstring(rendered).find("testsuite/testcase/failure") is not None


def test_a_report_of_another_form_is_refused() -> None:
    document = results_json.document(run(rows(case("CHAT-SSE-003"))))
    for change in ({"version": 2}, {"summary": {"pass": 1}}, {"requirements": [{"id": "X"}]}):
        with pytest.raises(ValidationError):
            reading.read(document | change)


def test_the_summary_is_a_table_that_answers_cannot_break() -> None:
    failed = case("CHAT-SSE-003", FAILED, message="a|b\n<script> [x](y)")
    text = summary.markdown(reading.read(results_json.document(run(rows(failed)))))
    assert "**not conformant: 1 of 1 MUSTs executed**" in text
    assert r"a\|b \<script\> \[x\](y) |" in text


def test_the_badge_counts_what_passed() -> None:
    assert summary.badge(report()) == {
        "schemaVersion": 1,
        "label": "conformance",
        "message": "MUST 2/8, SHOULD 0/1",
        "color": "red",
    }
