"""Every requirement is shown to fail on a broken server, by the check meant for it."""

import functools

import pytest

from invocant_conformance import registry, requirements
from invocant_conformance.probes.custom_models import CustomModels
from invocant_conformance.probes.management import Management
from invocant_conformance.probes.throughput import Throughput
from invocant_conformance.results import CaseResult, rows
from invocant_conformance.verdicts import CaseOutcome

from .mutants import bench, harmless, harmless_chats, harmless_forms
from .mutants.harmless import Variant
from .mutants.middleware import Answer, Call, Server
from .mutants.mutant import Mutant
from .mutants.report import KillTable, Line
from .mutants.table import MUTANTS

VARIANTS = (*harmless.VARIANTS, *harmless_chats.VARIANTS, *harmless_forms.VARIANTS)
_ROWS = [f"V{number:02}" for number in range(1, 29)]
_HARMLESS = [f"G{number:02}" for number in range(1, 13)]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait long for endpoints that will never be ready; custom models take their time."""
    monkeypatch.setattr(Management, "patience", 0.1)
    monkeypatch.setattr(CustomModels, "patience", 2.0)
    monkeypatch.setattr(Throughput, "patience", 2.0)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_mutant_is_killed(mutant: Mutant, kill_table: KillTable, full_matrix: bool) -> None:
    """The check meant for the mutant fails, in every profile for which the rule holds.

    A rule of one task fails on every operation that serves the task.
    """
    results = bench.judge(
        mutant.mutation,
        on=True,
        requirements=() if full_matrix else (mutant.requirement,),
        profiles=tuple(mutant.levels),
        over_a_socket=mutant.over_a_socket,
    )
    failed = {each.key for each in results if _red(each)}
    meant = {key for key in failed if key.id == mutant.requirement}
    profiles = tuple(sorted({key.profile for key in meant}))
    line = Line(
        mutant=mutant.name,
        requirement=mutant.requirement,
        profiles=profiles,
        wanted=tuple(sorted(mutant.levels)),
        red=tuple(sorted({key.id for key in failed})),
        cases=tuple(sorted({each.case for each in results if _red(each)})),
    )
    kill_table.lines.append(line)
    assert line.killed
    tried = {each.key for each in results if each.key.id == mutant.requirement}
    assert _of_every_operation(mutant.requirement) or tried == meant


def _red(result: CaseResult) -> bool:
    return result.outcome is CaseOutcome.FAILED


def _of_every_operation(requirement: str) -> bool:
    """Whether a rule is for operations of all kinds, which no mutant breaks all at once."""
    scopes = {check.task for check in registry.load() if check.requirement == requirement}
    return "any" in scopes


@pytest.mark.parametrize(
    "requirement", sorted({mutant.requirement for mutant in MUTANTS if not mutant.over_a_socket})
)
def test_unbroken_server_is_green(requirement: str) -> None:
    """With the switch off, the same traffic through the middleware finds nothing."""
    assert _complaints_without_mutation(requirement) == []


def test_every_check_is_green_on_the_unbroken_server(kill_table: KillTable) -> None:
    """The whole directed phase finds nothing through a middleware that is switched on but idle."""
    results = bench.judge(_idle, on=True)
    kill_table.ran += sorted({each.case for each in results})
    assert bench.complaints(results) == []


def test_every_server_requirement_is_judged_in_a_real_run() -> None:
    """The release gate: no requirement is without checks that ran, or without a mutant.

    Checks that only skip have judged nothing, but for those that need a socket.
    """
    judged = {
        each.key.id
        for each in _results_without_mutation()
        if each.outcome is not CaseOutcome.SKIPPED
    }
    shown = {each.requirement for each in MUTANTS}
    on_sockets = {each.requirement for each in MUTANTS if each.over_a_socket}
    rows = {row.id for row in requirements.load() if "server" in row.kinds}
    assert rows - ((judged | on_sockets) & shown) == set()


@pytest.mark.parametrize(
    ("variant", "profile"),
    [
        pytest.param(variant, profile, id=f"{variant.name}-{profile}")
        for variant in VARIANTS
        for profile in variant.profiles
    ],
)
def test_harmless_variant_is_green(variant: Variant, profile: str) -> None:
    """An allowed peculiarity leads to no complaint by any check, warnings included."""
    assert bench.complaints(bench.judge(variant.mutation, on=True, profiles=(profile,))) == []


def test_a_must_about_what_a_server_never_does_is_not_missing() -> None:
    """Nobody has to call several tools at once: how that is done then says nothing."""
    variant = harmless_chats.ONE_CALL_AT_A_TIME
    found = bench.judge(
        variant.mutation, on=True, requirements=("CHAT-TOOL-010",), profiles=variant.profiles
    )
    assert {row.applies for row in rows(found)} == {False}


def test_events_of_the_unbroken_server_leave_one_by_one() -> None:
    """Over a socket the control of the mutant that holds events back is green."""
    (mutant,) = (mutant for mutant in MUTANTS if mutant.over_a_socket)
    results = bench.judge(
        mutant.mutation, on=False, requirements=(mutant.requirement,), over_a_socket=True
    )
    assert {each.outcome for each in results} == {CaseOutcome.PASSED}


@pytest.mark.parametrize("row", _ROWS)
def test_every_defect_has_a_mutant(row: str) -> None:
    """Every row of the table of defects is present."""
    assert row in {mutant.row for mutant in MUTANTS}


@pytest.mark.parametrize("row", _HARMLESS)
def test_every_harmless_variant_is_present(row: str) -> None:
    """Every row of the table of harmless variants is present."""
    assert row in {variant.name[:3] for variant in VARIANTS}


def test_every_server_requirement_has_a_mutant() -> None:
    """No requirement of a server goes unproved."""
    rows = {row.id for row in requirements.load() if "server" in row.kinds}
    assert rows - {mutant.requirement for mutant in MUTANTS} == set()


def test_no_draft_has_a_mutant() -> None:
    """What is not judged yet is not shown to be judged."""
    assert {row.id for row in requirements.drafts()} & {
        each.requirement for each in MUTANTS
    } == set()


def test_every_server_requirement_has_a_check() -> None:
    """No requirement of a server goes unchecked."""
    rows = {row.id for row in requirements.load() if "server" in row.kinds}
    assert rows - {check.requirement for check in registry.load()} == set()


@pytest.mark.parametrize(
    "mutant", [each for each in MUTANTS if each.row], ids=lambda mutant: mutant.name
)
def test_levels_are_those_of_the_specification(mutant: Mutant) -> None:
    """A requirement is as binding as the table of defects says, for the same profiles."""
    assert dict(requirements.by_id()[mutant.requirement].levels) == dict(mutant.levels)


def test_names_of_mutants_are_unique() -> None:
    """No mutant stands in the table twice."""
    names = [mutant.name for mutant in MUTANTS]
    assert sorted(set(names)) == sorted(names)


async def _idle(call: Call, server: Server) -> Answer:
    return await server.answer(call)


@functools.cache
def _results_without_mutation() -> tuple[CaseResult, ...]:
    return bench.judge(_idle, on=False)


def _complaints_without_mutation(requirement: str) -> list[str]:
    found = [each for each in _results_without_mutation() if each.key.id == requirement]
    assert found
    return bench.complaints(found)
