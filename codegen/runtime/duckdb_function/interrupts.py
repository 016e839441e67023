"""Ctrl-C, while statements wait for answers.

DuckDB notices Ctrl-C in the main thread, and then waits for functions that run in its threads to
return. So that they do, the signal cancels their requests first.
"""

import atexit
import signal
import threading
from _thread import LockType, allocate_lock, start_new_thread
from collections.abc import Callable
from types import FrameType
from typing import Final, Protocol
from weakref import WeakSet

__all__ = ["unwatch", "watch"]


class Interruptible(Protocol):
    """What can be interrupted."""

    def interrupt(self) -> None:
        """Cancel what runs."""
        ...


_WATCHED: Final[WeakSet[Interruptible]] = WeakSet()
_ENDING: Final[list[LockType]] = []
_LONGEST_WAIT: Final = 10.0


def watch(target: Interruptible) -> None:
    """Let Ctrl-C interrupt ``target``, as long as that is there.

    Changes nothing where the program handles Ctrl-C itself, and outside of the main thread.
    """
    _WATCHED.add(target)
    _replace(signal.default_int_handler, _handle)


def unwatch(target: Interruptible) -> None:
    """Undo that; after the last one Ctrl-C does what it did before."""
    _WATCHED.discard(target)
    if not _WATCHED:
        _replace(_handle, signal.default_int_handler)


def _handle(number: int, frame: FrameType | None) -> None:
    # Locks may be held by the code that the signal interrupts, so other threads take them, which
    # need none to start.
    for target in list(_WATCHED):
        ended = allocate_lock()
        ended.acquire()
        _ENDING.append(ended)
        start_new_thread(_interrupt, (target, ended))
    signal.default_int_handler(number, frame)


def _interrupt(target: Interruptible, ended: LockType) -> None:
    try:
        target.interrupt()
    finally:
        _ENDING.remove(ended)
        ended.release()


@atexit.register
def _wait() -> None:
    """Let interruptions end before Python does, which would break them off."""
    for ended in list(_ENDING):
        ended.acquire(timeout=_LONGEST_WAIT)


def _replace(present: object, other: Callable[[int, FrameType | None], object]) -> None:
    in_main = threading.current_thread() is threading.main_thread()
    if in_main and signal.getsignal(signal.SIGINT) is present:
        signal.signal(signal.SIGINT, other)
