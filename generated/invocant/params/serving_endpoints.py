# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

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
    """What an endpoint with provisioned throughput is to serve."""


class CreatePtEndpointRequest(typing_extensions.TypedDict):
    """An endpoint with provisioned throughput to create."""

    name: scalars.ResourceName
    """
    Name, unique in the workspace. The beginning databricks- is reserved. Cannot be changed
    later.
    """
    config: served_entities.PtEndpointCoreConfig
    """What an endpoint with provisioned throughput is to serve."""
    ai_gateway: NotRequired[ai_gateway_1.AiGatewayConfig]
    """
    The AI Gateway of a serving endpoint: rate limits, usage tracking, payload logging,
    guardrails and fallbacks. A part that is left out is off. Endpoints of external models, of
    provisioned throughput and of pay-per-token models have all of it, endpoints of agents
    have inference tables only. Newer documentation calls these settings superseded by Unity
    AI Gateway, whose services are no serving endpoints; the API goes on to take them.
    """
    budget_policy_id: NotRequired[str]
    """Budget policy to charge; answers name it effective_budget_policy_id."""
    email_notifications: NotRequired[endpoint_settings.EmailNotifications]
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""
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
    """
    What an endpoint is to serve: external models, custom models and feature specs, or models
    with provisioned throughput, but never a mixture of these.
    """
    ai_gateway: NotRequired[ai_gateway_1.AiGatewayConfig]
    """
    The AI Gateway of a serving endpoint: rate limits, usage tracking, payload logging,
    guardrails and fallbacks. A part that is left out is off. Endpoints of external models, of
    provisioned throughput and of pay-per-token models have all of it, endpoints of agents
    have inference tables only. Newer documentation calls these settings superseded by Unity
    AI Gateway, whose services are no serving endpoints; the API goes on to take them.
    """
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
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""
    telemetry_config: NotRequired[telemetry.TelemetryConfig]
    """What to record; dropped without a word for endpoints that serve no custom model."""
