"""The store against a model of it: names, ids, versions and served entities."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from invocant_conformance.server.endpoints import Endpoint
from invocant_conformance.server.errors import Kind, Refused
from invocant_conformance.server.ids import Ids
from invocant_conformance.server.state.rows import Rows
from invocant_conformance.server.store import EndpointStore

from .conftest import Clock
from .examples import create_request, custom_entity, entity, routes

HOSTED = "databricks-gte-large-en"
NAMES = st.sampled_from(["a", "b", "c", HOSTED])
ENTITIES = st.sampled_from(["x", "y", "z"])


def provisioned_entity(name: str) -> dict[str, Any]:
    return custom_entity(name, provisioned_model_units=1)


ENTITY = {"external": entity, "custom": custom_entity, "provisioned": provisioned_entity}
KINDS = st.sampled_from([*ENTITY])


class Saved(Rows[Endpoint]):
    """Keeps endpoints for the next store."""

    def __init__(self) -> None:
        self.kept: dict[str, Endpoint] = {}

    def load(self) -> Iterable[tuple[str, Endpoint]]:
        return self.kept.items()

    def keep(self, changes: Mapping[str, Endpoint | None]) -> None:
        for name, endpoint in changes.items():
            self.kept.pop(name, None) if endpoint is None else self.kept.update({name: endpoint})

    def clear(self) -> None:
        self.kept.clear()


def make_store(
    clock: Clock, next_id: Callable[[], str], rows: Rows[Endpoint] | None = None
) -> EndpointStore:
    return EndpointStore(
        hosted={HOSTED},
        now=lambda: int(clock() * 1000),
        deploy_ms=1000,
        next_id=next_id,
        rows=rows,
    )


@dataclass
class Expected:
    """The model of one endpoint. `until` is when its deployment ends, 0 for none."""

    id: str
    kind: str
    version: int
    serving: str = ""
    pending: str = ""
    until: float = 0.0
    stopped: bool = False


class StoreMachine(RuleBasedStateMachine):
    """The model: for each name id, kind, version, what serves, and what is being deployed."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.next_id = Ids(0).of("endpoint")
        self.saved = Saved()
        self.store = make_store(self.clock, self.next_id, self.saved)
        self.expected: dict[str, Expected] = {}
        self.ids: set[str] = set()

    @rule(seconds=st.sampled_from([0.2, 0.5, 1.5]))
    def wait(self, seconds: float) -> None:
        self.clock.seconds += seconds
        for endpoint in self.expected.values():
            if endpoint.pending and self.clock.seconds >= endpoint.until:
                endpoint.serving, endpoint.pending, endpoint.stopped = endpoint.pending, "", False

    @rule(name=NAMES, kind=KINDS, served=ENTITIES)
    def create(self, name: str, kind: str, served: str) -> None:
        request = create_request(name, ENTITY[kind](served))
        if name == HOSTED or name in self.expected:
            self.refused(Kind.NAME_TAKEN, self.store.create, request)
            return
        endpoint = self.store.create(request)
        assert endpoint.id not in self.ids
        self.ids.add(endpoint.id)
        self.expected[name] = Expected(id=endpoint.id, kind=kind, version=0)
        self.deploying(name, served)

    @rule(name=NAMES, kind=KINDS, served=ENTITIES)
    def update(self, name: str, kind: str, served: str) -> None:
        config = {"served_entities": [ENTITY[kind](served)]}
        if refusal := self.refusal(name):
            self.refused(refusal, self.store.update_config, name, config)
        elif (kind == "external") is not (self.expected[name].kind == "external"):
            self.refused(Kind.INVALID_FIELD, self.store.update_config, name, config)
        else:
            self.store.update_config(name, config)
            self.expected[name].kind = kind
            self.deploying(name, served)

    @rule(name=NAMES)
    def update_with_a_broken_rule(self, name: str) -> None:
        config = {"served_entities": [entity("x"), entity("x")]}
        refusal = self.refusal(name) or Kind.INVALID_FIELD
        self.refused(refusal, self.store.update_config, name, config)

    @rule(name=NAMES)
    def stop(self, name: str) -> None:
        if refusal := self.refusal(name):
            self.refused(refusal, self.store.stop, name)
        elif self.expected[name].kind != "custom":
            self.refused(Kind.INVALID_FIELD, self.store.stop, name)
        else:
            self.store.stop(name)
            self.expected[name].stopped = True

    @rule(name=NAMES)
    def start(self, name: str) -> None:
        if refusal := self.refusal(name):
            self.refused(refusal, self.store.start, name)
        else:
            self.store.start(name)
            if self.expected[name].stopped:
                self.deploying(name, self.expected[name].serving)

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
        self.store = make_store(self.clock, self.next_id, self.saved)

    @invariant()
    def what_is_listed_is_what_was_asked_for(self) -> None:
        assert {each.name: state(each) for each in self.store.all()} == {
            name: (
                each.id,
                each.version,
                each.serving,
                each.pending,
                bool(each.serving) and not each.stopped,
            )
            for name, each in self.expected.items()
        }

    def deploying(self, name: str, served: str) -> None:
        """Take note of a deployment; external models deploy at once."""
        endpoint = self.expected[name]
        endpoint.version += 1
        if endpoint.kind == "external":
            endpoint.serving = served
        else:
            endpoint.pending, endpoint.until = served, self.clock.seconds + 1

    def refusal(self, name: str) -> Kind | None:
        """Return why nothing at all can be done to an endpoint."""
        if name == HOSTED:
            return Kind.PERMISSION_DENIED
        if name not in self.expected:
            return Kind.UNKNOWN_NAME
        return Kind.UPDATING if self.expected[name].pending else None

    def refused(self, kind: Kind, call: Any, *arguments: Any) -> None:
        with pytest.raises(Refused) as caught:
            call(*arguments)
        assert caught.value.kind is kind


def state(endpoint: Endpoint) -> tuple[str, int, str, str, bool]:
    """Return id, version, what serves, what is being deployed, and whether something serves."""
    pending = endpoint.pending.config if endpoint.pending else None
    serving, coming = (
        config.entities[0].name if config else "" for config in (endpoint.config, pending)
    )
    return endpoint.id, endpoint.versions, serving, coming, endpoint.ready


TestStore = StoreMachine.TestCase


@pytest.fixture
def store(clock: Clock) -> EndpointStore:
    return make_store(clock, Ids(0).of("endpoint"))


def test_a_running_update_refuses_another(store: EndpointStore, clock: Clock) -> None:
    own = {"served_entities": [custom_entity("own")]}
    store.create({"name": "a", "config": own})
    with pytest.raises(Refused) as caught:
        store.update_config("a", own)
    assert caught.value.kind is Kind.UPDATING
    clock.seconds += 1
    assert store.update_config("a", own).pending is not None


def test_throughput_changes_at_once(store: EndpointStore, clock: Clock) -> None:
    store.create(create_request("a", provisioned_entity("x")))
    clock.seconds += 1
    more = {"served_entities": [provisioned_entity("y")]}
    endpoint = store.update_throughput("a", more)
    assert state(endpoint) == (endpoint.id, 2, "y", "", True)


def test_only_provisioned_throughput_changes(store: EndpointStore) -> None:
    store.create(create_request("a"))
    with pytest.raises(Refused, match="has no provisioned throughput"):
        store.update_throughput("a", {"served_entities": [provisioned_entity("y")]})


@pytest.mark.parametrize(("served", "kept"), [(custom_entity("x"), True), (entity("x"), False)])
def test_what_only_custom_models_have_is_dropped_for_others(
    store: EndpointStore, served: dict[str, Any], kept: bool
) -> None:
    wanted = {"telemetry_config": {"telemetry_profile_id": "t"}, "route_optimized": True}
    endpoint = store.create(create_request("a", served) | wanted)
    assert (endpoint.telemetry is not None, endpoint.route_optimized) == (kept, kept)


def test_telemetry_waits_for_a_custom_model_that_serves(store: EndpointStore, clock: Clock) -> None:
    store.create(create_request("a", custom_entity("x")))
    store.create(create_request("b"))
    for name, kind in (("a", Kind.UPDATING), ("b", Kind.INVALID_FIELD)):
        with pytest.raises(Refused) as caught:
            store.set_telemetry(name, {})
        assert caught.value.kind is kind
    clock.seconds += 1
    assert store.set_telemetry("a", {"telemetry_profile_id": "t"}).telemetry is not None
    assert store.set_telemetry("a", None).telemetry is None


def test_traffic_alone_can_be_updated(store: EndpointStore) -> None:
    two = create_request("a", entity("x"), entity("y"), traffic_config=routes(x=60, y=40))
    store.create(two)
    config = store.update_config("a", {"traffic_config": routes(x=10, y="90")}).config
    assert config is not None
    assert [(r.entity, r.percentage) for r in config.routes] == [("x", 10), ("y", 90)]


def test_a_failing_save_changes_nothing(clock: Clock) -> None:
    class Full(Saved):
        def keep(self, changes: Mapping[str, Endpoint | None]) -> None:
            if len(changes) + len(self.kept) > 1 or None in changes.values():
                raise OSError("disk full")
            super().keep(changes)

    store = make_store(clock, Ids(0).of("endpoint"), Full())
    kept = store.create(create_request("a"))
    for change in (
        lambda: store.create(create_request("b")),
        lambda: store.update_config("a", {"served_entities": [entity("z")]}),
        lambda: store.delete("a"),
    ):
        with pytest.raises(OSError, match="disk full"):
            change()
        assert list(store.all()) == [kept]
        assert store.find_by_id(kept.id) is kept


def test_an_endpoint_is_the_same_object_until_it_changes(
    store: EndpointStore, clock: Clock
) -> None:
    store.create(create_request("a", custom_entity("x")))
    before = store.get("a")
    assert store.get("a") is before
    clock.seconds += 1
    after = store.get("a")
    assert after is not before
    assert store.get("a") is after
