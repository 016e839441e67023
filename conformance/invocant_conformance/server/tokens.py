"""OAuth tokens that the server issued: for the whole workspace, or for single endpoints."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class IssuedToken:
    """A token, good until `ends` (seconds since 1970).

    `paths` are the objects that it may query and nothing else, None for the whole workspace.
    """

    text: str = field(repr=False)
    ends: float
    paths: frozenset[str] | None


class TokenStore:
    """Issues tokens; what it contains are those that are good for the workspace now.

    next_id: gives text that no other token has. now: seconds since 1970. lifetime: in seconds.
    """

    def __init__(
        self, *, next_id: Callable[[], str], now: Callable[[], float], lifetime: float
    ) -> None:
        self.lifetime = lifetime
        self._next_id = next_id
        self._now = now
        self._issued: dict[str, IssuedToken] = {}

    def issue(self, paths: frozenset[str] | None) -> IssuedToken:
        """Issue a token, and forget those that have expired."""
        now = self._now()
        self._issued = {text: each for text, each in self._issued.items() if now < each.ends}
        made = IssuedToken(text=f"oauth-{self._next_id()}", ends=now + self.lifetime, paths=paths)
        self._issued[made.text] = made
        return made

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

    def clear(self) -> None:
        """Forget all tokens."""
        self._issued.clear()

    def _valid(self, token: object) -> IssuedToken | None:
        found = self._issued.get(token) if isinstance(token, str) else None
        return found if found is not None and self._now() < found.ends else None
