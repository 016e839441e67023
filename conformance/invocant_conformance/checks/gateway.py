"""Checks of a gateway's list of models."""

from ..outcomes import expect
from ..probes.models import OPERATION, Models
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
