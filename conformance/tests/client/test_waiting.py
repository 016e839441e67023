"""Our clients wait for endpoints of the reference server, over the wire."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Literal

import pytest

import invocant
from invocant import ConflictError, EndpointFailed, WaitTimeout
from invocant.models.serving_endpoints import ServingEndpointDetailed
from invocant_conformance.embedded import reference_server
from invocant_conformance.server.entities import TRIGGER
from invocant_conformance.server.settings import ServerSettings

TOKEN = "dapi-waiting"
DEPLOY_SECONDS = 7200.0
NO_CONTAINER = "The container of m could not be started."


class Clock:
    """The server's time: half an hour passes with every poll."""

    seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds

    def on_poll(self, endpoint: ServingEndpointDetailed, elapsed: float) -> None:
        self.seconds += 1800.0


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def host(clock: Clock) -> Iterator[str]:
    settings = ServerSettings(deploy_seconds=DEPLOY_SECONDS, token_delay=0, clock=clock)
    with reference_server(settings) as url:
        yield url


@pytest.fixture
def fast(clock: Clock) -> dict[str, Any]:
    """The options of a wait that takes next to no time."""
    return {"poll_interval": 0.001, "wait_timeout": 30.0, "on_poll": clock.on_poll}


class Endpoints:
    """The methods of `serving_endpoints` in one flavour, all of them synchronous."""

    def __init__(self, flavour: Literal["sync", "async"], host: str, runner: asyncio.Runner):
        self.flavour = flavour
        self.runner = runner
        self.client: Any = (
            invocant.Client(host=host, token=TOKEN)
            if flavour == "sync"
            else invocant.AsyncClient(host=host, token=TOKEN)
        )

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method: Callable[..., Any] = getattr(self.client.serving_endpoints, name)
        return method if self.flavour == "sync" else lambda *a, **k: self._run(method(*a, **k))

    def close(self) -> None:
        closed = self.client.close()
        if self.flavour == "async":
            self._run(closed)

    def _run(self, awaitable: Awaitable[Any]) -> Any:
        async def run() -> Any:
            return await awaitable

        return self.runner.run(run())


@pytest.fixture(params=["sync", "async"])
def endpoints(request: pytest.FixtureRequest, host: str) -> Iterator[Endpoints]:
    with asyncio.Runner() as runner:
        found = Endpoints(request.param, host, runner)
        yield found
        found.close()


@pytest.fixture
def name(endpoints: Endpoints) -> Iterator[str]:
    """The name of an endpoint that the test makes."""
    yield endpoints.flavour
    endpoints.delete(endpoints.flavour)


def config(outcome: str = "ready", version: str = "1") -> dict[str, object]:
    variables = {TRIGGER: outcome}
    entity = {"name": "m", "entity_name": "main.a.m", "entity_version": version}
    return {"served_entities": [{**entity, "environment_vars": variables}]}


def state(endpoint: ServingEndpointDetailed) -> tuple[object, object]:
    assert endpoint.state is not None
    return endpoint.state.ready, endpoint.state.config_update


def test_create_and_wait_returns_an_endpoint_that_serves(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    seen: list[tuple[object, object]] = []

    def on_poll(endpoint: ServingEndpointDetailed, elapsed: float) -> None:
        seen.append(state(endpoint))
        fast["on_poll"](endpoint, elapsed)

    given = {**fast, "on_poll": on_poll}
    created = endpoints.create_and_wait(name=name, config=config(), **given)
    assert state(created) == ("READY", "NOT_UPDATING")
    assert seen == [("NOT_READY", "IN_PROGRESS")] * 4 + [("READY", "NOT_UPDATING")]


def test_a_creation_that_fails_tells_why_and_that_the_endpoint_exists(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    with pytest.raises(EndpointFailed) as caught:
        endpoints.create_and_wait(name=name, config=config("fail"), **fast)
    assert NO_CONTAINER in str(caught.value)
    assert "the endpoint was created and exists" in str(caught.value)
    assert isinstance(caught.value.endpoint, ServingEndpointDetailed)
    assert caught.value.endpoint.name == name


def test_a_creation_that_is_cancelled_is_a_failure(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    with pytest.raises(EndpointFailed, match="cancelled; m is DEPLOYMENT_ABORTED"):
        endpoints.create_and_wait(name=name, config=config("cancel"), **fast)


def test_a_deployment_that_takes_longer_than_the_caller_waits(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    with pytest.raises(WaitTimeout, match=r"after 0\.05 s: .*exists") as caught:
        endpoints.create_and_wait(name=name, config=config(), poll_interval=0.01, wait_timeout=0.05)
    assert isinstance(caught.value.endpoint, ServingEndpointDetailed)
    assert state(endpoints.wait_until_ready(name, **fast)) == ("READY", "NOT_UPDATING")


def test_a_name_that_is_taken_is_refused_as_create_refuses_it(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    endpoints.create(name=name, config=config())
    with pytest.raises((ConflictError, invocant.BadRequestError)) as caught:
        endpoints.create_and_wait(name=name, config=config(), **fast)
    assert not hasattr(caught.value, "__notes__")
    endpoints.wait_until_ready(name, **fast)


def test_an_update_of_a_live_endpoint_is_waited_for(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    endpoints.create_and_wait(name=name, config=config(), **fast)
    updated = endpoints.update_config_and_wait(name, **config(version="2"), **fast)
    assert updated.config.served_entities[0].entity_version == "2"


def test_a_failed_update_of_a_live_endpoint_is_a_failure(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    endpoints.create_and_wait(name=name, config=config(), **fast)
    with pytest.raises(EndpointFailed, match=f"{NO_CONTAINER}.*state.ready is READY") as caught:
        endpoints.update_config_and_wait(name, **config("fail", version="2"), **fast)
    assert isinstance(caught.value.endpoint, ServingEndpointDetailed)
    assert state(caught.value.endpoint) == ("READY", "UPDATE_FAILED")


def test_an_endpoint_that_is_restored_is_waited_for(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    created = endpoints.create_and_wait(name=name, config=config("recover"), **fast)
    assert state(created) == ("READY", "NOT_UPDATING")


def test_stopping_and_starting_are_waited_for(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    endpoints.create_and_wait(name=name, config=config(), **fast)
    assert state(endpoints.stop_and_wait(name, **fast)) == ("NOT_READY", "NOT_UPDATING")
    with pytest.raises(EndpointFailed, match="it is stopped and has to be started first"):
        endpoints.wait_until_ready(name, **fast)
    assert state(endpoints.start_and_wait(name, **fast)) == ("READY", "NOT_UPDATING")


def test_provisioned_throughput_is_waited_for(
    endpoints: Endpoints, name: str, fast: dict[str, Any]
) -> None:
    entity = {"entity_name": "system.ai.llama-4-maverick", "entity_version": "1"}
    given = {"served_entities": [{**entity, "name": "m", "provisioned_model_units": 50}]}
    create = endpoints.create_provisioned_throughput_endpoint_and_wait
    assert state(create(name=name, config=given, **fast)) == ("READY", "NOT_UPDATING")
    update = endpoints.update_provisioned_throughput_endpoint_config_and_wait
    assert state(update(name, config=given, **fast)) == ("READY", "NOT_UPDATING")


def test_endpoints_are_iterated_without_a_page(host: str) -> None:
    async def run() -> list[str]:
        async with invocant.AsyncClient(host=host, token=TOKEN) as client:
            return [endpoint.name async for endpoint in client.serving_endpoints.list()]

    with invocant.Client(host=host, token=TOKEN) as client:
        names = [endpoint.name for endpoint in client.serving_endpoints.list()]
    assert asyncio.run(run()) == names
    assert "databricks-bge-large-en" in names
