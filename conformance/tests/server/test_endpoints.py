"""How an endpoint changes with requests and time."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.endpoints import Endpoint, Entity, settled, updated
from invocant_conformance.server.traffic import Route

EMPTY = Endpoint(name="a", id="1", created=0, updated=0)
EXTERNAL = Entity(name="e", created=0, external_model={"task": "llm/v1/chat"})
OWN = Entity(name="e", created=0)
ALL = (Route(entity="e", percentage=100),)


def configured(endpoint: Endpoint, entity: Entity, now: int) -> Endpoint:
    return updated(endpoint, entities=[entity], routes=ALL, now=now, deploy_ms=1000)


def test_external_models_serve_at_once() -> None:
    endpoint = configured(EMPTY, EXTERNAL, now=5)
    assert endpoint.pending is None
    assert endpoint.config is not None
    assert (endpoint.config.version, endpoint.config.task) == (1, "llm/v1/chat")


def test_other_models_deploy_first() -> None:
    endpoint = configured(EMPTY, OWN, now=5)
    assert endpoint.config is None
    assert endpoint.pending is not None
    assert (endpoint.pending.started, endpoint.pending.ready_at) == (5, 1005)


def test_the_old_configuration_serves_during_an_update() -> None:
    serving = settled(configured(EMPTY, OWN, now=0), now=1000)
    endpoint = configured(serving, OWN, now=2000)
    assert endpoint.config == serving.config
    assert endpoint.latest is not None
    assert endpoint.latest.version == 2


@given(st.integers(0, 3000))
def test_a_deployment_ends_when_its_time_has_come(now: int) -> None:
    endpoint = settled(configured(EMPTY, OWN, now=0), now=now)
    assert (endpoint.pending is None) == (endpoint.config is not None) == (now >= 1000)


def test_an_update_without_entities_changes_nothing() -> None:
    assert updated(EMPTY, entities=[], routes=[], now=9, deploy_ms=0) == EMPTY


def test_name_and_id_never_change() -> None:
    endpoint = configured(EMPTY, EXTERNAL, now=5)
    assert replace(endpoint, config=None, updated=0) == EMPTY
