"""Reads the grants in answers of the permissions API."""

from collections.abc import Mapping

from ..exchange import Exchange
from ..json_values import JsonValue, as_list, as_object, as_text
from .answers import body

_KINDS = ("user_name", "group_name", "service_principal_name")

Grantee = tuple[str, str]


def direct(exchange: Exchange) -> Mapping[Grantee, tuple[str, ...]]:
    """Return the levels that each grantee has directly, sorted."""
    return _levels(exchange, inherited=False)


def inherited(exchange: Exchange) -> Mapping[Grantee, tuple[str, ...]]:
    """Return the levels that each grantee has from an object above, sorted."""
    return _levels(exchange, inherited=True)


def levels_of(exchange: Exchange, name: JsonValue) -> set[str]:
    """Return the levels that a user, group or service principal has in any way."""
    both = (*direct(exchange).items(), *inherited(exchange).items())
    return {level for grantee, levels in both if grantee[1] == name for level in levels}


def _levels(exchange: Exchange, *, inherited: bool) -> Mapping[Grantee, tuple[str, ...]]:
    found: dict[Grantee, tuple[str, ...]] = {}
    for entry in map(as_object, as_list(body(exchange).get("access_control_list"))):
        kind = next((kind for kind in _KINDS if kind in entry), "")
        grants = map(as_object, as_list(entry.get("all_permissions")))
        levels = [
            as_text(grant.get("permission_level"))
            for grant in grants
            if (grant.get("inherited") is True) == inherited
        ]
        grantee = kind, as_text(entry.get(kind))
        if levels:
            found[grantee] = tuple(sorted((*found.get(grantee, ()), *levels)))
    return found
