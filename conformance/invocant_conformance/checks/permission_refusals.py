"""Checks of requests to the permissions API that have to be refused."""

from ..exchange import Exchange
from ..outcomes import expect
from ..probes.probe import Object
from ..probes.settings import Settings, accepted
from ..registry import check
from .permission_answers import direct, inherited

_UNKNOWN = (404, 400)
_VALID: Object = {"group_name": "users", "permission_level": "CAN_QUERY"}
_ID_OF_NOBODY = "0123456789abcdef0123456789abcdef"


@check("MGMT-PERM-002", profile="management")
async def a_name_is_no_id(settings: Settings) -> None:
    """Reading, setting and updating permissions of a name is refused, of the id accepted."""
    name = await settings.subject()
    accepted(await settings.permissions(await settings.id_of(name)), "get_permissions")
    _expect_unknown(await settings.permissions(name), "get_permissions of a name")
    for method in ("PUT", "PATCH"):
        exchange = await settings.grant(method, name, {"access_control_list": [_VALID]})
        _expect_unknown(exchange, f"{method} of the permissions of a name")


@check("MGMT-PERM-011", profile="management")
async def an_entry_names_exactly_one(settings: Settings) -> None:
    """Entries that name nobody or two are refused and change nothing."""
    two: Object = {"user_name": "someone@example.com", **_VALID}
    nobody: Object = {"permission_level": "CAN_QUERY"}
    for entry, what in ((two, "an entry for two"), (nobody, "an entry for nobody")):
        await _expect_entry_refused(settings, entry, what)


@check("MGMT-PERM-012", profile="management")
async def unknown_levels_are_refused(settings: Settings) -> None:
    """An entry with the level CAN_RUN is refused and changes nothing."""
    await _expect_entry_refused(settings, _VALID | {"permission_level": "CAN_RUN"}, "CAN_RUN")


@check("MGMT-PERM-014", profile="management")
async def an_unknown_id_is_refused(settings: Settings) -> None:
    """Permissions of an id that no endpoint has are not read, set or updated."""
    for suffix in ("", "/permissionLevels"):
        exchange = await settings.permissions(_ID_OF_NOBODY, suffix)
        _expect_unknown(exchange, "reading an unknown id")
    for method in ("PUT", "PATCH"):
        invented = settings.session.invent_name("unknown")
        exchange = await settings.grant(method, invented, {"access_control_list": [_VALID]})
        _expect_unknown(exchange, f"{method} of an unknown id")


@check("MGMT-PERM-015", profile="management")
async def a_deleted_endpoint_has_no_permissions(settings: Settings) -> None:
    """After an endpoint was deleted its id is answered with 404."""
    name = await settings.ready(settings.sample())
    endpoint_id = await settings.id_of(name)
    accepted(await settings.permissions(endpoint_id), "get_permissions")
    accepted(await settings.delete(name), "delete")
    _expect_unknown(await settings.permissions(endpoint_id), "the id of a deleted endpoint")


async def _expect_entry_refused(settings: Settings, entry: Object, what: str) -> None:
    endpoint_id = await settings.id_of(await settings.subject())
    before = await settings.permissions(endpoint_id)
    for method in ("PUT", "PATCH"):
        exchange = await settings.grant(method, endpoint_id, {"access_control_list": [entry]})
        refused = exchange.status == 400
        expect(refused, f"{what} is answered with {exchange.status} to {method}", exchange)
    after = await settings.permissions(endpoint_id)
    same = direct(after) == direct(before) and inherited(after) == inherited(before)
    expect(same, f"after {what}, the grants have changed", after)


def _expect_unknown(exchange: Exchange, what: str) -> None:
    expect(exchange.status in _UNKNOWN, f"{what} is answered with {exchange.status}", exchange)
