"""Where requests go and with which credential: arguments first, then the environment.

Variables come in families of an address and a credential. An address from one family is never
paired with the credential of another: that would hand the credential to a stranger.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from .errors import ConfigurationError

__all__ = ["Settings", "gateway", "workspace"]

Family = tuple[str, str]

WORKSPACE_VARIABLES: Final[tuple[Family, ...]] = (
    ("DATABRICKS_HOST", "DATABRICKS_TOKEN"),
    ("DATABRICKS_API_BASE", "DATABRICKS_API_KEY"),
)
GATEWAY_VARIABLES: Final[tuple[Family, ...]] = (
    ("OPENAI_BASE_URL", "OPENAI_API_KEY"),
    ("LITELLM_PROXY_API_BASE", "LITELLM_PROXY_API_KEY"),
)

# DATABRICKS_API_BASE is LiteLLM's variable and names the root of the OpenAI-compatible paths.
SERVING_ENDPOINTS: Final = "/serving-endpoints"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """``base_url`` has a scheme and no trailing slash; ``token`` is sent as bearer token to it."""

    base_url: str
    token: str = field(repr=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port of the address."""
        return _origin(self.base_url)


@cache
def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def workspace(host: str | None, token: str | None, env: Mapping[str, str]) -> Settings:
    """Settings of a workspace; a host without scheme gets ``https://``.

    Raises ConfigurationError, naming the argument and the variables, when one is missing.
    """
    url, credential = _resolve(("host", host), ("token", token), WORKSPACE_VARIABLES, env)
    return Settings(base_url=_base_url("host", url, SERVING_ENDPOINTS), token=credential)


def gateway(base_url: str | None, api_key: str | None, env: Mapping[str, str]) -> Settings:
    """Settings of a gateway; ``base_url`` may include a path such as ``/v1``.

    Raises ConfigurationError, naming the argument and the variables, when one is missing.
    """
    url, credential = _resolve(("base_url", base_url), ("api_key", api_key), GATEWAY_VARIABLES, env)
    return Settings(base_url=_base_url("base_url", url), token=credential)


def _resolve(
    url: tuple[str, str | None],
    credential: tuple[str, str | None],
    families: tuple[Family, ...],
    env: Mapping[str, str],
) -> tuple[str, str]:
    """Address and credential, from ``(argument, value)`` pairs and the families of variables."""
    address = (url[1] or "").strip()
    if not address:
        family = next((family for family in families if _read(env, family[0])), None)
        if family is None:
            raise _missing(url[0], [name for name, _ in families])
        address, families = _read(env, family[0]), (family,)
    values = [credential[1] or "", *(_read(env, name) for _, name in families)]
    token = next((value.strip() for value in values if value.strip()), None)
    if token is None:
        raise _missing(credential[0], [name for _, name in families])
    if not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigurationError(f"{credential[0]}: only visible ASCII characters are allowed")
    return address, token


def _read(env: Mapping[str, str], name: str) -> str:
    return env.get(name, "").strip()


def _missing(argument: str, variables: list[str]) -> ConfigurationError:
    return ConfigurationError(
        f"{argument} is missing: pass {argument}= or set {' or '.join(variables)}"
    )


def _base_url(argument: str, value: str, suffix: str = "") -> str:
    url = (value if "://" in value else f"https://{value}").rstrip("/").removesuffix(suffix)
    fault = _fault(url)
    if fault:
        raise ConfigurationError(f"{argument}: {fault}")
    return url.rstrip("/")


def _fault(url: str) -> str | None:
    """What is wrong with an address, without quoting it: it may hold a password."""
    try:
        parts = urlsplit(url)
        port = parts.port
        (parts.hostname or "").encode("idna")
    except ValueError:
        return "not a URL"
    if parts.scheme.lower() not in {"http", "https"}:
        return "the scheme must be http or https"
    if not parts.hostname or port == 0 or not url.isprintable() or " " in url:
        return "not a URL"
    if parts.username is not None or parts.query or parts.fragment:
        return "user, query and fragment are not allowed"
    return None
