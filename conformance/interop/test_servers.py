"""The suite judges servers that others wrote: it finds what is wrong with them, and only that.

A deviation of a server is kept in `known-failures/`, with its reason; one that the suite reports
but the server does not have would be a defect of the suite or of the specification.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from interop.deviations import DEVIATIONS, Deviation
from interop.servers.process import RunningServer, answers, group_is_alive
from interop.targets import SERVERS, TARGETS, Server, Target
from interop.targets_on_demand import ASKED_FOR

KNOWN_FAILURES = Path(__file__).parent.parent / "known-failures"
REPORTS = os.environ.get("INTEROP_REPORTS")
"""Where the results stay, for the tables that are made from them."""
TESTED = (*TARGETS, *ASKED_FOR)
STARTED = (*SERVERS, *(target.server for target in ASKED_FOR))
FOUND = [each for each in DEVIATIONS if any(each.target == target.name for target in TESTED)]


class Row(BaseModel):
    id: str
    level: str
    operation: str
    verdict: str


class Summary(BaseModel):
    must_total: int


class Results(BaseModel):
    duration_s: float
    summary: Summary
    requirements: list[Row]


class KnownFailure(BaseModel):
    check: str
    reason: str
    operation: str = "*"
    flaky: bool = False

    def is_about(self, row: Row) -> bool:
        return fnmatchcase(row.id, self.check) and fnmatchcase(row.operation, self.operation)


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """How one run of the suite ended."""

    exit_code: int
    summary: str
    results: Results

    def rows(self, *verdicts: str) -> list[Row]:
        return [row for row in self.results.requirements if row.verdict in verdicts]


list_of_known_failures = TypeAdapter(list[KnownFailure])

each_target = pytest.mark.parametrize("target", TESTED, ids=lambda target: target.name)


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory,
) -> Generator[Callable[[Server], str], None, None]:
    """The URL of a server, which is started when it is first asked for."""
    running: dict[str, RunningServer] = {}
    with ExitStack() as stack:

        def url(server: Server) -> str:
            if server.name not in running:
                work_dir = tmp_path_factory.mktemp(server.name)
                running[server.name] = stack.enter_context(server.start(work_dir))
            return running[server.name].url

        yield url


@pytest.fixture(scope="module")
def run(
    tmp_path_factory: pytest.TempPathFactory, address: Callable[[Server], str]
) -> Callable[[Target], Run]:
    """Run the suite on a target as a user would, once, with its known failures declared."""
    runs: dict[str, Run] = {}
    reports = Path(REPORTS) if REPORTS else tmp_path_factory.mktemp("reports")

    def run(target: Target) -> Run:
        if target.name not in runs:
            url = address(target.server) + target.base_path
            declared = f"--known-failures={file_of(target)}"
            runs[target.name] = run_suite(url, target, reports / target.name, "--strict", declared)
        return runs[target.name]

    return run


def run_suite(url: str, target: Target, report: Path, *arguments: str) -> Run:
    command = [
        *(str(Path(sys.executable).with_name("invocant")), "conformance", url),
        f"--profile={','.join(target.profiles)}",
        f"--report={report}",
        *(f"--endpoint={task}={name}" for task, name in target.models.items()),
        *([f"--token={target.token}"] if target.token else []),
        *arguments,
    ]
    process = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    results = Results.model_validate_json((report / "results.json").read_bytes())
    return Run(exit_code=process.returncode, summary=process.stdout, results=results)


def file_of(target: Target) -> Path:
    return KNOWN_FAILURES / f"{target.name}.yaml"


def known_failures(target: Target) -> list[KnownFailure]:
    return list_of_known_failures.validate_python(yaml.safe_load(file_of(target).read_text()))


@each_target
def test_nothing_but_its_known_failures_is_wrong_with_a_real_server(
    target: Target, run: Callable[[Target], Run]
) -> None:
    """Warnings included; a MUST that applies but cannot be tried is a known failure as well."""
    found = run(target)
    print(found.summary)

    assert found.exit_code == 0
    musts = [row for row in found.rows("pass", "known", "flaky") if row.level == "MUST"]
    assert len(musts) == found.results.summary.must_total > 0
    assert found.results.duration_s < target.longest_run_s


@each_target
def test_every_known_failure_is_about_something_that_failed(
    target: Target, run: Callable[[Target], Run]
) -> None:
    """One that the suite does not find makes the run fail only if something else passed."""
    found = run(target).rows("known", "flaky")
    lasting = [entry for entry in known_failures(target) if not entry.flaky]
    assert [entry for entry in lasting if not any(map(entry.is_about, found))] == []


@pytest.mark.parametrize("deviation", FOUND, ids=lambda each: f"{each.target}-{each.what}")
def test_what_is_known_to_be_wrong_with_a_server_is_found(
    deviation: Deviation, run: Callable[[Target], Run]
) -> None:
    """What was seen without the suite is found by the check that is meant for it."""
    (target,) = (each for each in TESTED if each.name == deviation.target)
    found = {(row.id, row.operation) for row in run(target).rows("known")}
    assert (deviation.requirement, deviation.operation) in found


@pytest.mark.parametrize("server", STARTED, ids=lambda server: server.name)
def test_a_stopped_server_leaves_nothing_behind(server: Server, tmp_path: Path) -> None:
    with server.start(tmp_path) as running:
        url = running.url + server.alive
        assert answers(url)

    assert not group_is_alive(running.group)
    assert not answers(url)
