"""The suite judges servers that others wrote: it finds what is wrong with them, and only that.

A deviation of a server is kept in `known-failures/`, with its reason; one that the suite reports
but the server does not have would be a defect of the suite or of the specification.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from interop.servers.process import RunningServer, answers, group_is_alive
from interop.targets import TARGETS, Target

KNOWN_FAILURES = Path(__file__).parent.parent / "known-failures"
LONGEST_RUN_S = 60.0


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

each_target = pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)


@pytest.fixture(scope="module")
def servers(
    tmp_path_factory: pytest.TempPathFactory,
) -> Generator[dict[str, RunningServer], None, None]:
    """Every target by name, started once for the runs of the suite."""
    with ExitStack() as stack:
        yield {
            target.name: stack.enter_context(
                target.start(tmp_path_factory.mktemp(target.name), target.token)
            )
            for target in TARGETS
        }


def run_suite(server: RunningServer, target: Target, report: Path, *arguments: str) -> Run:
    """Run the gateway profile as a user would; the summary is part of the result."""
    models = [f"--endpoint={task}={name}" for task, name in target.models.items()]
    command = [
        str(Path(sys.executable).with_name("invocant")),
        "conformance",
        server.url + target.base_path,
        "--profile=gateway",
        f"--token={target.token}",
        f"--report={report}",
        *models,
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
    target: Target, servers: dict[str, RunningServer], tmp_path: Path
) -> None:
    """Warnings included; a MUST that cannot be tried is a known failure as well."""
    declared = f"--known-failures={file_of(target)}"
    run = run_suite(servers[target.name], target, tmp_path, "--strict", declared)
    print(run.summary)

    assert run.exit_code == 0
    musts = [row for row in run.rows("pass", "known", "flaky") if row.level == "MUST"]
    assert len(musts) == run.results.summary.must_total > 0
    assert run.results.duration_s < LONGEST_RUN_S


@each_target
def test_every_known_failure_is_found_when_nobody_declares_it(
    target: Target, servers: dict[str, RunningServer], tmp_path: Path
) -> None:
    run = run_suite(servers[target.name], target, tmp_path)

    assert run.exit_code == 1
    found = run.rows("fail", "warn", "untestable", "skip")
    lasting = [entry for entry in known_failures(target) if not entry.flaky]
    assert [entry for entry in lasting if not any(map(entry.is_about, found))] == []


@each_target
def test_a_stopped_server_leaves_nothing_behind(target: Target, tmp_path: Path) -> None:
    with target.start(tmp_path, target.token) as server:
        url = f"{server.url}{target.base_path}/models"
        assert answers(url, token=target.token)

    assert not group_is_alive(server.group)
    assert not answers(url, token=target.token)
