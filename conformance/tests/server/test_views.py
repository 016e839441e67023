"""How endpoints are shown while they are updated."""

from typing import Any

import pytest

from invocant_conformance.server import views
from invocant_conformance.server.endpoints import Endpoint, Entity, settled, updated
from invocant_conformance.server.traffic import Route

from .answers import check_schema


def at(now: int) -> Endpoint:
    """Return an endpoint of a model that deploys for a second, at a time."""
    endpoint = Endpoint(name="a", id="1", created=0, updated=0, budget_policy_id="p")
    entities, routes = [Entity(name="e", created=0)], [Route(entity="e", percentage=100)]
    started = updated(endpoint, entities=entities, routes=routes, now=0, deploy_ms=1000)
    return settled(started, now=now)


def states(shown: Any) -> tuple[str, str]:
    return shown["state"]["ready"], shown["state"]["config_update"]


def test_an_endpoint_that_deploys_is_not_ready() -> None:
    shown: Any = views.detailed(at(0))
    assert states(shown) == states(views.item(at(0))) == ("NOT_READY", "IN_PROGRESS")
    assert "config" not in shown
    assert shown["pending_config"]["start_time"] == 0
    (served,) = shown["pending_config"]["served_entities"]
    assert served["state"]["deployment"] == "DEPLOYMENT_CREATING"


def test_a_deployed_endpoint_is_ready() -> None:
    shown: Any = views.detailed(at(1000))
    assert states(shown) == ("READY", "NOT_UPDATING")
    assert "pending_config" not in shown
    (served,) = shown["config"]["served_entities"]
    assert served["state"]["deployment"] == "DEPLOYMENT_READY"


@pytest.mark.parametrize("now", [0, 1000])
def test_every_state_fits_the_schemas(now: int) -> None:
    check_schema(views.detailed(at(now)), "ServingEndpointDetailed")
    check_schema(views.item(at(now)), "ServingEndpoint")


def test_the_budget_policy_comes_back_as_the_effective_one() -> None:
    assert views.detailed(at(0))["effective_budget_policy_id"] == "p"
