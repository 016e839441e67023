"""What the changelog says of the version that is not released yet."""

from __future__ import annotations

import re

__all__ = ["names", "unreleased"]

_UNRELEASED = re.compile(r"^## \[Unreleased\]$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")


def unreleased(changelog: str) -> str:
    """Return the section of the version that is not released yet. Raises ValueError for none."""
    found = _UNRELEASED.search(changelog)
    if found is None:
        raise ValueError("CHANGELOG.md: there is no section [Unreleased]")
    return found[1]


def names(section: str) -> frozenset[str]:
    """Return what a section names: its code spans, up to the first parenthesis."""
    return frozenset(code.partition("(")[0] for code in _CODE.findall(section))
