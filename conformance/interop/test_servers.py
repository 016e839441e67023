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
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from interop.servers.process import RunningServer, answers, group_is_alive
from interop.targets import TARGETS, Target

KNOWN_FAILURES = Path(__file__).parent.parent / "known-failures"
MAX_CALLS = 2000


class Row(BaseModel):
    id: str
    level: str
    verdict: str


class Summary(BaseModel):
    must_executed: int
    must_total: int


class Results(BaseModel):
    summary: Summary
    requirements: list[Row]


class KnownFailure(BaseModel):
    check: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """How one run of the suite ended."""

    exit_code: int
    results: Results

    def ids(self, verdict: str) -> set[str]:
        return {row.id for row in self.results.requirements if row.verdict == verdict}


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
    """Run the gateway profile as a user would, print its summary, read its results."""
    models = [f"--endpoint={task}={name}" for task, name in target.models.items()]
    command = [
        str(Path(sys.executable).with_name("invocant")),
        "conformance",
        server.url + target.base_path,
        "--profile=gateway",
        f"--token={target.token}",
        f"--report={report}",
        f"--max-calls={MAX_CALLS}",
        *models,
        *arguments,
    ]
    process = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    print(process.stdout)
    results = Results.model_validate_json((report / "results.json").read_bytes())
    return Run(exit_code=process.returncode, results=results)


def known_failures(target: Target) -> Path:
    return KNOWN_FAILURES / f"{target.name}.yaml"


def known_ids(target: Target) -> set[str]:
    entries = yaml.safe_load(known_failures(target).read_text())
    return {entry.check for entry in list_of_known_failures.validate_python(entries)}


@each_target
def test_nothing_but_its_known_failures_is_wrong_with_a_real_server(
    target: Target, servers: dict[str, RunningServer], tmp_path: Path
) -> None:
    run = run_suite(
        servers[target.name],
        target,
        tmp_path,
        f"--known-failures={known_failures(target)}",
    )

    assert run.exit_code == 0
    assert run.results.summary.must_executed == run.results.summary.must_total > 0
    assert run.ids("known") == known_ids(target)


@each_target
def test_each_known_failure_fails_the_run_when_nobody_declares_it(
    target: Target, servers: dict[str, RunningServer], tmp_path: Path
) -> None:
    run = run_suite(servers[target.name], target, tmp_path)

    assert run.exit_code == 1
    assert run.ids("fail") | run.ids("untestable") | run.ids("warn") >= known_ids(target)


@each_target
def test_a_stopped_server_leaves_nothing_behind(target: Target, tmp_path: Path) -> None:
    with target.start(tmp_path, target.token) as server:
        url = f"{server.url}{target.base_path}/models"
        assert answers(url, token=target.token)

    assert not group_is_alive(server.group)
    assert not answers(url, token=target.token)
