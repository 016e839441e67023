"""Checks that the answers to requests for settings are as documented."""

from ..probes.probe import Object
from ..probes.settings import Settings
from ..registry import check
from .schemas import expect_documented

_ENTRY: Object = {"group_name": "users", "permission_level": "CAN_QUERY"}


@check("MGMT-SCHEMA-001", profile="management")
async def tags_fit(settings: Settings) -> None:
    """The answer to a change of tags is as documented."""
    answer = await settings.tag(await settings.subject(), add=({"key": "fits"},))
    expect_documented(answer, "patchServingEndpointTags")


@check("MGMT-SCHEMA-001", profile="management")
async def gateway_settings_fit(settings: Settings) -> None:
    """The answer to put_ai_gateway is as documented."""
    limit: Object = {"calls": 1000, "renewal_period": "minute"}
    answer = await settings.put_gateway(await settings.subject(), {"rate_limits": [limit]})
    expect_documented(answer, "putServingEndpointAiGateway")


@check("MGMT-SCHEMA-001", profile="management")
async def older_limits_fit(settings: Settings) -> None:
    """The answer to put is as documented."""
    limit: Object = {"calls": 1000, "renewal_period": "minute"}
    answer = await settings.put_limits(await settings.subject(), [limit])
    expect_documented(answer, "putServingEndpointRateLimits")


@check("MGMT-SCHEMA-001", profile="management")
async def notifications_fit(settings: Settings) -> None:
    """The answer to update_notifications is as documented."""
    body: Object = {"email_notifications": {"on_update_failure": ["someone@example.com"]}}
    answer = await settings.notify(await settings.subject(), body)
    expect_documented(answer, "updateServingEndpointNotifications")


@check("MGMT-SCHEMA-001", profile="management")
async def permissions_fit(settings: Settings) -> None:
    """The answers to the requests for permissions are as documented."""
    endpoint_id = await settings.id_of(await settings.ready(settings.sample()))
    entries: Object = {"access_control_list": [_ENTRY]}
    updated = await settings.grant("PATCH", endpoint_id, entries)
    expect_documented(updated, "updateServingEndpointPermissions")
    expect_documented(await settings.permissions(endpoint_id), "getServingEndpointPermissions")
    levels = await settings.permissions(endpoint_id, "/permissionLevels")
    expect_documented(levels, "getServingEndpointPermissionLevels")
