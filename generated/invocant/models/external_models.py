# Generated from spec/; do not edit.
"""What servers answer, as models."""

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
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class Ai21LabsModelOutput(Model):
    """A model of AI21 Labs."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["ai21labs"]
    """Always "ai21labs"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    ai21labs_config: Ai21LabsConfigOutput | None = None
    """How AI21 Labs is reached."""


class AmazonBedrockConfigOutput(Model):
    """How Amazon Bedrock is reached."""

    aws_region: str | None = None
    """AWS region that has the model."""
    bedrock_provider: BedrockProvider | None = None
    """Who made the model that Bedrock serves; capital and small letters are the same."""
    aws_access_key_id: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    aws_secret_access_key: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
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
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    amazon_bedrock_config: AmazonBedrockConfigOutput | None = None
    """How Amazon Bedrock is reached."""


class AnthropicConfigOutput(Model):
    """How Anthropic is reached."""

    anthropic_api_key: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class AnthropicModelOutput(Model):
    """A model of Anthropic."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["anthropic"]
    """Always "anthropic"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    anthropic_config: AnthropicConfigOutput | None = None
    """How Anthropic is reached."""


class ApiKeyAuthOutput(Model):
    """A key in a header of its own."""

    key: str | None = None
    """Name of the header."""
    value: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class BearerTokenAuthOutput(Model):
    """A bearer token."""

    token: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class CohereConfigOutput(Model):
    """How Cohere is reached."""

    cohere_api_key: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    cohere_api_base: str | None = None
    """Base address of the API."""


class CohereModelOutput(Model):
    """A model of Cohere."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["cohere"]
    """Always "cohere"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    cohere_config: CohereConfigOutput | None = None
    """How Cohere is reached."""


class CustomProviderConfigOutput(Model):
    """How the provider is reached."""

    custom_provider_url: str | None = None
    """Address of the provider."""
    bearer_token_auth: BearerTokenAuthOutput | None = None
    """A bearer token."""
    api_key_auth: ApiKeyAuthOutput | None = None
    """A key in a header of its own."""


class DatabricksModelServingConfigOutput(Model):
    """How the serving endpoint is reached."""

    databricks_workspace_url: str | None = None
    """Address of the workspace."""
    databricks_api_token: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class DatabricksModelServingModelOutput(Model):
    """A serving endpoint of this or another Databricks workspace."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["databricks-model-serving"]
    """Always "databricks-model-serving"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    databricks_model_serving_config: DatabricksModelServingConfigOutput | None = None
    """How the serving endpoint is reached."""


class GoogleCloudVertexAiConfigOutput(Model):
    """How Vertex AI is reached."""

    project_id: str | None = None
    """Google Cloud project to charge."""
    region: str | None = None
    """Region of the model, such as us-central1."""
    private_key: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class GoogleCloudVertexAiModelOutput(Model):
    """A model of Google Cloud Vertex AI."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["google-cloud-vertex-ai"]
    """Always "google-cloud-vertex-ai"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    google_cloud_vertex_ai_config: GoogleCloudVertexAiConfigOutput | None = None
    """How Vertex AI is reached."""


class OpenAiConfigOutput(Model):
    """How OpenAI is reached."""

    openai_api_key: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    openai_api_type: OpenAiApiType | None = None
    """OpenAI itself (default), Azure OpenAI with a key, or Azure OpenAI with Microsoft Entra ID."""
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
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class OpenAiModelOutput(Model):
    """A model of OpenAI or of Azure OpenAI."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["openai"]
    """Always "openai"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    openai_config: OpenAiConfigOutput | None = None
    """How OpenAI is reached."""


class PalmConfigOutput(Model):
    """How the PaLM API is reached."""

    palm_api_key: SecretReference | None = None
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""


class PalmModelOutput(Model):
    """A model of the PaLM API, which Vertex AI replaces."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["palm"]
    """Always "palm"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    palm_config: PalmConfigOutput | None = None
    """How the PaLM API is reached."""


class CustomModelOutput(Model):
    """A model of any OpenAI-compatible provider."""

    name: str | None = None
    """The model's name at the provider."""
    provider: Literal["custom"]
    """Always "custom"."""
    task: endpoint_state.EndpointTask | None = None
    """What an endpoint or its model does; absent for custom models that follow none of these
    formats."""
    custom_provider_config: CustomProviderConfigOutput | None = None
    """How the provider is reached."""


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
