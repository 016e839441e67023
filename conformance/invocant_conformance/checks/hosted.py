"""Which models the platform hosts: only of them is known what they refuse."""

from ..outcomes import Skipped
from ..target import Surface

_RESERVED = "databricks-"
"""Begins the names of the platform's endpoints, and no others (MGMT-NAME-002)."""


def need_hosted(surface: Surface) -> None:
    """Raise Skipped unless a surface's model is one that the platform hosts."""
    if not surface.model.startswith(_RESERVED):
        raise Skipped(f"the platform does not host {surface.model}")
