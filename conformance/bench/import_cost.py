"""What `import invocant; Client()` costs against a process that has what it is built on.

Both run in fresh processes, in turn, so that a change of the machine's speed hits both; what
counts is the median of the ratios of CPU time, and of the differences in peak memory.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from dataclasses import dataclass

__all__ = ["CPU_BAR", "MEMORY_BAR_MIB", "ImportCost", "measure"]

CPU_BAR = 1.25
MEMORY_BAR_MIB = 10.0
OURS = "import invocant; invocant.Client(host='http://127.0.0.1:9', token='dapi-x')"
FLOOR = """
import httpx, pydantic
class Model(pydantic.BaseModel):
    name: str
httpx.Client()
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportCost:
    """The medians over all pairs: CPU as a ratio, with its spread, and MiB of peak memory above."""

    cpu: float
    spread: tuple[float, float]
    memory_mib: float

    @property
    def missed(self) -> bool:
        """Whether one of the two is above its bar."""
        return self.cpu > CPU_BAR or self.memory_mib > MEMORY_BAR_MIB

    def __str__(self) -> str:
        low, high = self.spread
        return (
            f"import and Client(): {self.cpu:.2f} ({low:.2f} to {high:.2f}) x the CPU of httpx and "
            f"pydantic alone, bar {CPU_BAR}; {self.memory_mib:+.1f} MiB, bar {MEMORY_BAR_MIB:g}: "
            f"{'MISSED' if self.missed else 'kept'}"
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Cost:
    seconds: float
    mib: float


def measure(pairs: int, code: str = OURS, python: str = sys.executable) -> ImportCost:
    """Run as many pairs of processes, after one to warm the caches of files."""

    def pair() -> tuple[_Cost, _Cost]:
        return _cost(python, code), _cost(python, FLOOR)

    pair()
    costs = [pair() for _ in range(pairs)]
    ratios = [measured.seconds / floor.seconds for measured, floor in costs]
    low, middle, high = statistics.quantiles(ratios, n=4)
    return ImportCost(
        cpu=middle,
        spread=(low, high),
        memory_mib=statistics.median(measured.mib - floor.mib for measured, floor in costs),
    )


def _cost(python: str, code: str) -> _Cost:
    """Run code in a fresh interpreter: its user and system time, and its peak memory."""
    process = subprocess.Popen([python, "-c", code], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: the measured process ended with {process.returncode}")
    per_mib = 2**20 if sys.platform == "darwin" else 2**10
    return _Cost(seconds=usage.ru_utime + usage.ru_stime, mib=usage.ru_maxrss / per_mib)
