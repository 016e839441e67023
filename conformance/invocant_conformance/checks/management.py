"""Checks of an endpoint's life: created, read, listed, updated, deleted."""

import asyncio

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import as_object
from ..outcomes import expect
from ..probes.management import TAGS, Management
from ..probes.probe import Object
from ..probes.waiting import state_of
from ..registry import check
from .answers import body
from .endpoint_answers import entity_names, listed, number, routes, summarised, tags
from .endpoint_comparison import expect_same, expect_sent, version
from .schemas import expect_documented

_EARLIEST, _LATEST = 10**11, 10**14
"""Milliseconds since 1970: the years 1973 and 5138. Seconds and microseconds are outside."""


@check("MGMT-SCHEMA-001", profile="management")
async def create_fits(management: Management) -> None:
    """The answer to create is as documented."""
    expect_documented((await management.lifetime()).created, "createServingEndpoint")


@check("MGMT-SCHEMA-001", profile="management")
async def get_fits(management: Management) -> None:
    """The answers to get are as documented."""
    life = await management.lifetime()
    expect_documented(life.ready, "getServingEndpoint")
    expect_documented(life.replaced, "getServingEndpoint")


@check("MGMT-SCHEMA-001", profile="management")
async def list_fits(management: Management) -> None:
    """The answer to list is as documented."""
    expect_documented((await management.lifetime()).listed, "listServingEndpoints")


@check("MGMT-SCHEMA-001", profile="management")
async def update_fits(management: Management) -> None:
    """The answer to update_config is as documented."""
    expect_documented((await management.lifetime()).updated, "updateServingEndpointConfig")


@check("MGMT-SCHEMA-001", profile="management")
async def delete_fits(management: Management) -> None:
    """The answer to delete is as documented."""
    expect_documented((await management.lifetime()).deleted, "deleteServingEndpoint")


@check("MGMT-CREATE-001", profile="management")
async def create_answers_200(management: Management) -> None:
    """A created endpoint is answered with 200 and its description."""
    exchange = (await management.lifetime()).created
    expect(exchange.status == 200, f"create is answered with {exchange.status}", exchange)
    expect(isinstance(json_of(exchange), dict), "create does not describe the endpoint", exchange)


@check("MGMT-CREATE-002", profile="management")
async def create_describes_the_endpoint(management: Management) -> None:
    """The answer has name, id, state, and the served entities with their names."""
    life = await management.lifetime()
    exchange = life.created
    endpoint, state = body(exchange), state_of(exchange)
    expect(endpoint.get("name") == life.name, f"name is {endpoint.get('name')!r}", exchange)
    expect(endpoint.get("id"), f"id is {endpoint.get('id')!r}", exchange)
    for member in ("ready", "config_update"):
        expect(state.get(member), f"state.{member} is {state.get(member)!r}", exchange)
    names = entity_names(exchange)
    expect(names and all(names), f"names of the served entities are {names}", exchange)


@check("MGMT-CREATE-003", profile="management")
async def a_name_is_created_once(management: Management) -> None:
    """Creating a name that exists is refused and leaves the endpoint as it is."""
    life = await management.lifetime()
    exchange = life.conflict
    refused = exchange.status in (400, 409)
    expect(refused, f"a second create is answered with {exchange.status}", exchange)
    error = json_of(exchange)
    code = error.get("error_code") if isinstance(error, dict) else None
    expect(code == "RESOURCE_ALREADY_EXISTS", f"error_code is {code!r}", exchange)
    expect_same(life.ready, life.unchanged, "a refused create")
    before, after = version(life.ready), version(life.unchanged)
    expect(after == before, f"config_version went from {before} to {after}", life.unchanged)


@check("MGMT-CREATE-003", profile="management")
async def of_simultaneous_creates_one_succeeds(management: Management) -> None:
    """Of two creates of one name that are sent at once, one is accepted and one refused."""
    body = management.sample()
    exchanges = await asyncio.gather(management.create(body), management.create(body))
    statuses = sorted(exchange.status for exchange in exchanges)
    refused = statuses[0] < 300 and statuses[1] in (400, 409)
    expect(refused, f"two creates at once are answered with {statuses}", exchanges[1])


@check("MGMT-CREATE-002", profile="management")
async def create_describes_what_was_sent(management: Management) -> None:
    """The served entities have the models and the routes the percentages that were sent."""
    life = await management.lifetime()
    expect_sent(as_object(life.body["config"]), life.created)
    expect_sent(as_object(life.second["config"]), life.recreated)


@check("MGMT-ENTITY-002", profile="management")
async def unnamed_entity_is_named_after_its_model(management: Management) -> None:
    """An entity without a name is named after the model, dots and colons turned into dashes."""
    exchange = (await management.lifetime()).created
    names = entity_names(exchange)
    expect(names == ["gpt-4-1-mini"], f"the model gpt-4.1:mini is served as {names}", exchange)


@check("MGMT-ENTITY-002", profile="management")
async def unnamed_entity_of_an_update_is_named_after_its_model(management: Management) -> None:
    """So is an entity without a name that an update sends."""
    exchange = await management.updated_to_one()
    names = entity_names(exchange)
    expect(names == ["gpt-4-1-mini"], f"the model gpt-4.1:mini is served as {names}", exchange)


@check("MGMT-TRAFFIC-005", profile="management")
async def a_single_entity_gets_all_traffic(management: Management) -> None:
    """For one entity without traffic_config, of a create or an update, a route of 100 is shown."""
    for exchange in ((await management.lifetime()).ready, await management.updated_to_one()):
        _expect_all_traffic(exchange)


def _expect_all_traffic(exchange: Exchange) -> None:
    expected = [(name, 100) for name in entity_names(exchange)]
    expect(routes(exchange) == expected, f"routes are {routes(exchange)}", exchange)


@check("MGMT-GET-001", profile="management")
async def get_returns_what_was_created(management: Management) -> None:
    """get returns name, id, tags and entities as create described them, and state."""
    life = await management.lifetime()
    expect(life.ready.status == 200, f"get is answered with {life.ready.status}", life.ready)
    expect_same(life.created, life.ready, "create")
    found = tags(life.ready)
    expect(found == list(TAGS.items()), f"tags are {found}", life.ready)
    expect(state_of(life.ready), "get has no state", life.ready)


@check("MGMT-LIST-001", profile="management")
async def list_holds_the_endpoint(management: Management) -> None:
    """The list holds a created endpoint once, with the id and state that get returns."""
    life = await management.lifetime()
    found = listed(life.listed, life.name)
    expect(len(found) == 1, f"the endpoint is listed {len(found)} times", life.listed)
    entry, endpoint = found[0], body(life.ready)
    expect(entry.get("id") == endpoint.get("id"), f"id is {entry.get('id')!r}", life.listed)
    state = entry.get("state")
    shown = state if isinstance(state, dict) else {}
    for member in ("ready", "config_update"):
        same = shown.get(member) == state_of(life.ready).get(member)
        expect(same, f"state.{member} in the list is {shown.get(member)!r}", life.listed)


@check("MGMT-LIST-001", profile="management")
async def list_agrees_with_get(management: Management) -> None:
    """Tags, times and served entities in the list, where it has them, are those of get."""
    life = await management.lifetime()
    endpoint = body(life.ready)
    for entry in listed(life.listed, life.name):
        for member in ("tags", "creation_timestamp"):
            same = member not in entry or str(entry[member]) == str(endpoint.get(member))
            expect(same, f"{member} in the list is {entry.get(member)!r}", life.listed)
        names = summarised(entry)
        same = names is None or set(map(str, names)) == set(map(str, entity_names(life.ready)))
        expect(same, f"served entities in the list are {names}", life.listed)


@check("MGMT-LIST-001", profile="management")
async def list_forgets_a_deleted_endpoint(management: Management) -> None:
    """The list no longer holds an endpoint that was deleted."""
    life = await management.lifetime()
    expect(not listed(life.unlisted, life.name), "a deleted endpoint is listed", life.unlisted)


@check("MGMT-STATE-001", profile="management")
async def external_models_become_ready(management: Management) -> None:
    """After create and update an endpoint is READY and NOT_UPDATING, with nothing pending."""
    life = await management.lifetime()
    for exchange in (life.ready, life.replaced):
        _expect_settled(exchange)


def _expect_settled(exchange: Exchange) -> None:
    state, endpoint = state_of(exchange), body(exchange)
    ready, updating = state.get("ready"), state.get("config_update")
    expect(ready == "READY", f"state.ready is {ready!r}", exchange)
    expect(updating == "NOT_UPDATING", f"state.config_update is {updating!r}", exchange)
    expect(endpoint.get("config"), "config is missing", exchange)
    expect(not endpoint.get("pending_config"), "pending_config is still there", exchange)


@check("MGMT-TIME-001", profile="management")
async def times_are_in_milliseconds(management: Management) -> None:
    """The times in the answers of create, get and list are milliseconds since 1970."""
    life = await management.lifetime()
    for exchange in (life.created, life.ready):
        _expect_milliseconds(body(exchange), exchange)
    for entry in listed(life.listed, life.name):
        _expect_milliseconds(entry, life.listed)


def _expect_milliseconds(endpoint: Object, exchange: Exchange) -> None:
    for member in ("creation_timestamp", "last_updated_timestamp"):
        time = number(endpoint.get(member))
        right = time is None or _EARLIEST < time < _LATEST
        expect(right, f"{member} is {time}, which are no milliseconds of our time", exchange)
