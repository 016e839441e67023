"""Facts of a run in words, as several reports say them."""

from datetime import datetime
from typing import Final

from .reading import Report

_SHORT_DIGEST: Final = 12


def moment(started: str) -> str:
    """Return a time of results.json for a reader; what is no time stays as it is."""
    try:
        return f"{datetime.fromisoformat(started):%Y-%m-%d %H:%M %Z}".rstrip()
    except ValueError:
        return started


def suite(report: Report) -> str:
    """Return which release judged, by which specification."""
    return f"invocant {report.suite.version}, specification {report.suite.spec[:_SHORT_DIGEST]}"
