"""Watches rows come back: their order, and the memory that they leave behind. Linux only."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Found", "Watch"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a run came to. `in_order`: each row once, in its place. `growth`, `cpu`: of one row."""

    in_order: bool
    failed: int
    growth: float
    cpu: float
    wall: float


class Watch:
    """Is told of every row; `growth` is that of memory since a quarter of them were back."""

    def __init__(self, rows: int) -> None:
        self._rows: int = rows
        self._next: int = 0
        self._failed: int = 0
        self._in_order: bool = True
        self._resident: int = 0
        self._cpu: float = time.process_time()
        self._wall: float = time.perf_counter()

    def saw(self, index: int, *, answered: bool, failed: bool) -> None:
        """A row came back, with an answer or an error."""
        self._in_order &= index == self._next and answered is not failed
        self._failed += failed
        self._next += 1
        if self._next == self._rows // 4:
            self._resident = _resident_bytes()

    def found(self) -> Found:
        """What it came to, after the last row."""
        return Found(
            in_order=self._in_order and self._next == self._rows,
            failed=self._failed,
            growth=(_resident_bytes() - self._resident) / (self._rows * 0.75),
            cpu=(time.process_time() - self._cpu) / self._rows,
            wall=time.perf_counter() - self._wall,
        )


def _resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
