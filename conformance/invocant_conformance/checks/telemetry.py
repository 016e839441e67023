"""Checks of what is recorded of an endpoint."""

from ..decoding import json_of
from ..exchange import Exchange
from ..json_values import JsonObject, as_object
from ..outcomes import expect
from ..probes.custom_models import CustomModels, telemetry
from ..registry import check
from .endpoint_answers import members

_FEATURES = ["TELEMETRY_FEATURE_LOGS"]


@check("MGMT-TELEMETRY-001", profile="management")
async def telemetry_is_for_custom_models(custom: CustomModels) -> None:
    """Telemetry of an endpoint of external models is refused, and there is none afterwards."""
    name = await custom.paired()
    exchange = await custom.set_telemetry(name, telemetry())
    expect(exchange.status == 400, f"telemetry is answered with {exchange.status}", exchange)
    code = as_object(json_of(exchange)).get("error_code")
    expect(code == "INVALID_PARAMETER_VALUE", f"error_code is {code!r}", exchange)
    after = await custom.get(name)
    expect(not _telemetry(after), "there is telemetry nevertheless", after)


@check("MGMT-TELEMETRY-003", profile="management")
async def telemetry_is_replaced_and_removed(custom: CustomModels) -> None:
    """What is set is returned at once and by get, with a profile; nothing removes it."""
    name = (await custom.deployment()).name
    await custom.settled(name)
    patched = await custom.set_telemetry(name, telemetry(enabled_telemetry_features=[*_FEATURES]))
    for exchange in (patched, await custom.get(name)):
        found = _telemetry(exchange)
        expect(found.get("telemetry_profile_id"), "telemetry_profile_id is missing", exchange)
        features = found.get("enabled_telemetry_features")
        expect(features == _FEATURES, f"enabled_telemetry_features is {features}", exchange)
    removed = await custom.set_telemetry(name, None)
    for exchange in (removed, await custom.get(name)):
        expect(not _telemetry(exchange), "telemetry is still there", exchange)


@check("MGMT-TELEMETRY-004", profile="management")
async def a_create_drops_telemetry_that_it_cannot_have(custom: CustomModels) -> None:
    """A create of external models with telemetry is accepted, and has none."""
    sample = custom.sample() | {"telemetry_config": telemetry()}
    exchange = await custom.create(sample)
    expect(exchange.status == 200, f"create is answered with {exchange.status}", exchange)
    after = await custom.get(str(sample["name"]))
    expect(not _telemetry(after), "there is telemetry", after)


def _telemetry(exchange: Exchange) -> JsonObject:
    (found,) = members(exchange, "telemetry_config")
    return as_object(found)
