"""`invocant conformance` from the shell: exit codes, one-line refusals, files, signals."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.responses import JSONResponse, Response

from invocant_conformance import registry
from invocant_conformance.command import main
from invocant_conformance.embedded import served
from invocant_conformance.session import Session
from invocant_conformance.target import Surface

from .foreign import Foreign, names
from .small import TOKEN, SmallGateway, chat_answer

CHOSEN = ("--only", "CHAT-META-001,GW-MODELS-002", "--token", TOKEN)
PATIENCE_S = 120
COMMAND = "from invocant_conformance.command import main; raise SystemExit(main())"


@pytest.fixture
def url(gateway: SmallGateway) -> Iterator[str]:
    """The address of the small gateway."""
    with served(gateway.app()) as address:
        yield address


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 2) -> str:
    """Run a command that has to be refused in one line; return the line."""
    try:
        code = main(arguments)
    except SystemExit as end:
        code = int(str(end.code))
    captured = capsys.readouterr()
    assert (code, captured.out) == (status, "")
    assert captured.err.count("\n") == 1
    return captured.err


def test_a_server_that_keeps_the_rules_ends_with_0(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([url, *CHOSEN]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert f"target      {url}, not the reference server" in captured.out
    assert "requests    at most 700, short answers" in captured.out
    assert "endpoints   none is changed" in captured.out
    assert "2 pass" in captured.out


def test_a_broken_must_ends_with_1_and_is_shown(
    gateway: SmallGateway, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gateway.answer = lambda body: JSONResponse(chat_answer() | {"object": "chat"})
    assert main([url, *CHOSEN]) == 1
    out = capsys.readouterr().out
    assert "fail   CHAT-META-001 A chat names itself" in out
    assert f"curl -sS -i -N -X POST {url}/chat/completions" in out
    assert TOKEN not in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("localhost:4000",), "argument URL: 'localhost:4000' is not an address"),
        (("ftp://host",), "argument URL: 'ftp://host' is not an address"),
        (("http://host?x=1",), "argument URL: 'http://host?x=1' is not an address"),
        (("http://host:99999",), "argument URL: 'http://host:99999' is not an address"),
        (("http://u:secret@host",), "argument URL: has credentials in it"),
        (("--profile", "gatway"), "argument --profile: 'gatway' is not a profile; there are"),
        (("--profile", "gateway,"), "argument --profile: 'gateway,' has an empty name"),
        (("--token", ""), "argument --token: has to be printable ASCII and not empty"),
        (("--token", "a b"), "argument --token: must not contain spaces"),
        (("--token", "a\nb"), "argument --token: has to be printable"),
        (("--endpoint", "chat"), "argument --endpoint: 'chat' is not TASK=NAME"),
        (("--endpoint", "song=x"), "argument --endpoint: 'song=x' is not TASK=NAME"),
        (("--only", "CHAT-FOO-001"), "argument --only: 'CHAT-FOO-001' is no requirement"),
        (("--only", "CLI-PARSE-001"), "argument --only: 'CLI-PARSE-001' is no requirement"),
        (("--seed", "-1"), "argument --seed: '-1' is no integer of 0 or more"),
        (("--seed", "x"), "argument --seed: 'x' is no integer of 0 or more"),
        (("--examples", "0"), "argument --examples: '0' is no integer of 1 or more"),
        (("--max-calls", "1.5"), "argument --max-calls: '1.5' is no integer of 0 or more"),
        (("--known-failures", "/nowhere.yaml"), "argument --known-failures: '/nowhere.yaml'"),
        (("--report", "/dev/null/x"), "argument --report: '/dev/null/x' cannot be written to"),
        (("--frobnicate",), "unrecognized arguments: --frobnicate"),
    ],
)
def test_wrong_usage_ends_with_2_naming_flag_value_and_rule(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = refused(capsys, *arguments)
    assert message in line
    assert "secret" not in line


def test_a_wrong_file_of_known_failures_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "known.yaml"
    file.write_text("- {check: CHAT-SSE-003}\n")
    assert f"{file}: entry 1: reason: Field required" in refused(
        capsys, "--known-failures", str(file)
    )


def test_known_failures_are_accepted_until_they_are_stale(
    gateway: SmallGateway, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "known.yaml"
    file.write_text("- {check: CHAT-META-001, target: small, reason: not yet}\n")
    gateway.answer = lambda body: JSONResponse(chat_answer() | {"object": "chat"})
    assert main([url, *CHOSEN, "--known-failures", str(file)]) == 0
    assert "known  CHAT-META-001" in capsys.readouterr().out
    gateway.answer = None
    assert main([url, *CHOSEN, "--known-failures", str(file)]) == 1
    assert "stale  CHAT-META-001" in capsys.readouterr().out


def test_a_dead_target_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "connection: ConnectError" in refused(capsys, f"http://127.0.0.1:{port}", status=3)


def test_an_unknown_host_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert "connection: ConnectError" in refused(capsys, "http://host.invalid", status=3)


def test_a_server_without_tls_ends_with_3(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "SSL" in refused(capsys, url.replace("http:", "https:"), status=3)


def test_a_refused_token_ends_with_3(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = refused(capsys, url, "--token", "sk-wrong", status=3)
    assert "GET /models refuses the token (401)" in line
    assert "sk-wrong" not in line


def test_a_missing_token_ends_with_3(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INVOCANT_TOKEN", raising=False)
    assert "needs a token: give --token (401)" in refused(capsys, url, status=3)


def test_a_server_that_is_not_ready_ends_with_3(
    gateway: SmallGateway, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    gateway.refuses = {"/models": 503}
    assert "answers 503" in refused(capsys, url, "--token", TOKEN, status=3)


def test_the_token_may_come_from_the_environment(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOCANT_TOKEN", TOKEN)
    assert main([url, "--only", "GW-MODELS-002"]) == 0


class Anything:
    """A probe."""

    def __init__(self, session: Session, surface: Surface) -> None:
        self.session = session


async def breaks(thing: Anything) -> None:
    """A check with a fault of its own."""
    raise ZeroDivisionError(thing.session.token)


def test_a_fault_of_the_suite_ends_with_4_and_shows_no_secret(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check = registry.make(breaks, "CHAT-META-001", task="chat")
    monkeypatch.setattr(registry, "load", lambda: (check,))
    assert main([url, "--token", TOKEN, "--only", "CHAT-META-001"]) == 4
    out = capsys.readouterr().out
    assert "ZeroDivisionError" in out
    assert TOKEN not in out


def test_a_fault_outside_of_checks_ends_with_4_in_one_line(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise RuntimeError(f"no checks for {TOKEN}")

    monkeypatch.setattr(registry, "load", broken)
    line = refused(capsys, url, "--token", TOKEN, status=4)
    assert "error of the suite: RuntimeError: no checks for [secret]" in line


def test_nothing_executed_ends_with_5() -> None:
    with served(Foreign()) as address:
        assert main([address, "--token", TOKEN, "--only", "MGMT-CREATE-001"]) == 5


def test_the_report_has_all_files_and_no_secret(
    gateway: SmallGateway, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gateway.answer = lambda body: JSONResponse({"echo": TOKEN}, headers={"x-echo": TOKEN})
    folder = tmp_path / "a" / "report"
    assert main([url, *CHOSEN, "--report", str(folder)]) == 1
    files = {path.name: path.read_text() for path in folder.iterdir()}
    assert sorted(files) == [
        "badge.json", "junit.xml", "report.html", "results.json", "summary.md",
    ]  # fmt: skip
    assert json.loads(files["results.json"])["summary"]["fail"] == 1
    assert ElementTree.fromstring(files["junit.xml"]).tag == "testsuites"
    captured = capsys.readouterr()
    assert TOKEN not in "".join([*files.values(), captured.out, captured.err])


def test_an_answer_that_is_no_text_can_be_reported(
    gateway: SmallGateway, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = Response(b'{"object": "\\ud800\xff', media_type="application/json")
    gateway.answer = lambda body: odd
    assert main([url, *CHOSEN, "--report", str(tmp_path)]) == 1
    (row,) = (
        row
        for row in json.loads((tmp_path / "results.json").read_text())["requirements"]
        if row["id"] == "CHAT-META-001"
    )
    assert row["failures"][0]["response"]["body"] == '{"object": "\\ud800\\xff'
    assert "\x1b" not in capsys.readouterr().out


def test_the_list_names_requirements_and_checks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list", "--only", "CHAT-SSE-003,HTTP-*", "--profile", "gateway"]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = "CHAT-SSE-003  A stream ends with [DONE]  [invocations MUST, gateway MUST"
    assert [line for line in lines if line.startswith(row)]
    assert "    HTTP-METHOD-001/generated[unsupported_method]" in lines
    assert [line for line in lines if "EMB-" in line] == []


def test_without_a_url_the_suite_tests_a_server_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--only", "GW-MODELS-002,EMB-COUNT-001"]) == 0
    out = capsys.readouterr().out
    assert ", the reference server" in out
    assert "requests    any number" in out


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_removes_what_it_created(number: signal.Signals) -> None:
    foreign = Foreign()
    before = asyncio.run(names(foreign))
    with served(foreign) as address:
        arguments = [address, "--allow-writes", "--profile", "management", "--max-calls", "0"]
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            env=os.environ | {"INVOCANT_TOKEN": TOKEN},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + PATIENCE_S
        while asyncio.run(names(foreign)) == before and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(number)
        _, errors = process.communicate(timeout=PATIENCE_S)
    assert b"interrupted; what the run had created was removed" in errors
    assert process.returncode == 130
    assert asyncio.run(names(foreign)) == before
