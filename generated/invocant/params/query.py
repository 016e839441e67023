# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

ClientRequestId: TypeAlias = str | None
"""The caller's own id of the request, kept in the inference table and the usage table."""


ExtraParams: TypeAlias = Mapping[str, str] | None
"""Further parameters for an external model, passed on to its provider. Values are strings,
whatever the provider takes them for."""


UsageContext: TypeAlias = Mapping[str, str] | None
"""The caller's own keys and values, kept in the usage table, such as a project or an end
user."""
