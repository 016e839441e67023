# Copied from codegen/runtime/; do not edit.
"""What a client authenticates with; how it becomes headers is for ``authentication``."""

import base64
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Never, Protocol, runtime_checkable

from .errors import ConfigurationError
from .json_data import is_object, is_text
from .parameters import is_header_name, is_header_value

__all__ = [
    "Auth",
    "AuthFlow",
    "CalledCredential",
    "Credential",
    "FlowCredential",
    "Grant",
    "OAuthCredential",
    "Provider",
    "StaticCredential",
    "UnifiedAuth",
    "UnifiedCredential",
    "asserted",
    "basic_credential",
    "called_headers",
    "check_token",
    "given_credential",
    "secrets_of",
    "token_credential",
]

Provided = str | Mapping[str, str]
Provider = Callable[[], Provided | Awaitable[Provided]]
"""Returns a token, or headers; asynchronous clients also wait for what it returns."""

AUTHORIZATION: Final = "authorization"


@runtime_checkable
class AuthFlow(Protocol):
    """An authentication flow, as ``httpx.Auth`` and ``httpx2.Auth`` are."""

    def sync_auth_flow(self, request: Never, /) -> Generator[object, Never, None]:
        """Yield requests to send, get their responses."""
        ...

    def async_auth_flow(self, request: Never, /) -> AsyncGenerator[object, Never]:
        """The asynchronous twin."""
        ...


@runtime_checkable
class UnifiedAuth(Protocol):
    """The configuration of ``databricks-sdk``: ``databricks.sdk.core.Config``."""

    host: str

    def authenticate(self) -> dict[str, str]:
        """Return the headers of a request."""
        ...


Auth = Provider | AuthFlow | UnifiedAuth


@dataclass(frozen=True, kw_only=True, slots=True)
class StaticCredential:
    """The same headers with every request; ``secrets`` are what of them is to be masked."""

    auth_type: str
    headers: Mapping[str, str] = field(repr=False)
    secrets: frozenset[str] = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """A request for a token: a form, or one with the Basic credentials of a client.

    ``header`` is the one that the token goes into, after ``scheme``.
    """

    url: str
    form: Mapping[str, str] = field(repr=False)
    client: tuple[str, str] | None = field(default=None, repr=False)
    header: str = AUTHORIZATION
    scheme: str = "Bearer "


@dataclass(frozen=True, kw_only=True, slots=True)
class OAuthCredential:
    """Tokens that expire; ``headers`` are sent beside them."""

    auth_type: str
    grants: tuple[Grant, ...]
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class CalledCredential:
    """Whatever a function returns, asked before every attempt."""

    provider: Provider = field(repr=False)
    auth_type: str = "custom"


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowCredential:
    """A flow that is run around every attempt."""

    flow: AuthFlow = field(repr=False)
    auth_type: str = "custom"


@dataclass(frozen=True, kw_only=True, slots=True)
class UnifiedCredential:
    """Whatever ``databricks-sdk`` finds: a configuration, or the arguments to make one with."""

    auth_type: str = "databricks-sdk"
    config: UnifiedAuth | None = field(default=None, repr=False)
    arguments: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


Credential = (
    StaticCredential | OAuthCredential | CalledCredential | FlowCredential | UnifiedCredential
)


def secrets_of(headers: Mapping[str, str]) -> frozenset[str]:
    """What of a credential's headers is to be masked: their values without the scheme."""
    return frozenset(value.partition(" ")[2] or value for value in headers.values())


def bearer(token: str) -> dict[str, str]:
    """The header that carries a token."""
    return {AUTHORIZATION: f"Bearer {token}"}


def check_token(name: str, token: str) -> str:
    """The token, if a header can hold it. Raises ConfigurationError, without quoting it."""
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise ConfigurationError(f"{name}: only visible ASCII characters are allowed")
    return token


def token_credential(token: str, auth_type: str = "pat") -> StaticCredential:
    """A token that does not change."""
    return _static(auth_type, bearer(token))


def basic_credential(user: str, password: str) -> StaticCredential:
    """A user and a password."""
    pair = base64.b64encode(f"{user}:{password}".encode()).decode()
    return _static("basic", {AUTHORIZATION: f"Basic {pair}"})


def _static(auth_type: str, headers: Mapping[str, str]) -> StaticCredential:
    return StaticCredential(auth_type=auth_type, headers=headers, secrets=secrets_of(headers))


def called_headers(value: object) -> Mapping[str, str]:
    """The headers for what a credential's function returned: a token, or headers.

    Raises ConfigurationError, without quoting it, for anything else.
    """
    if is_text(value):
        return bearer(check_token("auth", value.strip()))
    if not is_object(value):
        given = type(value).__name__
        raise ConfigurationError(f"auth: Must return a token or a mapping of headers (got {given})")
    headers: dict[str, str] = {}
    for name, text in value.items():
        if not is_text(name) or not is_header_name(name):
            raise ConfigurationError("auth: it returned a header without a valid name")
        if not is_text(text) or not is_header_value(text):
            raise ConfigurationError(f"auth: it returned no valid value of the header {name}")
        headers[name.lower()] = text
    return headers


def asserted(grant: Grant, headers: Mapping[str, str]) -> Grant:
    """A grant that presents the token of ``headers``. Raises ConfigurationError without one."""
    scheme, _, token = headers.get(AUTHORIZATION, "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise ConfigurationError("auth: it gives no token, which data_plane needs to get its own")
    return replace(grant, form={**grant.form, "assertion": token})


def given_credential(name: str, auth: Auth) -> Credential:
    """The credential of an argument. Raises ConfigurationError for what is none."""
    if isinstance(auth, UnifiedAuth):
        return UnifiedCredential(config=auth)
    if isinstance(auth, AuthFlow):
        return FlowCredential(flow=auth)
    if callable(auth):
        return CalledCredential(provider=auth)
    given = type(auth).__name__
    rule = "Must be a function, an httpx.Auth or a Config of databricks-sdk"
    raise ConfigurationError(f"{name}: {rule} (got {given})")
