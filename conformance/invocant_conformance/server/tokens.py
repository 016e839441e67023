"""OAuth tokens that the server issued: for the whole workspace, or for single endpoints."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from .secrets import fingerprint
from .state.rows import Rows, Unkept

_PREFIX: Final = "oauth-"


@dataclass(frozen=True, kw_only=True, slots=True)
class IssuedToken:
    """What is known of a token, good until `ends` (seconds since 1970).

    `client` is the application id of the service principal that it is for. `paths` are the objects
    that it may query and nothing else, None for the whole workspace.
    """

    ends: float
    client: str
    paths: frozenset[str] | None


class TokenStore:
    """Issues tokens; what it contains are those that are good for the workspace now.

    It knows tokens by their fingerprints alone.

    next_id: gives text that no other token has. now: seconds since 1970. lifetime: in seconds.
    """

    def __init__(
        self,
        *,
        next_id: Callable[[], str],
        now: Callable[[], float],
        lifetime: float,
        rows: Rows[IssuedToken] | None = None,
    ) -> None:
        self.lifetime = lifetime
        self._next_id = next_id
        self._now = now
        self._rows = rows or Unkept[IssuedToken]()
        self._issued = dict(self._rows.load())

    def issue(self, client: str, paths: frozenset[str] | None) -> str:
        """Return a token, and forget those that have expired.

        Raises Refused where that cannot be saved.
        """
        now = self._now()
        text = f"{_PREFIX}{self._next_id()}"
        made = IssuedToken(ends=now + self.lifetime, client=client, paths=paths)
        expired = [
            key for key, _ in takewhile(lambda row: row[1].ends <= now, self._issued.items())
        ]
        self._rows.keep({**dict.fromkeys(expired), fingerprint(text): made})
        for key in expired:
            del self._issued[key]
        self._issued[fingerprint(text)] = made
        return text

    def __contains__(self, token: object) -> bool:
        found = self._valid(token)
        return found is not None and found.paths is None

    def permits(self, token: str, path: str) -> bool:
        """Whether a token was issued to query the object at a path, such as an endpoint."""
        found = self._valid(token)
        return found is not None and found.paths is not None and path in found.paths

    def is_valid(self, token: str) -> bool:
        """Whether a token is good for anything now."""
        return self._valid(token) is not None

    def client(self, token: str) -> str | None:
        """Return the application id of whom a token is for, None for one that is not good now."""
        found = self._valid(token)
        return found.client if found else None

    def clear(self) -> None:
        """Forget all tokens. Raises Refused where that cannot be saved."""
        self._rows.clear()
        self._issued.clear()

    def _valid(self, token: object) -> IssuedToken | None:
        if not isinstance(token, str) or not token.startswith(_PREFIX):
            return None
        found = self._issued.get(fingerprint(token))
        return found if found is not None and self._now() < found.ends else None
