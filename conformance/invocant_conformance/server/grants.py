"""Who may do what with an endpoint; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..json_values import JsonObject, JsonValue, as_list, as_object, as_text

LEVELS = {
    "CAN_MANAGE": "Can manage the endpoint and its permissions",
    "CAN_QUERY": "Can query the endpoint",
    "CAN_VIEW": "Can view the endpoint",
}
"""The permission levels and what they allow."""

_KINDS = ("user_name", "group_name", "service_principal_name")
_ROOT = "/serving-endpoints/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """What one user, group or service principal may do; kind is the field that names it."""

    kind: str
    name: str
    level: str


CREATOR = Grant(kind="user_name", name="user@example.com", level="CAN_MANAGE")
"""The grant of the account that creates endpoints, the only one that there is."""

ADMINS = Grant(kind="group_name", name="admins", level="CAN_MANAGE")
"""The grant that every endpoint inherits."""

USERS = Grant(kind="group_name", name="users", level="CAN_QUERY")
"""The grant that endpoints of the platform inherit as well."""


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
