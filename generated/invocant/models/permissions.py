# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from invocant._runtime.models import Model

from . import serving_endpoints


class ServingEndpointPermission(Model):
    """One grant."""

    permission_level: serving_endpoints.PermissionLevel | None = None
    """What somebody may do with an endpoint."""
    inherited: bool | None = None
    """Whether the grant comes from an object above the endpoint; such a grant cannot be changed
    here."""
    inherited_from_object: list[str] | None = None
    """Paths of the objects from which the grant comes."""


class ServingEndpointPermissionLevelDescription(Model):
    """A permission level and what it allows."""

    permission_level: serving_endpoints.PermissionLevel | None = None
    """What somebody may do with an endpoint."""
    description: str | None = None
    """What the level allows, for a person."""


class ServingEndpointPermissionLevels(Model):
    """The permission levels that can be granted on an endpoint."""

    permission_levels: list[ServingEndpointPermissionLevelDescription] | None = None
    """Every level once."""


class ServingEndpointAccessControlResponse(Model):
    """The grants of one user, group or service principal."""

    user_name: str | None = None
    """Name of the user, an e-mail address."""
    group_name: str | None = None
    """Name of the group."""
    service_principal_name: str | None = None
    """Application id of the service principal."""
    display_name: str | None = None
    """Name of the user or service principal, for a person."""
    all_permissions: list[ServingEndpointPermission] | None = None
    """The grants, direct and inherited."""


class ServingEndpointPermissions(Model):
    """All grants on an endpoint, direct and inherited."""

    object_id: str | None = None
    """Path of the endpoint as the permissions API names it, such as /serving-endpoints/ followed
    by its id."""
    object_type: str | None = None
    """Kind of object, serving-endpoint."""
    access_control_list: list[ServingEndpointAccessControlResponse] | None = None
    """One entry for each user, group or service principal that has a grant."""
