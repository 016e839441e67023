"""The client suite finds every broken client, by the checks meant for it, and no other."""

import re

import pytest

from invocant_conformance import requirements
from invocant_conformance.client.plan import MakeDriver, Plan
from invocant_conformance.client.run import run
from invocant_conformance.results import Results
from invocant_conformance.verdicts import BROKEN, Exit

from .forms import FORMS
from .mutants import CONTROL, MUTANTS, Mutant

CLIENT_ROWS = {row.id for row in requirements.load() if "client" in row.kinds}

JUDGED_ELSEWHERE: frozenset[str] = frozenset()
"""Requirements that are not tried by making calls, each shown to be judged by tests of its own."""

FLAVOURS = {"sync", "async"}
BETWEEN_FLAVOURS = "CLI-SYNC-001"


def flavours(found: Results) -> set[str]:
    """The clients of which some case failed; their names end the ids of their cases."""
    failed = [case.case for row in found.rows for case in row.failures]
    return {re.split(r"[\[,]", case.removesuffix("]"))[-1] for case in failed} & FLAVOURS


def outcome(clients: tuple[MakeDriver, ...], *only: str) -> Results:
    return run(Plan(clients=clients, only=only, examples=5))


@pytest.mark.parametrize("mutant", [*MUTANTS, *FORMS], ids=lambda mutant: mutant.name)
def test_broken_client_fails_the_check_meant_for_it(mutant: Mutant) -> None:
    found = outcome(mutant.clients, mutant.requirement)
    assert {row.verdict for row in found.rows} & BROKEN, mutant.requirement
    assert found.exit_code == Exit.NOT_CONFORMANT
    assert flavours(found) == (set() if mutant.requirement == BETWEEN_FLAVOURS else FLAVOURS)


@pytest.fixture(scope="module")
def control() -> Results:
    """What the suite finds where nothing is broken."""
    return outcome(CONTROL)


def test_untouched_traffic_passes_everything(control: Results) -> None:
    assert {row.key.id: row.failures for row in control.rows if row.failures} == {}
    assert control.conformant


def test_every_client_requirement_is_tried(control: Results) -> None:
    tried = {row.key.id for row in control.rows if row.executed}
    assert tried | JUDGED_ELSEWHERE == CLIENT_ROWS
    assert not tried & JUDGED_ELSEWHERE


def test_every_client_requirement_is_broken_by_a_client() -> None:
    assert {mutant.requirement for mutant in MUTANTS} == CLIENT_ROWS - JUDGED_ELSEWHERE
