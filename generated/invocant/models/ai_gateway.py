# Generated from spec/; do not edit.

from __future__ import annotations

from pydantic import JsonValue
from typing_extensions import TypeAliasType

AiGatewayConfig = TypeAliasType("AiGatewayConfig", dict[str, JsonValue])
"""Limits, guardrails and recording of the requests to an endpoint."""
