"""Checks of what answers tell of an endpoint beside what it serves, and of what stays fixed."""

import re

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue, as_object
from ..outcomes import Skipped, expect
from ..probes import endpoints
from ..probes.custom_models import HIDDEN_TABLE, CustomModels, telemetry
from ..probes.management import Management
from ..probes.probe import Object
from ..probes.waiting import state_of
from ..registry import check
from .answers import body
from .endpoint_answers import described, entity_names, listed, members
from .endpoint_comparison import version

_DESCRIPTION = "What it is for."
_POLICY = "9c0d5a52-7f0b-4c53-8f2c-6f0f6f6f0001"
_HEX = re.compile("[0-9a-f]{32}")


@check("MGMT-DESC-001", profile="management")
async def a_missing_description_is_empty(management: Management) -> None:
    """An endpoint without a description has the empty text, another one its own."""
    for sent in ("", _DESCRIPTION):
        more: Object = {"description": sent} if sent else {}
        sample = management.sample() | more
        created = await management.create(sample)
        for exchange in (created, await management.settled(str(sample["name"]))):
            (told,) = members(exchange, "description")
            expect(told == sent, f"description is {told!r}, not {sent!r}", exchange)


@check("MGMT-BUDGET-001", profile="management")
async def the_budget_policy_has_another_name_in_answers(management: Management) -> None:
    """budget_policy_id comes back as effective_budget_policy_id and not as itself."""
    sample = management.sample() | {"budget_policy_id": _POLICY}
    created = await management.create(sample)
    if created.status >= 400:
        raise Skipped(f"an invented budget policy is refused with {created.status}", created)
    exchange = await management.settled(str(sample["name"]))
    sent, effective = members(exchange, "budget_policy_id", "effective_budget_policy_id")
    expect(effective == _POLICY, f"effective_budget_policy_id is {effective!r}", exchange)
    expect(sent is None, f"budget_policy_id is {sent!r}", exchange)


@check("MGMT-HIDDEN-001", profile="management")
async def write_only_settings_do_not_come_back(custom: CustomModels) -> None:
    """burst_scaling_enabled and names of tables are in no answer of create, get and update."""
    name, entity = custom.name(), endpoints.own("a", burst_scaling_enabled=False)
    sent = endpoints.endpoint(name, endpoints.config(entity), telemetry_config=telemetry())
    created = await custom.accepted(sent)
    ready = await custom.settled(name)
    updated = await custom.update(name, endpoints.config(entity))
    for exchange in (created, ready, updated):
        for hidden in (b"burst_scaling_enabled", HIDDEN_TABLE.encode()):
            shown = hidden in exchange.body
            expect(not shown, f"{hidden.decode()} comes back", exchange)


@check("MGMT-HIDDEN-001", profile="management")
async def older_limits_do_not_come_back(management: Management) -> None:
    """rate_limits of a create are in no answer of create and get."""
    limits: list[JsonValue] = [{"calls": 1000, "key": "endpoint", "renewal_period": "minute"}]
    sample = management.sample() | {"rate_limits": limits}
    created = await management.create(sample)
    for exchange in (created, await management.settled(str(sample["name"]))):
        (shown,) = members(exchange, "rate_limits")
        expect(shown is None, "rate_limits come back", exchange)


@check("MGMT-FIXED-001", profile="management")
async def name_description_and_route_stay(custom: CustomModels) -> None:
    """An update whose body holds other ones, refused or not, leaves all three as they were."""
    name = custom.name()
    config = endpoints.config(endpoints.own("a"))
    await custom.accepted(endpoints.endpoint(name, config, description=_DESCRIPTION))
    before = await custom.settled(name)
    others: Object = {"name": custom.name(), "description": "Other.", "route_optimized": True}
    await custom.update(name, config | others)
    after = await custom.settled(name)
    expect(after.status == 200, f"get is then answered with {after.status}", after)
    for member in others:
        (old,), (new,) = members(before, member), members(after, member)
        expect(old == new, f"{member} went from {old!r} to {new!r}", after)


@check("MGMT-FIXED-002", profile="management")
async def names_of_a_recording_stay_while_it_is_enabled(management: Management) -> None:
    """Other names are refused while the recording is enabled, and accepted when it is not."""
    recording: Object = {"catalog_name": "main", "schema_name": "serving", "enabled": True}
    config = management.sample_config()
    sample = management.sample() | {"config": config | {"auto_capture_config": recording}}
    name = await management.created(sample)
    await management.settled(name)
    other = recording | {"schema_name": "other"}
    exchange = await management.update(name, config | {"auto_capture_config": other})
    refused = exchange.status == 400
    expect(refused, f"another schema is answered with {exchange.status}, not 400", exchange)
    off = {"auto_capture_config": recording | {"enabled": False}}
    for step in (off, {"auto_capture_config": other}):
        exchange = await management.update(name, config | step)
        expect(exchange.status == 200, f"then {step} is answered with {exchange.status}", exchange)
        await management.settled(name)


@check("MGMT-VERSION-001", profile="management")
async def configurations_are_counted_from_1(management: Management) -> None:
    """The first configuration has version 1, that of the next update 2."""
    sample = management.sample()
    name = await management.created(sample)
    await _expect_version(management, name, 1)
    await management.update(name, management.sample_config())
    await _expect_version(management, name, 2)


async def _expect_version(management: Management, name: str, expected: int) -> None:
    exchange = await management.settled(name)
    found = version(exchange)
    expect(found == expected, f"config_version is {found}, not {expected}", exchange)


@check("MGMT-EMPTY-001", profile="management")
async def an_endpoint_may_be_created_empty(management: Management) -> None:
    """A create without config is accepted; get shows nothing served, an update changes that."""
    name = management.name()
    created = await management.create({"name": name})
    expect(created.status == 200, f"no config is answered with {created.status}", created)
    empty = await management.get(name)
    ready = state_of(empty).get("ready")
    expect(ready == "NOT_READY", f"state.ready is {ready!r}", empty)
    expect(not entity_names(empty), f"it serves {entity_names(empty)}", empty)
    updated = await management.update(name, management.sample_config())
    expect(updated.status == 200, f"its update is answered with {updated.status}", updated)
    exchange = await management.settled(name)
    expect(entity_names(exchange) == ["served"], f"it serves {described(exchange)}", exchange)


@check("MGMT-ROUTE-001", profile="management")
async def an_optimized_route_has_an_address(custom: CustomModels) -> None:
    """A custom model's endpoint with an optimized route says so and has an address, others not."""
    name, config = custom.name(), endpoints.config(endpoints.own("a"))
    await custom.accepted(endpoints.endpoint(name, config, route_optimized=True))
    exchange = await custom.settled(name)
    (optimized,) = members(exchange, "route_optimized")
    expect(optimized is True, f"route_optimized is {optimized!r}", exchange)
    expect(_addresses(exchange), "there is neither endpoint_url nor data_plane_info", exchange)
    plain = (await custom.deployment()).ready
    expect(not _addresses(plain), f"without an optimized route there is {_addresses(plain)}", plain)


def _addresses(exchange: Exchange) -> list[JsonValue]:
    """Return the addresses to query past the workspace."""
    url, info = members(exchange, "endpoint_url", "data_plane_info")
    inner = as_object(as_object(info).get("query_info")).get("endpoint_url")
    return [address for address in (url, inner) if address]


@check("MGMT-ROUTE-002", profile="management")
async def external_models_have_no_optimized_route(management: Management) -> None:
    """A create of external models with route_optimized is refused, or has none."""
    sample = management.sample() | {"route_optimized": True}
    created = await management.create(sample)
    if created.status == 400:
        return
    exchange = await management.settled(str(sample["name"]))
    (optimized,) = members(exchange, "route_optimized")
    expect(optimized is False, f"route_optimized is {optimized!r}", exchange)


@check("MGMT-ID-001", profile="management")
async def ids_are_32_digits(management: Management) -> None:
    """The ids of two endpoints differ and consist of 32 hexadecimal digits."""
    life = await management.lifetime()
    ids = [members(exchange, "id")[0] for exchange in (life.ready, life.neighbour)]
    for found in ids:
        right = isinstance(found, str) and _HEX.fullmatch(found) is not None
        expect(right, f"id is {found!r}", life.ready)
    expect(ids[0] != ids[1], f"two endpoints have the id {ids[0]!r}", life.neighbour)


@check("MGMT-PATH-001", profile="management")
async def a_slash_at_the_end_changes_nothing(management: Management) -> None:
    """List and create are answered with a slash at the end as without one."""
    sample = management.sample()
    created = await management.create(sample, slash=True)
    expect(created.status == 200, f"create is answered with {created.status}", created)
    expect(body(created).get("name") == sample["name"], "create is not carried out", created)
    exchange = await management.list(slash=True)
    expect(exchange.status == 200, f"list is answered with {exchange.status}", exchange)
    found = listed(exchange, str(sample["name"]))
    expect(len(found) == 1, f"the endpoint is listed {len(found)} times", exchange)


@check("MGMT-PATH-002", profile="management")
async def a_name_that_is_a_path_can_be_read(management: Management) -> None:
    """get of the name pt is answered as that of any name: 200, or 404 with an error."""
    exchange = await management.get("pt")
    right = exchange.status in (200, 404)
    expect(right, f"get of the name pt is answered with {exchange.status}", exchange)
    told = as_object(json_of(exchange))
    member = "name" if exchange.status == 200 else "error_code"
    expect(told.get(member), f"{member} is missing", exchange)
