# Generated from spec/; do not edit.

from __future__ import annotations

from typing import TypeAlias

Int32: TypeAlias = int
"""A whole number from 0 that fits 32 bits."""


ResourceName: TypeAlias = str
"""Letters, digits, dashes and underscores."""
