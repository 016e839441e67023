"""Judges what a target makes of configurations that break a rule."""

from ..exchange import Exchange
from ..json_values import JsonObject, as_object
from ..outcomes import expect
from ..probes import endpoints
from ..probes.management import Management
from ..probes.probe import Object


async def expect_refused(management: Management, body: Object, what: str) -> Exchange:
    """Judge that a create is refused with 400."""
    exchange = await management.create(body)
    refused = exchange.status == 400
    expect(refused, f"{what} is answered with {exchange.status}, not 400", exchange)
    return exchange


async def expect_config_refused(management: Management, config: JsonObject, what: str) -> None:
    """A new endpoint with this configuration is refused, and so is an update to it."""
    await expect_refused(management, {"name": management.name(), "config": config}, what)
    exchange = await management.update(await management.paired(), config)
    refused = exchange.status == 400
    expect(refused, f"an update to {what} is answered with {exchange.status}, not 400", exchange)


async def expect_split_refused(management: Management, shares: tuple[int, ...]) -> None:
    """Judge that a split between entities is refused, by create and by update."""
    config = as_object(management.pair(*shares)["config"])
    await expect_config_refused(management, config, f"a split of {' and '.join(map(str, shares))}")


async def expect_entity_refused(management: Management, entity: Object, what: str) -> None:
    """Judge that a configuration of one entity is refused, by create and by update."""
    await expect_config_refused(management, endpoints.config(entity), what)
