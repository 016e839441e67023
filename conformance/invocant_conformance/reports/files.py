"""The reports of a run as files."""

import json
from collections.abc import Mapping
from pathlib import Path

from .. import requirements
from ..json_values import JsonValue
from ..requirements import Requirement
from . import junit, matrix_markdown, reading, summary
from .matrix import Matrix
from .page import matrix as matrix_page
from .page import report as report_page


def write(document: dict[str, JsonValue], folder: Path) -> None:
    """Write results.json, and from it the other reports."""
    _write(folder / "results.json", json.dumps(document, ensure_ascii=False, indent=1))
    report = reading.read(document)
    (folder / "junit.xml").write_bytes(junit.render(report))
    _write(folder / "report.html", report_page.render(report, requirements.by_id()))
    _write(folder / "summary.md", summary.markdown(report))
    _write(folder / "badge.json", json.dumps(summary.badge(report)))


def write_matrix(matrix: Matrix, rules: Mapping[str, Requirement], folder: Path) -> None:
    """Write matrix.html and matrix.md; `rules` are the rows of the specification by id."""
    _write(folder / "matrix.html", matrix_page.render(matrix, rules))
    _write(folder / "matrix.md", matrix_markdown.markdown(matrix))


def _write(path: Path, text: str) -> None:
    """Write UTF-8; halves of surrogate pairs, which answers may hold, become escapes."""
    path.write_text(text.rstrip() + "\n", encoding="utf-8", errors="backslashreplace")
