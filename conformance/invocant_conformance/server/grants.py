"""Who may do what with an endpoint; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text

MANAGE: Final = "CAN_MANAGE"
QUERY: Final = "CAN_QUERY"
VIEW: Final = "CAN_VIEW"

LEVELS = {
    MANAGE: "Can manage the endpoint and its permissions",
    QUERY: "Can query the endpoint",
    VIEW: "Can view the endpoint",
}
"""The permission levels and what they allow; each allows what those after it do."""

USER: Final = "user_name"
GROUP: Final = "group_name"
SERVICE_PRINCIPAL: Final = "service_principal_name"

_KINDS = (USER, GROUP, SERVICE_PRINCIPAL)
_RANKS = {level: rank for rank, level in enumerate(reversed(LEVELS))}
_ROOT = "/serving-endpoints/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """What one user, group or service principal may do; kind is the field that names it."""

    kind: str
    name: str
    level: str


ADMINS = Grant(kind=GROUP, name="admins", level=MANAGE)
"""The grant that every endpoint inherits."""

USERS = Grant(kind=GROUP, name="users", level=QUERY)
"""The grant that endpoints of the platform inherit as well."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Principal:
    """Who makes a request: a user, or a service principal, by its application id.

    kind is the field that names it in grants; groups are those that it belongs to.
    """

    kind: str
    name: str
    groups: frozenset[str] = frozenset({USERS.name})

    @property
    def is_admin(self) -> bool:
        """Whether it manages the workspace."""
        return ADMINS.name in self.groups

    def granted(self, level: str) -> Grant:
        """Return the grant of a level to this principal."""
        return Grant(kind=self.kind, name=self.name, level=level)


ACCOUNT = Principal(kind=USER, name="user@example.com", groups=frozenset({ADMINS.name, USERS.name}))
"""Who makes requests with a token that belongs to nobody in particular."""


def level_of(principal: Principal, direct: Iterable[Grant]) -> str | None:
    """Return the highest level that an endpoint's grants give, None where they give none."""
    if principal.is_admin:
        return ADMINS.level
    levels = (grant.level for grant in direct if _is_for(grant, principal))
    return max(levels, key=_RANKS.__getitem__, default=None)


def allows(level: str | None, wanted: str) -> bool:
    """Whether a level, or none, is at least another."""
    return level is not None and _RANKS[level] >= _RANKS[wanted]


def read(request: JsonObject) -> tuple[Grant, ...]:
    """Return the grants of a valid ServingEndpointPermissionsRequest, the last for each grantee.

    An entry without a level grants nothing.
    """
    entries = [as_object(entry) for entry in as_list(request.get("access_control_list"))]
    return merged((), [_grant(entry) for entry in entries if "permission_level" in entry])


def merged(grants: Iterable[Grant], changes: Iterable[Grant]) -> tuple[Grant, ...]:
    """Return grants with others in the place of those of the same grantee."""
    found = {(grant.kind, grant.name): grant for grant in (*grants, *changes)}
    return tuple(found.values())


def shown(endpoint_id: str, direct: Sequence[Grant], inherited: Sequence[Grant]) -> JsonObject:
    """Show grants as ServingEndpointPermissions, one entry for each grantee."""
    grantees = {(grant.kind, grant.name): None for grant in (*direct, *inherited)}
    entries: list[JsonValue] = [
        {kind: name, "all_permissions": _permissions(kind, name, direct, inherited)}
        for kind, name in grantees
    ]
    return {
        "object_id": f"{_ROOT}{endpoint_id}",
        "object_type": "serving-endpoint",
        "access_control_list": entries,
    }


def _is_for(grant: Grant, principal: Principal) -> bool:
    if grant.kind == GROUP:
        return grant.name in principal.groups
    return (grant.kind, grant.name) == (principal.kind, principal.name)


def _grant(entry: JsonObject) -> Grant:
    kind = next(kind for kind in _KINDS if kind in entry)
    return Grant(kind=kind, name=as_text(entry[kind]), level=as_text(entry["permission_level"]))


def _permissions(
    kind: str, name: str, direct: Sequence[Grant], inherited: Sequence[Grant]
) -> list[JsonValue]:
    own = [grant for grant in direct if (grant.kind, grant.name) == (kind, name)]
    above = [grant for grant in inherited if (grant.kind, grant.name) == (kind, name)]
    permissions: list[JsonValue] = [
        {"permission_level": grant.level, "inherited": False} for grant in own
    ]
    return permissions + [
        {"permission_level": grant.level, "inherited": True, "inherited_from_object": [_ROOT]}
        for grant in above
    ]
