# Copied from codegen/runtime/; do not edit.
"""Which process this is, without asking the operating system every time."""

import os
from typing import Final

__all__ = ["process"]

_known: Final[list[int]] = [os.getpid()]


def process() -> int:
    """The number of this process."""
    return _known[0]


def _forked() -> None:
    _known[0] = os.getpid()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)
