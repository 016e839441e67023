"""The reports of a run as files."""

import json
from pathlib import Path

from ..json_values import JsonValue
from . import junit, reading, summary


def write(document: dict[str, JsonValue], folder: Path) -> None:
    """Write results.json, and from it the other reports."""
    _write(folder / "results.json", json.dumps(document, ensure_ascii=False, indent=1))
    report = reading.read(document)
    (folder / "junit.xml").write_bytes(junit.render(report))
    _write(folder / "summary.md", summary.markdown(report))
    _write(folder / "badge.json", json.dumps(summary.badge(report)))


def _write(path: Path, text: str) -> None:
    """Write UTF-8; halves of surrogate pairs, which answers may hold, become escapes."""
    path.write_text(text.rstrip() + "\n", encoding="utf-8", errors="backslashreplace")
