"""Checks of fallbacks: what happens when the model of a served entity does not answer.

The model that fails is at a host that never exists. Where endpoints do not answer at all, these
checks are skipped.
"""

from collections.abc import Sequence

from ..exchange import Exchange
from ..outcomes import expect
from ..probes import endpoints
from ..probes.probe import Object
from ..probes.settings import Settings
from ..registry import check

_NOWHERE: Object = {
    "custom_provider_url": "https://models.invalid/v1",
    "bearer_token_auth": {"token": endpoints.REFERENCE},
}


@check("MGMT-GATEWAY-030", profile="management")
async def a_failing_model_is_replaced(settings: Settings) -> None:
    """With fallbacks the next in the list answers where the chosen one fails."""
    _expect_by("b", await _asked(settings, "a"))


@check("MGMT-GATEWAY-030", profile="management")
async def fallbacks_go_on_until_one_succeeds(settings: Settings) -> None:
    """Where the next one fails as well, the one after it answers."""
    _expect_by("c", await _asked(settings, "ab"))


@check("MGMT-GATEWAY-031", profile="management")
async def all_failing_is_a_failure(settings: Settings) -> None:
    """Where all models fail, so does the request."""
    exchange = await _asked(settings, "abc")
    expect(exchange.status >= 400, f"three failures are answered with {exchange.status}", exchange)


@check("MGMT-GATEWAY-032", profile="management")
async def without_fallbacks_a_failure_is_answered(settings: Settings) -> None:
    """With fallbacks off, and without settings, no other model is asked."""
    off: Object = {"ai_gateway": {"fallback_config": {"enabled": False}}}
    for more in (off, {}):
        exchange = await _asked(settings, "a", more)
        expect(exchange.status >= 400, f"a failure is answered with {exchange.status}", exchange)


async def _asked(
    settings: Settings, failing: Sequence[str], more: Object | None = None
) -> Exchange:
    """Chat with an endpoint whose traffic is for a, and whose failing entities fail."""
    await settings.answering()
    entities = [
        endpoints.custom(name, _NOWHERE) if name in failing else endpoints.openai(name)
        for name in "abc"
    ]
    config = endpoints.config(*entities, routes=[("a", 100), ("b", 0), ("c", 0)])
    on: Object = {"ai_gateway": {"fallback_config": {"enabled": True}}}
    body = endpoints.endpoint(settings.name(), config) | (on if more is None else more)
    return await settings.chat(await settings.ready(body))


def _expect_by(entity: str, exchange: Exchange) -> None:
    expect(exchange.status == 200, f"a chat is answered with {exchange.status}", exchange)
    name = exchange.headers.get("served-model-name")
    expect(name == entity, f"the chat is answered by {name!r}, not {entity!r}", exchange)
