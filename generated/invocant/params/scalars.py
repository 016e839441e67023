# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from typing import TypeAlias

Int32: TypeAlias = int
"""A whole number from 0 that fits 32 bits."""


ResourceName: TypeAlias = str
"""Letters, digits, dashes and underscores."""
