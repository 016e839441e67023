# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions

BedrockProvider: TypeAlias = Literal["anthropic", "cohere", "ai21labs", "amazon"] | str
"""Who made the model that Bedrock serves; capital and small letters are the same."""


ExternalModelTask: TypeAlias = (
    Literal["llm/v1/chat", "llm/v1/completions", "llm/v1/embeddings"] | str
)
"""What the external model does."""


OpenAiApiType: TypeAlias = Literal["openai", "azure", "azuread"] | str
"""OpenAI itself (default), Azure OpenAI with a key, or Azure OpenAI with Microsoft Entra ID."""


SecretPlaintext: TypeAlias = str
"""The secret itself; stored encrypted and never returned."""


SecretReference: TypeAlias = str
"""Scope and key of a stored secret, as {{secrets/scope/key}}."""


class Ai21LabsConfigOutput(typing_extensions.TypedDict):
    """How AI21 Labs is reached."""

    ai21labs_api_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    ai21labs_api_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class AmazonBedrockConfig(typing_extensions.TypedDict):
    """
    How to reach Amazon Bedrock. Exactly one way of authentication is sent: access keys, each
    as reference or as plaintext, an instance profile, or a Unity Catalog service credential.
    """

    aws_region: str
    """AWS region that has the model."""
    bedrock_provider: BedrockProvider
    """Who made the model that Bedrock serves; capital and small letters are the same."""
    aws_access_key_id: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    aws_access_key_id_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""
    aws_secret_access_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    aws_secret_access_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""
    instance_profile_arn: NotRequired[str]
    """Instance profile to use instead of access keys."""
    uc_service_credential_name: NotRequired[str]
    """Unity Catalog service credential to use instead of access keys."""


class AmazonBedrockModel(typing_extensions.TypedDict):
    """A model of Amazon Bedrock."""

    name: str
    """The model's name at the provider."""
    provider: Literal["amazon-bedrock"]
    """Always "amazon-bedrock"."""
    task: ExternalModelTask
    """What the external model does."""
    amazon_bedrock_config: AmazonBedrockConfig
    """
    How to reach Amazon Bedrock. Exactly one way of authentication is sent: access keys, each
    as reference or as plaintext, an instance profile, or a Unity Catalog service credential.
    """


class AnthropicConfigOutput(typing_extensions.TypedDict):
    """How Anthropic is reached."""

    anthropic_api_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    anthropic_api_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class ApiKeyAuth(typing_extensions.TypedDict):
    """A key in a header of its own. Exactly one form of it is sent."""

    key: str
    """Name of the header."""
    value: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    value_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class BearerTokenAuthOutput(typing_extensions.TypedDict):
    """A bearer token."""

    token: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    token_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class CohereConfigOutput(typing_extensions.TypedDict):
    """How Cohere is reached."""

    cohere_api_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    cohere_api_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""
    cohere_api_base: NotRequired[str]
    """Base address of the API."""


class DatabricksModelServingConfig(typing_extensions.TypedDict):
    """How to reach the serving endpoint. Exactly one form of the secret is sent."""

    databricks_workspace_url: str
    """Address of the workspace."""
    databricks_api_token: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    databricks_api_token_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class DatabricksModelServingModel(typing_extensions.TypedDict):
    """A serving endpoint of this or another Databricks workspace."""

    name: str
    """The model's name at the provider."""
    provider: Literal["databricks-model-serving"]
    """Always "databricks-model-serving"."""
    task: ExternalModelTask
    """What the external model does."""
    databricks_model_serving_config: DatabricksModelServingConfig
    """How to reach the serving endpoint. Exactly one form of the secret is sent."""


class GoogleCloudVertexAiConfig(typing_extensions.TypedDict):
    """How to reach Vertex AI. Exactly one form of the secret is sent."""

    project_id: str
    """Google Cloud project to charge."""
    region: str
    """Region of the model, such as us-central1."""
    private_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    private_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class GoogleCloudVertexAiModel(typing_extensions.TypedDict):
    """A model of Google Cloud Vertex AI."""

    name: str
    """The model's name at the provider."""
    provider: Literal["google-cloud-vertex-ai"]
    """Always "google-cloud-vertex-ai"."""
    task: ExternalModelTask
    """What the external model does."""
    google_cloud_vertex_ai_config: GoogleCloudVertexAiConfig
    """How to reach Vertex AI. Exactly one form of the secret is sent."""


class OpenAiConfig(typing_extensions.TypedDict):
    """
    How to reach OpenAI, Azure OpenAI with a key (openai_api_type azure), or Azure OpenAI with
    Microsoft Entra ID (azuread). Exactly one form of the key, or of the client secret, is
    sent.
    """

    openai_api_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    openai_api_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""
    openai_api_type: NotRequired[OpenAiApiType]
    """OpenAI itself (default), Azure OpenAI with a key, or Azure OpenAI with Microsoft Entra ID."""
    openai_api_base: NotRequired[str]
    """Base address; https://api.openai.com/v1 by default. Azure needs one."""
    openai_api_version: NotRequired[str]
    """Date of the Azure API version; Azure needs one."""
    openai_deployment_name: NotRequired[str]
    """Name of the Azure deployment; Azure needs one."""
    openai_organization: NotRequired[str]
    """Organization to charge."""
    microsoft_entra_tenant_id: NotRequired[str]
    """Tenant to log in to with Microsoft Entra ID."""
    microsoft_entra_client_id: NotRequired[str]
    """Application to log in as with Microsoft Entra ID."""
    microsoft_entra_client_secret: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    microsoft_entra_client_secret_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


class OpenAiModel(typing_extensions.TypedDict):
    """A model of OpenAI or of Azure OpenAI."""

    name: str
    """The model's name at the provider."""
    provider: Literal["openai"]
    """Always "openai"."""
    task: ExternalModelTask
    """What the external model does."""
    openai_config: OpenAiConfig
    """
    How to reach OpenAI, Azure OpenAI with a key (openai_api_type azure), or Azure OpenAI with
    Microsoft Entra ID (azuread). Exactly one form of the key, or of the client secret, is
    sent.
    """


class PalmConfigOutput(typing_extensions.TypedDict):
    """How the PaLM API is reached."""

    palm_api_key: NotRequired[SecretReference]
    """Scope and key of a stored secret, as {{secrets/scope/key}}."""
    palm_api_key_plaintext: NotRequired[SecretPlaintext]
    """The secret itself; stored encrypted and never returned."""


Ai21LabsConfig: TypeAlias = Ai21LabsConfigOutput
"""How to reach AI21 Labs. Exactly one form of the secret is sent."""


class Ai21LabsModel(typing_extensions.TypedDict):
    """A model of AI21 Labs."""

    name: str
    """The model's name at the provider."""
    provider: Literal["ai21labs"]
    """Always "ai21labs"."""
    task: ExternalModelTask
    """What the external model does."""
    ai21labs_config: Ai21LabsConfig
    """How to reach AI21 Labs. Exactly one form of the secret is sent."""


AnthropicConfig: TypeAlias = AnthropicConfigOutput
"""How to reach Anthropic. Exactly one form of the key is sent."""


class AnthropicModel(typing_extensions.TypedDict):
    """A model of Anthropic."""

    name: str
    """The model's name at the provider."""
    provider: Literal["anthropic"]
    """Always "anthropic"."""
    task: ExternalModelTask
    """What the external model does."""
    anthropic_config: AnthropicConfig
    """How to reach Anthropic. Exactly one form of the key is sent."""


BearerTokenAuth: TypeAlias = BearerTokenAuthOutput
"""A bearer token. Exactly one form of it is sent."""


CohereConfig: TypeAlias = CohereConfigOutput
"""How to reach Cohere. Exactly one form of the secret is sent."""


class CohereModel(typing_extensions.TypedDict):
    """A model of Cohere."""

    name: str
    """The model's name at the provider."""
    provider: Literal["cohere"]
    """Always "cohere"."""
    task: ExternalModelTask
    """What the external model does."""
    cohere_config: CohereConfig
    """How to reach Cohere. Exactly one form of the secret is sent."""


class CustomProviderConfig(typing_extensions.TypedDict):
    """How to reach the provider. Exactly one kind of authentication is sent."""

    custom_provider_url: str
    """Address of the provider."""
    bearer_token_auth: NotRequired[BearerTokenAuth]
    """A bearer token. Exactly one form of it is sent."""
    api_key_auth: NotRequired[ApiKeyAuth]
    """A key in a header of its own. Exactly one form of it is sent."""


PalmConfig: TypeAlias = PalmConfigOutput
"""How to reach the PaLM API. Exactly one form of the secret is sent."""


class PalmModel(typing_extensions.TypedDict):
    """A model of the PaLM API, which Vertex AI replaces."""

    name: str
    """The model's name at the provider."""
    provider: Literal["palm"]
    """Always "palm"."""
    task: ExternalModelTask
    """What the external model does."""
    palm_config: PalmConfig
    """How to reach the PaLM API. Exactly one form of the secret is sent."""


class CustomModel(typing_extensions.TypedDict):
    """A model of any OpenAI-compatible provider."""

    name: str
    """The model's name at the provider."""
    provider: Literal["custom"]
    """Always "custom"."""
    task: ExternalModelTask
    """What the external model does."""
    custom_provider_config: CustomProviderConfig
    """How to reach the provider. Exactly one kind of authentication is sent."""


ExternalModel: TypeAlias = Annotated[
    Annotated[OpenAiModel, unions.Tag("openai")]
    | Annotated[AnthropicModel, unions.Tag("anthropic")]
    | Annotated[CustomModel, unions.Tag("custom")]
    | Annotated[Ai21LabsModel, unions.Tag("ai21labs")]
    | Annotated[AmazonBedrockModel, unions.Tag("amazon-bedrock")]
    | Annotated[CohereModel, unions.Tag("cohere")]
    | Annotated[DatabricksModelServingModel, unions.Tag("databricks-model-serving")]
    | Annotated[GoogleCloudVertexAiModel, unions.Tag("google-cloud-vertex-ai")]
    | Annotated[PalmModel, unions.Tag("palm")]
    | Annotated[Mapping[str, object], unions.Tag("")],
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
]
"""A model outside the workspace, by provider."""
