# Generated from spec/; do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from typing_extensions import TypeAliasType

from invocant._runtime import unions
from invocant._runtime.models import Model

from . import ai_gateway as ai_gateway_1
from . import endpoint_settings

BedrockProvider = TypeAliasType(
    "BedrockProvider", Literal["anthropic", "cohere", "ai21labs", "amazon"] | str
)
"""Who made the model that Bedrock serves."""


DeploymentState = TypeAliasType(
    "DeploymentState",
    Literal[
        "DEPLOYMENT_CREATING",
        "DEPLOYMENT_RECOVERING",
        "DEPLOYMENT_READY",
        "DEPLOYMENT_FAILED",
        "DEPLOYMENT_ABORTED",
    ]
    | str,
)
"""How the deployment of a served model goes."""


EndpointStateConfigUpdate = TypeAliasType(
    "EndpointStateConfigUpdate",
    Literal["NOT_UPDATING", "IN_PROGRESS", "UPDATE_FAILED", "UPDATE_CANCELED"] | str,
)
"""How the last update went."""


EndpointStateReady = TypeAliasType("EndpointStateReady", Literal["READY", "NOT_READY"] | str)
"""Whether the endpoint serves."""


ExternalModelTask = TypeAliasType(
    "ExternalModelTask", Literal["llm/v1/chat", "llm/v1/completions", "llm/v1/embeddings"] | str
)
"""What the external model does."""


class FoundationModel(Model):
    """A model that the platform hosts."""

    name: str | None = None
    """Name of the model."""
    display_name: str | None = None
    """Name for a person."""
    docs: str | None = None
    """Address of its documentation."""
    description: str | None = None
    """What it is."""


Int64 = TypeAliasType("Int64", int | str)
"""A number of 64 bits; may arrive as text."""


OpenAiApiType = TypeAliasType("OpenAiApiType", Literal["openai", "azure", "azuread"] | str)
"""OpenAI itself (default), Azure OpenAI with a key, or Azure OpenAI with Microsoft Entra ID."""


PermissionLevel = TypeAliasType(
    "PermissionLevel", Literal["CAN_MANAGE", "CAN_QUERY", "CAN_VIEW"] | str
)
"""What the caller may do with the endpoint."""


SecretReference = TypeAliasType("SecretReference", str)
"""Scope and key of a stored secret, as {{secrets/scope/key}}."""


class ServedModelState(Model):
    """State of a served model."""

    deployment: DeploymentState | None = None
    deployment_state_message: str | None = None
    """The state, for a person."""


TrafficPercentage = TypeAliasType("TrafficPercentage", int | str)
"""Percent of the requests, 0 to 100. Documented examples write it as text."""


class Ai21LabsConfigOutput(Model):
    """How AI21 Labs is reached."""

    ai21labs_api_key: SecretReference | None = None


class Ai21LabsModelOutput(Model):
    """A model of AI21 Labs."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["ai21labs"]
    """Always "ai21labs"."""
    task: ExternalModelTask | None = None
    ai21labs_config: Ai21LabsConfigOutput | None = None


class AmazonBedrockConfigOutput(Model):
    """How Amazon Bedrock is reached."""

    aws_region: str | None = None
    """AWS region that has the model."""
    bedrock_provider: BedrockProvider | None = None
    aws_access_key_id: SecretReference | None = None
    aws_secret_access_key: SecretReference | None = None
    instance_profile_arn: str | None = None
    """Instance profile to use instead of access keys."""
    uc_service_credential_name: str | None = None
    """Unity Catalog service credential to use instead of access keys."""


class AmazonBedrockModelOutput(Model):
    """A model of Amazon Bedrock."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["amazon-bedrock"]
    """Always "amazon-bedrock"."""
    task: ExternalModelTask | None = None
    amazon_bedrock_config: AmazonBedrockConfigOutput | None = None


class AnthropicConfigOutput(Model):
    """How Anthropic is reached."""

    anthropic_api_key: SecretReference | None = None


class AnthropicModelOutput(Model):
    """A model of Anthropic."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["anthropic"]
    """Always "anthropic"."""
    task: ExternalModelTask | None = None
    anthropic_config: AnthropicConfigOutput | None = None


class ApiKeyAuthOutput(Model):
    """A key in a header of its own."""

    key: str | None = None
    """Name of the header."""
    value: SecretReference | None = None


class BearerTokenAuthOutput(Model):
    """A bearer token."""

    token: SecretReference | None = None


class CohereConfigOutput(Model):
    """How Cohere is reached."""

    cohere_api_key: SecretReference | None = None
    cohere_api_base: str | None = None
    """Base address of the API."""


class CohereModelOutput(Model):
    """A model of Cohere."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["cohere"]
    """Always "cohere"."""
    task: ExternalModelTask | None = None
    cohere_config: CohereConfigOutput | None = None


class CustomProviderConfigOutput(Model):
    """How the provider is reached."""

    custom_provider_url: str | None = None
    """Address of the provider."""
    bearer_token_auth: BearerTokenAuthOutput | None = None
    api_key_auth: ApiKeyAuthOutput | None = None


class DatabricksModelServingConfigOutput(Model):
    """How the serving endpoint is reached."""

    databricks_workspace_url: str | None = None
    """Address of the workspace."""
    databricks_api_token: SecretReference | None = None


class DatabricksModelServingModelOutput(Model):
    """A serving endpoint of this or another Databricks workspace."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["databricks-model-serving"]
    """Always "databricks-model-serving"."""
    task: ExternalModelTask | None = None
    databricks_model_serving_config: DatabricksModelServingConfigOutput | None = None


class EndpointState(Model):
    """Whether the endpoint serves, and how its last update went."""

    ready: EndpointStateReady | None = None
    config_update: EndpointStateConfigUpdate | None = None
    suspend: str | None = None
    """Whether the endpoint is stopped; NOT_SUSPENDED was seen."""


class GoogleCloudVertexAiConfigOutput(Model):
    """How Vertex AI is reached."""

    project_id: str | None = None
    """Google Cloud project to charge."""
    region: str | None = None
    """Region of the model, such as us-central1."""
    private_key: SecretReference | None = None


class GoogleCloudVertexAiModelOutput(Model):
    """A model of Google Cloud Vertex AI."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["google-cloud-vertex-ai"]
    """Always "google-cloud-vertex-ai"."""
    task: ExternalModelTask | None = None
    google_cloud_vertex_ai_config: GoogleCloudVertexAiConfigOutput | None = None


class OpenAiConfigOutput(Model):
    """How OpenAI is reached."""

    openai_api_key: SecretReference | None = None
    openai_api_type: OpenAiApiType | None = None
    openai_api_base: str | None = None
    """Base address; https://api.openai.com/v1 by default. Azure needs one."""
    openai_api_version: str | None = None
    """Date of the Azure API version; Azure needs one."""
    openai_deployment_name: str | None = None
    """Name of the Azure deployment; Azure needs one."""
    openai_organization: str | None = None
    """Organization to charge."""
    microsoft_entra_tenant_id: str | None = None
    """Tenant to log in to with Microsoft Entra ID."""
    microsoft_entra_client_id: str | None = None
    """Application to log in as with Microsoft Entra ID."""
    microsoft_entra_client_secret: SecretReference | None = None


class OpenAiModelOutput(Model):
    """A model of OpenAI or of Azure OpenAI."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["openai"]
    """Always "openai"."""
    task: ExternalModelTask | None = None
    openai_config: OpenAiConfigOutput | None = None


class PalmConfigOutput(Model):
    """How the PaLM API is reached."""

    palm_api_key: SecretReference | None = None


class PalmModelOutput(Model):
    """A model of the PaLM API, which Vertex AI replaces."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["palm"]
    """Always "palm"."""
    task: ExternalModelTask | None = None
    palm_config: PalmConfigOutput | None = None


class Route(Model):
    """The share of one served entity."""

    served_model_name: str | None = None
    """Name of the served entity."""
    served_entity_name: str | None = None
    """Name of the served entity, in the newer spelling."""
    traffic_percentage: TrafficPercentage


class TrafficConfig(Model):
    """How requests are split over the served entities."""

    routes: list[Route] | None = None
    """One route for each served entity; their percentages add up to 100."""


class CustomModelOutput(Model):
    """A model of any OpenAI-compatible provider."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["custom"]
    """Always "custom"."""
    task: ExternalModelTask | None = None
    custom_provider_config: CustomProviderConfigOutput | None = None


ExternalModelOutput = TypeAliasType(
    "ExternalModelOutput",
    Annotated[
        Annotated[OpenAiModelOutput, unions.Tag("openai")]
        | Annotated[AnthropicModelOutput, unions.Tag("anthropic")]
        | Annotated[CustomModelOutput, unions.Tag("custom")]
        | Annotated[Ai21LabsModelOutput, unions.Tag("ai21labs")]
        | Annotated[AmazonBedrockModelOutput, unions.Tag("amazon-bedrock")]
        | Annotated[CohereModelOutput, unions.Tag("cohere")]
        | Annotated[DatabricksModelServingModelOutput, unions.Tag("databricks-model-serving")]
        | Annotated[GoogleCloudVertexAiModelOutput, unions.Tag("google-cloud-vertex-ai")]
        | Annotated[PalmModelOutput, unions.Tag("palm")]
        | Annotated[unions.Unknown, unions.Tag("")],
        unions.open_tag(
            "provider",
            "openai",
            "anthropic",
            "custom",
            "ai21labs",
            "amazon-bedrock",
            "cohere",
            "databricks-model-serving",
            "google-cloud-vertex-ai",
            "palm",
        ),
    ],
)
"""A model outside the workspace, by provider, without secrets."""


class ServedEntityOutput(Model):
    """A served model."""

    name: str | None = None
    """Name of the served entity, unique in the endpoint."""
    external_model: ExternalModelOutput | None = None
    foundation_model: FoundationModel | None = None
    creator: str | None = None
    """Who created it."""
    creation_timestamp: Int64 | None = None
    state: ServedModelState | None = None


class ServedEntitySpec(Model):
    """A served model, in short."""

    name: str | None = None
    """Name of the served entity, unique in the endpoint."""
    external_model: ExternalModelOutput | None = None
    foundation_model: FoundationModel | None = None


class EndpointCoreConfigOutput(Model):
    """What the endpoint serves."""

    config_version: Int64 | None = None
    served_entities: list[ServedEntityOutput] | None = None
    """The served models."""
    traffic_config: TrafficConfig | None = None


class EndpointCoreConfigSummary(Model):
    """What the endpoint serves, in short; empty for some endpoints of the platform."""

    served_entities: list[ServedEntitySpec] | None = None
    """The served models."""


class EndpointPendingConfig(Model):
    """What the endpoint will serve once its update is done."""

    config_version: Int64 | None = None
    start_time: Int64 | None = None
    served_entities: list[ServedEntityOutput] | None = None
    """The models to serve."""
    traffic_config: TrafficConfig | None = None


class ServingEndpoint(Model):
    """A serving endpoint, as the list returns it."""

    name: str
    """Name, unique in the workspace."""
    id: str | None = None
    """Identifies the endpoint to the permissions API."""
    creator: str | None = None
    """Who created it; missing for endpoints of the platform."""
    creator_display_name: str | None = None
    """Who created it, for a person."""
    creator_kind: str | None = None
    """Kind of creator, such as User."""
    creation_timestamp: Int64 | None = None
    last_updated_timestamp: Int64 | None = None
    description: str | None = None
    """Free text."""
    task: str | None = None
    """What the endpoint does, such as llm/v1/chat."""
    endpoint_type: str | None = None
    """Kind of endpoint, such as EXTERNAL_MODEL or FOUNDATION_MODEL_API."""
    permission_level: PermissionLevel | None = None
    route_optimized: bool | None = None
    """Whether the route is optimized."""
    state: EndpointState | None = None
    config: EndpointCoreConfigSummary | None = None
    ai_gateway: ai_gateway_1.AiGatewayConfig | None = None
    tags: list[endpoint_settings.EndpointTag] | None = None
    """Tags."""
    capabilities: dict[str, bool] | None = None
    """What the model can do beyond its task."""


class ServingEndpointDetailed(Model):
    """A serving endpoint, as create, get and update return it."""

    name: str
    """Name, unique in the workspace."""
    id: str | None = None
    """Identifies the endpoint to the permissions API."""
    creator: str | None = None
    """Who created it."""
    creator_display_name: str | None = None
    """Who created it, for a person."""
    creator_kind: str | None = None
    """Kind of creator, such as User."""
    creation_timestamp: Int64 | None = None
    last_updated_timestamp: Int64 | None = None
    description: str | None = None
    """Free text."""
    task: str | None = None
    """What the endpoint does, such as llm/v1/chat."""
    endpoint_type: str | None = None
    """Kind of endpoint, such as EXTERNAL_MODEL or FOUNDATION_MODEL_API."""
    endpoint_url: str | None = None
    """Address of a route-optimized endpoint."""
    permission_level: PermissionLevel | None = None
    route_optimized: bool | None = None
    """Whether the route is optimized."""
    state: EndpointState | None = None
    config: EndpointCoreConfigOutput | None = None
    pending_config: EndpointPendingConfig | None = None
    ai_gateway: ai_gateway_1.AiGatewayConfig | None = None
    email_notifications: endpoint_settings.EmailNotifications | None = None
    tags: list[endpoint_settings.EndpointTag] | None = None
    """Tags."""
    capabilities: dict[str, bool] | None = None
    """What the model can do beyond its task."""
    effective_budget_policy_id: str | None = None
    """Budget policy that is charged."""


class ListServingEndpointsResponse(Model):
    """The endpoints; an empty list may leave the key out."""

    endpoints: list[ServingEndpoint] | None = None
    """The endpoints."""
