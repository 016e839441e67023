"""Checks of provisioned throughput."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonValue, as_object
from ..outcomes import Skipped, expect
from ..probes.probe import Object
from ..probes.throughput import Throughput
from ..probes.waiting import state_of
from ..registry import check
from .deployments import skip_if_at_once
from .endpoint_answers import entities, members, number
from .endpoint_comparison import version

_ALONE = "system.ai.llama-4-maverick"


@check("MGMT-THROUGHPUT-001", profile="management")
async def an_endpoint_with_model_units_is_created(throughput: Throughput) -> None:
    """create describes what is pending, and get finds the endpoint, which becomes ready."""
    name, created = await throughput.units()
    expect(created.status == 200, f"create is answered with {created.status}", created)
    expect(members(created, "name") == [name], f"name is {members(created, 'name')}", created)
    _expect_units(throughput, created, 10)
    ready = await throughput.settled(name)
    state = state_of(ready).get("ready")
    expect(state == "READY", f"state.ready is {state!r}", ready)
    _expect_units(throughput, ready, 10)


@check("MGMT-THROUGHPUT-001", profile="management")
async def model_units_take_time_to_deploy(throughput: Throughput) -> None:
    """create answers NOT_READY and IN_PROGRESS, and a pending_config."""
    _, created = await throughput.units()
    skip_if_at_once(created)
    state = state_of(created)
    found = (state.get("ready"), state.get("config_update"))
    expect(found == ("NOT_READY", "IN_PROGRESS"), f"state is {found}", created)
    (pending,) = members(created, "pending_config")
    expect(pending, "pending_config is missing", created)


def _expect_units(throughput: Throughput, exchange: Exchange, units: int) -> None:
    told = [
        (entity.get("entity_name"), number(entity.get("provisioned_model_units")))
        for entity in entities(exchange)
    ]
    expect(told == [(throughput.model, units)], f"it serves {told}", exchange)


@check("MGMT-THROUGHPUT-002", profile="management")
async def there_is_at_least_one_model_unit(throughput: Throughput) -> None:
    """No model units, 0 or less are refused."""
    await throughput.units()
    wrong: tuple[JsonValue, ...] = (0, -1)
    for units in wrong:
        await _expect_refused(throughput, throughput.entity(units), f"{units} model units")
    entity = throughput.entity(1)
    del entity["provisioned_model_units"]
    await _expect_refused(throughput, entity, "an entity without model units")


async def _expect_refused(throughput: Throughput, entity: Object, what: str) -> None:
    exchange = await throughput.create_units(entity)
    refused = exchange.status == 400
    expect(refused, f"{what} is answered with {exchange.status}, not 400", exchange)


@check("MGMT-THROUGHPUT-003", profile="management")
async def throughput_changes_at_once(throughput: Throughput) -> None:
    """The answer to a change, or the get after it, shows it in config, with a higher version."""
    name, _ = await throughput.units()
    before = await throughput.settled(name)
    units = 20 if number(entities(before)[0].get("provisioned_model_units")) != 20 else 30
    updated = await throughput.update_units(name, units)
    expect(updated.status == 200, f"the change is answered with {updated.status}", updated)
    after = await throughput.get(name)
    _expect_units(throughput, after, units)
    old, new = version(before), version(after)
    expect(new > old, f"config_version went from {old} to {new}", after)


@check("MGMT-THROUGHPUT-004", profile="management")
async def external_models_have_no_model_units(throughput: Throughput) -> None:
    """Model units for an endpoint of external models are refused."""
    await throughput.units()
    exchange = await throughput.update_units(await throughput.paired(), 10)
    refused = exchange.status == 400
    expect(refused, f"it is answered with {exchange.status}, not 400", exchange)


@check("MGMT-THROUGHPUT-005", profile="management")
async def throughput_comes_in_chunks(throughput: Throughput) -> None:
    """Bounds that are no multiples of a chunk are refused, multiples are accepted."""
    chunk = await _chunk(throughput)
    throughput.known(await throughput.create_tokens(chunk, 2 * chunk))
    for least, most in ((chunk, 2 * chunk + 1), (chunk - 1, chunk), (chunk + 1, chunk + 1)):
        exchange = await throughput.create_tokens(least, most)
        refused = exchange.status == 400
        what = f"{least} to {most} tokens a second in chunks of {chunk}"
        expect(refused, f"{what} is answered with {exchange.status}, not 400", exchange)


@check("MGMT-THROUGHPUT-006", profile="management")
async def some_models_do_not_share(throughput: Throughput) -> None:
    """Llama 4 Maverick beside another model is refused, and accepted alone."""
    alone = throughput.entity(10) | {"entity_name": _ALONE}
    throughput.known(await throughput.create_units(alone))
    other = throughput.entity(10) | {"name": "other"}
    exchange = await throughput.create_units(alone, other)
    refused = exchange.status == 400
    expect(refused, f"another beside it is answered with {exchange.status}, not 400", exchange)


@check("MGMT-THROUGHPUT-006", profile="management")
async def some_models_do_not_scale(throughput: Throughput) -> None:
    """Llama 4 Maverick with different bounds is refused, and accepted with equal ones."""
    chunk = await _chunk(throughput, _ALONE)
    throughput.known(await throughput.create_tokens(chunk, chunk, _ALONE))
    exchange = await throughput.create_tokens(chunk, 2 * chunk, _ALONE)
    refused = exchange.status == 400
    expect(refused, f"different bounds are answered with {exchange.status}, not 400", exchange)


@check("MGMT-OPTIMIZATION-001", profile="management")
async def throughput_can_be_asked_for(throughput: Throughput) -> None:
    """A model that does not exist is answered with 404, one that does with its chunks."""
    unknown = await throughput.info("system.ai.invocant_no_such_model")
    expect(unknown.status == 404, f"no such model is answered with {unknown.status}", unknown)
    expect(await _chunk(throughput) > 0, "there are no chunks", unknown)


async def _chunk(throughput: Throughput, model: str | None = None) -> int:
    """Return the size of a model's chunks. Raises Skipped where it is not told."""
    exchange = await throughput.info(model or throughput.model)
    if exchange.status == 404:
        raise Skipped("the target does not know the model", exchange)
    expect(exchange.status == 200, f"the model is answered with {exchange.status}", exchange)
    info = as_object(json_of(exchange))
    size = number(info.get("throughput_chunk_size"))
    if info.get("optimizable") is not True:
        raise Skipped("the model's throughput cannot be provisioned", exchange)
    expect(size, "throughput_chunk_size is missing", exchange)
    return size or 0
