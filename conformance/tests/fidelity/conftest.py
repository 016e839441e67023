"""Judges the recordings once, and prints what share of them fits the specification."""

from collections.abc import Sequence

import pytest

from . import deviations, recordings, shares
from .deviations import Deviation
from .judging import Verdict, judge

_TABLE = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def known() -> Sequence[Deviation]:
    """The known deviations."""
    return deviations.load()


@pytest.fixture(scope="session")
def verdicts(pytestconfig: pytest.Config, known: Sequence[Deviation]) -> Sequence[Verdict]:
    """The verdict on every recording."""
    found = [judge(recording) for recording in recordings.load()]
    pytestconfig.stash[_TABLE] = shares.table(found, known)
    return found


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the shares, and write them where the kill matrix is written."""
    table = config.stash.get(_TABLE, "")
    if not table:
        return
    terminalreporter.section("fidelity")
    terminalreporter.write(table)
    if directory := config.getoption("--matrix-report"):
        directory.mkdir(parents=True, exist_ok=True)
        directory.joinpath("fidelity.md").write_text(table)
