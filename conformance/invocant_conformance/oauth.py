"""OAuth client credentials (RFC 6749, section 4.4): gets bearer tokens, and renews them in time."""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from pydantic import BaseModel, Field, ValidationError

DEFAULT_SCOPE = "all-apis"
DISCOVERY = (
    "/oidc/.well-known/oauth-authorization-server",
    "/.well-known/oauth-authorization-server",
    "/.well-known/openid-configuration",
)
"""Where a target may say where its tokens come from: a workspace, RFC 8414, OpenID Connect."""

_SHARE_USED = 0.7
"""How much of a token's life is used before the next one is fetched."""

_LIFE_SECONDS = 3600.0
"""The life of a token whose answer states none."""


class LoginFailed(Exception):
    """No token can be had; the message is one line without secrets."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OAuth:
    """Who asks for tokens; `token_url` None: the target is asked where they come from."""

    client_id: str
    secret: str = field(repr=False)
    token_url: str | None = None
    scope: str = DEFAULT_SCOPE


class _Metadata(BaseModel):
    token_endpoint: str = Field(min_length=1)


class _Granted(BaseModel):
    access_token: str = Field(min_length=1)
    expires_in: float = _LIFE_SECONDS


@dataclass(kw_only=True, slots=True)
class OAuthLogin:
    """A login that lasts as long as the run. `secrets` is told of every token."""

    oauth: OAuth
    url: str
    client: httpx.Client
    secrets: set[str] = field(repr=False)
    clock: Callable[[], float] = time.monotonic
    _token: str = field(default="", init=False, repr=False)
    _due: float = field(default=0.0, init=False)
    _endpoint: str | None = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    @property
    def token(self) -> str:
        """The token of the moment, "" before the first one."""
        return self._token

    @property
    def is_due(self) -> bool:
        """Whether there is no token, or one that is about to end."""
        return self.clock() >= self._due

    def renew(self) -> None:
        """Get the next token, unless another thread just has. Raises LoginFailed."""
        with self._lock:
            if not self.is_due:
                return
            self._endpoint = self._endpoint or self.oauth.token_url or self._discovered()
            granted = self._granted(self._endpoint)
            self.secrets.add(granted.access_token)
            self._token = granted.access_token
            self._due = self.clock() + granted.expires_in * _SHARE_USED

    def _discovered(self) -> str:
        for path in DISCOVERY:
            answer = self._answer("GET", self.url + path, None)
            with contextlib.suppress(ValidationError):
                return _Metadata.model_validate_json(answer.content).token_endpoint
        raise LoginFailed(f"{self.url} names no token endpoint: give --oauth-token-url")

    def _granted(self, endpoint: str) -> _Granted:
        form = {"grant_type": "client_credentials", "scope": self.oauth.scope}
        answer = self._answer("POST", endpoint, form)
        if answer.status_code != 200:
            raise LoginFailed(f"{endpoint} refuses the OAuth client ({answer.status_code})")
        try:
            return _Granted.model_validate_json(answer.content)
        except ValidationError:
            raise LoginFailed(f"{endpoint} answers without an access_token") from None

    def _answer(self, method: str, url: str, form: dict[str, str] | None) -> httpx.Response:
        auth = (self.oauth.client_id, self.oauth.secret) if form else None
        try:
            return self.client.request(method, url, data=form, auth=auth)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise LoginFailed(f"{url}: {type(error).__name__}: {error}") from None
