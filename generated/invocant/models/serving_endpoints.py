# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

from . import ai_gateway as ai_gateway_1
from . import endpoint_settings, endpoint_state, scalars, served_entities, telemetry


class BuildLogsResponse(Model):
    """What the build of a container has written."""

    logs: str
    """The lines, oldest first."""


class DataPlaneInfo(Model):
    """Where to send queries, and the token that they need."""

    endpoint_url: str | None = None
    """Address to send queries to."""
    authorization_details: str | None = None
    """What the OAuth token has to be asked for, a JSON document as text."""


class EndpointOpenApiInfo(Model):
    """Which endpoint is described."""

    title: str
    """Name of the endpoint."""
    version: str
    """Number of the configuration, as text."""


class EndpointOpenApiServer(Model):
    """Where the endpoint is queried."""

    url: str
    """The address to which the paths are added."""


class ModelDataPlaneInfo(Model):
    """How a route-optimized endpoint is queried past the workspace."""

    query_info: DataPlaneInfo | None = None
    """Where to send queries, and the token that they need."""


class ModelOptimizationInfo(Model):
    """How a model's throughput can be provisioned."""

    optimizable: bool
    """Whether the model can be served with provisioned throughput."""
    model_type: str | None = None
    """Family of the model, such as llama or gte."""
    throughput_chunk_size: int | None = None
    """Tokens a second of one chunk; provisioned throughput is a multiple of it."""


PermissionLevel = TypeAliasType(
    "PermissionLevel", Literal["CAN_MANAGE", "CAN_QUERY", "CAN_VIEW"] | str
)
"""What somebody may do with an endpoint."""


class ServerLogsResponse(Model):
    """What a served model has written."""

    logs: str
    """The last lines, oldest first."""


class TileEndpointMetadata(Model):
    """Which agent of Agent Bricks the endpoint belongs to."""

    tile_id: str | None = None
    """Identifies the agent."""
    tile_model_name: str | None = None
    """Model of the agent."""
    problem_type: str | None = None
    """What the agent is for."""


class EndpointOpenApi(Model):
    """An OpenAPI 3.1.0 document of one endpoint."""

    openapi: str
    """Version of OpenAPI, 3.1.0."""
    info: EndpointOpenApiInfo
    """Which endpoint is described."""
    servers: list[EndpointOpenApiServer] | None = None
    """Where the endpoint is queried."""
    paths: dict[str, JsonValue]
    """Path items by path, such as /served-models/current/invocations, one for each served
    entity."""


class ServingEndpoint(Model):
    """A serving endpoint, as the list returns it. Endpoints of the platform have no creator."""

    name: str
    """Name, unique in the workspace."""
    id: str | None = None
    """Identifies the endpoint to the permissions API; 32 hexadecimal digits."""
    creator: str | None = None
    """Who created it. Updates are refused once this person has left the workspace."""
    creator_display_name: str | None = None
    """Who created it, for a person."""
    creator_kind: str | None = None
    """Kind of creator, such as User."""
    creation_timestamp: scalars.Int64 | None = None
    """When it was created, in milliseconds since 1970."""
    last_updated_timestamp: scalars.Int64 | None = None
    """When it was changed last, in milliseconds since 1970."""
    description: str | None = None
    """Free text; empty where none was given."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    endpoint_type: str | None = None
    """Kind of endpoint, such as EXTERNAL_MODEL or FOUNDATION_MODEL_API."""
    permission_level: PermissionLevel | None = None
    """What the caller may do with the endpoint."""
    route_optimized: bool | None = None
    """Whether the route is optimized."""
    state: endpoint_state.EndpointState | None = None
    """Whether the endpoint serves, and how its last update went. Endpoints of the platform's own
    models say only ready and config_update."""
    ai_gateway: ai_gateway_1.AiGatewayConfig | None = None
    """The AI Gateway of a serving endpoint: rate limits, usage tracking, payload logging,
    guardrails and fallbacks. A part that is left out is off. Endpoints of external models, of
    provisioned throughput and of pay-per-token models have all of it, endpoints of agents
    have inference tables only. Newer documentation calls these settings superseded by Unity
    AI Gateway, whose services are no serving endpoints; the API goes on to take them."""
    telemetry_config: telemetry.TelemetryConfig | None = None
    """What is recorded of the endpoint."""
    tags: list[endpoint_settings.EndpointTag] | None = None
    """Tags."""
    capabilities: dict[str, bool] | None = None
    """What the model can do beyond its task, such as function_calling, image_input, long_context
    or openai_reasoning."""
    budget_policy_id: str | None = None
    """Clients know this name; answers use effective_budget_policy_id."""
    effective_budget_policy_id: str | None = None
    """Budget policy that is charged."""
    resource_credential_strategy: str | None = None
    """Where the model's credentials come from, such as EMBEDDED_CREDENTIALS."""
    tile_endpoint_metadata: TileEndpointMetadata | None = None
    """Which agent of Agent Bricks the endpoint belongs to."""
    usage_policy_id: str | None = None
    """Policy that limits how much is used."""
    config: served_entities.EndpointCoreConfigSummary | None = None
    """What the endpoint serves, in short."""


class ServingEndpointDetailed(Model):
    """A serving endpoint, as create, get and update return it."""

    name: str
    """Name, unique in the workspace."""
    id: str | None = None
    """Identifies the endpoint to the permissions API; 32 hexadecimal digits."""
    creator: str | None = None
    """Who created it. Updates are refused once this person has left the workspace."""
    creator_display_name: str | None = None
    """Who created it, for a person."""
    creator_kind: str | None = None
    """Kind of creator, such as User."""
    creation_timestamp: scalars.Int64 | None = None
    """When it was created, in milliseconds since 1970."""
    last_updated_timestamp: scalars.Int64 | None = None
    """When it was changed last, in milliseconds since 1970."""
    description: str | None = None
    """Free text; empty where none was given."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    endpoint_type: str | None = None
    """Kind of endpoint, such as EXTERNAL_MODEL or FOUNDATION_MODEL_API."""
    permission_level: PermissionLevel | None = None
    """What the caller may do with the endpoint."""
    route_optimized: bool | None = None
    """Whether the route is optimized."""
    state: endpoint_state.EndpointState | None = None
    """Whether the endpoint serves, and how its last update went. Endpoints of the platform's own
    models say only ready and config_update."""
    ai_gateway: ai_gateway_1.AiGatewayConfig | None = None
    """The AI Gateway of a serving endpoint: rate limits, usage tracking, payload logging,
    guardrails and fallbacks. A part that is left out is off. Endpoints of external models, of
    provisioned throughput and of pay-per-token models have all of it, endpoints of agents
    have inference tables only. Newer documentation calls these settings superseded by Unity
    AI Gateway, whose services are no serving endpoints; the API goes on to take them."""
    telemetry_config: telemetry.TelemetryConfig | None = None
    """What is recorded of the endpoint."""
    tags: list[endpoint_settings.EndpointTag] | None = None
    """Tags."""
    capabilities: dict[str, bool] | None = None
    """What the model can do beyond its task, such as function_calling, image_input, long_context
    or openai_reasoning."""
    budget_policy_id: str | None = None
    """Clients know this name; answers use effective_budget_policy_id."""
    effective_budget_policy_id: str | None = None
    """Budget policy that is charged."""
    resource_credential_strategy: str | None = None
    """Where the model's credentials come from, such as EMBEDDED_CREDENTIALS."""
    tile_endpoint_metadata: TileEndpointMetadata | None = None
    """Which agent of Agent Bricks the endpoint belongs to."""
    endpoint_url: str | None = None
    """Address at which a route-optimized endpoint is queried; others have none."""
    data_plane_info: ModelDataPlaneInfo | None = None
    """How a route-optimized endpoint is queried past the workspace."""
    email_notifications: endpoint_settings.EmailNotifications | None = None
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""
    config: served_entities.EndpointCoreConfigOutput | None = None
    """What the endpoint serves; absent until something was deployed."""
    pending_config: served_entities.EndpointPendingConfig | None = None
    """What is being deployed, while config_update is IN_PROGRESS."""


class ListServingEndpointsResponse(Model):
    """The endpoints; an empty list may leave the key out."""

    endpoints: list[ServingEndpoint] | None = None
    """The endpoints."""
