"""Whole runs, in process, against small servers and the reference server."""

import asyncio
import json
import re
from dataclasses import dataclass, replace
from typing import Any

import pytest
from starlette.responses import JSONResponse
from starlette.types import ASGIApp

from invocant_conformance import registry
from invocant_conformance.known import KnownFailure
from invocant_conformance.locating import Unreachable
from invocant_conformance.outcomes import Untestable, expect
from invocant_conformance.plan import Plan
from invocant_conformance.registry import Check
from invocant_conformance.reports import results_json
from invocant_conformance.results import Results
from invocant_conformance.run import run
from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.session import Session
from invocant_conformance.specification import naming
from invocant_conformance.target import Surface
from invocant_conformance.verdicts import Verdict

from .foreign import MANAGED, Foreign, names
from .small import TOKEN, SmallGateway, chat_answer

pytestmark = pytest.mark.anyio


@dataclass
class Asking:
    """A probe that remembers what it was made for."""

    session: Session
    surface: Surface


async def answers(asking: Asking) -> None:
    """A chat is answered with 200."""
    body: Any = {"model": asking.surface.model, "messages": [{"role": "user", "content": "Hi"}]}
    exchange = await asking.session.send("POST", asking.surface.path, json=body)
    expect(exchange.status == 200, f"answers {exchange.status}", exchange)


async def breaks(asking: Asking) -> None:
    """A check with a fault of its own."""
    raise KeyError(asking.session.token)


async def cannot(asking: Asking) -> None:
    """A check without its prerequisite."""
    raise Untestable("no prerequisite")


async def creates_and_breaks(asking: Asking) -> None:
    """Creates an endpoint and leaves it behind."""
    for secret in ("{{secrets/a/b}}", "{{secrets/a/c}}"):
        await asking.session.send("POST", MANAGED, json=endpoint(asking.session, secret))
    raise KeyError("oops")


def endpoint(session: Session, secret: str) -> Any:
    model: Any = {"name": "m", "provider": "openai", "task": "llm/v1/chat"}
    model["openai_config"] = {"openai_api_key": secret}
    return {
        "name": session.invent_name(),
        "config": {"served_entities": [{"external_model": model}]},
    }


def chat_check(function: Any, requirement: str = "CHAT-META-001") -> Check:
    return registry.make(function, requirement, task="chat")


def plan(gateway: SmallGateway, *checks: Check) -> Plan:
    """Return a plan of these checks only, without generated requests."""
    return Plan(app=gateway.app(), token=TOKEN, checks=checks, generic=False)


def verdicts(found: Results) -> dict[str, Verdict]:
    return {f"{row.key.id} {row.operation}": row.verdict for row in found.rows}


async def test_a_check_that_passes_makes_a_conformant_run(gateway: SmallGateway) -> None:
    found = await run(plan(gateway, chat_check(answers)))
    assert verdicts(found) == {"CHAT-META-001 POST /chat/completions": Verdict.PASS}
    assert (found.exit_code, found.conformant, found.profiles) == (0, True, ("gateway",))


async def test_one_broken_must_ends_with_1(gateway: SmallGateway) -> None:
    gateway.answer = lambda body: JSONResponse(chat_answer(), 201)
    found = await run(plan(gateway, chat_check(answers), chat_check(cannot, "CHAT-SSE-012")))
    assert (found.exit_code, found.conformant) == (1, False)
    assert found.rows[0].failures[0].message == "answers 201"


async def test_an_exception_in_a_check_is_the_suites_own_error(gateway: SmallGateway) -> None:
    found = await run(plan(gateway, chat_check(answers), chat_check(breaks, "CHAT-ROLE-001")))
    assert found.exit_code == 4
    (row,) = (row for row in found.rows if row.verdict is Verdict.ERROR)
    assert row.reason is not None
    assert row.reason.startswith("KeyError: ")
    assert "test_run.py" in row.reason


async def test_no_check_at_all_ends_with_5(gateway: SmallGateway) -> None:
    assert (await run(plan(gateway))).exit_code == 5


async def test_a_must_without_its_prerequisite_ends_with_1(gateway: SmallGateway) -> None:
    found = await run(plan(gateway, chat_check(answers), chat_check(cannot, "CHAT-ROLE-001")))
    assert found.exit_code == 1


async def test_known_and_stale_entries_are_judged(gateway: SmallGateway) -> None:
    entry = KnownFailure(check="CHAT-META-001", reason="r")
    stale = await run(replace(plan(gateway, chat_check(answers)), known=(entry,)))
    assert (stale.exit_code, stale.summary[Verdict.STALE]) == (1, 1)
    gateway.answer = lambda body: JSONResponse(chat_answer(), 201)
    expected = await run(replace(plan(gateway, chat_check(answers)), known=(entry,)))
    assert (expected.exit_code, expected.summary[Verdict.KNOWN]) == (0, 1)
    assert not expected.conformant


async def test_an_optional_task_without_a_model_is_absent(gateway: SmallGateway) -> None:
    vectors = registry.make(answers, "EMB-META-001", task="embeddings")
    found = await run(plan(gateway, chat_check(answers), vectors))
    assert [row.key.id for row in found.rows] == ["CHAT-META-001"]
    assert "POST /embeddings" in found.absent


async def test_only_the_chosen_requirements_run(gateway: SmallGateway) -> None:
    checks = (chat_check(answers), chat_check(breaks, "CHAT-ROLE-001"))
    found = await run(replace(plan(gateway, *checks), only=("CHAT-META-*",)))
    assert list(verdicts(found)) == ["CHAT-META-001 POST /chat/completions"]
    assert (found.exit_code, found.must_executed, found.must_total) == (0, 1, 2)
    assert not found.conformant


@pytest.mark.parametrize("more", [1, 2, 4, 13, 53])
async def test_a_foreign_target_gets_no_request_beyond_its_budget(
    gateway: SmallGateway, more: int
) -> None:
    most = (await run(plan(gateway))).calls + more
    gateway.calls.clear()
    checks = tuple(chat_check(answers, row) for row in ("CHAT-META-001", "CHAT-ROLE-001"))
    found = await run(replace(plan(gateway, *checks), max_calls=most, generic=True, examples=100))
    assert len(gateway.calls) == found.calls <= most


async def test_a_budget_too_small_to_find_the_target_is_said(gateway: SmallGateway) -> None:
    with pytest.raises(Unreachable, match="--max-calls 2 is used up"):
        await run(replace(plan(gateway), max_calls=2))


async def test_generated_chats_are_short_at_foreign_targets(gateway: SmallGateway) -> None:
    await run(replace(plan(gateway), max_calls=150, generic=True, only=("CHAT-*",)))
    chats = [json.loads(body) for body in gateway.bodies if body.startswith(b'{"')]
    asked = [chat["max_tokens"] for chat in chats if "max_tokens" in chat]
    limits = [limit for limit in asked if isinstance(limit, int)]
    assert limits
    assert max(limits) <= 16


def foreign_plan(app: ASGIApp, **more: Any) -> Plan:
    return Plan(app=app, token=TOKEN, profiles=("management",), **more)


async def test_foreign_endpoints_are_not_touched_without_permission() -> None:
    foreign = Foreign()
    found = await run(foreign_plan(foreign))
    assert foreign.writes == []
    skipped = [row for row in found.rows if row.verdict is Verdict.SKIP]
    assert {row.reason for row in skipped} == {
        "changes serving endpoints, which needs --allow-writes"
    }
    assert found.must_executed < found.must_total
    assert (found.exit_code, found.conformant) == (1, False)


async def test_with_permission_only_own_endpoints_are_changed_and_none_is_left() -> None:
    foreign = Foreign()
    before = await names(foreign)
    found = await run(foreign_plan(foreign, allow_writes=True))
    creations = naming.creations("management")
    naming_one = [path for _, path in foreign.writes if naming.named(path, "management")]
    changed = [path for path in naming_one if path not in creations]
    assert changed
    assert [path for path in changed if "invocant-conformance-" not in path] == []
    assert found.left_over == ()
    assert await names(foreign) == before


async def test_what_a_failing_check_created_is_removed() -> None:
    foreign = Foreign()
    check = registry.make(creates_and_breaks, "MGMT-CREATE-001", profile="management")
    before = await names(foreign)
    one = foreign_plan(foreign, allow_writes=True, checks=(check,), generic=False)
    assert (await run(one)).exit_code == 4
    assert ("POST", MANAGED) in foreign.writes
    assert await names(foreign) == before


async def test_what_a_cancelled_run_created_is_removed() -> None:
    foreign = Foreign()
    created = asyncio.Event()

    async def hangs(asking: Asking) -> None:
        await asking.session.send("POST", MANAGED, json=endpoint(asking.session, "{{secrets/a/b}}"))
        created.set()
        await asyncio.sleep(3600)

    hangs.__annotations__["asking"] = Asking
    check = registry.make(hangs, "MGMT-CREATE-001", profile="management")
    before = await names(foreign)
    one = foreign_plan(foreign, allow_writes=True, checks=(check,), generic=False)
    task = asyncio.create_task(run(one))
    await created.wait()
    assert await names(foreign) != before
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await names(foreign) == before


def reference_plan(**more: Any) -> Plan:
    settings = ServerSettings(
        token=TOKEN, token_delay=0, deploy_seconds=0, clock=lambda: 1_700_000_000.0
    )
    return Plan(app=create_app(settings), token=TOKEN, examples=3, **more)


async def test_two_runs_with_one_seed_give_the_same_results() -> None:
    documents: list[object] = []
    for _ in range(2):
        found = await run(reference_plan(seed=7, only=("EMB-*", "MGMT-*", "GW-*")))
        moment = replace(found, started=found.started.replace(year=2000), duration=0)
        document = results_json.document(moment)
        told = json.dumps({**document, "started": None})
        documents.append(re.sub(r"127\.0\.0\.1:\d+", "some-port", told))
    assert documents[0] == documents[1]


async def test_secrets_of_a_run_are_in_no_report(gateway: SmallGateway) -> None:
    gateway.answer = lambda body: JSONResponse({"echo": TOKEN}, 500, headers={"x-echo": TOKEN})
    found = await run(plan(gateway, chat_check(answers), chat_check(breaks, "CHAT-ROLE-001")))
    assert found.rows[0].failures
    assert TOKEN not in json.dumps(results_json.document(found))
