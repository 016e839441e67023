"""Compares what answers say of an endpoint, with each other and with what was sent."""

from ..exchange import Exchange
from ..json_values import JsonObject
from ..outcomes import Failed, expect
from .endpoint_answers import described, essence, models, number, routes, routes_of


def expect_sent(config: JsonObject, exchange: Exchange) -> None:
    """Judge that an answer describes the entities and the routes of a configuration."""
    sent, shown = models(config), models(described(exchange))
    expect(shown == sent, f"models are {shown}, not {sent}", exchange)
    if "traffic_config" in config:
        split, found = dict(routes_of(config)), dict(routes(exchange))
        expect(found == split, f"routes are {found}, not {split}", exchange)


def version(exchange: Exchange) -> int:
    """Return the version of the configuration. Raises Failed where it is missing."""
    version = number(described(exchange).get("config_version"))
    if version is None:
        raise Failed("config_version is missing", exchange)
    return version


def expect_same(before: Exchange, after: Exchange, cause: str) -> None:
    """Judge that an endpoint is what it was before something that may not have changed it."""
    old, new = essence(before), essence(after)
    changed = [member for member in old if old[member] != new[member]]
    expect(not changed, f"after {cause}, get differs in {changed}", after)
