"""How an endpoint changes with requests and time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.endpoints import (
    Config,
    Endpoint,
    settled,
    started,
    stopped,
    updated,
)
from invocant_conformance.server.entities import TRIGGER, Entity, EntityKind
from invocant_conformance.server.traffic import Route

EMPTY = Endpoint(name="a", id="1", created=0, updated=0)
MODEL = {"name": "gpt", "provider": "openai", "task": "llm/v1/chat"}
EXTERNAL = Entity(name="e", created=0, task="llm/v1/chat", external_model=MODEL)
OWN = Entity(name="e", created=0, entity_name="own", entity_version="1")
ALL = (Route(entity="e", percentage=100),)


def ending(outcome: str) -> Entity:
    """Return a custom model whose deployment ends in a certain way."""
    return replace(OWN, resources={"environment_vars": {TRIGGER: outcome}})


def configured(endpoint: Endpoint, entity: Entity, now: int) -> Endpoint:
    config = Config(version=0, entities=(entity,), routes=ALL)
    return updated(endpoint, config, now=now, deploy_ms=1000)


def serving(entity: Entity) -> Endpoint:
    """Return an endpoint whose first deployment has ended."""
    return settled(configured(EMPTY, entity, now=0), now=1000)


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
    endpoint = configured(serving(OWN), OWN, now=2000)
    assert (endpoint.config, endpoint.ready) == (serving(OWN).config, True)
    assert endpoint.latest is not None
    assert endpoint.latest.version == 2


@given(st.integers(0, 3000))
def test_a_deployment_ends_when_its_time_has_come(now: int) -> None:
    endpoint = settled(configured(EMPTY, OWN, now=0), now=now)
    assert (endpoint.pending is None) == (endpoint.config is not None) == (now >= 1000)


@pytest.mark.parametrize("outcome", ["fail", "cancel"])
def test_an_update_that_comes_to_nothing_leaves_the_old_configuration(outcome: str) -> None:
    endpoint = settled(configured(serving(OWN), ending(outcome), now=2000), now=3000)
    assert (endpoint.config, endpoint.ready) == (serving(OWN).config, True)
    assert endpoint.failed is not None
    assert endpoint.failed.config.version == 2


def test_a_first_deployment_that_fails_leaves_nothing_to_serve() -> None:
    endpoint = serving(ending("fail"))
    assert (endpoint.config, endpoint.pending, endpoint.ready) == (None, None, False)


def test_the_update_after_a_failed_one_has_a_version_of_its_own() -> None:
    endpoint = configured(serving(ending("fail")), OWN, now=2000)
    assert endpoint.failed is None
    assert endpoint.latest is not None
    assert endpoint.latest.version == 2


@pytest.mark.parametrize(("now", "ready"), [(1000, False), (1999, False), (2000, True)])
def test_a_model_that_is_restored_is_not_ready_meanwhile(now: int, ready: bool) -> None:
    endpoint = settled(configured(EMPTY, ending("recover"), now=0), now=now)
    assert (endpoint.ready, endpoint.pending) == (ready, None)


def test_a_stopped_endpoint_keeps_its_configuration_and_does_not_serve() -> None:
    endpoint = stopped(serving(OWN), now=2000)
    assert (endpoint.config, endpoint.ready) == (serving(OWN).config, False)


def test_a_start_deploys_the_same_as_the_next_version() -> None:
    endpoint = started(stopped(serving(OWN), now=2000), now=3000, deploy_ms=1000)
    assert (endpoint.pending is not None, endpoint.ready) == (True, False)
    again = settled(endpoint, now=4000)
    before = serving(OWN).config
    assert before is not None
    assert (again.config, again.ready) == (replace(before, version=2), True)


def test_a_start_that_fails_leaves_the_endpoint_stopped() -> None:
    broken = replace(stopped(serving(OWN), now=2000), config=None)
    assert started(broken, now=3000, deploy_ms=0) == broken
    halted = stopped(serving(OWN), now=2000)
    endpoint = settled(configured(halted, ending("fail"), now=3000), now=4000)
    assert (endpoint.ready, endpoint.stopped) == (False, True)


def test_an_update_without_entities_changes_nothing() -> None:
    assert updated(EMPTY, Config(version=0, entities=(), routes=()), now=9, deploy_ms=0) == EMPTY


def test_name_and_id_never_change() -> None:
    endpoint = configured(EMPTY, EXTERNAL, now=5)
    assert replace(endpoint, config=None, updated=0, versions=0) == EMPTY


@given(st.lists(st.sampled_from(["update", "fail", "cancel", "stop", "start", "wait"])))
def test_versions_only_grow_and_what_serves_was_deployed(steps: list[str]) -> None:
    endpoint, now = EMPTY, 0
    for step in steps:
        now += 700
        before, endpoint = endpoint, settled(endpoint, now=now)
        if endpoint.pending is None and step in ("update", "fail", "cancel"):
            endpoint = configured(endpoint, ending(step), now)
        elif endpoint.pending is None and step == "stop" and endpoint.config:
            endpoint = stopped(endpoint, now=now)
        elif endpoint.pending is None and step == "start" and endpoint.stopped:
            endpoint = started(endpoint, now=now, deploy_ms=1000)
        assert endpoint.versions >= before.versions
        assert [config.version for config in endpoint.known] == sorted(
            {config.version for config in endpoint.known}, reverse=True
        )
        assert not endpoint.ready or (endpoint.config is not None and not endpoint.stopped)


@pytest.mark.parametrize(
    ("entity", "kind"),
    [
        (EXTERNAL, EntityKind.EXTERNAL),
        (OWN, EntityKind.CUSTOM),
        (replace(OWN, entity_version=None), EntityKind.CUSTOM),
        (replace(OWN, resources={"provisioned_model_units": 5}), EntityKind.PROVISIONED),
        (replace(OWN, resources={"max_provisioned_throughput": 0}), EntityKind.PROVISIONED),
    ],
)
def test_the_kind_of_an_entity_shows_in_what_it_is_given(entity: Entity, kind: EntityKind) -> None:
    assert entity.kind is kind
