"""Checks of what updates and deletions change, and of what they leave alone."""

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Untestable, expect
from ..probes.management import Management
from ..probes.waiting import state_of
from ..registry import check
from .answers import body
from .endpoint_answers import configurations, entity_names, models, routes
from .endpoint_comparison import expect_same, expect_sent, version


@check("MGMT-UPDATE-001", profile="management")
async def update_replaces_the_configuration(management: Management) -> None:
    """After an update get returns the new entities only, a higher version and the same id."""
    life = await management.lifetime()
    if life.updated.status >= 300:
        raise Untestable(f"a valid update is answered with {life.updated.status}", life.updated)
    exchange = life.replaced
    names = entity_names(exchange)
    expect(set(names) == {"plain", "referring"}, f"served entities are {names}", exchange)
    before, after = version(life.ready), version(exchange)
    expect(after > before, f"config_version went from {before} to {after}", exchange)
    expect_sent(life.config, exchange)
    for member in ("name", "id", "tags", "creation_timestamp"):
        same = body(exchange).get(member) == body(life.ready).get(member)
        expect(same, f"{member} has changed", exchange)


@check("MGMT-UPDATE-001", profile="management")
async def update_describes_the_endpoint(management: Management) -> None:
    """The answer has name and id, state, and the new entities, in config or pending_config."""
    life = await management.lifetime()
    exchange = life.updated
    for member in ("name", "id"):
        same = body(exchange).get(member) == body(life.ready).get(member)
        expect(same, f"{member} is {body(exchange).get(member)!r}", exchange)
    expect(state_of(exchange), "the answer to an update has no state", exchange)
    shown = [models(config) for config in configurations(exchange)]
    expect(models(life.config) in shown, f"models are {shown}", exchange)


@check("MGMT-UPDATE-001", profile="management")
async def an_update_leaves_other_endpoints_alone(management: Management) -> None:
    """After an update another endpoint is as it was."""
    life = await management.lifetime()
    _expect_untouched(life.neighbour, life.after_update, "the update of another endpoint")


def _expect_untouched(before: Exchange, after: Exchange, cause: str) -> None:
    expect(after.status == 200, f"after {cause}, get is answered with {after.status}", after)
    expect_same(before, after, cause)


@check("MGMT-UPDATE-002", profile="management")
async def a_refused_update_changes_nothing(management: Management) -> None:
    """After an update that was refused get returns what it returned before."""
    life = await management.lifetime()
    if life.refused_update.status < 400:
        raise Untestable("a route to an entity that is not there is accepted", life.refused_update)
    expect_same(life.unchanged, life.kept, "a refused update")
    for read in (routes, state_of):
        expect(read(life.kept) == read(life.unchanged), "routes or state have changed", life.kept)
    before, after = version(life.unchanged), version(life.kept)
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


@check("MGMT-DELETE-002", profile="management")
async def a_delete_leaves_other_endpoints_alone(management: Management) -> None:
    """After a delete another endpoint is as it was."""
    life = await management.lifetime()
    _expect_untouched(life.neighbour, life.after_delete, "the deletion of another endpoint")


@check("MGMT-DELETE-003", profile="management")
async def an_unknown_endpoint_cannot_be_deleted(management: Management) -> None:
    """Deleting a name that never existed is answered with 404."""
    exchange = await management.delete(management.name())
    refused = exchange.status == 404
    expect(refused, f"deleting an unknown name is answered with {exchange.status}", exchange)
