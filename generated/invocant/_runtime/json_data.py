# Copied from codegen/runtime/; do not edit.
"""Telling the kinds of JSON data apart, in a way that type checkers follow."""

from collections.abc import Mapping, Sequence
from typing import TypeGuard

__all__ = ["is_array", "is_object", "is_text", "member", "members"]


def is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether ``value`` is a mapping; that its keys are strings is the caller's knowledge."""
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[Sequence[object]]:
    """Whether ``value`` is a sequence other than text and bytes."""
    return isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray)


def is_text(value: object) -> TypeGuard[str]:
    """Whether ``value`` is a string, whatever its annotation says."""
    return isinstance(value, str)


def member(value: object, name: str) -> object:
    """A member of a model or of plain JSON; ``None`` where there is none."""
    return value.get(name) if is_object(value) else getattr(value, name, None)


def members(value: object, name: str) -> Sequence[object]:
    """The entries of a member that is an array; none where it is something else."""
    entries = member(value, name)
    return entries if is_array(entries) else ()
