"""Checks of inference tables: where they are, and when their names may change."""

from ..exchange import Exchange
from ..outcomes import expect
from ..probes.probe import Object
from ..probes.settings import Settings
from ..registry import check
from .answers import body
from .settings_comparison import expect_shown

_PLACE: Object = {"catalog_name": "main", "schema_name": "invocant", "table_name_prefix": "a"}
_OTHER: Object = {"catalog_name": "dev", "schema_name": "other", "table_name_prefix": "b"}


@check("MGMT-GATEWAY-005", profile="management")
async def a_table_needs_catalog_and_schema(settings: Settings) -> None:
    """Enabling without catalog or schema is refused by put_ai_gateway, with both accepted."""
    name = await settings.subject()
    for missing in ("catalog_name", "schema_name"):
        exchange = await settings.put_gateway(name, _table(_without(missing)))
        _expect_refused(exchange, f"a table without {missing}")
    await settings.gateway(name, _table(_PLACE))


@check("MGMT-GATEWAY-005", profile="management")
async def a_table_of_create_needs_catalog_and_schema(settings: Settings) -> None:
    """So it is in create."""
    for missing in ("catalog_name", "schema_name"):
        gateway = _table(_without(missing))
        exchange = await settings.create(settings.sample() | {"ai_gateway": gateway})
        _expect_refused(exchange, f"create of a table without {missing}")


@check("MGMT-GATEWAY-006", profile="management")
async def names_of_an_enabled_table_stay(settings: Settings) -> None:
    """Another catalog, schema or prefix of an enabled table is refused and changes nothing."""
    name = await settings.subject()
    await settings.gateway(name, {})
    await settings.gateway(name, _table(_PLACE))
    for member in _PLACE:
        exchange = await settings.put_gateway(name, _table(_PLACE | {member: _OTHER[member]}))
        _expect_refused(exchange, f"another {member} of an enabled table")
    await _expect_table(settings, name, _PLACE)


@check("MGMT-GATEWAY-007", profile="management")
async def names_of_a_disabled_table_change(settings: Settings) -> None:
    """A table that was disabled can be enabled under other names."""
    name = await settings.subject()
    await settings.gateway(name, {})
    await settings.gateway(name, _table(_PLACE))
    await settings.gateway(name, _table(_PLACE, enabled=False))
    exchange = await settings.put_gateway(name, _table(_OTHER))
    moved = exchange.status == 200
    expect(moved, f"other names of a disabled table are answered with {exchange.status}", exchange)
    await _expect_table(settings, name, _OTHER)


def _table(place: Object, *, enabled: bool = True) -> Object:
    return {"inference_table_config": {"enabled": enabled, **place}}


def _without(member: str) -> Object:
    return {name: value for name, value in _PLACE.items() if name != member}


def _expect_refused(exchange: Exchange, what: str) -> None:
    expect(exchange.status == 400, f"{what} is answered with {exchange.status}, not 400", exchange)


async def _expect_table(settings: Settings, name: str, place: Object) -> None:
    exchange = await settings.get(name)
    expect_shown(_table(place), body(exchange).get("ai_gateway"), "get", exchange)
