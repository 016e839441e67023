"""What a run may cost its target, and what a killed one leaves there."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import pytest
from pydantic import JsonValue

from invocant_conformance import spending
from invocant_conformance.command import main
from invocant_conformance.embedded import served
from invocant_conformance.ledger import Ledger, is_invented
from invocant_conformance.pace import Pace

from .foreign import MANAGED, Foreign, names
from .small import TOKEN, SmallGateway

PATIENCE_S = 60
COMMAND = "from invocant_conformance.command import main; raise SystemExit(main())"
KEPT = ("invocant-conformance-of-somebody", "my-invocant-conformance-01234567-x")
CONFIG: JsonValue = {
    "served_entities": [
        {
            "external_model": {
                "name": "m",
                "provider": "openai",
                "task": "llm/v1/chat",
                "openai_config": {"openai_api_key": "{{secrets/a/b}}"},
            }
        }
    ]
}


@pytest.fixture
def url(gateway: SmallGateway) -> Iterator[str]:
    """The address of the small gateway."""
    with served(gateway.app()) as address:
        yield address


def test_a_pace_keeps_requests_apart_and_forgets_none() -> None:
    moments = iter([0.0, 0.0, 0.1, 9.0])
    pace = Pace(rate=4, clock=lambda: next(moments))
    assert [pace.reserve() for _ in range(4)] == [0.0, 0.25, 0.4, 0.0]


def test_checks_and_generated_requests_keep_the_rate(gateway: SmallGateway, url: str) -> None:
    started = time.monotonic()
    only = ("--profile", "gateway", "--only", "GW-MODELS-002,GW-SCHEMA-001", "--examples", "1")
    assert main([url, "--token", TOKEN, *only, "--rate", "50"]) == 0
    # What schemathesis asks of a server before it begins keeps no pace.
    assert time.monotonic() - started >= (len(gateway.calls) - 4) / 50 > 0.05


def test_a_run_stops_when_its_tokens_are_spent(
    gateway: SmallGateway, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([url, "--token", TOKEN, "--profile", "gateway", "--max-tokens", "12"]) == 1
    out = capsys.readouterr().out
    assert "tokens      at most 12, by the usage that answers state" in out
    assert "--max-tokens 12 is used up" in out
    assert gateway.calls.count("POST /chat/completions") < 20


def event(value: JsonValue) -> bytes:
    return b"data: " + json.dumps(value).encode() + b"\n\n"


STREAM = "text/event-stream"
OPENAI: JsonValue = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}
ANTHROPIC: tuple[JsonValue, JsonValue] = (
    {"message": {"usage": {"input_tokens": 10, "output_tokens": 1}}},
    {"usage": {"output_tokens": 5}},
)


@pytest.mark.parametrize(
    ("media_type", "answer", "expected"),
    [
        ("application/json", json.dumps({"choices": [], "usage": OPENAI}).encode(), 7),
        ("application/json", b'{"usage": {"input_tokens": 2, "output_tokens": 3}}', 5),
        ("application/json", b'{"usageMetadata": {"totalTokenCount": 9}}', 9),
        (STREAM, event({"usage": None}) + event({"usage": OPENAI}) + b"data: [DONE]\n\n", 7),
        (STREAM, b"".join(map(event, ANTHROPIC)), 15),
        (STREAM, event({"response": {"usage": OPENAI}}), 7),
        (STREAM, event({"choices": []}) * 3, 3 + 40 // 4),
        ("application/json", b'{"data": [1, 2, 3]}  ', (40 + 21) // 4),
        ("application/json", b'{"name": "an endpoint"}', 0),
        ("text/html", b"<p>", 0),
    ],
)
def test_tokens_are_what_the_answer_states_else_estimated(
    media_type: str, answer: bytes, expected: int
) -> None:
    assert spending.tokens(b"x" * 40, 200, media_type, answer) == expected
    assert spending.tokens(b"x" * 40, 429, media_type, answer) == 0


def test_another_prefix_is_chosen_where_one_is_there_already() -> None:
    first, second = Ledger(seed="1"), Ledger(seed="1")
    second.avoid([first.invent_name()])
    assert first.prefix != second.prefix
    assert is_invented(second.invent_name())
    assert not any(map(is_invented, KEPT))


def create(url: str, name: str) -> None:
    headers = {"authorization": f"Bearer {TOKEN}"}
    body = {"name": name, "config": CONFIG}
    httpx.post(url + MANAGED, json=body, headers=headers).raise_for_status()


def killed_midway(foreign: Foreign, url: str, number: signal.Signals) -> int:
    """Start a run that writes, and end it by a signal once it has created something."""
    before = len(asyncio.run(names(foreign)))
    arguments = [url, "--allow-writes", "--profile", "management", "--max-calls", "0"]
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        env=os.environ | {"INVOCANT_TOKEN": TOKEN},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + PATIENCE_S
    while len(asyncio.run(names(foreign))) == before and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(number)
    return process.wait(PATIENCE_S)


def test_what_a_killed_run_left_is_found_and_removed_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INVOCANT_TOKEN", TOKEN)
    foreign = Foreign()
    before = asyncio.run(names(foreign))
    with served(foreign) as url:
        for name in KEPT:
            create(url, name)
        assert killed_midway(foreign, url, signal.SIGKILL) == -signal.SIGKILL
        left = [name for name in asyncio.run(names(foreign)) if is_invented(name)]
        assert left

        chosen = ("--profile", "management", "--only", "MGMT-LIST-001")
        main([url, *chosen])
        assert f"left over   {len(left)} of other runs: {left[0]}" in capsys.readouterr().out
        assert main(["cleanup", url, "--dry-run"]) == 0
        assert f"would be removed: {left[0]}" in capsys.readouterr().out
        assert set(left) < set(asyncio.run(names(foreign)))

        assert main(["cleanup", url]) == 0
        assert f"removed: {left[0]}" in capsys.readouterr().out
        assert asyncio.run(names(foreign)) == sorted([*before, *KEPT])
        assert main(["cleanup", url]) == 0
        assert "nothing is left of any run" in capsys.readouterr().out


def test_a_run_removes_what_others_left_when_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INVOCANT_TOKEN", TOKEN)
    foreign = Foreign()
    before = asyncio.run(names(foreign))
    with served(foreign) as url:
        create(url, Ledger(seed="killed").invent_name())
        for name in KEPT:
            create(url, name)
        main([url, "--profile", "management", "--only", "MGMT-LIST-001", "--clean-up"])
    assert asyncio.run(names(foreign)) == sorted([*before, *KEPT])


def test_cleanup_of_a_target_without_endpoints_ends_with_3(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cleanup", url, "--token", TOKEN]) == 3
    assert "management: GET /api/2.0/serving-endpoints answers 404" in capsys.readouterr().err
