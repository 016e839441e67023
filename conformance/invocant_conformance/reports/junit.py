"""junit.xml: one suite for each profile and operation, one test case for each case or row."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from .reading import Failure, Report, RowReport

_FAILED = frozenset({"fail", "untestable", "stale"})
_SKIPPED = frozenset({"skip", "known"})
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> bytes:
    """Return the document in UTF-8.

    A row whose cases did not all pass has a test case for each that did not; any other row has
    one, named after the requirement. Warnings pass and say so in their output.
    """
    root = Element("testsuites", name="invocant conformance")
    root.set("time", f"{report.duration_s:.1f}")
    for place in dict.fromkeys((row.profile, row.operation) for row in report.requirements):
        rows = [row for row in report.requirements if (row.profile, row.operation) == place]
        _suite(root, " ".join(place), rows, report)
    for totals in ("tests", "failures", "errors", "skipped"):
        root.set(totals, str(sum(int(suite.get(totals, "0")) for suite in root)))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _suite(root: Element, name: str, rows: list[RowReport], report: Report) -> None:
    suite = SubElement(root, "testsuite", name=name)
    for row in rows:
        for case_name, failure in _cases(row):
            _case(suite, row, case_name, failure)
    counted = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(suite.findall("testcase"))))
    for total, tag in counted.items():
        suite.set(total, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("timestamp", report.started.partition("+")[0])
    suite.set("time", "0")


def _cases(row: RowReport) -> Iterator[tuple[str, Failure | None]]:
    if not row.failures:
        yield row.id, None
    for failure in row.failures:
        yield failure.case, failure


def _case(suite: Element, row: RowReport, name: str, failure: Failure | None) -> None:
    case = SubElement(suite, "testcase", name=name, classname=row.id.partition("-")[0], time="0")
    properties = SubElement(case, "properties")
    for key, value in (("requirement", row.id), ("level", row.level), ("profile", row.profile)):
        SubElement(properties, "property", name=key, value=value)
    message = _clean((failure.message if failure else None) or row.reason or row.title)
    details = _clean(f"{message}\n{(failure.curl if failure else None) or ''}".strip())
    if row.verdict == "error":
        SubElement(case, "error", message=message, type="error").text = details
    elif row.verdict in _FAILED:
        SubElement(case, "failure", message=message, type=row.verdict).text = details
    elif row.verdict in _SKIPPED:
        reason = f"{row.verdict}: {row.reason or message}"
        SubElement(case, "skipped", message=_clean(reason))
    elif row.verdict != "pass":
        SubElement(case, "system-out").text = f"{row.verdict}: {details}"


def _clean(text: str) -> str:
    """Replace characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
