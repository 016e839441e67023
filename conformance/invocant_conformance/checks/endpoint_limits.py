"""Checks of how much one endpoint may have: served entities, provisioned concurrency."""

from ..exchange import Exchange
from ..outcomes import Untestable, expect
from ..probes import endpoints
from ..probes.custom_models import CustomModels
from ..probes.management import Management
from ..probes.probe import Object
from ..registry import check

_FEW, _TOO_MANY = 10, 16
_CONCURRENCY, _TOO_MUCH = 4, 4100


@check("LIM-ENTITY-001", profile="management")
async def too_many_entities_are_refused(management: Management) -> None:
    """A create with 16 external models is refused, one with 10 is not."""
    accepted = await management.create(_of_entities(management, _FEW))
    _expect_limit(
        accepted, await management.create(_of_entities(management, _TOO_MANY)), "16 entities"
    )


def _of_entities(management: Management, count: int) -> Object:
    names = [f"entity-{number}" for number in range(count)]
    routes = [(name, 0 if number else 100) for number, name in enumerate(names)]
    served = [endpoints.openai(name) for name in names]
    return endpoints.endpoint(management.name(), endpoints.config(*served, routes=routes))


@check("MGMT-LIMIT-003", profile="management")
async def too_much_concurrency_is_refused(custom: CustomModels) -> None:
    """A create with a provisioned concurrency of 4,100 is refused, one with 4 is not."""
    accepted = await custom.create(_of_concurrency(custom, _CONCURRENCY))
    _expect_limit(
        accepted, await custom.create(_of_concurrency(custom, _TOO_MUCH)), "a concurrency of 4,100"
    )


def _of_concurrency(custom: CustomModels, most: int) -> Object:
    bounds = {"min_provisioned_concurrency": _CONCURRENCY, "max_provisioned_concurrency": most}
    return endpoints.endpoint(custom.name(), endpoints.config(endpoints.own("a", **bounds)))


def _expect_limit(accepted: Exchange, beyond: Exchange, what: str) -> None:
    if accepted.status >= 300:
        raise Untestable(f"what is allowed is answered with {accepted.status}", accepted)
    refused = 400 <= beyond.status < 500
    expect(refused, f"{what} is answered with {beyond.status}", beyond)
