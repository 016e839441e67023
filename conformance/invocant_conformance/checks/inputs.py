"""Checks that bodies which break the schema of a request are refused, as the schema says."""

from ..outcomes import expect
from ..probes.management import Management
from ..probes.operation import Operation
from ..probes.probe import Object
from ..registry import check
from .breakage import Breakage, breakages, one_for_each_keyword
from .endpoint_answers import listed
from .specification import as_object, operations


@check("CHAT-INPUT-001", task="chat")
async def broken_chats_are_refused(operation: Operation) -> None:
    """A chat that breaks one constraint is answered with 4xx, the unbroken one is accepted."""
    await _expect_refusals(operation)


@check("EMB-INPUT-001", task="embeddings")
async def broken_embeddings_are_refused(operation: Operation) -> None:
    """An embeddings request that breaks one constraint is answered with 4xx, else accepted."""
    await _expect_refusals(operation)


async def _expect_refusals(operation: Operation) -> None:
    await operation.accepted()
    surface = operation.surface
    schema = operations()[surface.operation_id].request_schema(surface.task)
    for breakage in _choice(schema, operation.body()):
        exchange = await operation.with_body(breakage.body)
        refused = 400 <= exchange.status < 500
        message = f"a broken {breakage.description} is answered with {exchange.status}"
        expect(refused, message, exchange)


@check("MGMT-INPUT-001", profile="management")
async def broken_endpoints_are_refused(management: Management) -> None:
    """An endpoint that breaks one constraint is not created, the unbroken one is."""
    schema = operations()["createServingEndpoint"].request_schema(None)
    sample = management.pair(60, 40)
    for breakage in _choice(schema, sample):
        exchange = await management.create(breakage.body)
        refused = 400 <= exchange.status < 500
        message = f"a broken {breakage.description} is answered with {exchange.status}"
        expect(refused, message, exchange)
    listing = await management.list()
    left = listed(listing, str(sample["name"]))
    expect(not left, "an endpoint that was refused is listed", listing)
    await management.created(management.sample())


@check("MGMT-INPUT-001", profile="management")
async def broken_configurations_are_refused(management: Management) -> None:
    """A configuration that breaks one constraint is not taken, the unbroken one is."""
    schema = operations()["updateServingEndpointConfig"].request_schema(None)
    name = await management.created(management.sample())
    config = as_object(management.pair(60, 40)["config"])
    for breakage in _choice(schema, config):
        exchange = await management.update(name, breakage.body)
        refused = 400 <= exchange.status < 500
        message = f"a broken {breakage.description} is answered with {exchange.status}"
        expect(refused, message, exchange)
    accepted = await management.update(name, config)
    expect(accepted.status < 300, f"a valid one is answered with {accepted.status}", accepted)


def _choice(schema: Object | None, body: Object) -> list[Breakage]:
    """Break one member for each keyword, and every member that has a pattern."""
    found = [] if schema is None else list(breakages(schema, body))
    chosen = one_for_each_keyword(found)
    patterns = [each for each in found if each.keyword == "pattern" and each not in chosen]
    return [*chosen, *patterns]
