"""The suite judges clients that others wrote: it finds what is wrong with them, and only that.

What a client breaks is kept in `known-failures/clients/`, with its reason; what the suite reports
but the client does not do would be a defect of the suite, of the specification, or of the adapter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from interop.client_deviations import DEVIATIONS, Deviation
from interop.client_targets import CLIENTS, ClientTarget

KNOWN_FAILURES = Path(__file__).parent.parent / "known-failures" / "clients"
REPORTS = os.environ.get("INTEROP_REPORTS")
"""Where the results stay, for the pages that are made from them."""
LONGEST_RUN_S = 300.0
# They wait more than they work: for pauses before retries, and for streams that stay silent.
AT_ONCE = 4


class Failure(BaseModel):
    case: str
    message: str


class Row(BaseModel):
    id: str
    level: str
    operation: str
    verdict: str
    failures: list[Failure]


class Summary(BaseModel):
    must_total: int
    error: int
    untestable: int


class Results(BaseModel):
    target: str
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

each_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Run]:
    """Run the suite on every client as a user would, with its known failures declared."""
    reports = Path(REPORTS) if REPORTS else tmp_path_factory.mktemp("reports")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(partial(run_suite, reports=reports / "clients"), CLIENTS)
        return {client.name: run for client, run in zip(CLIENTS, found, strict=True)}


def run_suite(client: ClientTarget, reports: Path) -> Run:
    report = reports / client.name
    report.mkdir(parents=True, exist_ok=True)
    command = [
        *(str(Path(sys.executable).with_name("invocant")), "conformance", "client", "--strict"),
        *(f"--report={report}", f"--known-failures={file_of(client)}", "--", *client.command),
    ]
    process = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    results = Results.model_validate_json((report / "results.json").read_bytes())
    return Run(exit_code=process.returncode, summary=process.stdout, results=results)


def file_of(client: ClientTarget) -> Path:
    return KNOWN_FAILURES / f"{client.name}.yaml"


def known_failures(client: ClientTarget) -> list[KnownFailure]:
    return list_of_known_failures.validate_python(yaml.safe_load(file_of(client).read_text()))


@each_client
def test_nothing_but_its_known_failures_is_wrong_with_a_real_client(
    client: ClientTarget, runs: Mapping[str, Run]
) -> None:
    """Warnings included; the adapter answers every case, in bounded time."""
    found = runs[client.name]
    print(found.summary)

    assert found.exit_code == 0
    assert (found.results.summary.error, found.results.summary.untestable) == (0, 0)
    assert found.results.summary.must_total > 0
    assert found.results.duration_s < LONGEST_RUN_S


@each_client
def test_every_known_failure_is_about_something_that_failed(
    client: ClientTarget, runs: Mapping[str, Run]
) -> None:
    """One that the suite does not find makes the run fail only if something else passed."""
    found = runs[client.name].rows("known", "flaky")
    lasting = [entry for entry in known_failures(client) if not entry.flaky]
    assert [entry for entry in lasting if not any(map(entry.is_about, found))] == []


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda each: f"{each.client}-{each.what}")
def test_what_is_known_to_be_wrong_with_a_client_is_found(
    deviation: Deviation, runs: Mapping[str, Run]
) -> None:
    """What was seen without the suite is found by the case that is meant for it, which says it."""
    found = [
        failure.message
        for row in runs[deviation.client].rows("known")
        for failure in row.failures
        if failure.case.partition("[")[0] == deviation.case
    ]
    assert any(deviation.says in message for message in found), found
