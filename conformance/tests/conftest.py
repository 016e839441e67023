"""Options of the tests, and the table that the kill matrix prints at the end.

Where tests run in several processes, each sends its part of the table to the one that prints it.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings
from pydantic import TypeAdapter

from invocant_conformance import requirements

from .mutants import page
from .mutants.report import KillTable

# Properties are about values; how fast a busy machine finds them is none of them.
settings.register_profile("values", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("values")

_TABLE = pytest.StashKey[KillTable]()
_SENT = "kill_table"
_PART = TypeAdapter(KillTable)


class Node(Protocol):
    """What pytest-xdist knows of a process that ran tests."""

    config: pytest.Config


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the matrix, of the fault tests and of the state's."""
    parser.addoption(
        "--abandoned-streams",
        metavar="NUMBER",
        type=int,
        default=1000,
        help="open and abandon so many streams with each client (default 1000)",
    )
    parser.addoption(
        "--kills",
        metavar="NUMBER",
        type=int,
        default=5,
        help="kill so many servers while clients change their state (default 5)",
    )
    group = parser.getgroup("kill matrix")
    group.addoption(
        "--full-matrix",
        action="store_true",
        help="run every check, not only those meant for it, against every mutant",
    )
    group.addoption(
        "--matrix-report",
        metavar="DIR",
        type=Path,
        help="write the mutants and what went red to DIR/kill-matrix.md and kill-matrix.html",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make an empty table."""
    config.stash[_TABLE] = KillTable()


@pytest.fixture
def kill_table(pytestconfig: pytest.Config) -> KillTable:
    """The table that the tests of the matrix fill."""
    return pytestconfig.stash[_TABLE]


@pytest.fixture
def full_matrix(pytestconfig: pytest.Config) -> bool:
    """Whether every check runs against every mutant."""
    return bool(pytestconfig.getoption("--full-matrix"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the table, when another process is to print it."""
    sent: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if sent is not None:
        sent[_SENT] = asdict(session.config.stash[_TABLE])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Node) -> None:
    """Take what a process sent; one that broke down sent nothing."""
    sent = getattr(node, "workeroutput", {}).get(_SENT, {})
    part, table = _PART.validate_python(sent), node.config.stash[_TABLE]
    table.lines += part.lines
    table.ran += part.ran


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table, and write it where that was asked for."""
    table = config.stash[_TABLE]
    if not table.lines:
        return
    terminalreporter.section("kill matrix")
    terminalreporter.write(table.markdown())
    directory: Path | None = config.getoption("--matrix-report")
    if directory is not None:
        directory.mkdir(parents=True, exist_ok=True)
        directory.joinpath("kill-matrix.md").write_text(table.markdown())
        rules = [row for row in requirements.load() if "server" in row.kinds]
        rendered = page.render(table.lines, table.checks(), rules)
        directory.joinpath("kill-matrix.html").write_text(rendered, encoding="utf-8")
