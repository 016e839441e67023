# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias

import typing_extensions

from invocant._runtime import unions


class EndpointTag(typing_extensions.TypedDict):
    """A tag."""

    key: str
    """Key of the tag."""
    value: NotRequired[str]
    """Value of the tag."""


ExternalModelTask: TypeAlias = (
    Literal["llm/v1/chat", "llm/v1/completions", "llm/v1/embeddings"] | str
)
"""What the external model does."""


ResourceName: TypeAlias = str
"""Letters, digits, dashes and underscores."""


SecretPlaintext: TypeAlias = str
"""The secret itself; stored encrypted and never returned."""


SecretReference: TypeAlias = str
"""Scope and key of a stored secret, as {{secrets/scope/key}}."""


TrafficPercentage: TypeAlias = int | str
"""Percent of the requests, 0 to 100. Documented examples write it as text."""


class AnthropicConfigOutput(typing_extensions.TypedDict):
    """How Anthropic is reached."""

    anthropic_api_key: NotRequired[SecretReference]
    anthropic_api_key_plaintext: NotRequired[SecretPlaintext]


class ApiKeyAuth(typing_extensions.TypedDict):
    """A key in a header of its own. Exactly one form of it is sent."""

    key: str
    """Name of the header."""
    value: NotRequired[SecretReference]
    value_plaintext: NotRequired[SecretPlaintext]


class BearerTokenAuthOutput(typing_extensions.TypedDict):
    """A bearer token."""

    token: NotRequired[SecretReference]
    token_plaintext: NotRequired[SecretPlaintext]


class OpenAiConfigOutput(typing_extensions.TypedDict):
    """How OpenAI is reached."""

    openai_api_key: NotRequired[SecretReference]
    openai_api_key_plaintext: NotRequired[SecretPlaintext]
    openai_api_type: NotRequired[str]
    """The word openai (default) or azure."""
    openai_api_base: NotRequired[str]
    """Base address; https://api.openai.com/v1 by default."""
    openai_api_version: NotRequired[str]
    """Date of the Azure API version."""
    openai_deployment_name: NotRequired[str]
    """Name of the Azure deployment."""
    openai_organization: NotRequired[str]
    """Organization to charge."""


class Route(typing_extensions.TypedDict):
    """The share of one served entity."""

    served_model_name: NotRequired[str]
    """Name of the served entity."""
    served_entity_name: NotRequired[str]
    """Name of the served entity, in the newer spelling."""
    traffic_percentage: TrafficPercentage


class TrafficConfig(typing_extensions.TypedDict):
    """How requests are split over the served entities."""

    routes: NotRequired[Sequence[Route]]
    """One route for each served entity; their percentages add up to 100."""


AnthropicConfig: TypeAlias = AnthropicConfigOutput
"""How to reach Anthropic. Exactly one form of the key is sent."""


class AnthropicModel(typing_extensions.TypedDict):
    """A model of Anthropic."""

    name: str
    """The model's name at the provider."""
    provider: Literal["anthropic"]
    """Always "anthropic"."""
    task: ExternalModelTask
    anthropic_config: AnthropicConfig


BearerTokenAuth: TypeAlias = BearerTokenAuthOutput
"""A bearer token. Exactly one form of it is sent."""


class CustomProviderConfig(typing_extensions.TypedDict):
    """How to reach the provider. Exactly one kind of authentication is sent."""

    custom_provider_url: str
    """Address of the provider."""
    bearer_token_auth: NotRequired[BearerTokenAuth]
    api_key_auth: NotRequired[ApiKeyAuth]


OpenAiConfig: TypeAlias = OpenAiConfigOutput
"""How to reach OpenAI. Exactly one form of the key is sent."""


class OpenAiModel(typing_extensions.TypedDict):
    """A model of OpenAI, or of Azure OpenAI with a key."""

    name: str
    """The model's name at the provider."""
    provider: Literal["openai"]
    """Always "openai"."""
    task: ExternalModelTask
    openai_config: OpenAiConfig


class CustomModel(typing_extensions.TypedDict):
    """A model of any OpenAI-compatible provider."""

    name: str
    """The model's name at the provider."""
    provider: Literal["custom"]
    """Always "custom"."""
    task: ExternalModelTask
    custom_provider_config: CustomProviderConfig


ExternalModel: TypeAlias = Annotated[
    Annotated[OpenAiModel, unions.Tag("openai")]
    | Annotated[AnthropicModel, unions.Tag("anthropic")]
    | Annotated[CustomModel, unions.Tag("custom")]
    | Annotated[Mapping[str, object], unions.Tag("")],
    unions.open_tag("provider", "openai", "anthropic", "custom"),
]
"""A model outside the workspace, by provider."""


class ServedEntityInput(typing_extensions.TypedDict):
    """A model to serve."""

    name: NotRequired[ResourceName]
    external_model: ExternalModel


class EndpointCoreConfigInput(typing_extensions.TypedDict):
    """What an endpoint is to serve."""

    name: NotRequired[str]
    """Ignored; databricks-sdk repeats the endpoint's name here."""
    served_entities: NotRequired[Sequence[ServedEntityInput]]
    """The models to serve. Their names differ, and external models share one task."""
    traffic_config: NotRequired[TrafficConfig]


class CreateServingEndpoint(typing_extensions.TypedDict):
    """What to create."""

    name: ResourceName
    config: NotRequired[EndpointCoreConfigInput]
    tags: NotRequired[Sequence[EndpointTag]]
    """Tags that end up in the billing logs."""
    description: NotRequired[str]
    """Free text; cannot be changed later."""
    route_optimized: NotRequired[bool]
    """Ask for an optimized route; cannot be changed later."""
    budget_policy_id: NotRequired[str]
    """Budget policy to charge; answers name it effective_budget_policy_id."""
