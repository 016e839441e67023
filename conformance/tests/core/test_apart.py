"""What a run does beside its checks, and what it tells the processes that do it."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from invocant_conformance.embedded import served
from invocant_conformance.generated_apart import bare_environment
from invocant_conformance.plan import Plan
from invocant_conformance.run import run

from .small import TOKEN, SmallGateway

PRINT = "import json, os; print(json.dumps(dict(os.environ)))"


def test_other_processes_know_no_credentials_and_leave_nothing_to_chance(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("INVOCANT_TOKEN", "INVOCANT_PASSWORD", "INVOCANT_PROXY"):
        monkeypatch.setenv(name, "hush-hush")
    before = dict(os.environ)
    with bare_environment():
        started = subprocess.run([sys.executable, "-c", PRINT], capture_output=True, check=True)
    assert os.environ == before
    told = json.loads(started.stdout)
    assert "hush-hush" not in told.values()
    assert told["PYTHONHASHSEED"] == "0"


@pytest.mark.anyio
@pytest.mark.parametrize("limit", [{"max_calls": 40}, {"max_tokens": 60}, {"rate": 1000.0}])
async def test_what_is_counted_or_paced_is_sent_in_one_order(limit: dict[str, Any]) -> None:
    plan = Plan(token=TOKEN, profiles=("gateway",), only=("CHAT-META-001", "GW-MODELS-*"))
    orders: list[list[str]] = []
    for own in (False, True):
        gateway = SmallGateway(reference=True)
        with served(gateway.app()) as url:
            await run(replace(plan, url=url, own=own, generic=False, **limit))
        orders.append(gateway.calls)
    assert orders[0] == orders[1]
