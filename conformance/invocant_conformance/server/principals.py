"""Which principal a token belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .grants import ACCOUNT, ADMINS, SERVICE_PRINCIPAL, USER, USERS, Principal
from .tokens import TokenStore


@dataclass(frozen=True, kw_only=True, slots=True)
class User:
    """A user with a token of its own, and the groups that it belongs to beside "users"."""

    name: str
    token: str = field(repr=False)
    groups: frozenset[str] = frozenset()


class Principals:
    """Tells whose a token is; what it contains are tokens that are right because they are known.

    Users have what they and their groups were granted. OAuth tokens belong to the service
    principal that they were issued to, which is an admin unless it is strict. Every other token
    that is let in belongs to one account, an admin.
    """

    def __init__(self, *, users: Sequence[User], tokens: TokenStore, strict: bool) -> None:
        self._users = {user.token: _principal(user) for user in users}
        self._tokens = tokens
        self._groups = frozenset({USERS.name} if strict else {USERS.name, ADMINS.name})

    def __contains__(self, token: object) -> bool:
        return token in self._users or token in self._tokens

    def of(self, token: str) -> Principal:
        """Return the principal of a token that was let in."""
        if user := self._users.get(token):
            return user
        client = self._tokens.client(token)
        if client is None:
            return ACCOUNT
        return Principal(kind=SERVICE_PRINCIPAL, name=client, groups=self._groups)


def _principal(user: User) -> Principal:
    return Principal(kind=USER, name=user.name, groups=user.groups | {USERS.name})
