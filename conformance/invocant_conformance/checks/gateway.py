"""Checks of a gateway's list of models, and of one model."""

from urllib.parse import quote

from ..decoding import json_of
from ..outcomes import Skipped, expect
from ..probes.gateway import Gateway
from ..probes.models import OPERATION, Models
from ..probes.probe import Object
from ..registry import check
from .answers import body, objects
from .schemas import expect_documented


@check("GW-MODELS-001", profile="gateway")
async def model_list_fits(models: Models) -> None:
    """The list of models is answered as documented."""
    exchange = await models.list()
    expect(exchange.status == 200, f"answered with {exchange.status}", exchange)
    expect_documented(exchange, OPERATION)


@check("GW-MODELS-002", profile="gateway")
async def model_ids_differ(models: Models) -> None:
    """No id is empty or occurs twice in the list of models."""
    exchange = await models.list()
    identifiers = [entry.get("id") for entry in objects(body(exchange), "data", exchange)]
    named = all(isinstance(each, str) and each for each in identifiers)
    expect(named, "a model has an empty id", exchange)
    repeated = [each for each in identifiers if identifiers.count(each) > 1]
    expect(not repeated, f"id {repeated[:1]} occurs more than once", exchange)


@check("GW-MODELS-003", profile="gateway")
async def a_model_is_listed(models: Models) -> None:
    """The list of models is not empty."""
    exchange = await models.list()
    expect(objects(body(exchange), "data", exchange), "no model is listed", exchange)


@check("GW-MODELS-004", profile="gateway")
async def listed_models_are_found(gateway: Gateway) -> None:
    """The first, the last and one in the middle of the listed models can be fetched."""
    names = [name for name in _names(await gateway.listed()) if "/" not in name]
    if not names:
        raise Skipped("no model without a slash in its name is listed")
    for name in {names[0], names[len(names) // 2], names[-1]}:
        exchange = await gateway.call("getGatewayModel", model=name)
        expect(exchange.status == 200, f"{name!r} is answered with {exchange.status}", exchange)
        found = json_of(exchange)
        answered = found.get("id") if isinstance(found, dict) else None
        expect(answered == name, f"{name!r} is answered with the model {answered!r}", exchange)


@check("GW-MODELS-005", profile="gateway")
async def unknown_models_are_not_found(gateway: Gateway) -> None:
    """A name that no listed model has is answered with 404."""
    listed = _names(await gateway.listed())
    for name in (gateway.session.invent_name("absent"), f"{listed[0] if listed else ''}-absent"):
        exchange = await gateway.call("getGatewayModel", model=name)
        status = exchange.status
        expect(status == 404, f"{quote(name)} is answered with {status}, not 404", exchange)


@check("GW-MODELS-006", profile="gateway")
async def models_are_complete(models: Models) -> None:
    """Every listed model says that it is one, since when, and whose."""
    exchange = await models.list()
    for entry in objects(body(exchange), "data", exchange):
        said = entry.get("object")
        expect(said == "model", f"{entry.get('id')}: object is {said!r}", exchange)
        created = entry.get("created")
        timed = isinstance(created, int) and not isinstance(created, bool) and created > 0
        expect(timed, f"{entry.get('id')}: created is {created!r}", exchange)
        owner = entry.get("owned_by")
        owned = isinstance(owner, str) and owner
        expect(owned, f"{entry.get('id')}: owned_by is {owner!r}", exchange)


def _names(entries: list[Object]) -> list[str]:
    return [name for entry in entries if isinstance(name := entry.get("id"), str) and name]
