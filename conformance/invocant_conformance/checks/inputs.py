"""Checks that bodies which break the schema of a request are refused, as the schema says."""

from ..exchange import Exchange
from ..json_values import JsonObject
from ..outcomes import expect
from ..probes.management import Management
from ..probes.operation import Operation
from ..probes.probe import Object
from ..registry import check
from ..specification import operations
from ..surfaces import operation_of
from .breakage import Breakage, breakages, one_for_each_keyword


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
    schema = operation_of(surface).signature(surface.task).request
    for breakage in _choice(schema, operation.body()):
        exchange = await operation.with_body(breakage.body)
        _expect_refused(exchange, breakage)


@check("MGMT-INPUT-001", profile="management")
async def broken_endpoints_are_refused(management: Management) -> None:
    """An endpoint that breaks one constraint is not created, the unbroken one is."""
    schema = operations.by_id()["createServingEndpoint"].signature(None).request
    for breakage in _choice(schema, management.sample()):
        exchange = await management.create(breakage.body)
        _expect_refused(exchange, breakage)
    await management.created(management.sample())


@check("MGMT-INPUT-001", profile="management")
async def broken_configurations_are_refused(management: Management) -> None:
    """A configuration that breaks one constraint is not taken, the unbroken one is."""
    schema = operations.by_id()["updateServingEndpointConfig"].signature(None).request
    name = await management.created(management.sample())
    config = management.sample_config()
    for breakage in _choice(schema, config):
        exchange = await management.update(name, breakage.body)
        _expect_refused(exchange, breakage)
    accepted = await management.update(name, config)
    expect(accepted.status < 300, f"a valid one is answered with {accepted.status}", accepted)


def _choice(schema: JsonObject | None, body: Object) -> list[Breakage]:
    return [] if schema is None else one_for_each_keyword(breakages(schema, body))


def _expect_refused(exchange: Exchange, breakage: Breakage) -> None:
    refused = 400 <= exchange.status < 500
    message = f"a broken {breakage.description} is answered with {exchange.status}"
    expect(refused, message, exchange)
