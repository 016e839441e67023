"""Values for one workspace, from wherever they come: arguments, the environment, a profile.

Names, precedence and conflicts are those of databricks-sdk (``config.py``), so that what is
configured for other tools serves here too.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from .errors import ConfigurationError

__all__ = [
    "FAMILIES",
    "LITELLM_ADDRESS",
    "SECRETS",
    "VARIABLES",
    "Configured",
    "ReadFile",
    "Setting",
    "collect",
    "configured_families",
]

ReadFile = Callable[[str], str | None]
"""The text of a file by its path; ``None`` where there is no such file."""

VARIABLES: Final[Mapping[str, str]] = {
    "host": "DATABRICKS_HOST",
    "token": "DATABRICKS_TOKEN",
    "username": "DATABRICKS_USERNAME",
    "password": "DATABRICKS_PASSWORD",
    "client_id": "DATABRICKS_CLIENT_ID",
    "client_secret": "DATABRICKS_CLIENT_SECRET",
    "azure_client_id": "ARM_CLIENT_ID",
    "azure_client_secret": "ARM_CLIENT_SECRET",
    "azure_tenant_id": "ARM_TENANT_ID",
    "azure_use_msi": "ARM_USE_MSI",
    "azure_workspace_resource_id": "DATABRICKS_AZURE_RESOURCE_ID",
    "oidc_token_env": "DATABRICKS_OIDC_TOKEN_ENV",
    "oidc_token_filepath": "DATABRICKS_OIDC_TOKEN_FILEPATH",
    "metadata_service_url": "DATABRICKS_METADATA_SERVICE_URL",
    "google_credentials": "GOOGLE_CREDENTIALS",
    "google_service_account": "DATABRICKS_GOOGLE_SERVICE_ACCOUNT",
    "auth_type": "DATABRICKS_AUTH_TYPE",
    "profile": "DATABRICKS_CONFIG_PROFILE",
    "config_file": "DATABRICKS_CONFIG_FILE",
}

FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "pat": ("token",),
    "basic": ("username", "password"),
    "oauth-m2m": ("client_id", "client_secret"),
    "azure-client-secret": (
        *("azure_client_id", "azure_client_secret", "azure_tenant_id"),
        *("azure_workspace_resource_id", "azure_use_msi"),
    ),
    "env-oidc": ("oidc_token_env",),
    "file-oidc": ("oidc_token_filepath",),
    "metadata-service": ("metadata_service_url",),
    "google": ("google_credentials", "google_service_account"),
}
"""Which values belong to which way to authenticate."""

SECRETS: Final = frozenset({"token", "password", "client_secret", "azure_client_secret"})

# LiteLLM's variables. The address is the root of its OpenAI-compatible paths; a client's id and
# secret it reads from the same variables as everybody.
LITELLM_ADDRESS: Final = "DATABRICKS_API_BASE"
LITELLM_KEY: Final = "DATABRICKS_API_KEY"
LITELLM_SHARED: Final = frozenset({"client_id", "client_secret", "auth_type"})


class Setting(NamedTuple):
    """A value, and where it comes from, as errors say it. The value may be a secret."""

    value: str
    source: str

    def __repr__(self) -> str:
        return f"Setting({self.source})"

    @property
    def is_argument(self) -> bool:
        """Whether the caller gave it."""
        return self.source.endswith("=")


Configured = Mapping[str, Setting]


def collect(given: Mapping[str, object], env: Mapping[str, str], read: ReadFile) -> Configured:
    """Every value that is set, by name: arguments win over the environment, and that over a file.

    What is blank is not set. The file is read only where a profile is named, or where neither an
    address nor a credential is set. Raises ConfigurationError for arguments that are no strings,
    and for a file or a profile that cannot be used.
    """
    arguments = _set({name: _argument(name, value) for name, value in given.items()})
    variables = _set({name: _variable(env, key) for name, key in VARIABLES.items()})
    found = {**variables, **arguments}
    if "profile" not in found:
        found = _with_litellm(found, env)
        if "host" in found or configured_families(found):
            return found
    return {**_from_file(found, read), **found}


def configured_families(found: Configured) -> dict[str, list[str]]:
    """The names of what is set, by the family they belong to."""
    named = {
        family: [name for name in names if name in found] for family, names in FAMILIES.items()
    }
    return {family: names for family, names in named.items() if names}


def _set(settings: Configured) -> dict[str, Setting]:
    return {name: setting for name, setting in settings.items() if setting.value}


def _argument(name: str, value: object) -> Setting:
    if value is not None and not isinstance(value, str):
        raise ConfigurationError(f"{name}: Must be a string (got {type(value).__name__})")
    return Setting((value or "").strip(), f"{name}=")


def _variable(env: Mapping[str, str], key: str) -> Setting:
    return Setting(env.get(key, "").strip(), key)


def _with_litellm(found: dict[str, Setting], env: Mapping[str, str]) -> dict[str, Setting]:
    """Let LiteLLM's address bring its key, and its key complete an address that was given.

    Its address replaces everything of the environment that belongs to another address.
    """
    address, key = _variable(env, LITELLM_ADDRESS), _variable(env, LITELLM_KEY)
    if "host" in found:
        lacking = found["host"].is_argument and not configured_families(found)
        return {**found, **_set({"token": key})} if lacking else found
    if not address.value:
        return found
    own = {n: each for n, each in found.items() if each.is_argument or n in LITELLM_SHARED}
    given = {name: each for name, each in own.items() if each.is_argument}
    token = {} if configured_families(given) else _set({"token": key})
    return {**token, **own, "host": address}


def _from_file(found: Configured, read: ReadFile) -> dict[str, Setting]:
    from .profiles import DEFAULT_FILE, read_profile  # most clients need no file

    file = found["config_file"].value if "config_file" in found else DEFAULT_FILE
    text = read(file)
    if text is None:
        if "profile" in found and not ("host" in found and configured_families(found)):
            raise ConfigurationError(f"config_file: there is no {file} to hold the profile")
        return {}
    wanted = found["profile"].value if "profile" in found else None
    name, values = read_profile(text, wanted, file)
    source = f"profile {name!r} of {file}"
    known = VARIABLES.keys() - {"config_file"}
    settings = _set({key: Setting(value, source) for key, value in values.items() if key in known})
    return {**settings, "profile": Setting(name, source)} if settings else {}
