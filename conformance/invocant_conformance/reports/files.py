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
    _replace(folder / "junit.xml", junit.render(report))
    _write(folder / "report.html", report_page.render(report, requirements.by_id()))
    _write(folder / "summary.md", summary.markdown(report))
    _write(folder / "badge.json", json.dumps(summary.badge(report)))


def write_matrix(matrix: Matrix, rules: Mapping[str, Requirement], folder: Path) -> None:
    """Write matrix.html and matrix.md; `rules` are the rows of the specification by id."""
    _write(folder / "matrix.html", matrix_page.render(matrix, rules))
    _write(folder / "matrix.md", matrix_markdown.markdown(matrix))


def _write(path: Path, text: str) -> None:
    """Write UTF-8; halves of surrogate pairs, which answers may hold, become escapes."""
    _replace(path, (text.rstrip() + "\n").encode(errors="backslashreplace"))


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that whoever reads it sees all of it or what was there before."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    beside.replace(path)
