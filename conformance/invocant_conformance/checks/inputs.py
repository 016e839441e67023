"""Checks that bodies which break the schema of a request are refused, as the schema says."""

from ..exchange import Exchange
from ..json_values import JsonObject
from ..outcomes import expect
from ..probes import endpoints
from ..probes.management import Management
from ..probes.operation import Operation
from ..probes.probe import Object
from ..registry import check
from ..specification import operations
from ..surfaces import operation_of
from .breakage import Breakage, breakages, one_for_each_keyword
from .endpoint_answers import listed

_ROUTED = endpoints.config(endpoints.openai("served"), routes=[("served", 100)])


@check("CHAT-INPUT-001", task="chat")
async def broken_chats_are_refused(operation: Operation) -> None:
    """A chat that breaks one constraint is answered with 4xx, the unbroken one is accepted."""
    await expect_refusals(operation)


@check("EMB-INPUT-001", task="embeddings")
async def broken_embeddings_are_refused(operation: Operation) -> None:
    """An embeddings request that breaks one constraint is answered with 4xx, else accepted."""
    await expect_refusals(operation)


async def expect_refusals(operation: Operation) -> None:
    """Judge that a valid request is accepted, and refused with one constraint broken."""
    await operation.accepted()
    surface = operation.surface
    schema = operation_of(surface).signature(surface.task).request
    for breakage in _choice(schema, operation.body()):
        exchange = await operation.with_body(breakage.body)
        _expect_refused(exchange, breakage)


@check("MGMT-INPUT-001", profile="management")
async def broken_endpoints_are_refused(management: Management) -> None:
    """An endpoint that breaks one constraint is not created, the unbroken one is."""
    schema = operations.by_id()["createServingEndpoint"].signature(None).request
    sample = management.sample()
    routed = sample | {"config": _ROUTED}
    for breakage in (*_choice(schema, sample), *_patterns_of_routes(schema, routed)):
        exchange = await management.create(breakage.body)
        _expect_refused(exchange, breakage)
    listing = await management.list()
    left = listed(listing, str(sample["name"]))
    expect(not left, "an endpoint that was refused is listed", listing)
    await management.created(management.sample())


@check("MGMT-INPUT-001", profile="management")
async def broken_configurations_are_refused(management: Management) -> None:
    """A configuration that breaks one constraint is not taken, the unbroken one is."""
    schema = operations.by_id()["updateServingEndpointConfig"].signature(None).request
    name = await management.created(management.sample())
    config = management.sample_config()
    for breakage in (*_choice(schema, config), *_patterns_of_routes(schema, _ROUTED)):
        exchange = await management.update(name, breakage.body)
        _expect_refused(exchange, breakage)
    accepted = await management.update(name, config)
    expect(accepted.status < 300, f"a valid one is answered with {accepted.status}", accepted)


def _choice(schema: JsonObject | None, body: Object) -> list[Breakage]:
    """Break one member for each keyword, and every member that has a pattern."""
    found = [] if schema is None else list(breakages(schema, body))
    chosen = one_for_each_keyword(found)
    patterns = [each for each in found if each.keyword == "pattern" and each not in chosen]
    return [*chosen, *patterns]


def _patterns_of_routes(schema: JsonObject | None, body: Object) -> list[Breakage]:
    """Break the patterns of a body's routes; those of the entities would break the routes, too."""
    found = [] if schema is None else list(breakages(schema, body))
    return [each for each in found if each.keyword == "pattern" and "routes" in each.path]


def _expect_refused(exchange: Exchange, breakage: Breakage) -> None:
    refused = 400 <= exchange.status < 500
    message = f"a broken {breakage.description} is answered with {exchange.status}"
    expect(refused, message, exchange)
