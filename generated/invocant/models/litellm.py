# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

from . import chat

BatchErrorBody = TypeAliasType("BatchErrorBody", str | dict[str, JsonValue] | None)
"""Body of the provider's answer, as text, as an object, or null where there is none."""


class BatchMemberError(Model):
    """Why a model has no answer: LiteLLM's exception with all its attributes, no error object.
    Further attributes come and go with releases."""

    status_code: int
    """Status that a request to this model alone would have had."""
    message: str
    """What went wrong, for a person."""
    model: str | None = None
    """Name of the model that failed, as the request or as the provider says it."""
    llm_provider: str | None = None
    """Provider that failed; empty where no deployment was found."""
    type: str | None = None
    """Class of the error, such as throttling_error."""
    code: str | None = None
    """The status as text, where it is known."""
    param: str | None = None
    """Field of the request that is wrong."""
    detail: str | None = None
    """The message without notes about routing."""
    category: str | None = None
    """Kind of limit that was met, such as vendor_rate_limit."""
    rate_limit_type: str | None = None
    """What the limit counts."""
    litellm_debug_info: str | None = None
    """Notes for the proxy's developers."""
    max_retries: int | None = None
    """Most repetitions that were allowed."""
    num_retries: int | None = None
    """Repetitions that were made."""
    timeout: float | None = None
    """Time that the model had, in seconds."""
    failed_deployment_id: str | None = None
    """Identifies the deployment that failed."""
    request_id: str | None = None
    """The provider's id of the request."""
    headers: dict[str, JsonValue] | None = None
    """Headers of the provider's answer."""
    body: BatchErrorBody | None = None
    """Body of the provider's answer, as text, as an object, or null where there is none."""
    request: dict[str, JsonValue] | None = None
    """The HTTP library's request object, member by member; of no use to a client."""
    response: dict[str, JsonValue] | None = None
    """The HTTP library's answer object, member by member; of no use to a client."""


class CalledRoute(Model):
    """The path that was called."""

    route: str
    """The path that was called."""


class DeploymentInfo(Model):
    """What the gateway knows of a model. Most further members are prices and abilities, null
    where unknown."""

    id: str
    """Identifies the deployment; comes back as x-litellm-model-id."""
    db_model: bool | None = None
    """Whether it was added at run time, to the gateway's database."""
    key: str | None = None
    """The model's name in LiteLLM's table of models."""
    mode: str | None = None
    """What the model does, such as chat or embedding."""
    litellm_provider: str | None = None
    """The provider's name."""
    max_tokens: int | None = None
    """Most tokens of an answer; max_output_tokens says it more plainly."""
    max_input_tokens: int | None = None
    """Most tokens of a prompt."""
    max_output_tokens: int | None = None
    """Most tokens of an answer."""
    output_vector_size: int | None = None
    """Width of the vectors of an embedding model."""
    input_cost_per_token: float | None = None
    """Price of a token of the prompt, in US dollars."""
    output_cost_per_token: float | None = None
    """Price of a token of the answer, in US dollars."""
    supports_function_calling: bool | None = None
    """Whether the model calls tools."""
    supports_vision: bool | None = None
    """Whether the model sees images."""
    supports_reasoning: bool | None = None
    """Whether the model reasons before it answers."""
    supports_response_schema: bool | None = None
    """Whether answers can be held to a JSON Schema."""
    supported_openai_params: list[str] | None = None
    """Fields of OpenAI's API that LiteLLM passes on to the provider."""


class DeploymentParameters(Model):
    """How the provider is called; keys and other secrets are left out."""

    model: str
    """Provider and name of the model, such as openai/gpt-4o-mini."""
    api_base: str | None = None
    """Address of the provider."""


class EndpointHealth(Model):
    """The health of one deployment."""

    model: str
    """Provider and name of the model, such as openai/gpt-4o-mini."""
    model_id: str | None = None
    """Identifies the deployment; see model_info.id of GET /model/info."""
    api_base: str | None = None
    """Address of the provider."""
    error: str | None = None
    """Why it failed; some releases put a stack trace here."""
    exception_status: str | int | None = None
    """Status with which it failed, as text or number."""


GatewayAlive = TypeAliasType("GatewayAlive", str)
"""A short text that only says that the process answers; the LiteLLM proxy says "I'm alive!"."""


class GatewayHealth(Model):
    """Which deployments answered a small request just now, and which did not."""

    healthy_endpoints: list[EndpointHealth]
    """Deployments that answered."""
    unhealthy_endpoints: list[EndpointHealth]
    """Deployments that failed."""
    healthy_count: int
    """Number of deployments that answered."""
    unhealthy_count: int
    """Number of deployments that failed."""


class GatewayModelMetadata(Model):
    """How the gateway routes requests for a model."""

    fallbacks: list[str] | None = None
    """Models that are asked where this one fails, in this order."""


class GatewayReadiness(Model):
    """Whether the gateway can take requests."""

    status: str
    """The word "healthy", or "shutting_down" with 503."""
    db: str | None = None
    """State of the database, such as connected or "Not connected"."""
    litellm_version: str | None = None
    """Release of the proxy, where it is set to tell."""


class GatewayRoute(Model):
    """A path and its methods."""

    path: str
    """The path, with its parameters in braces."""
    methods: list[str] | None = None
    """HTTP methods that the path knows."""
    name: str | None = None
    """Name of the route within the gateway."""
    endpoint: str | None = None
    """Name of the function that answers."""


class GeneratedKey(Model):
    """A key that was made, with its limits. It is shown this once."""

    key: str
    """The key; send it as bearer token."""
    key_name: str | None = None
    """The key's first and last letters, for lists."""
    key_alias: str | None = None
    """Name of the key, for people."""
    token: str | None = None
    """Identifies the key; the SHA-256 of it in hexadecimal."""
    token_id: str | None = None
    """The same as token."""
    expires: str | None = None
    """Until when the key is valid; null for ever."""
    user_id: str | None = None
    """User to whom the key belongs."""
    team_id: str | None = None
    """Team to which the key belongs."""
    models: list[str] | None = None
    """Models that the key may use; empty for all."""
    spend: float | None = None
    """What was spent with the key, in US dollars."""
    max_budget: float | None = None
    """What may be spent with the key, in US dollars."""
    rpm_limit: int | None = None
    """Most requests a minute."""
    tpm_limit: int | None = None
    """Most tokens a minute."""
    metadata: dict[str, JsonValue] | None = None
    """What the request said."""
    created_at: str | None = None
    """When the key was made."""
    created_by: str | None = None
    """User who made it."""


KeyStatus = TypeAliasType("KeyStatus", Literal["active", "expired", "revoked", "deleted"] | str)
"""Whether the key can be used, and if not, why."""


class ModelGroup(Model):
    """All deployments of one model's name."""

    model_group: str
    """Name under which the gateway lists the model."""
    providers: list[str]
    """Providers of its deployments."""
    mode: str | None = None
    """What the model does, such as chat or embedding."""
    max_input_tokens: float | None = None
    """Most tokens of a prompt, written with a decimal point by some releases."""
    max_output_tokens: float | None = None
    """Most tokens of an answer, written with a decimal point by some releases."""
    input_cost_per_token: float | None = None
    """Price of a token of the prompt, in US dollars."""
    output_cost_per_token: float | None = None
    """Price of a token of the answer, in US dollars."""
    tpm: int | None = None
    """Most tokens a minute, over all deployments."""
    rpm: int | None = None
    """Most requests a minute, over all deployments."""
    supports_function_calling: bool | None = None
    """Whether the model calls tools."""
    supports_parallel_function_calling: bool | None = None
    """Whether one answer may call several tools."""
    supports_vision: bool | None = None
    """Whether the model sees images."""
    supports_web_search: bool | None = None
    """Whether the model searches the web itself."""
    supports_reasoning: bool | None = None
    """Whether the model reasons before it answers."""
    supported_openai_params: list[str] | None = None
    """Fields of OpenAI's API that LiteLLM passes on to the provider."""


class ModelGroupList(Model):
    """The models with what their deployments have in common."""

    data: list[ModelGroup]
    """The models."""


class RouteList(Model):
    """Everything that the gateway answers."""

    routes: list[GatewayRoute]
    """One entry for each path."""


class SupportedParameters(Model):
    """What of OpenAI's API reaches a model."""

    supported_openai_params: list[str] | None = None
    """Fields of OpenAI's API that are passed on; null where the model is not known."""


class TokenCount(Model):
    """How many tokens there are and how that is known."""

    total_tokens: int
    """Number of tokens, with what the message format adds."""
    request_model: str
    """Model that the request named."""
    model_used: str
    """Model whose tokenizer counted."""
    tokenizer_type: str
    """Kind of tokenizer, such as openai_tokenizer."""
    count_source: str | None = None
    """Where the number is from, local_estimate or the provider."""
    original_response: dict[str, JsonValue] | None = None
    """The provider's own answer, where it was asked."""
    error: bool | None = None
    """Whether the provider failed to count."""
    error_message: str | None = None
    """Why it failed."""
    status_code: int | None = None
    """Status with which it failed."""


class Deployment(Model):
    """One way to reach a model."""

    model_name: str
    """Name under which the gateway lists the model."""
    litellm_params: DeploymentParameters
    """How the provider is called; keys and other secrets are left out."""
    model_info: DeploymentInfo
    """What the gateway knows of a model. Most further members are prices and abilities, null
    where unknown."""


class DeploymentList(Model):
    """All deployments behind the models; several may share a model's name."""

    data: list[Deployment]
    """The deployments."""


class GatewayModel(Model):
    """A model that can be called."""

    id: str
    """Name to put into a request's model field."""
    object: Literal["model"] | str | None = None
    """Always "model"."""
    created: int | None = None
    """When it was added, in seconds since 1970; some gateways send a constant."""
    owned_by: str | None = None
    """Who owns it; some gateways send a constant."""
    mode: str | None = None
    """What the model does, such as chat, completion, embedding or moderation, where the gateway
    says so."""
    max_input_tokens: int | None = None
    """Most tokens of a prompt, where the gateway knows it."""
    max_output_tokens: int | None = None
    """Most tokens of an answer, where the gateway knows it."""
    metadata: GatewayModelMetadata | None = None
    """What include_metadata asks for."""


class KeyDetails(Model):
    """Limits and use of a key; the key itself is not among them."""

    status: KeyStatus | None = None
    """Whether the key can be used, and if not, why."""
    key_name: str | None = None
    """The key's first and last letters."""
    key_alias: str | None = None
    """Name of the key, for people."""
    spend: float | None = None
    """What was spent with the key, in US dollars."""
    max_budget: float | None = None
    """What may be spent with the key, in US dollars."""
    models: list[str] | None = None
    """Models that the key may use; empty for all."""
    user_id: str | None = None
    """User to whom the key belongs."""
    team_id: str | None = None
    """Team to which the key belongs."""
    rpm_limit: int | None = None
    """Most requests a minute."""
    tpm_limit: int | None = None
    """Most tokens a minute."""
    metadata: dict[str, JsonValue] | None = None
    """What was said when the key was made."""
    blocked: bool | None = None
    """Whether the key is refused until it is unblocked."""
    expires: str | None = None
    """Until when the key is valid; null for ever."""
    created_at: str | None = None
    """When the key was made."""
    last_active: str | None = None
    """When the key was last used."""


class KeyInfo(Model):
    """A key and what is known of it."""

    key: str
    """What the request named, the key or its SHA-256; without a name, what identifies the key of
    the request."""
    info: KeyDetails
    """Limits and use of a key; the key itself is not among them."""


class ModelList(Model):
    """The models that can be called."""

    object: Literal["list"] | str | None = None
    """Always "list"."""
    data: list[GatewayModel]
    """The models."""


BatchChatMember = TypeAliasType("BatchChatMember", chat.ChatCompletion | BatchMemberError)
"""A model's answer, or why it has none; an answer has choices, a failure has status_code."""


BatchChatAnswer = TypeAliasType("BatchChatAnswer", list[BatchChatMember])
"""One entry for each model, in the order of the request. The status is 200 even where every
model failed: a failure is an entry, too."""
