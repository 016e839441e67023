"""Start a server as a process of its own, wait until it answers, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

_POLL_S = 0.1
_GRACE_S = 10.0


class ServerDidNotStart(Exception):
    """The process ended, or did not answer in time; the message holds the end of its output."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Launch:
    """What to run, and how to see that it is ready.

    `ready` gets all output so far and gives the URL once the server answers there, else None.
    `environment` is the whole environment: nothing is inherited but `PATH`.
    """

    command: Sequence[str]
    work_dir: Path
    ready: Callable[[str], str | None]
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    start_within_s: float = 120.0


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningServer:
    """A server that answers at `url`; all its processes belong to the process group `group`."""

    url: str
    group: int


@contextmanager
def running(launch: Launch) -> Generator[RunningServer, None, None]:
    """Run the server for the length of a `with` block.

    Raises:
        ServerDidNotStart: it ended, or was not ready within `start_within_s` seconds.
    """
    output = launch.work_dir / "output.log"
    with output.open("wb") as log:
        process = subprocess.Popen(
            launch.command,
            cwd=launch.work_dir,
            env=_environment(launch),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield RunningServer(url=_wait_until_ready(launch, process, output), group=process.pid)
    finally:
        _stop(process)


def free_port() -> int:
    """A TCP port of the loopback interface that was free just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def answers(url: str, *, token: str = "") -> bool:
    """Whether a GET of `url` gives 200."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        return httpx.get(url, headers=headers, timeout=5.0, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


def group_is_alive(group: int) -> bool:
    """Whether the process group still has a member."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _environment(launch: Launch) -> dict[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(launch.work_dir),
        "LANG": "C.UTF-8",
        **launch.environment,
    }


def _wait_until_ready(launch: Launch, process: subprocess.Popen[bytes], output: Path) -> str:
    name, deadline = launch.command[0], time.monotonic() + launch.start_within_s
    while time.monotonic() < deadline:
        exit_code = process.poll()
        text = output.read_text(errors="replace")
        if exit_code is not None:
            raise ServerDidNotStart(f"{name} ended {exit_code}: {text[-2000:]}")
        if (url := launch.ready(text)) is not None:
            return url
        time.sleep(_POLL_S)
    text = output.read_text(errors="replace")
    raise ServerDidNotStart(f"{name} not ready after {launch.start_within_s:g} s: {text[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the whole group: politely first, since a server may have something to write."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        if not group_is_alive(process.pid):
            break
        os.killpg(process.pid, signal_number)
        _wait_until_gone(process)


def _wait_until_gone(process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _GRACE_S
    while time.monotonic() < deadline:
        process.poll()
        if not group_is_alive(process.pid):
            return
        time.sleep(_POLL_S)
