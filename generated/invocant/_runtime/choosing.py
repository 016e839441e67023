# Copied from codegen/runtime/; do not edit.
"""Which of the configured ways to authenticate with a workspace is used."""

from collections.abc import Callable, Mapping
from typing import Final

from .addresses import hostname
from .configuration import LITELLM_ADDRESS, VARIABLES, Configured, configured_families
from .credentials import (
    Credential,
    UnifiedCredential,
    basic_credential,
    check_token,
    token_credential,
)
from .errors import ConfigurationError

__all__ = ["choose", "missing", "sdk_is_installed"]

UNIFIED: Final = "databricks-sdk"

# What each way that needs no other package cannot do without; the first two tell that it is meant.
REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "pat": ("token",),
    "basic": ("username", "password"),
    "oauth-m2m": ("client_id", "client_secret"),
    "azure-client-secret": ("azure_client_id", "azure_client_secret", "azure_tenant_id"),
}


def choose(found: Configured, base_url: str, sdk: Callable[[], bool]) -> Credential:
    """The credential of what ``auth_type`` names, else of the one family that is configured.

    ``sdk`` tells whether ``databricks-sdk``, which does the rest, is installed. Raises
    ConfigurationError where that is none, more than one, or incomplete.
    """
    families = configured_families(found)
    wanted = found["auth_type"].value if "auth_type" in found else ""
    if len(families) > 1 and not wanted:
        raise _conflict(found, families)
    family = wanted or next(iter(families), "")
    if family in REQUIRED and (wanted or not found.keys().isdisjoint(REQUIRED[family][:2])):
        return _own(family, found, base_url)
    # It would read DATABRICKS_TOKEN by itself, which is meant for another host than this.
    if found["host"].source != LITELLM_ADDRESS and sdk():
        return UnifiedCredential(arguments=_arguments(found, base_url))
    if family:
        rule = f"{family} needs the package databricks-sdk"
        raise ConfigurationError(f"auth_type: {rule}: pip install 'invocant[databricks-sdk]'")
    raise missing("token", "DATABRICKS_TOKEN", "DATABRICKS_API_KEY")


def sdk_is_installed() -> bool:
    """Whether ``databricks-sdk`` can be imported."""
    from importlib.util import find_spec

    try:
        return find_spec("databricks.sdk") is not None
    except ModuleNotFoundError:
        return False


def missing(argument: str, *variables: str, why: str = "") -> ConfigurationError:
    """The error for something that is set nowhere."""
    told = f"{argument} is missing{why}: pass {argument}= or set {' or '.join(variables)}"
    return ConfigurationError(told)


def _conflict(found: Configured, families: Mapping[str, list[str]]) -> ConfigurationError:
    told = [
        f"{family} ({', '.join(f'{name} from {found[name].source}' for name in names)})"
        for family, names in families.items()
    ]
    rule = "more than one way to authenticate is configured"
    return ConfigurationError(
        f"auth_type: {rule}, {' and '.join(told)}: choose one with auth_type= or "
        f"{VARIABLES['auth_type']}"
    )


def _own(family: str, found: Configured, base_url: str) -> Credential:
    for name in REQUIRED[family]:
        if name not in found:
            raise missing(name, VARIABLES[name], why=f" for {family}")
    values = [found[name].value for name in REQUIRED[family]]
    if family == "pat":
        return token_credential(check_token("token", values[0]))
    if family == "basic":
        return basic_credential(values[0], values[1])
    from .oauth import azure_credential, machine_credential  # most clients have a token

    if family == "oauth-m2m":
        return machine_credential(base_url, values[0], values[1])
    resource = found.get("azure_workspace_resource_id")
    return azure_credential(
        hostname(base_url),
        client_id=values[0],
        client_secret=values[1],
        tenant_id=values[2],
        resource_id=check_token("azure_workspace_resource_id", resource.value) if resource else "",
    )


def _arguments(found: Configured, base_url: str) -> dict[str, str]:
    """What ``databricks-sdk`` has to be told: what it does not read where we read it."""
    told = {name: each.value for name, each in found.items() if each.is_argument}
    if "profile" in found:
        told["profile"] = found["profile"].value
    if told.get("auth_type") == UNIFIED:
        del told["auth_type"]
    return {**told, "host": base_url}
