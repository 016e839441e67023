"""Servers in processes of their own, and what the system tells of them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Server", "python"]

_CONFORMANCE = Path(__file__).resolve().parent.parent.parent
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A server that runs. Linux alone tells of other processes in this way."""

    url: str
    pid: int

    def cpu_seconds(self) -> float:
        """User and system time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def resident_bytes(self) -> int:
        """Memory that it holds."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def python(*arguments: str) -> Generator[Server]:
    """Run this interpreter; it prints "listening on URL" first."""
    environment = {**os.environ, "PYTHONPATH": str(_CONFORMANCE)}
    command: Sequence[str] = [sys.executable, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            yield Server(url=line.rpartition(" ")[2].strip(), pid=process.pid)
        finally:
            process.terminate()
