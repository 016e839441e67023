# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Int32 = TypeAliasType("Int32", int)
"""A whole number from 0 that fits 32 bits."""


Int64 = TypeAliasType("Int64", int | str)
"""A number of 64 bits; may arrive as text."""
