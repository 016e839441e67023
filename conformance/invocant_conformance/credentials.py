"""What the suite signs its requests with: a bearer token, Basic, keys in headers, an OAuth login.

Wherever a request is shown, a placeholder stands for each secret: `$TOKEN` for the bearer token,
`$BASIC` for user and password in Base64, `$KEY_NAME` for the value of the header of that name.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

TOKEN, BASIC = "$TOKEN", "$BASIC"
PLACEHOLDER = re.compile(r"\$(?:TOKEN|BASIC|KEY_[A-Z0-9_]+)\b")
"""What stands for a secret in the headers of a shown request."""

_LONGEST_PLAIN = 3
"""Longest value of a header that is no secret: masked, it would garble every report."""


class Login(Protocol):
    """Where bearer tokens that end come from."""

    @property
    def token(self) -> str:
        """The token of the moment."""
        ...

    @property
    def is_due(self) -> bool:
        """Whether the token of the moment is about to end."""
        ...

    def renew(self) -> None:
        """Get the next token."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Basic:
    """User and password of HTTP Basic (RFC 7617)."""

    user: str
    password: str = field(repr=False)

    @property
    def encoded(self) -> str:
        """User and password as they are sent."""
        return _encoded(self.user, self.password)


@dataclass(frozen=True, kw_only=True, slots=True)
class Credentials:
    """The credentials of a run. At most one of `bearer`, `basic` and `login` is given.

    `keys` has the values of further headers by their names in lower case.
    """

    bearer: str | None = field(default=None, repr=False)
    basic: Basic | None = None
    login: Login | None = field(default=None, repr=False)
    keys: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @property
    def token(self) -> str | None:
        """The bearer token of the moment, None where requests have none."""
        return self.login.token if self.login else self.bearer

    @property
    def given(self) -> bool:
        """Whether requests are signed at all."""
        return bool(self.token or self.basic or self.keys)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What requests are signed with, in words; empty for nothing."""
        named = {
            "OAuth token": self.login is not None,
            "token": self.bearer is not None,
            "password": self.basic is not None,
            **{f"header {name}": True for name in self.keys},
        }
        return tuple(name for name, there in named.items() if there)

    @property
    def secrets(self) -> frozenset[str]:
        """The values that no output may show."""
        keys = {value for value in self.keys.values() if len(value) > _LONGEST_PLAIN}
        basic = {self.basic.password, self.basic.encoded} if self.basic else set[str]()
        return frozenset(keys | basic | ({self.token} if self.token else set[str]()))

    def sent(self) -> Mapping[str, str]:
        """Return the headers that sign a request."""
        return self._headers(self.token, self.basic.encoded if self.basic else None) | dict(
            self.keys
        )

    def shown(self) -> Mapping[str, str]:
        """Return the same headers with placeholders for the secrets."""
        named = {name: _key_placeholder(name) for name in self.keys}
        return self._headers(self.token and TOKEN, BASIC if self.basic else None) | named

    @property
    def placeholders(self) -> Mapping[str, str]:
        """The placeholder of each secret, the longest first: one may hold another."""
        named = {
            value: _key_placeholder(name)
            for name, value in self.keys.items()
            if len(value) > _LONGEST_PLAIN
        }
        named |= {self.token: TOKEN} if self.token else {}
        named |= {self.basic.encoded: BASIC} if self.basic else {}
        return dict(sorted(named.items(), key=lambda item: -len(item[0])))

    def wrong(self, value: str) -> Mapping[str, str]:
        """Return headers of the same form with `value`, which no server knows, for each secret."""
        basic = _encoded(self.basic.user, value) if self.basic else None
        bearer = value if self.token or not self.given else None
        return self._headers(bearer, basic) | dict.fromkeys(self.keys, value)

    def _headers(self, bearer: str | None, basic: str | None) -> dict[str, str]:
        if bearer:
            return {"authorization": f"Bearer {bearer}"}
        return {"authorization": f"Basic {basic}"} if basic else {}


NO_CREDENTIALS = Credentials()


def _encoded(user: str, password: str) -> str:
    return base64.b64encode(f"{user}:{password}".encode()).decode()


def _key_placeholder(name: str) -> str:
    return f"$KEY_{re.sub('[^A-Z0-9]', '_', name.upper())}"
