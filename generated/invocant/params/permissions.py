# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

import typing_extensions

from . import serving_endpoints


class ServingEndpointAccessControlRequest(typing_extensions.TypedDict):
    """What one user, group or service principal may do. An entry names exactly one of them."""

    user_name: NotRequired[str]
    """Name of a user, an e-mail address."""
    group_name: NotRequired[str]
    """Name of a group."""
    service_principal_name: NotRequired[str]
    """Application id of a service principal."""
    permission_level: NotRequired[serving_endpoints.PermissionLevel]
    """What somebody may do with an endpoint."""


class ServingEndpointPermissionsRequest(typing_extensions.TypedDict):
    """Direct grants to set or to merge into those that exist."""

    access_control_list: NotRequired[Sequence[ServingEndpointAccessControlRequest]]
    """One entry for each user, group or service principal; left out, it counts as empty."""
