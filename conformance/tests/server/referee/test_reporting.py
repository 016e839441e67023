"""The report is there while the server runs, whole whatever ends it, and without secrets."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from invocant_conformance.server.app import application, services
from invocant_conformance.server.referee.referee import Referee
from invocant_conformance.server.settings import ServerSettings

from ..examples import CHAT_MODEL, create_request
from ..test_command import serving
from .watching import chat, watched

FILES = {"results.json", "report.html", "junit.xml", "summary.md", "badge.json"}
TOKEN = "dapi-of-a-watched-client-77aa"
KEY = "sk-of-a-served-model-0123456789"
PATIENCE = 10.0
ALONE = """
import sys
for name in ("yaml", "pytest", "schemathesis"):
    sys.modules[name] = None
from pathlib import Path
import httpx
from invocant_conformance.embedded import served
from invocant_conformance.server.app import application, services
from invocant_conformance.server.referee.protocol import refereed_by
from invocant_conformance.server.referee.referee import Referee
from invocant_conformance.server.referee.reporting import Reporter
from invocant_conformance.server.settings import ServerSettings
referee = Referee()
app = application(services(ServerSettings()), referee)
with Reporter(referee, Path(sys.argv[1])), served(app, protocol=refereed_by(referee)) as url:
    print(httpx.get(f"{url}/.invocant/case").json()["error"]["message"])
"""
"""A server with a referee, where only what the extra `server` names can be imported."""


def document(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return found


def verdicts(folder: Path) -> dict[str, str]:
    return {row["id"]: row["verdict"] for row in document(folder)["requirements"]}


def wait_for(folder: Path, rule: str, verdict: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while verdicts(folder)[rule] != verdict:
        assert time.monotonic() < deadline, verdicts(folder)
        time.sleep(0.02)


def post(url: str, body: Any, agent: str = "first/1", path: str = "/v1/chat/completions") -> None:
    headers = {"authorization": f"Bearer {TOKEN}", "user-agent": agent}
    httpx.post(f"{url}{path}", json=body, headers=headers)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_the_last_report(tmp_path: Path, number: signal.Signals) -> None:
    with serving("--referee", str(tmp_path / "made")) as (process, url):
        post(url, chat())
        post(url, chat(messages=None))
        process.send_signal(number)
        output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors) == (0, "", "")
    found = verdicts(tmp_path / "made")
    assert (found["WIRE-BODY-004"], found["WIRE-BODY-001"]) == ("fail", "pass")
    assert found["WIRE-RETRY-001"] == "skip"
    assert {entry.name for entry in (tmp_path / "made").iterdir()} == FILES


def test_a_kill_leaves_what_was_written_last_whole(tmp_path: Path) -> None:
    with serving("--referee", str(tmp_path)) as (process, url):
        assert document(tmp_path)["target"] == "no client yet"
        post(url, chat(messages=None))
        wait_for(tmp_path, "WIRE-BODY-004", "fail")
        process.kill()
        process.wait(timeout=PATIENCE)
    assert document(tmp_path)["conformant"] is False
    assert all((tmp_path / name).stat().st_size for name in FILES)


def test_several_clients_have_a_report_each(tmp_path: Path) -> None:
    with serving("--referee", str(tmp_path)) as (process, url):
        post(url, chat(), agent="first/1")
        post(url, chat(messages=None), agent="second/2 (x)")
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)
    assert document(tmp_path)["target"] == "first/1, second/2 (x)"
    first, second = tmp_path / "clients" / "1-first-1", tmp_path / "clients" / "2-second-2-x"
    assert (verdicts(first)["WIRE-BODY-004"], verdicts(second)["WIRE-BODY-004"]) == ("pass", "fail")


def test_a_folder_that_cannot_be_made_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with serving("--referee", str(tmp_path / "file")) as (process, _):
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, len(errors.splitlines())) == (2, 1)


def test_no_secret_is_in_any_report(tmp_path: Path) -> None:
    endpoint = json.loads(
        json.dumps(create_request("watched")).replace("{{secrets/models/openai}}", KEY)
    )
    config = endpoint["config"]["served_entities"][0]["external_model"]["openai_config"]
    config["openai_api_key_plaintext"] = config.pop("openai_api_key")
    with serving("--referee", str(tmp_path)) as (process, url):
        post(url, {**endpoint, "name": 3}, path="/api/2.0/serving-endpoints")
        post(url, chat(messages=None, user=TOKEN), path=f"/v1/chat/completions?token={TOKEN}")
        post(url, f"{TOKEN} {KEY}", agent=f"agent {KEY}")
        post(url, {}, path=f"/{TOKEN}/{KEY}")
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)
    assert verdicts(tmp_path)["WIRE-SECRET-001"] == "fail"
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) > len(FILES)
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert TOKEN not in text, path
        assert KEY not in text, path


@pytest.mark.anyio
async def test_answers_are_the_same_with_and_without_a_referee() -> None:
    answers: list[list[tuple[int, dict[str, str], bytes]]] = []
    for referee in (None, Referee()):
        means = services(ServerSettings(token_delay=0, clock=lambda: 1_700_000_000.0))
        transport = httpx.ASGITransport(application(means, referee))
        headers = {"authorization": f"Bearer {TOKEN}"}
        async with httpx.AsyncClient(
            transport=transport, base_url="http://server", headers=headers
        ) as client:
            found = [
                await client.post("/v1/chat/completions", json=chat()),
                await client.post("/v1/chat/completions", json=chat(stream=True)),
                await client.post("/v1/chat/completions", json={"model": CHAT_MODEL}),
                await client.get("/models", headers={"x-invocant-fault": "503"}),
                await client.get("/nowhere"),
                await client.get("/.well-known/invocant"),
            ]
        answers.append([(each.status_code, dict(each.headers), each.content) for each in found])
    assert answers[0] == answers[1]


def test_only_so_many_exchanges_are_kept() -> None:
    with watched() as server:
        for number in range(30):
            post(server.url, chat(messages=None, max_tokens=number + 1))
        row = server.row("first/1", "WIRE-BODY-004")
    assert row.count == 30
    assert len([case for case in row.cases if case.exchange]) == 5


def test_the_referee_needs_the_extra_server_alone(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Cases need the extra: pip install 'invocant[conformance]'.\n"
    assert {entry.name for entry in tmp_path.iterdir()} == FILES
