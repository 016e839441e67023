"""Served entities of every provider whose secrets can be sent in plaintext."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from .endpoints import CHAT
from .probe import Object


@dataclass(frozen=True, kw_only=True, slots=True)
class Provider:
    """A provider, the member that configures it, its secrets, and what else it needs."""

    name: str
    member: str
    secrets: tuple[str, ...]
    needs: Mapping[str, str] = field(default_factory=dict[str, str])


_AZURE = {
    "openai_api_type": "azuread",
    "microsoft_entra_tenant_id": "a-tenant",
    "microsoft_entra_client_id": "a-client",
    "openai_api_base": "https://models.example.com",
    "openai_api_version": "2024-06-01",
    "openai_deployment_name": "a-deployment",
}
PROVIDERS = (
    Provider(
        name="openai",
        member="openai_config",
        secrets=("microsoft_entra_client_secret_plaintext",),
        needs=_AZURE,
    ),
    Provider(name="anthropic", member="anthropic_config", secrets=("anthropic_api_key_plaintext",)),
    Provider(name="ai21labs", member="ai21labs_config", secrets=("ai21labs_api_key_plaintext",)),
    Provider(name="cohere", member="cohere_config", secrets=("cohere_api_key_plaintext",)),
    Provider(name="palm", member="palm_config", secrets=("palm_api_key_plaintext",)),
    Provider(
        name="databricks-model-serving",
        member="databricks_model_serving_config",
        secrets=("databricks_api_token_plaintext",),
        needs={"databricks_workspace_url": "https://workspace.example.com"},
    ),
    Provider(
        name="google-cloud-vertex-ai",
        member="google_cloud_vertex_ai_config",
        secrets=("private_key_plaintext",),
        needs={"project_id": "a-project", "region": "us-central1"},
    ),
    Provider(
        name="amazon-bedrock",
        member="amazon_bedrock_config",
        secrets=("aws_access_key_id_plaintext", "aws_secret_access_key_plaintext"),
        needs={"aws_region": "us-east-1", "bedrock_provider": "anthropic"},
    ),
)


def entities(plaintext: Callable[[str], Object]) -> Iterator[Object]:
    """Yield an entity of each provider; `plaintext` gives a setting that holds a fresh secret."""
    for provider in PROVIDERS:
        settings: Object = {**provider.needs}
        for secret in provider.secrets:
            settings |= plaintext(secret)
        model: Object = {"name": "a-model", "provider": provider.name, "task": CHAT}
        yield {"name": "secretive", "external_model": {**model, provider.member: settings}}
