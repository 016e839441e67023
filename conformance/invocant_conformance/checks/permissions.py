"""Checks of permissions that are read, set and updated.

The grantees are the creator and the group users, which every workspace has.
"""

from collections.abc import Mapping

from ..exchange import Exchange
from ..json_values import JsonValue, as_list, as_object, as_text
from ..outcomes import Skipped, expect
from ..probes.probe import Object
from ..probes.settings import Settings, accepted
from ..registry import check
from .answers import body
from .endpoint_answers import listed
from .permission_answers import Grantee, direct, inherited, levels_of

_USERS: Grantee = ("group_name", "users")
_LEVELS = ("CAN_MANAGE", "CAN_QUERY", "CAN_VIEW")


@check("MGMT-PERM-001", profile="management")
async def permissions_are_read_by_id(settings: Settings) -> None:
    """get_permissions of an endpoint's id is answered with 200 and speaks of this endpoint."""
    endpoint_id = await settings.id_of(await settings.subject())
    exchange = await settings.permissions(endpoint_id)
    expect(exchange.status == 200, f"get_permissions answers {exchange.status}", exchange)
    kind, path = (body(exchange).get(name) for name in ("object_type", "object_id"))
    expect(kind in (None, "serving-endpoint"), f"object_type is {kind!r}", exchange)
    right = path is None or as_text(path).endswith(endpoint_id)
    expect(right, f"object_id is {path!r}", exchange)


@check("MGMT-PERM-003", profile="management")
async def the_creator_manages(settings: Settings) -> None:
    """Right after create the permissions show CAN_MANAGE for the creator."""
    created = await settings.get(await settings.ready(settings.sample()))
    creator = body(created).get("creator")
    if not creator:
        raise Skipped("get does not name the creator", created)
    exchange = await _permissions(settings, as_text(body(created).get("id")))
    found = levels_of(exchange, creator)
    expect("CAN_MANAGE" in found, f"the creator's levels are {sorted(found)}", exchange)


@check("MGMT-PERM-004", profile="management")
async def the_endpoint_says_what_the_caller_may(settings: Settings) -> None:
    """permission_level in create, get and, where it is there, the list is CAN_MANAGE."""
    created = await settings.create(settings.sample())
    name = as_text(body(created).get("name"))
    for exchange in (created, await settings.get(name)):
        level = body(exchange).get("permission_level")
        expect(level == "CAN_MANAGE", f"permission_level is {level!r}", exchange)
    listing = await settings.list()
    for entry in listed(listing, name):
        level = entry.get("permission_level", "CAN_MANAGE")
        expect(level == "CAN_MANAGE", f"permission_level in the list is {level!r}", listing)


@check("MGMT-PERM-005", profile="management")
async def setting_replaces_the_direct_grants(settings: Settings) -> None:
    """After set_permissions the direct grants are those of the request."""
    endpoint_id = await _subject(settings)
    creator = await _creator(settings)
    for level in ("CAN_QUERY", "CAN_VIEW"):
        await _set(settings, endpoint_id, _entry(creator), _entry(_USERS, level))
        exchange = await _permissions(settings, endpoint_id)
        expected = {creator: ("CAN_MANAGE",), _USERS: (level,)}
        _expect_direct(exchange, expected)
    await _set(settings, endpoint_id, _entry(creator))
    _expect_direct(await _permissions(settings, endpoint_id), {creator: ("CAN_MANAGE",)})


@check("MGMT-PERM-006", profile="management")
async def setting_nothing_deletes_direct_grants(settings: Settings) -> None:
    """After an empty list, and after no list, the group has no direct grant any more."""
    creator = await _creator(settings)
    empty: tuple[Object, ...] = ({"access_control_list": []}, {})
    for nothing in empty:
        endpoint_id = await settings.id_of(await settings.ready(settings.sample()))
        await _set(settings, endpoint_id, _entry(creator), _entry(_USERS, "CAN_QUERY"))
        answer = await settings.grant("PUT", endpoint_id, nothing)
        if answer.status in (400, 403):
            raise Skipped("the account may not give up its own grant", answer)
        accepted(answer, "setting no permissions")
        exchange = await _permissions(settings, endpoint_id)
        expect(_USERS not in direct(exchange), "the group still has a direct grant", exchange)


@check("MGMT-PERM-007", profile="management")
async def inherited_grants_stay(settings: Settings) -> None:
    """What the endpoint inherits is the same after set_permissions and update_permissions."""
    endpoint_id = await _subject(settings)
    before = inherited(await _permissions(settings, endpoint_id))
    await _set(settings, endpoint_id, _entry(await _creator(settings)))
    after_set = await _permissions(settings, endpoint_id)
    await _update(settings, endpoint_id, _entry(_USERS, "CAN_QUERY"))
    for exchange in (after_set, await _permissions(settings, endpoint_id)):
        found = inherited(exchange)
        expect(found == before, f"inherited grants are {found}, not {before}", exchange)


@check("MGMT-PERM-008", profile="management")
async def updating_keeps_the_other_grants(settings: Settings) -> None:
    """After update_permissions the group has its level, and the creator's grant is as before."""
    endpoint_id, creator = await _subject(settings), await _creator(settings)
    await _set(settings, endpoint_id, _entry(creator))
    await _update(settings, endpoint_id, _entry(_USERS, "CAN_QUERY"))
    expected = {creator: ("CAN_MANAGE",), _USERS: ("CAN_QUERY",)}
    _expect_direct(await _permissions(settings, endpoint_id), expected)


@check("MGMT-PERM-009", profile="management")
async def updating_changes_a_level(settings: Settings) -> None:
    """update_permissions puts a level in the place of the one that there was."""
    endpoint_id, creator = await _subject(settings), await _creator(settings)
    await _set(settings, endpoint_id, _entry(creator), _entry(_USERS, "CAN_VIEW"))
    await _update(settings, endpoint_id, _entry(_USERS, "CAN_QUERY"))
    found = direct(exchange := await _permissions(settings, endpoint_id)).get(_USERS)
    expect(found == ("CAN_QUERY",), f"levels of the group are {found}", exchange)


@check("MGMT-PERM-010", profile="management")
async def answers_to_changes_are_what_is_read(settings: Settings) -> None:
    """The answers to set_permissions and update_permissions are what get_permissions says."""
    endpoint_id = await _subject(settings)
    entries = _entry(await _creator(settings)), _entry(_USERS, "CAN_VIEW")
    answers = [await _set(settings, endpoint_id, *entries)]
    reads = [await _permissions(settings, endpoint_id)]
    answers.append(await _update(settings, endpoint_id, _entry(_USERS, "CAN_QUERY")))
    reads.append(await _permissions(settings, endpoint_id))
    for answer, read in zip(answers, reads, strict=True):
        for part in (direct, inherited):
            found, right = part(answer), part(read)
            expect(found == right, f"grants are {found}, read {right}", answer)


@check("MGMT-PERM-013", profile="management")
async def there_are_three_levels(settings: Settings) -> None:
    """get_permission_levels has CAN_MANAGE, CAN_QUERY and CAN_VIEW, each once."""
    exchange = await settings.permissions(await _subject(settings), "/permissionLevels")
    expect(exchange.status == 200, f"get_permission_levels answers {exchange.status}", exchange)
    entries = map(as_object, as_list(body(exchange).get("permission_levels")))
    levels = sorted(as_text(entry.get("permission_level")) for entry in entries)
    expect(levels == list(_LEVELS), f"levels are {levels}", exchange)


@check("MGMT-PERM-016", profile="management")
async def permissions_belong_to_one_endpoint(settings: Settings) -> None:
    """Changed grants on one endpoint leave those on another as they are."""
    endpoint_id = await _subject(settings)
    other = await settings.id_of(await settings.bystander())
    before = direct(await _permissions(settings, other))
    await _set(settings, endpoint_id, _entry(await _creator(settings)))
    await _update(settings, endpoint_id, _entry(_USERS, "CAN_QUERY"))
    found = direct(exchange := await _permissions(settings, other))
    expect(found == before, f"grants on another endpoint are {found}, not {before}", exchange)


async def _subject(settings: Settings) -> str:
    return await settings.id_of(await settings.subject())


async def _creator(settings: Settings) -> Grantee:
    """Return the creator as a grantee: of a direct grant, else as get names them."""
    name = await settings.subject()
    exchange = await settings.get(name)
    creator = as_text(body(exchange).get("creator"))
    if not creator:
        raise Skipped("get does not name the creator", exchange)
    found = direct(await _permissions(settings, as_text(body(exchange).get("id"))))
    return next((grantee for grantee in found if grantee[1] == creator), ("user_name", creator))


async def _permissions(settings: Settings, endpoint_id: str) -> Exchange:
    return accepted(await settings.permissions(endpoint_id), "get_permissions")


async def _set(settings: Settings, endpoint_id: str, *entries: Object) -> Exchange:
    return await _granted(settings, "PUT", endpoint_id, entries)


async def _update(settings: Settings, endpoint_id: str, *entries: Object) -> Exchange:
    return await _granted(settings, "PATCH", endpoint_id, entries)


async def _granted(
    settings: Settings, method: str, endpoint_id: str, entries: tuple[Object, ...]
) -> Exchange:
    body: dict[str, JsonValue] = {"access_control_list": list(entries)}
    return accepted(await settings.grant(method, endpoint_id, body), "a valid change of grants")


def _entry(grantee: Grantee, level: str = "CAN_MANAGE") -> Object:
    return {grantee[0]: grantee[1], "permission_level": level}


def _expect_direct(exchange: Exchange, expected: Mapping[Grantee, tuple[str, ...]]) -> None:
    found = dict(direct(exchange))
    expect(found == expected, f"direct grants are {found}, not {expected}", exchange)
