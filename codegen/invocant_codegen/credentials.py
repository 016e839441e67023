"""What the clients are told to find their server and to authenticate with it."""

from .operations import Credential, CredentialArgument

TEXT = "str | None"


def _text(name: str, description: str) -> CredentialArgument:
    return CredentialArgument(name=name, type=TEXT, description=description)


_AUTH = CredentialArgument(
    name="auth",
    type="Auth | None",
    description="Authenticates in the place of everything else: a function that returns a token or "
    "a mapping of headers, asked before every attempt (asynchronous clients wait for what can be "
    "waited for); an `httpx.Auth`; or a `Config` of databricks-sdk.",
)

WORKSPACE = Credential(
    settle="workspace",
    arguments=(
        _text("host", "Address of the workspace; by default `DATABRICKS_HOST`, or of the profile."),
        _text("token", "Sent as bearer token; by default `DATABRICKS_TOKEN`, or of the profile."),
        _text(
            "profile",
            "Section of the configuration file. By default `DATABRICKS_CONFIG_PROFILE`; where that "
            "and all of host and credentials are unset, `default_profile` of `[__settings__]`, "
            "else `[DEFAULT]`.",
        ),
        _text(
            "config_file",
            "Configuration file; by default `DATABRICKS_CONFIG_FILE`, else `~/.databrickscfg`.",
        ),
        _text(
            "client_id",
            "Service principal, for OAuth tokens that are renewed before they expire; by default "
            "`DATABRICKS_CLIENT_ID`, or of the profile.",
        ),
        _text("client_secret", "Its secret; by default `DATABRICKS_CLIENT_SECRET`."),
        _text("azure_client_id", "Service principal of Entra; by default `ARM_CLIENT_ID`."),
        _text("azure_client_secret", "Its secret; by default `ARM_CLIENT_SECRET`."),
        _text("azure_tenant_id", "Its tenant; by default `ARM_TENANT_ID`."),
        _text(
            "azure_workspace_resource_id",
            "Azure's id of the workspace, for a principal that is not among its users; by default "
            "`DATABRICKS_AZURE_RESOURCE_ID`.",
        ),
        _text(
            "auth_type",
            "Which of several ways to use: `pat`, `basic`, `oauth-m2m`, `azure-client-secret`, "
            "`databricks-sdk` or what that package knows; by default `DATABRICKS_AUTH_TYPE`, else "
            "the one that is configured, else what databricks-sdk finds, if it is installed.",
        ),
        _AUTH,
    ),
)

GATEWAY = Credential(
    settle="gateway",
    arguments=(
        _text(
            "base_url",
            "Address of the gateway; by default `OPENAI_BASE_URL`, else `LITELLM_PROXY_API_BASE`.",
        ),
        CredentialArgument(
            name="api_key",
            type="str | Provider | None",
            description="Sent as bearer token, or a function that returns it, asked before every "
            "attempt; by default `OPENAI_API_KEY` or `LITELLM_PROXY_API_KEY`, after the address.",
        ),
        _AUTH,
    ),
)
