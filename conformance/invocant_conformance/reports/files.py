"""The reports of a run as files."""

import json
from pathlib import Path

from pydantic import JsonValue

from . import junit, reading, summary


def write(document: dict[str, JsonValue], folder: Path) -> None:
    """Write results.json, and from it the other reports."""
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    (folder / "results.json").write_text(text, encoding="utf-8", errors="backslashreplace")
    report = reading.read(document)
    (folder / "junit.xml").write_bytes(junit.render(report))
    (folder / "summary.md").write_text(summary.markdown(report), encoding="utf-8")
    badge = json.dumps(summary.badge(report), ensure_ascii=False)
    (folder / "badge.json").write_text(badge + "\n", encoding="utf-8")
