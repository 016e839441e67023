"""Checks of an endpoint's life: created, read, listed, updated, deleted."""

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Failed, Untestable, expect
from ..probes.management import TAGS, Management, state_of
from ..registry import check
from .answers import body
from .endpoint_answers import described, entity_names, essence, listed, number, routes, tags
from .schemas import expect_documented


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
    _expect_same(life.ready, life.unchanged, "a refused create")


@check("MGMT-ENTITY-002", profile="management")
async def unnamed_entity_is_named_after_its_model(management: Management) -> None:
    """An entity without a name is named after the model, dots and colons turned into dashes."""
    exchange = (await management.lifetime()).created
    names = entity_names(exchange)
    expect(names == ["gpt-4-1-mini"], f"the model gpt-4.1:mini is served as {names}", exchange)


@check("MGMT-TRAFFIC-005", profile="management")
async def a_single_entity_gets_all_traffic(management: Management) -> None:
    """For one entity without traffic_config a route of 100 percent is shown."""
    exchange = (await management.lifetime()).ready
    expected = [(name, 100) for name in entity_names(exchange)]
    expect(routes(exchange) == expected, f"routes are {routes(exchange)}", exchange)


@check("MGMT-GET-001", profile="management")
async def get_returns_what_was_created(management: Management) -> None:
    """get returns name, id, tags and entities as create described them, and state."""
    life = await management.lifetime()
    expect(life.ready.status == 200, f"get is answered with {life.ready.status}", life.ready)
    _expect_same(life.created, life.ready, "create")
    found = tags(life.ready)
    expect(found == list(TAGS.items()), f"tags are {found}", life.ready)
    expect(state_of(life.ready), "get has no state", life.ready)


@check("MGMT-LIST-001", profile="management")
async def list_holds_the_endpoint(management: Management) -> None:
    """The list holds a created endpoint once, with the id and state that get returns."""
    life = await management.lifetime()
    found = listed(life.listed, life.name)
    expect(len(found) == 1, f"the endpoint is listed {len(found)} times", life.listed)
    endpoint = body(life.ready)
    for member in ("id", "state"):
        same = found[0].get(member) == endpoint.get(member)
        expect(same, f"{member} in the list is {found[0].get(member)!r}", life.listed)


@check("MGMT-LIST-001", profile="management")
async def list_forgets_a_deleted_endpoint(management: Management) -> None:
    """The list no longer holds an endpoint that was deleted."""
    life = await management.lifetime()
    expect(not listed(life.unlisted, life.name), "a deleted endpoint is listed", life.unlisted)


@check("MGMT-STATE-001", profile="management")
async def external_models_become_ready(management: Management) -> None:
    """An endpoint of external models is READY and NOT_UPDATING, with config, nothing pending."""
    exchange = (await management.lifetime()).ready
    state, endpoint = state_of(exchange), body(exchange)
    ready, updating = state.get("ready"), state.get("config_update")
    expect(ready == "READY", f"state.ready is {ready!r}", exchange)
    expect(updating == "NOT_UPDATING", f"state.config_update is {updating!r}", exchange)
    expect(endpoint.get("config"), "config is missing", exchange)
    expect(not endpoint.get("pending_config"), "pending_config is still there", exchange)


@check("MGMT-UPDATE-001", profile="management")
async def update_replaces_the_configuration(management: Management) -> None:
    """After an update get returns the new entities only, a higher version and the same id."""
    life = await management.lifetime()
    if life.updated.status >= 300:
        raise Untestable(f"a valid update is answered with {life.updated.status}", life.updated)
    exchange = life.replaced
    names = entity_names(exchange)
    expect(set(names) == {"plain", "referring"}, f"served entities are {names}", exchange)
    before, after = _version(life.ready), _version(exchange)
    expect(after > before, f"config_version went from {before} to {after}", exchange)
    same = body(exchange).get("id") == body(life.ready).get("id")
    expect(same, "the id has changed", exchange)


def _version(exchange: Exchange) -> int:
    version = number(described(exchange).get("config_version"))
    if version is None:
        raise Failed("config_version is missing", exchange)
    return version


@check("MGMT-UPDATE-002", profile="management")
async def a_refused_update_changes_nothing(management: Management) -> None:
    """After an update that was refused get returns what it returned before."""
    life = await management.lifetime()
    if life.refused_update.status < 400:
        raise Untestable("a route to an entity that is not there is accepted", life.refused_update)
    _expect_same(life.unchanged, life.kept, "a refused update")
    before, after = _version(life.unchanged), _version(life.kept)
    expect(after == before, f"config_version went from {before} to {after}", life.kept)


@check("MGMT-DELETE-001", profile="management")
async def delete_answers_200(management: Management) -> None:
    """A deleted endpoint is answered with 200 and a JSON object."""
    exchange = (await management.lifetime()).deleted
    expect(exchange.status == 200, f"delete is answered with {exchange.status}", exchange)
    expect(isinstance(json_of(exchange), dict), "delete's answer is not a JSON object", exchange)


@check("MGMT-DELETE-002", profile="management")
async def a_deleted_endpoint_is_gone(management: Management) -> None:
    """After delete, get, delete and update are answered with 404; the name is free again."""
    life = await management.lifetime()
    late = {"get": life.gone, "delete": life.deleted_again, "update": life.updated_late}
    for what, exchange in late.items():
        gone = exchange.status == 404
        expect(gone, f"{what} after delete is answered with {exchange.status}", exchange)
    again = life.recreated
    expect(again.status < 300, f"the name cannot be created again: {again.status}", again)


@check("MGMT-DELETE-003", profile="management")
async def an_unknown_endpoint_cannot_be_deleted(management: Management) -> None:
    """Deleting a name that never existed is answered with 404."""
    exchange = await management.delete(management.name())
    refused = exchange.status == 404
    expect(refused, f"deleting an unknown name is answered with {exchange.status}", exchange)


def _expect_same(before: Exchange, after: Exchange, cause: str) -> None:
    old, new = essence(before), essence(after)
    changed = [member for member in old if old[member] != new[member]]
    expect(not changed, f"after {cause}, get differs in {changed}", after)
