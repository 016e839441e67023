"""The other end of ``load_server``: its process, what it saw, and what its plans come to."""

import resource
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import pydantic

import invocant

__all__ = ["PLANS", "LoadServer", "Plan", "Report", "load_server"]

SCRIPT: Final = Path(__file__).with_name("load_server.py")
MOST_FILES: Final = 4096
PATIENCE: Final = 5.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What a call that asks for it raises (``None``: nothing), and after how many requests."""

    name: str
    error: type[invocant.InvocantError] | None = None
    requests: int = 1
    streams: bool = False


PLANS: Final = (
    Plan(name="fine"),
    Plan(name="slow"),
    Plan(name="pieces"),
    Plan(name="last"),
    Plan(name="limited", requests=2),
    Plan(name="refused", error=invocant.BadRequestError),
    Plan(name="page", error=invocant.APIResponseError),
    Plan(name="lost", error=invocant.APIConnectionError),
    Plan(name="cut", error=invocant.APIConnectionError),
    Plan(name="stream", streams=True),
    Plan(name="cut-stream", error=invocant.StreamInterrupted, streams=True),
)


class Report(pydantic.BaseModel):
    """What the server saw: connections that are open, and how often each id came."""

    open: int
    requests: Mapping[str, int]


class LoadServer:
    """The server as its clients see it."""

    def __init__(self, port: int, questions: IO[str], answers: IO[str]) -> None:
        self.url: str = f"http://127.0.0.1:{port}"
        self._questions = questions
        self._answers = answers

    def report(self) -> Report:
        """What it saw until now."""
        self._questions.write("\n")
        self._questions.flush()
        return Report.model_validate_json(self._answers.readline())

    def wait_until_left(self, most: int = 0) -> int:
        """How many connections are open, once they are ``most`` or time is over."""
        deadline = time.monotonic() + PATIENCE
        while (left := self.report().open) > most and time.monotonic() < deadline:
            pass
        return left


@contextmanager
def load_server() -> Generator[LoadServer]:
    """A server in a process of its own, so that files and work of this one are the client's."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = max(soft, min(hard, MOST_FILES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))
    with subprocess.Popen(
        [sys.executable, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield LoadServer(int(process.stdout.readline()), process.stdin, process.stdout)
        finally:
            process.terminate()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
