"""The store against a model of it: names, ids, versions and served entities."""

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from invocant_conformance.server.errors import Kind, Refused
from invocant_conformance.server.store import EndpointStore, Snapshot

from .conftest import Clock
from .examples import create_request, entity, routes

HOSTED = "databricks-gte-large-en"
NAMES = st.sampled_from(["a", "b", "c", HOSTED])
ENTITIES = st.sampled_from(["x", "y", "z"])


def make_store(
    clock: Clock, saved: list[Snapshot], snapshot: Snapshot | None = None
) -> EndpointStore:
    return EndpointStore(
        hosted={HOSTED},
        now=lambda: int(clock() * 1000),
        deploy_ms=1000,
        snapshot=snapshot or Snapshot(),
        save=saved.append,
    )


class StoreMachine(RuleBasedStateMachine):
    """The model: for each name the id, the version and the entity that serve."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.saved: list[Snapshot] = []
        self.store = make_store(self.clock, self.saved)
        self.expected: dict[str, tuple[str, int, str]] = {}
        self.ids: set[str] = set()

    @rule(seconds=st.floats(0, 10))
    def wait(self, seconds: float) -> None:
        self.clock.seconds += seconds

    @rule(name=NAMES, served=ENTITIES)
    def create(self, name: str, served: str) -> None:
        if name == HOSTED or name in self.expected:
            self.refused(Kind.NAME_TAKEN, self.store.create, create_request(name, entity(served)))
            return
        endpoint = self.store.create(create_request(name, entity(served)))
        assert endpoint.id not in self.ids
        self.ids.add(endpoint.id)
        self.expected[name] = (endpoint.id, 1, served)

    @rule(name=NAMES, served=ENTITIES)
    def update(self, name: str, served: str) -> None:
        config = {"served_entities": [entity(served)]}
        if name == HOSTED:
            self.refused(Kind.PERMISSION_DENIED, self.store.update_config, name, config)
        elif name not in self.expected:
            self.refused(Kind.UNKNOWN_NAME, self.store.update_config, name, config)
        else:
            self.store.update_config(name, config)
            identity, version, _ = self.expected[name]
            self.expected[name] = (identity, version + 1, served)

    @rule(name=NAMES)
    def update_with_a_broken_rule(self, name: str) -> None:
        config = {"served_entities": [entity("x"), entity("x")]}
        if name in self.expected:
            self.refused(Kind.INVALID_FIELD, self.store.update_config, name, config)

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        if name == HOSTED:
            self.refused(Kind.PERMISSION_DENIED, self.store.delete, name)
        elif name not in self.expected:
            self.refused(Kind.UNKNOWN_NAME, self.store.delete, name)
        else:
            self.store.delete(name)
            del self.expected[name]

    @rule()
    def restart(self) -> None:
        self.store = make_store(self.clock, self.saved, self.saved[-1] if self.saved else None)

    @invariant()
    def what_is_listed_is_what_was_created(self) -> None:
        found = {
            endpoint.name: (endpoint.id, endpoint.config.version, endpoint.config.entities[0].name)
            for endpoint in self.store.all()
            if endpoint.config
        }
        assert found == self.expected

    def refused(self, kind: Kind, call: Any, *arguments: Any) -> None:
        with pytest.raises(Refused) as caught:
            call(*arguments)
        assert caught.value.kind is kind


TestStore = StoreMachine.TestCase


@pytest.fixture
def store(clock: Clock) -> EndpointStore:
    return make_store(clock, [])


def test_a_running_update_refuses_another(store: EndpointStore, clock: Clock) -> None:
    own: dict[str, Any] = {"served_entities": [{"name": "own"}]}
    store.create({"name": "a", "config": own})
    with pytest.raises(Refused) as caught:
        store.update_config("a", own)
    assert caught.value.kind is Kind.UPDATING
    clock.seconds += 1
    assert store.update_config("a", own).pending is not None


def test_traffic_alone_can_be_updated(store: EndpointStore) -> None:
    two = create_request("a", entity("x"), entity("y"), traffic_config=routes(x=60, y=40))
    store.create(two)
    config = store.update_config("a", {"traffic_config": routes(x=10, y="90")}).config
    assert config is not None
    assert [(r.entity, r.percentage) for r in config.routes] == [("x", 10), ("y", 90)]


def test_a_failing_save_changes_nothing(clock: Clock) -> None:
    def fail(snapshot: Snapshot) -> None:
        raise OSError("disk full")

    store = EndpointStore(hosted=(), now=lambda: 0, deploy_ms=0, save=fail)
    with pytest.raises(OSError, match="disk full"):
        store.create(create_request("a"))
    assert store.find("a") is None
