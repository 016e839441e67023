# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

from . import ai_gateway as ai_gateway_1
from . import endpoint_settings, scalars, served_entities, telemetry

PermissionLevel: TypeAlias = Literal["CAN_MANAGE", "CAN_QUERY", "CAN_VIEW"] | str
"""What somebody may do with an endpoint."""


class PatchServingEndpointTelemetryRequest(typing_extensions.TypedDict):
    """What to record of an endpoint from now on."""

    telemetry_config: NotRequired[telemetry.TelemetryConfig]
    """What to record; without it nothing is recorded any more."""


class UpdatePtEndpointConfigRequest(typing_extensions.TypedDict):
    """What an endpoint with provisioned throughput is to serve from now on."""

    config: served_entities.PtEndpointCoreConfig


class CreatePtEndpointRequest(typing_extensions.TypedDict):
    """An endpoint with provisioned throughput to create."""

    name: scalars.ResourceName
    """
    Name, unique in the workspace. The beginning databricks- is reserved. Cannot be changed
    later.
    """
    config: served_entities.PtEndpointCoreConfig
    ai_gateway: NotRequired[ai_gateway_1.AiGatewayConfig]
    budget_policy_id: NotRequired[str]
    """Budget policy to charge; answers name it effective_budget_policy_id."""
    email_notifications: NotRequired[endpoint_settings.EmailNotifications]
    tags: NotRequired[Sequence[endpoint_settings.EndpointTag]]
    """Tags that end up in the billing logs."""


class CreateServingEndpoint(typing_extensions.TypedDict):
    """What to create."""

    name: scalars.ResourceName
    """
    Name, unique in the workspace. The beginning databricks- is reserved. Cannot be changed
    later.
    """
    config: NotRequired[served_entities.EndpointCoreConfigInput]
    ai_gateway: NotRequired[ai_gateway_1.AiGatewayConfig]
    rate_limits: NotRequired[Sequence[endpoint_settings.RateLimit]]
    """Limits of requests, never returned. Use the rate limits of ai_gateway instead."""
    tags: NotRequired[Sequence[endpoint_settings.EndpointTag]]
    """Tags that end up in the billing logs."""
    description: NotRequired[str]
    """Free text; cannot be changed later."""
    route_optimized: NotRequired[bool]
    """
    Ask for an optimized route, which custom models and feature specs can have; false by
    default, cannot be changed later.
    """
    budget_policy_id: NotRequired[str]
    """Budget policy to charge; answers name it effective_budget_policy_id."""
    email_notifications: NotRequired[endpoint_settings.EmailNotifications]
    telemetry_config: NotRequired[telemetry.TelemetryConfig]
    """What to record; dropped without a word for endpoints that serve no custom model."""
