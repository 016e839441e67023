"""Checks that secrets stay where they were sent."""

from ..outcomes import expect
from ..probes import endpoints, provider_secrets
from ..probes.management import Management
from ..registry import check
from ..specification import operations
from ..specification.records import Operation
from .answers import body
from .endpoint_answers import entities
from .secrets import shown_in

_CHANGES = ("updateServingEndpointConfig", "deleteServingEndpoint")
"""What would end the endpoint or its secret; the lifetime of another one has them."""


@check("MGMT-SECRET-001", profile="management")
async def plaintext_never_comes_back(management: Management) -> None:
    """No answer of create, get, list or update, and no error, shows a value sent in plaintext."""
    await management.get((await management.lifetime()).name)
    await _refuse_plaintext(management)
    _expect_kept(management)


@check("MGMT-SECRET-001", profile="management")
async def plaintext_of_every_provider_stays(management: Management) -> None:
    """Nor does any answer about an endpoint show a secret of another provider."""
    before = len(management.history)
    for entity in provider_secrets.entities(management.plaintext):
        name = management.name()
        await management.create(endpoints.endpoint(name, endpoints.config(entity)))
        await management.get(name)
    await management.list()
    _expect_kept(management, before)


@check("MGMT-SECRET-001", profile="management")
async def plaintext_stays_whatever_is_asked(management: Management) -> None:
    """No operation on an endpoint with a plaintext secret, nor a query of it, shows the secret."""
    before = len(management.history)
    key = management.plaintext("openai_api_key_plaintext")
    config = endpoints.config(endpoints.openai("a", settings=key))
    name = await management.created(endpoints.endpoint(management.name(), config))
    names = endpoints.existing(body(await management.settled(name))).names
    for operation in operations.of_profile("management"):
        if _tells_of_one(operation):
            await management.call(operation, names)
    await management.call(operations.by_id()["queryServingEndpoint"], names)
    _expect_kept(management, before)


def _tells_of_one(operation: Operation) -> bool:
    """Whether an operation is about one endpoint, and leaves it and its grants as they are."""
    named = set(operation.resources.values())
    if operation.id in _CHANGES or not named:
        return False
    return operation.method == "GET" or named == {"endpoint-name"}


def _expect_kept(management: Management, since: int = 0) -> None:
    for exchange in management.history[since:]:
        for secret in management.secrets:
            place = shown_in(secret, exchange)
            what = f"{exchange.method} answered with {exchange.status}"
            expect(not place, f"a plaintext secret is in the {place} of {what}", exchange)


async def _refuse_plaintext(management: Management) -> None:
    """Have a secret refused: beside a reference, below a name not allowed, in broken JSON."""
    key = management.plaintext("openai_api_key_plaintext")
    both = {"openai_api_key": endpoints.REFERENCE, **key}
    for name, settings in ((management.name(), both), ("not allowed", key)):
        config = endpoints.config(endpoints.openai("a", settings=settings))
        body = endpoints.endpoint(name, config)
        await management.create(body)
        await management.create_truncated(body)
    await management.list()


@check("MGMT-SECRET-003", profile="management")
async def references_come_back_unresolved(management: Management) -> None:
    """A secret reference is returned by get as it was sent."""
    exchange = (await management.lifetime()).replaced
    found = [each for each in entities(exchange) if each.get("name") == "referring"]
    expect(found, "the entity with the reference is not returned", exchange)
    model = found[0].get("external_model")
    config = model.get("openai_config") if isinstance(model, dict) else None
    key = config.get("openai_api_key") if isinstance(config, dict) else None
    same = key == endpoints.REFERENCE
    expect(same, f"{endpoints.REFERENCE} does not come back as it was sent", exchange)
