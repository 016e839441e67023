"""CPU time of `import invocant; Client()` against a process that only has what it is built on.

Both run in fresh processes, in turn, so that a change of the machine's speed hits both; what
counts is the median of the ratios. Ends with 1 where it is above the budget.
"""

import argparse
import os
import statistics
import subprocess
import sys

BUDGET = 1.5
OURS = "import invocant; invocant.Client(host='http://127.0.0.1:9', token='dapi-x')"
FLOOR = """
import httpx, pydantic
class Model(pydantic.BaseModel):
    name: str
httpx.Client()
"""


def cpu_seconds(code: str) -> float:
    """Run code in a fresh interpreter and return its user and system time in seconds."""
    process = subprocess.Popen([sys.executable, "-c", code])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: the measured process ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Measure pairs and print their ratios; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="pairs to measure (default 15)")
    pairs: int = parser.parse_args().pairs
    for code in (OURS, FLOOR):
        cpu_seconds(code)
    ratios = [cpu_seconds(OURS) / cpu_seconds(FLOOR) for _ in range(pairs)]
    median = statistics.median(ratios)
    print(
        f"import invocant + Client(): {median:.2f} x the CPU of httpx + pydantic alone "
        f"(median of {pairs} pairs, {min(ratios):.2f} to {max(ratios):.2f}; budget {BUDGET})"
    )
    return int(median > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
