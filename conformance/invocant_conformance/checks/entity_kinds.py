"""Checks that kinds of models neither share an endpoint nor take each other's place."""

from ..outcomes import expect
from ..probes import endpoints
from ..probes.custom_models import CustomModels
from ..probes.probe import Object
from ..registry import check
from .configurations import expect_refused
from .endpoint_comparison import expect_same, version

_OWN = endpoints.own("a")
_BOTH_ROUTES = [("a", 60), ("b", 40)]


@check("MGMT-KIND-001", profile="management")
async def kinds_of_models_do_not_share_an_endpoint(custom: CustomModels) -> None:
    """External, custom and provisioned models beside each other are refused."""
    provisioned = endpoints.own("b", provisioned_model_units=1)
    pairs: dict[str, tuple[Object, Object]] = {
        "an external and a custom model": (endpoints.openai("a"), endpoints.own("b")),
        "an external and a provisioned model": (endpoints.openai("a"), provisioned),
        "a custom and a provisioned model": (_OWN, provisioned),
    }
    for what, served in pairs.items():
        config = endpoints.config(*served, routes=_BOTH_ROUTES)
        await expect_refused(custom, endpoints.endpoint(custom.name(), config), what)
    life = await custom.deployment()
    for served in pairs.values():
        exchange = await custom.update(life.name, endpoints.config(*served, routes=_BOTH_ROUTES))
        refused = exchange.status == 400
        expect(refused, f"an update to a mixture is answered with {exchange.status}", exchange)
    await custom.paired()


@check("MGMT-KIND-002", profile="management")
async def external_models_do_not_come_later(custom: CustomModels) -> None:
    """An update from a custom to an external model is refused and changes nothing."""
    name = (await custom.deployment()).name
    await _expect_kept(custom, name, custom.sample_config())


@check("MGMT-KIND-002", profile="management")
async def external_models_do_not_go(custom: CustomModels) -> None:
    """An update from an external to a custom model is refused and changes nothing."""
    await _expect_kept(custom, await custom.paired(), endpoints.config(_OWN))


async def _expect_kept(custom: CustomModels, name: str, config: Object) -> None:
    before = await custom.settled(name)
    exchange = await custom.update(name, config)
    refused = exchange.status == 400
    expect(refused, f"another kind of model is answered with {exchange.status}", exchange)
    after = await custom.settled(name)
    expect_same(before, after, "an update to another kind of model")
    expect(version(before) == version(after), "config_version has changed", after)
