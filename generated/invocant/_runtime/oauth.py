# Copied from codegen/runtime/; do not edit.
"""Service principals: the token endpoints of Databricks and of Microsoft Entra."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from .credentials import Grant, OAuthCredential
from .errors import ConfigurationError

__all__ = ["azure_credential", "machine_credential"]


class _AzureCloud(NamedTuple):
    """Where the tokens of a cloud come from, and the resource that its management is."""

    login: str
    management: str


DATABRICKS_RESOURCE: Final = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d"

# databricks-sdk, environments.py.
CLOUDS: Final[Mapping[str, _AzureCloud]] = {
    ".azuredatabricks.net": _AzureCloud(
        login="https://login.microsoftonline.com",
        management="https://management.core.windows.net/",
    ),
    ".databricks.azure.us": _AzureCloud(
        login="https://login.microsoftonline.us",
        management="https://management.core.usgovcloudapi.net/",
    ),
    ".databricks.azure.cn": _AzureCloud(
        login="https://login.chinacloudapi.cn",
        management="https://management.core.chinacloudapi.cn/",
    ),
}


def machine_credential(base_url: str, client_id: str, client_secret: str) -> OAuthCredential:
    """A service principal of Databricks (OAuth M2M)."""
    grant = Grant(
        url=f"{base_url}/oidc/v1/token",
        form={"grant_type": "client_credentials", "scope": "all-apis"},
        client=(client_id, client_secret),
    )
    return OAuthCredential(auth_type="oauth-m2m", grants=(grant,))


def azure_credential(
    hostname: str, *, client_id: str, client_secret: str, tenant_id: str, resource_id: str | None
) -> OAuthCredential:
    """A service principal of Microsoft Entra, with the headers that Azure Databricks wants of one.

    ``resource_id`` names the workspace for a principal that is not among its users yet. Raises
    ConfigurationError for a host of no cloud of Azure.
    """
    cloud = next((each for end, each in CLOUDS.items() if hostname.endswith(end)), None)
    if cloud is None:
        rule = f"Must end in {', '.join(CLOUDS)} for azure-client-secret"
        raise ConfigurationError(f"host: {rule}")
    url = f"{cloud.login}/{tenant_id}/oauth2/token"
    form = {
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_secret": client_secret,
    }
    workspace = Grant(url=url, form={**form, "resource": DATABRICKS_RESOURCE})
    management = Grant(
        url=url,
        form={**form, "resource": cloud.management},
        header="x-databricks-azure-sp-management-token",
        scheme="",
    )
    return OAuthCredential(
        auth_type="azure-client-secret",
        grants=(workspace, management),
        headers={"x-databricks-azure-workspace-resource-id": resource_id} if resource_id else {},
    )
