# Copied from codegen/runtime/; do not edit.
"""Pauses and randomness; what uses them takes them as parameters."""

import random
import time

__all__ = ["async_sleep", "jitter", "sleep"]


def jitter() -> float:
    """A random number in [0, 1)."""
    return random.random()


def sleep(seconds: float) -> None:
    """Pause this thread."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Pause this task, under asyncio and trio alike."""
    import anyio  # costs as much as a client to make, and most never wait

    await anyio.sleep(seconds)
