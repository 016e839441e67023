"""A launched server is ready when it says so, and gone with all its processes afterwards."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from interop.servers.process import Launch, ServerDidNotStart, group_is_alive, running

PARENT_WITH_CHILD = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("up", flush=True)
time.sleep(600)
"""


def launch(work_dir: Path, program: str, *, start_within_s: float = 30.0) -> Launch:
    return Launch(
        command=[sys.executable, "-c", program],
        work_dir=work_dir,
        ready=lambda output: "http://up" if "up" in output else None,
        start_within_s=start_within_s,
    )


def test_the_url_is_the_one_that_readiness_gives(tmp_path: Path) -> None:
    with running(launch(tmp_path, PARENT_WITH_CHILD)) as server:
        assert server.url == "http://up"


def test_the_children_of_a_server_end_with_it(tmp_path: Path) -> None:
    with running(launch(tmp_path, PARENT_WITH_CHILD)) as server:
        assert group_is_alive(server.group)

    assert not group_is_alive(server.group)


def test_nothing_is_left_when_the_caller_fails(tmp_path: Path) -> None:
    groups: list[int] = []

    def fail() -> None:
        with running(launch(tmp_path, PARENT_WITH_CHILD)) as server:
            groups.append(server.group)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not group_is_alive(groups[0])


def test_a_server_that_ends_says_why(tmp_path: Path) -> None:
    ended = launch(tmp_path, "import sys; sys.exit('the port is taken')")

    with pytest.raises(ServerDidNotStart, match="ended 1: the port is taken"), running(ended):
        pass


def test_a_server_that_is_never_ready_is_given_up(tmp_path: Path) -> None:
    silent = launch(tmp_path, "import time; time.sleep(600)", start_within_s=0.3)

    with pytest.raises(ServerDidNotStart, match=r"not ready after 0\.3 s"), running(silent):
        pass


def test_a_server_sees_nothing_of_the_environment_but_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    program = "import os, time; print(sorted(os.environ)); print('up', flush=True); time.sleep(600)"

    with running(launch(tmp_path, program)):
        names = (tmp_path / "output.log").read_text()

    assert "HTTPS_PROXY" not in names
    assert "PATH" in names
