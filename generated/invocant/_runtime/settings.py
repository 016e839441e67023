# Copied from codegen/runtime/; do not edit.
"""Where requests go and with which credential, decided without any network I/O."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict, Unpack

from . import addresses
from .choosing import choose, missing, sdk_is_installed
from .configuration import Configured, ReadFile, collect, configured_families
from .credentials import (
    Auth,
    CalledCredential,
    Credential,
    Provider,
    UnifiedAuth,
    UnifiedCredential,
    check_token,
    given_credential,
    token_credential,
)
from .errors import ConfigurationError

__all__ = ["Settings", "WorkspaceArguments", "gateway", "workspace"]

# The root of the OpenAI-compatible paths, with which addresses for other tools end.
SERVING_ENDPOINTS: Final = "/serving-endpoints"

WORKSPACE_ADDRESSES: Final = ("DATABRICKS_HOST", "DATABRICKS_API_BASE")
GATEWAY_VARIABLES: Final = (
    ("OPENAI_BASE_URL", "OPENAI_API_KEY"),
    ("LITELLM_PROXY_API_BASE", "LITELLM_PROXY_API_KEY"),
)


class WorkspaceArguments(TypedDict, total=False):
    """What a client of a workspace is told in text; ``None`` is as good as leaving it out."""

    host: str | None
    token: str | None
    client_id: str | None
    client_secret: str | None
    azure_client_id: str | None
    azure_client_secret: str | None
    azure_tenant_id: str | None
    azure_workspace_resource_id: str | None
    profile: str | None
    config_file: str | None
    auth_type: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """``base_url`` has a scheme and no trailing slash; the credential is for its server alone."""

    base_url: str
    credential: Credential

    @property
    def origin(self) -> str:
        """Scheme, host and port of the address."""
        return addresses.origin(self.base_url)

    def covers(self, url: str) -> bool:
        """Whether the credential may be sent to ``url``."""
        return addresses.same_origin(url, self.base_url)


def read_file(path: str) -> str | None:
    """The text of a file; ``None`` where there is none. Raises ConfigurationError."""
    try:
        return Path(path).expanduser().read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RuntimeError) as error:
        fault = f"config_file: {path} cannot be read ({type(error).__name__})"
    raise ConfigurationError(fault)


def workspace(
    env: Mapping[str, str],
    *,
    auth: Auth | None = None,
    read: ReadFile = read_file,
    sdk: Callable[[], bool] = sdk_is_installed,
    **given: Unpack[WorkspaceArguments],
) -> Settings:
    """Settings of a workspace; a host without scheme gets ``https://``.

    ``sdk`` tells whether ``databricks-sdk`` is installed. Raises ConfigurationError, naming
    arguments and variables, where something is missing, or more than one way to authenticate is
    configured and ``auth_type`` chooses none.
    """
    # The configuration of databricks-sdk has a host, so no file is needed for one.
    found = collect(given, env, _no_file if isinstance(auth, UnifiedAuth) else read)
    if auth is not None:
        return _authenticated_by(auth, found)
    address = _address(found)
    return Settings(base_url=address, credential=choose(found, address, sdk))


def gateway(
    env: Mapping[str, str],
    *,
    base_url: str | None = None,
    api_key: str | Provider | None = None,
    auth: Auth | None = None,
) -> Settings:
    """Settings of a gateway; ``base_url`` may include a path such as ``/v1``.

    Variables come in pairs of an address and a key. The address of one pair is never used with
    the key of another: that would hand the key to a stranger. Raises ConfigurationError.
    """
    address, names = _gateway_address((base_url or "").strip(), env)
    return Settings(base_url=address, credential=_gateway_credential(api_key, auth, names, env))


def _no_file(path: str) -> None:
    return None


def _address(found: Configured) -> str:
    if "host" not in found:
        raise missing("host", *WORKSPACE_ADDRESSES)
    return addresses.base_url("host", found["host"].value, SERVING_ENDPOINTS)


def _authenticated_by(auth: Auth, found: Configured) -> Settings:
    """Settings with a credential that the caller made, beside which no other may be given."""
    given = {name for names in configured_families(found).values() for name in names}
    for name in sorted(given):
        if found[name].is_argument:
            raise ConfigurationError(f"auth: {name} is given as well, only one can be used")
    credential = given_credential("auth", auth)
    if not isinstance(credential, UnifiedCredential) or credential.config is None:
        return Settings(base_url=_address(found), credential=credential)
    own = addresses.base_url("auth", credential.config.host or "", SERVING_ENDPOINTS)
    if "host" in found and found["host"].is_argument and _address(found) != own:
        raise ConfigurationError("host: auth is the configuration of another host")
    return Settings(base_url=own, credential=credential)


def _gateway_address(given: str, env: Mapping[str, str]) -> tuple[str, list[str]]:
    """The address, and the variables whose keys may go there."""
    if given:
        return addresses.base_url("base_url", given), [name for _, name in GATEWAY_VARIABLES]
    for variable, name in GATEWAY_VARIABLES:
        if address := env.get(variable, "").strip():
            return addresses.base_url("base_url", address), [name]
    raise missing("base_url", *(variable for variable, _ in GATEWAY_VARIABLES))


def _gateway_credential(
    api_key: str | Provider | None, auth: Auth | None, names: list[str], env: Mapping[str, str]
) -> Credential:
    if auth is not None and api_key is not None:
        raise ConfigurationError("auth: api_key is given as well, only one can be used")
    if auth is not None:
        return given_credential("auth", auth)
    if callable(api_key):
        return CalledCredential(provider=api_key)
    keys = [api_key or "", *(env.get(name, "") for name in names)]
    key = next((key.strip() for key in keys if key.strip()), None)
    if key is None:
        raise missing("api_key", *names)
    return token_credential(check_token("api_key", key), "api-key")
