"""Runs workers in turn, and makes ratios of what they tell."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.works import BASE, Candidate, Work

__all__ = [
    "Measured",
    "Surroundings",
    "WorkerEnded",
    "measure",
    "process",
    "surroundings",
    "told",
]

_CONFORMANCE = Path(__file__).resolve().parent.parent


class WorkerEnded(Exception):
    """A process ended before it told what it was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """Where the servers are, and the interpreter of every environment; "" is this one.

    `url_with_usage` is the one whose chunks of streams state the usage.

    `home`: a directory of the run's own, also for what the clients write to standard error.
    """

    url: str
    url_with_usage: str
    interpreters: Mapping[str, str]
    home: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """CPU seconds an operation, and their ratios to bare httpx in the same rounds."""

    seconds: Sequence[float]
    ratios: Sequence[float]

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The ratios between which the middle half lies."""
        low, _, high = statistics.quantiles(self.ratios, n=4)
        return low, high


@contextmanager
def surroundings(environments: Mapping[str, str]) -> Generator[Surroundings, None, None]:
    """Servers that answer from memory, in processes of their own, and an empty home."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        command = [sys.executable, "-m", "bench.server"]
        with process(command, home) as plain, process([*command, "usage"], home) as stating:
            yield Surroundings(
                url=told(plain),
                url_with_usage=told(stating),
                interpreters={"": sys.executable, **environments},
                home=home,
            )


def measure(
    work: Work, candidates: Sequence[Candidate], around: Surroundings, rounds: int
) -> dict[str, Measured]:
    """What every candidate needs for the work, by name; bare httpx is among them."""
    with ExitStack() as stack:
        workers = {
            candidate.name: stack.enter_context(_worker(candidate, work, around))
            for candidate in (BASE, *candidates)
        }
        for worker in workers.values():
            _seconds(worker, work)
        turns = [
            {name: _seconds(worker, work) for name, worker in workers.items()}
            for _ in range(rounds)
        ]
    return {
        name: Measured(
            seconds=[turn[name] for turn in turns],
            ratios=[turn[name] / turn[BASE.name] for turn in turns],
        )
        for name in workers
    }


@contextmanager
def _worker(
    candidate: Candidate, work: Work, around: Surroundings
) -> Generator[subprocess.Popen[str], None, None]:
    python = around.interpreters[candidate.environment]
    url = around.url_with_usage if work.usage else around.url
    arguments = (candidate.module, work.done_as, url, *candidate.options)
    with process([python, "-m", "bench.worker", *arguments], around.home) as worker:
        yield worker


@contextmanager
def process(command: Sequence[str], home: Path) -> Generator[subprocess.Popen[str], None, None]:
    """A process that ends when its input does, and inherits neither proxies nor credentials."""
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(_CONFORMANCE),
        # What litellm knows of models it would fetch from the network instead.
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    }
    with (
        (home / "errors.txt").open("ab") as errors,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment,
        ) as process,
    ):
        try:
            yield process
        except WorkerEnded as error:
            told = (home / "errors.txt").read_text(errors="replace")
            raise SystemExit(f"bench: {error}: {told[-2000:]}") from None


def _seconds(worker: subprocess.Popen[str], work: Work) -> float:
    """CPU seconds an operation in one round."""
    assert worker.stdin is not None
    worker.stdin.write(f"{work.times}\n")
    worker.stdin.flush()
    return float(told(worker)) / (work.times * work.operations)


def told(worker: subprocess.Popen[str]) -> str:
    """The next line that a process prints. Raises WorkerEnded."""
    assert worker.stdout is not None
    line = worker.stdout.readline()
    if not line:
        raise WorkerEnded(f"{worker.args!r} ended with {worker.wait()}")
    return line.strip()
