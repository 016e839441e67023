"""Checks that secrets stay where they were sent."""

from ..outcomes import expect
from ..probes import endpoints
from ..probes.management import Management
from ..registry import check
from .endpoint_answers import entities
from .secrets import shown_in


@check("MGMT-SECRET-001", profile="management")
async def plaintext_never_comes_back(management: Management) -> None:
    """No answer of create, get, list or update, and no error, shows a value sent in plaintext."""
    await management.get((await management.lifetime()).name)
    await _refuse_plaintext(management)
    for exchange in management.history:
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
