# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

AiGatewayConfig: TypeAlias = Mapping[str, object]
"""Limits, guardrails and recording of the requests to an endpoint."""
