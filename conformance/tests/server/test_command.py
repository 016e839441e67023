"""The server as a process: its address, its end, its exit status, its streams."""

import contextlib
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import httpx
import pytest

from invocant_conformance.server.command import main

from .examples import CHAT_MODEL, MESSAGES, create_request, external_model

COMMAND = "import sys; from invocant_conformance.server.command import main; sys.exit(main())"
HEADERS = {"authorization": "Bearer dapi-test"}


@contextlib.contextmanager
def serving(*arguments: str) -> Generator[tuple[subprocess.Popen[str], str], None, None]:
    """Run a server on a free port; yields the process and its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            yield process, line.removeprefix("listening on ").strip()
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_with_0_and_without_a_word(number: signal.Signals) -> None:
    with serving() as (process, url):
        assert httpx.get(f"{url}/models", headers=HEADERS).status_code == 200
        process.send_signal(number)
        output, errors = process.communicate(timeout=10)
    assert (process.returncode, output, errors) == (0, "", "")


def test_a_signal_ends_running_streams() -> None:
    with serving("--token-delay", "60") as (process, url):
        body = {"model": CHAT_MODEL, "messages": MESSAGES, "stream": True}
        with httpx.stream("POST", f"{url}/chat/completions", json=body, headers=HEADERS) as stream:
            next(stream.iter_raw())
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=10) == 0


def test_port_0_picks_a_free_port_of_the_host() -> None:
    with serving("--host", "127.0.0.1") as (_, url):
        assert url.startswith("http://127.0.0.1:")
        assert int(url.rpartition(":")[2]) > 0


def test_pieces_of_a_stream_leave_one_by_one() -> None:
    with serving("--token-delay", "0.05") as (_, url):
        body = {"model": CHAT_MODEL, "messages": MESSAGES, "stream": True, "max_tokens": 6}
        with httpx.stream("POST", f"{url}/chat/completions", json=body, headers=HEADERS) as stream:
            assert stream.headers["transfer-encoding"] == "chunked"
            arrivals = [(time.monotonic(), piece) for piece in stream.iter_raw()]
    assert len(arrivals) >= 8
    assert arrivals[-1][0] - arrivals[0][0] > 0.25


def test_a_client_that_leaves_a_stream_does_no_harm() -> None:
    with serving("--token-delay", "0.01") as (process, url):
        body = {"model": CHAT_MODEL, "messages": MESSAGES, "stream": True}
        with httpx.stream("POST", f"{url}/chat/completions", json=body, headers=HEADERS) as stream:
            next(stream.iter_raw())
        assert httpx.get(f"{url}/models", headers=HEADERS).status_code == 200
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=10)
    assert errors == ""


def test_the_only_token_is_let_in() -> None:
    with serving("--token", "only-this") as (_, url):
        answers = [
            httpx.get(f"{url}/models", headers={"authorization": f"Bearer {token}"}).status_code
            for token in ("only-this", "dapi-test")
        ]
    assert answers == [200, 401]


def test_endpoints_outlive_the_process_in_the_state_file(tmp_path: Path) -> None:
    state = str(tmp_path / "state.json")
    path = "/api/2.0/serving-endpoints"
    with serving("--state", state) as (_, url):
        created = httpx.post(url + path, json=create_request("mine"), headers=HEADERS).json()
    with serving("--state", state) as (_, url):
        assert httpx.get(f"{url}{path}/mine", headers=HEADERS).json() == created


def test_a_second_server_with_the_same_state_file_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "state.db"
    with serving("--state", str(state)) as (process, _):
        assert status_of(["--state", str(state), "--port", "0"]) == 2
        errors = capsys.readouterr().err
    assert errors == f"invocant serve: {state} is in use by process {process.pid}\n"


def test_a_server_that_ends_leaves_nothing_beside_its_state_file(tmp_path: Path) -> None:
    with serving("--state", str(tmp_path / "state.db")) as (process, url):
        httpx.post(f"{url}/key/generate", json={}, headers=HEADERS)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0
    assert [each.name for each in tmp_path.iterdir()] == ["state.db"]


def test_users_have_tokens_of_their_own() -> None:
    path = "/api/2.0/serving-endpoints"
    with serving("--user", "jane@example.com,analysts=dapi-jane=1") as (_, url):
        headers = {"authorization": "Bearer dapi-jane=1"}
        created = httpx.post(url + path, json=create_request("mine"), headers=headers).json()
    assert created["creator"] == "jane@example.com"


def test_external_models_are_asked_at_the_hosts_that_are_allowed() -> None:
    path = "/api/2.0/serving-endpoints"
    with serving("--token", "dapi-provider") as (_, provider):
        allowed = ("--allow-upstream", "localhost:1", "--allow-upstream", provider[7:])
        with serving(*allowed) as (process, url):
            config = {"databricks_workspace_url": provider}
            config["databricks_api_token_plaintext"] = "dapi-provider"
            model = external_model(
                name=CHAT_MODEL,
                provider="databricks-model-serving",
                databricks_model_serving_config=config,
            )
            del model["openai_config"]
            created = create_request("mine", {"external_model": model})
            assert httpx.post(url + path, json=created, headers=HEADERS).status_code == 200
            body = {"messages": MESSAGES, "max_tokens": 5}
            query = f"{url}/serving-endpoints/mine/invocations"
            answer = httpx.post(query, json=body, headers=HEADERS)
            assert answer.json()["model"] == CHAT_MODEL
            process.send_signal(signal.SIGTERM)
            output, errors = process.communicate(timeout=10)
    assert (process.returncode, output, errors) == (0, "", "")


def test_a_large_body_is_refused_and_the_server_goes_on() -> None:
    with serving() as (_, url), httpx.Client(headers=HEADERS) as client:
        raw = b"x" * (5 << 20)
        headers = {"content-type": "application/json"}
        refused = client.post(f"{url}/chat/completions", content=raw, headers=headers)
        assert refused.status_code == 413
        assert client.get(f"{url}/models").status_code == 200


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--port", "70000"], "'70000' is no port from 0 to 65535"),
        (["--port", "web"], "'web' is no port from 0 to 65535"),
        (["--token-delay", "-1"], "'-1' is no number of seconds from 0"),
        (["--deploy-seconds", "nan"], "'nan' is no number of seconds from 0"),
        (["--user", "jane@example.com"], "a user is written as NAME[,GROUP...]=TOKEN"),
        (["--user", "jane,=dapi-1"], "a user is written as NAME[,GROUP...]=TOKEN"),
        (["--allow-upstream", "http://a"], "'http://a' is no host, or host and port"),
        (["--colour", "red"], "unrecognized arguments: --colour red"),
        (["--state", "/no/such/folder/state.json"], "/no/such/folder"),
        (["--host", "no.such.host.invalid"], "cannot listen on no.such.host.invalid:4010"),
    ],
)
def test_wrong_usage_is_one_line_and_2(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status_of(arguments) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert reason in errors
    assert errors.count("\n") == 1


def test_a_port_in_use_is_one_line_and_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert status_of(["--port", port]) == 2
    errors = capsys.readouterr().err
    start = f"invocant serve: cannot listen on 127.0.0.1:{port}: Address already in use"
    assert errors.startswith(start)
    assert errors.count("\n") == 1


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["--help"]) == 0
    shown = capsys.readouterr().out
    for option in (
        "--host",
        "--port",
        "--token ",
        "--admin-token",
        "--token-delay",
        "--deploy-seconds",
        "--state",
    ):
        assert option in shown
    for option in ("--user", "--strict-permissions", "--allow-upstream HOST[:PORT]"):
        assert option in shown


def test_the_token_of_a_user_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["--user", "=hush-hush"]) == 2
    assert "hush" not in capsys.readouterr().err


def status_of(arguments: list[str]) -> int:
    """Run the command to its exit status, returned or raised."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)
