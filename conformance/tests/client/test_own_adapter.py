"""Our clients come to the same through the adapter protocol as they do in this process."""

import sys
from functools import cache, partial
from typing import Final

import pytest

from invocant_conformance.client.adapter import AdapterDriver
from invocant_conformance.client.own import AsyncDriver, SyncDriver
from invocant_conformance.client.plan import MakeDriver, Plan
from invocant_conformance.client.run import run
from invocant_conformance.client.trial import ANY_CLIENT, OWN_CLIENT
from invocant_conformance.results import Results
from invocant_conformance.verdicts import Exit

COMMAND: Final = (sys.executable, "-m", "invocant_conformance.client.adapters.own")

# For the libraries that the clients do not use by themselves.
ON_WIRE: Final = ("CLI-SSE-003", "CLI-HTTP-*", "CLI-PARSE-005", "CLI-ERROR-001")


def adapter(*options: str) -> MakeDriver:
    return partial(AdapterDriver, (*COMMAND, *options), log=lambda line: None)


def verdicts(found: Results) -> dict[str, list[tuple[str, str, str]]]:
    """For each requirement what every operation and case came to."""
    told: dict[str, list[tuple[str, str, str]]] = {}
    for row in found.rows:
        told.setdefault(row.key.id, []).extend(
            (row.operation, case.case, case.outcome) for case in row.cases
        )
    return told


@cache
def in_process(asynchronous: bool) -> Results:
    client: MakeDriver = AsyncDriver if asynchronous else SyncDriver
    return run(Plan(clients=(client,), examples=2))


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_a_whole_run_is_the_same(asynchronous: bool) -> None:
    options = ("--async",) if asynchronous else ()
    found = run(Plan(clients=(adapter(*options),), examples=2))
    assert {row.key.id: row.failures for row in found.rows if row.failures} == {}
    assert found.exit_code == Exit.CONFORMANT
    assert found.conformant
    assert verdicts(found) == verdicts(in_process(asynchronous))


@pytest.mark.parametrize(
    "options",
    [
        ("--transport", "httpx2"),
        ("--async", "--transport", "httpx"),
        ("--async", "--transport", "aiohttp"),
    ],
    ids=" ".join,
)
def test_cases_on_the_wire_pass_over_every_library(options: tuple[str, ...]) -> None:
    found = run(Plan(clients=(adapter(*options),), only=ON_WIRE, examples=2))
    assert {row.key.id: row.failures for row in found.rows if row.failures} == {}
    assert {row.verdict for row in found.rows} == {"pass"}


def test_clients_that_keep_our_rules_keep_those_for_any_client() -> None:
    found = run(Plan(clients=(adapter(),), profile=ANY_CLIENT, only=("CLI-[!R]*",), examples=2))
    assert {row.key.id: row.failures for row in found.rows if row.failures} == {}
    assert {row.verdict for row in found.rows} == {"pass"}
    assert {row.key.profile for row in found.rows} == {ANY_CLIENT} != {OWN_CLIENT}
