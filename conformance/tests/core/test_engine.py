"""Directed checks that run beside each other find what they find one after another."""

import asyncio
from dataclasses import dataclass, field

import httpx
import pytest

from invocant_conformance.engine import Runner
from invocant_conformance.ledger import Ledger
from invocant_conformance.outcomes import Failed, Skipped, expect
from invocant_conformance.planning import PlannedCase
from invocant_conformance.registry import Check, make
from invocant_conformance.results import CaseResult, Key
from invocant_conformance.session import Session
from invocant_conformance.specification import operations
from invocant_conformance.surfaces import surface
from invocant_conformance.target import Surface
from invocant_conformance.verdicts import CaseOutcome

pytestmark = pytest.mark.anyio

_CHAT = operations.by_id()["createGatewayChatCompletion"]
_OTHER = operations.by_id()["createGatewayEngineChatCompletion"]
running: list[str] = []
drawn: dict[str, str] = {}


@dataclass
class Asking:
    """A probe that remembers what its checks did."""

    session: Session
    surface: Surface
    done: list[str] = field(default_factory=list[str])


class Waiting(Asking):
    """A probe whose checks have one each."""

    waits = True


async def passes_alone(asking: Asking) -> None:
    """Nothing else is running."""
    running.append(asking.surface.path)
    await asyncio.sleep(0)
    alone = running == [asking.surface.path]
    running.remove(asking.surface.path)
    expect(alone, "something else is running")


async def applies_alone(asking: Asking) -> None:
    """Nothing else is running, or else it does not seem to apply."""
    try:
        await passes_alone(asking)
    except Failed:
        raise Skipped("something else is running") from None


async def fails(asking: Asking) -> None:
    """Nothing makes this true."""
    expect(False, "broken")


async def draws(asking: Asking) -> None:
    """A name is drawn."""
    drawn[asking.surface.path] = asking.session.invent_name()


async def is_first(waiting: Waiting) -> None:
    """No other check has used the probe."""
    expect(not waiting.done, "used")
    waiting.done.append("first")


async def is_second(waiting: Waiting) -> None:
    """No other check has used the probe."""
    await is_first(waiting)


def planned(*checks: Check) -> list[PlannedCase]:
    """Return every check at two operations."""
    return [
        PlannedCase(
            key=Key(id=each.requirement, profile="gateway", operation=operation.label),
            check=each,
            surface=surface(operation, name="model", task="chat"),
        )
        for operation in (_CHAT, _OTHER)
        for each in checks
    ]


async def run(cases: list[PlannedCase], at_once: int) -> list[CaseResult]:
    async with httpx.AsyncClient() as client:
        session = Session(client=client, url="http://target.invalid", ledger=Ledger(seed="1"))
        runner = Runner(lambda profile: session, at_once=at_once)
        return [*await runner.run(cases, lambda result: None)]


async def test_what_does_not_pass_beside_others_is_tried_again_alone() -> None:
    checks = (passes_alone, applies_alone)
    cases = planned(*(make(each, "CHAT-META-001", task="chat") for each in checks))
    assert [each.outcome for each in await run(cases, 2)] == [CaseOutcome.PASSED] * 4


async def test_results_are_in_the_order_of_the_plan_and_failures_stay() -> None:
    checks = [make(each, "CHAT-META-001", task="chat") for each in (fails, draws)]
    cases = planned(*checks)
    found = await run(cases, 4)
    assert [each.key for each in found] == [each.key for each in cases]
    assert [each.outcome for each in found] == [CaseOutcome.FAILED, CaseOutcome.PASSED] * 2


async def test_names_do_not_depend_on_what_runs_beside() -> None:
    cases = planned(make(draws, "CHAT-META-001", task="chat"))
    await run(cases, 2)
    beside = dict(drawn)
    await run(cases[::-1], 1)
    assert drawn == beside
    assert len(set(drawn.values())) == 2


@pytest.mark.parametrize(("at_once", "fine"), [(1, 2), (4, 4)])
async def test_checks_that_wait_have_a_probe_each_beside_others_only(
    at_once: int, fine: int
) -> None:
    checks = [make(each, "CHAT-META-001", task="chat") for each in (is_first, is_second)]
    found = await run(planned(*checks), at_once)
    assert sum(each.outcome is CaseOutcome.PASSED for each in found) == fine
