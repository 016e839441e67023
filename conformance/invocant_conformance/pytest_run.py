"""Runs the suite once for all tests of a pytest run, those of other processes included."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from .ending import until_signal
from .json_values import JsonValue, dump
from .plan import Plan
from .reports import files, reading, results_json
from .reports.reading import Report, RowReport
from .results import Key
from .run import Interrupted, run

_RESULTS: Final = "invocant-results.json"
_SECONDS: Final = 3600.0


class Broken(Exception):
    """A requirement is not kept, or could not be tried; the message is what a report says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Once:
    """One run for all tests. `shared` is the file through which processes share it, if they do.

    `report` is the folder for reports, if there is one.
    """

    plan: Plan
    report: Path | None
    shared: Path | None


def rows(once: Once, only: Sequence[str]) -> dict[Key, RowReport]:
    """Run the suite for some requirements, unless another process does; return what was found.

    Raises Broken where the other process fails, KeyboardInterrupt for a signal, and what `run`
    raises.
    """
    report = _tested(once, only) if _is_mine(once.shared) else _awaited(once.shared)
    return {
        Key(id=row.id, profile=row.profile, operation=row.operation): row
        for row in report.requirements
    }


def shared(config: pytest.Config) -> Path | None:
    """Return the file that the processes of one pytest-xdist run share, None without it."""
    own: str | None = config.getoption("basetemp")
    is_one_of_several = hasattr(config, "workerinput") and own is not None
    return Path(own).parent / _RESULTS if is_one_of_several and own else None


def _is_mine(file: Path | None) -> bool:
    """Whether this process is to run the suite: it is the first to ask, or the only one."""
    if file is None:
        return True
    try:
        file.with_suffix(".lock").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _tested(once: Once, only: Sequence[str]) -> Report:
    """Run the suite, and write what it found for other processes and as reports."""
    try:
        found = asyncio.run(until_signal(run(replace(once.plan, only=tuple(only)))))
    except BaseException as end:
        if once.shared is not None:
            once.shared.touch()
        if isinstance(end, Interrupted):
            raise KeyboardInterrupt(*end.left_over) from None
        raise
    document = results_json.document(found)
    if once.shared is not None:
        _write(document, once.shared)
    if once.report is not None:
        files.write(document, once.report)
    return reading.read(document)


def _write(document: dict[str, JsonValue], file: Path) -> None:
    """Write a file that is whole as soon as it is there."""
    part = file.with_suffix(".part")
    part.write_text(dump(document), encoding="utf-8")
    part.rename(file)


def _awaited(file: Path | None) -> Report:
    """Wait for the process that runs the suite."""
    deadline = time.monotonic() + _SECONDS
    while file is None or not file.exists():
        if time.monotonic() > deadline:
            raise Broken(f"no results within {_SECONDS:g} s")
        time.sleep(0.1)
    text = file.read_text(encoding="utf-8")
    if not text:
        raise Broken("the suite failed in another process")
    return Report.model_validate_json(text)
