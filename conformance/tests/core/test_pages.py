"""report.html and matrix.html: one file each, which nothing that a server says can change."""

import base64
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance import requirements
from invocant_conformance.json_values import JsonValue, as_list, as_object
from invocant_conformance.reports import matrix, reading, results_json
from invocant_conformance.reports.matrix import Column
from invocant_conformance.reports.page import matrix as matrix_page
from invocant_conformance.reports.page import report as report_page
from invocant_conformance.reports.page.document import embedded
from invocant_conformance.reports.reading import Report

from .documents import Document
from .rows import FAILED, SKIPPED, case, exchange, rows, run

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</details></div><h1>x</h1>",
    "&lt;script&gt; $target ${style} %s {{7*7}}",
    "\u2028line\u2029\x00\x1b[31m\u202e",
    "\ud800 half",
]


def failing(text: str = "no end") -> Report:
    """Return a report in which an answer says a text in every place that it can."""
    answered = exchange(request=b'{"stream": true}', body=text.encode(errors="surrogatepass"))
    failed = case("CHAT-SSE-003", FAILED, message=text, exchange=answered)
    skipped = case("CHAT-SSE-004", SKIPPED, message=text)
    passed = case("CHAT-SSE-003", operation="POST /completions")
    document = results_json.document(run(rows(failed, skipped, passed)))
    return reading.read({**document, "target": text, "absent": [text], "started": text})


def pages(report: Report, name: str = "one") -> tuple[str, str]:
    """Return report.html, and matrix.html of the report and another."""
    columns = [Column(name=name, report=report), Column(name="other", report=failing())]
    rules = requirements.by_id()
    return report_page.render(report, rules), matrix_page.render(matrix.merge(columns), rules)


def groups(page: str) -> list[JsonValue]:
    """Return the requirements of a page's data."""
    return list(as_list(Document(page).data["groups"]))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_becomes_markup(hostile: str) -> None:
    for plain, page in zip(pages(failing()), pages(failing(hostile), hostile), strict=True):
        expected, found = Document(plain), Document(page)
        assert [tag for tag, _ in found.elements] == [tag for tag, _ in expected.elements]
        names = {name for _, attributes in found.elements for name in attributes}
        assert not [name for name in names if name.startswith("on")]
        assert found.scripts[1:] == expected.scripts[1:]
        assert len(found.scripts) == 2


@given(st.text())
def test_data_is_the_same_after_the_page(text: str) -> None:
    written = embedded({text: [text, None, 1.5]})
    assert json.loads(written) == {text: [text, None, 1.5]}
    assert re.search(r"[^\x20-\x7e]|[<>&]", written) is None


def test_only_the_one_style_and_the_one_script_of_the_page_are_allowed() -> None:
    for page in pages(failing()):
        found = Document(page)
        (policy,) = (
            str(attributes["content"])
            for _, attributes in found.elements
            if attributes.get("http-equiv") == "Content-Security-Policy"
        )
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules == {
            "default-src": "'none'",
            "style-src": f"'{digest(found.styles[0])}'",
            "script-src": f"'{digest(found.scripts[1])}'",
            "base-uri": "'none'",
            "form-action": "'none'",
        }


def digest(text: str) -> str:
    """Return the digest of a text as a policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_pages_ask_for_nothing() -> None:
    for page in pages(failing("http://elsewhere.invalid/x.png")):
        found = Document(page)
        assert not [*found.values("src"), *found.values("style"), *found.values("action")]
        assert all(str(each).startswith("#") for each in found.values("href"))
        assert not [part for part in ("url(", "@import") if part in found.styles[0]]


def test_scripts_make_no_markup() -> None:
    for page in pages(failing()):
        script = Document(page).scripts[1]
        for maker in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert maker not in script


def test_the_style_knows_the_dark_and_the_phone() -> None:
    for page in pages(failing()):
        assert "prefers-color-scheme: dark" in Document(page).styles[0]
        assert "max-width: 44rem" in Document(page).styles[0]


def test_a_requirement_is_shown_with_what_it_says_and_where_that_is_from() -> None:
    rule = requirements.by_id()["CHAT-SSE-003"]
    for page in pages(failing()):
        found = as_object(groups(page)[0])
        said = {"statement": rule.statement, "source": rule.source, "spec": rule.spec}
        assert said.items() <= found.items()
        assert rule.title in Document(page).text


def test_a_failure_is_shown_with_its_exchange_and_its_command() -> None:
    operations = as_list(as_object(groups(pages(failing("no end"))[0])[0])["rows"])
    worst, fine = map(as_object, operations)
    assert (worst["verdict"], fine["verdict"]) == ("fail", "pass")
    (failure,) = map(as_object, as_list(worst["failures"]))
    assert failure["message"] == "no end"
    assert str(failure["curl"]).startswith("curl -sS -i -N -X POST http://host/v1/chat")
    assert as_object(failure["request"])["body"] == '{"stream": true}'
    assert as_object(failure["response"])["body"] == "no end"


def test_a_requirement_that_this_release_lacks_is_shown_all_the_same() -> None:
    page = report_page.render(failing(), {})
    assert as_object(groups(page)[0])["statement"] == ""
    assert "CHAT-SSE-003" in Document(page).text


def test_the_verdicts_are_counted_beside_their_filters() -> None:
    text = " ".join(Document(pages(failing())[0]).text.split())
    assert "fail 1 pass 1 skip 1" in text
    assert "1 of 3 passed" in text
