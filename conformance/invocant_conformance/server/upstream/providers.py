"""Where an external model's queries go, and how they are signed; pure.

Sources: the External models page for the fields of a provider; spec/provider.yaml for the paths of
custom providers and of workspaces; OpenAI's and Azure's API references for theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, urlencode

from ...json_values import JsonObject, as_object, as_text
from .allowed import Address, read_url

OPENAI: Final = "https://api.openai.com/v1"

_PATHS: Final[Mapping[str, str]] = {
    "chat": "chat/completions",
    "completions": "completions",
    "embeddings": "embeddings",
}
_RESPONSES: Final = "responses"
_AZURE: Final = ("azure", "azuread")


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """Which secret signs a request, and in which header.

    field: the configuration's, such as openai_api_key. reference: {{secrets/scope/key}}, empty
    where the secret was sent in plaintext. prefix: stands before it in the header. entra: tenant
    and client for whom a token is to be got with it, None where the secret itself is sent.
    """

    field: str
    reference: str
    header: str = "authorization"
    prefix: str = "Bearer "
    entra: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Destination:
    """Where a query goes. headers: those beside the credential's."""

    address: Address
    credential: Credential
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def base(model: JsonObject) -> str | None:
    """Return the address of a model's server, None for providers that are never forwarded to."""
    config = configuration(model)
    match model.get("provider"):
        case "openai":
            return as_text(config.get("openai_api_base")) or OPENAI
        case "databricks-model-serving":
            return as_text(config.get("databricks_workspace_url"))
        case "custom":
            return as_text(config.get("custom_provider_url"))
        case _:
            return None


def configuration(model: JsonObject) -> JsonObject:
    """Return the configuration of a model's provider."""
    prefix = as_text(model.get("provider")).replace("-", "_")
    suffix = "_provider_config" if prefix == "custom" else "_config"
    return as_object(model.get(prefix + suffix))


def destination(model: JsonObject, task: str) -> Destination | None:
    """Return where queries of a task go, None for what the provider does not answer.

    Raises ValueError for an address that requests cannot be sent to.
    """
    config, provider = configuration(model), model.get("provider")
    own = as_text(model.get("task")).removeprefix("llm/v1/")
    if task != own and (task, own, provider) != (_RESPONSES, "chat", "openai"):
        return None
    root = base(model)
    if root is None:
        return None
    if provider == "openai":
        return _openai(config, root, task)
    if provider == "custom":
        address = _below(root, _PATHS.get(task, task))
        return Destination(address=address, credential=_of_custom(config))
    path = f"serving-endpoints/{quote(as_text(model.get('name')), safe='')}/invocations"
    return Destination(
        address=_below(root, path), credential=_credential(config, "databricks_api_token")
    )


def _openai(config: JsonObject, root: str, task: str) -> Destination:
    kind = config.get("openai_api_type")
    organization = as_text(config.get("openai_organization"))
    headers = {"openai-organization": organization} if organization else {}
    path = _PATHS.get(task, task)
    if kind not in _AZURE:
        credential = _credential(config, "openai_api_key")
        return Destination(address=_below(root, path), credential=credential, headers=headers)
    deployment = quote(as_text(config.get("openai_deployment_name")), safe="")
    azure = path if task == _RESPONSES else f"deployments/{deployment}/{path}"
    version = {"api-version": as_text(config.get("openai_api_version"))}
    address = _below(root, f"openai/{azure}", version)
    return Destination(address=address, credential=_of_azure(config), headers=headers)


def _of_azure(config: JsonObject) -> Credential:
    if config.get("openai_api_type") == "azure":
        return _credential(config, "openai_api_key", header="api-key", prefix="")
    who = ("microsoft_entra_tenant_id", "microsoft_entra_client_id")
    tenant, client = (as_text(config.get(name)) for name in who)
    return _credential(config, "microsoft_entra_client_secret", entra=(tenant, client))


def _of_custom(config: JsonObject) -> Credential:
    keyed = as_object(config.get("api_key_auth"))
    if keyed:
        return _credential(keyed, "value", header=as_text(keyed.get("key")).lower(), prefix="")
    return _credential(as_object(config.get("bearer_token_auth")), "token")


def _credential(
    config: JsonObject,
    name: str,
    *,
    header: str = "authorization",
    prefix: str = "Bearer ",
    entra: tuple[str, str] | None = None,
) -> Credential:
    reference = as_text(config.get(name))
    return Credential(field=name, reference=reference, header=header, prefix=prefix, entra=entra)


def _below(root: str, path: str, query: Mapping[str, str] | None = None) -> Address:
    """Return an address below another one, whose query stays; one that has the path is its own."""
    address = read_url(root)
    folder, _, asked = address.target.partition("?")
    folder = folder.rstrip("/")
    whole = folder if folder.endswith(f"/{path}") else f"{folder}/{path}"
    asked = "&".join(filter(None, (asked, urlencode(query or {}))))
    return Address(
        scheme=address.scheme,
        host=address.host,
        port=address.port,
        target=f"{whole}?{asked}" if asked else whole,
    )
