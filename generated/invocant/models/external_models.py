# Generated from spec/; do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from typing_extensions import TypeAliasType

from invocant._runtime import unions
from invocant._runtime.models import Model

from . import endpoint_state

BedrockProvider = TypeAliasType(
    "BedrockProvider", Literal["anthropic", "cohere", "ai21labs", "amazon"] | str
)
"""Who made the model that Bedrock serves; capital and small letters are the same."""


OpenAiApiType = TypeAliasType("OpenAiApiType", Literal["openai", "azure", "azuread"] | str)
"""OpenAI itself (default), Azure OpenAI with a key, or Azure OpenAI with Microsoft Entra ID."""


SecretReference = TypeAliasType("SecretReference", str)
"""Scope and key of a stored secret, as {{secrets/scope/key}}."""


class Ai21LabsConfigOutput(Model):
    """How AI21 Labs is reached."""

    ai21labs_api_key: SecretReference | None = None


class Ai21LabsModelOutput(Model):
    """A model of AI21 Labs."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["ai21labs"]
    """Always "ai21labs"."""
    task: endpoint_state.EndpointTask | None = None
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
    task: endpoint_state.EndpointTask | None = None
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
    task: endpoint_state.EndpointTask | None = None
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
    task: endpoint_state.EndpointTask | None = None
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
    task: endpoint_state.EndpointTask | None = None
    databricks_model_serving_config: DatabricksModelServingConfigOutput | None = None


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
    task: endpoint_state.EndpointTask | None = None
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
    task: endpoint_state.EndpointTask | None = None
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
    task: endpoint_state.EndpointTask | None = None
    palm_config: PalmConfigOutput | None = None


class CustomModelOutput(Model):
    """A model of any OpenAI-compatible provider."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["custom"]
    """Always "custom"."""
    task: endpoint_state.EndpointTask | None = None
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
