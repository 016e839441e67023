"""The configuration of databricks-sdk: made at the first request, and never for another host."""

import sys
import threading
from collections.abc import Callable
from types import ModuleType

import httpx
import pytest

from runtime.credentials import UnifiedCredential
from runtime.errors import AuthenticationError, ConfigurationError
from runtime.models import Model
from runtime.settings import Settings, workspace

from .support import GET, THING, Bench, json_answer

HOST = "https://x.test"
SECRET = "hunter22"


class Thing(Model):
    name: str


class Package:
    """A stand-in for databricks-sdk: how its configuration was made, and where it was used."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[dict[str, str]] = []
        self.threads: set[str] = set()
        self.host = f"{HOST}:443/"
        self.fault: Exception | None = None
        self.refusal: Exception | None = None
        module = ModuleType("databricks.sdk.core")
        module.__dict__["Config"] = self.config
        for name in ("databricks", "databricks.sdk"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        monkeypatch.setitem(sys.modules, "databricks.sdk.core", module)

    def config(self, **arguments: str) -> "Config":
        self.threads.add(threading.current_thread().name)
        self.made.append(arguments)
        if self.fault:
            raise self.fault
        return Config(self)


class Config:
    def __init__(self, package: Package) -> None:
        self.host = package.host
        self._package = package

    def authenticate(self) -> dict[str, str]:
        self._package.threads.add(threading.current_thread().name)
        if self._package.refusal:
            raise self._package.refusal
        return {"Authorization": "Bearer unified", "X-Databricks-Workspace-Id": "7"}


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Package:
    return Package(monkeypatch)


def settings() -> Settings:
    return workspace({}, sdk=lambda: True, host="x.test", auth_type="azure-cli", client_id="robot")


def answering(seen: list[httpx.Headers]) -> Callable[[httpx.Request], httpx.Response]:
    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return json_answer(body={"name": "thing"})

    return handle


def test_it_is_made_once_and_not_before_the_first_request(bench: Bench, package: Package) -> None:
    seen: list[httpx.Headers] = []
    transport = bench.over(answering(seen), settings())
    assert package.made == []
    for _ in range(2):
        transport.request(GET, Thing, THING)
    assert package.made == [{"host": HOST, "auth_type": "azure-cli", "client_id": "robot"}]
    for headers in seen:
        assert headers["authorization"] == "Bearer unified"
        assert headers["x-databricks-workspace-id"] == "7"


def test_it_blocks_no_event_loop(bench: Bench, package: Package) -> None:
    bench.over(answering([]), settings()).request(GET, Thing, THING)
    main = threading.main_thread().name
    assert (main in package.threads) is (bench.flavour == "sync")


def test_one_that_is_given_is_used_as_it_is(bench: Bench, package: Package) -> None:
    seen: list[httpx.Headers] = []
    given = workspace({}, auth=Config(package))
    assert given.base_url == HOST
    bench.over(answering(seen), given).request(GET, Thing, THING)
    assert package.made == []
    assert seen[0]["authorization"] == "Bearer unified"


def test_one_that_ends_up_at_another_host_is_refused(bench: Bench, package: Package) -> None:
    package.host = "https://y.test"
    seen: list[httpx.Headers] = []
    with pytest.raises(ConfigurationError, match="configured for another host"):
        bench.over(answering(seen), settings()).request(GET, Thing, THING)
    assert seen == []


def test_what_it_refuses_is_told_without_secrets(bench: Bench, package: Package) -> None:
    package.fault = ValueError(f"no auth\nfor client_secret={SECRET}")
    credential = UnifiedCredential(arguments={"host": HOST, "client_secret": SECRET})
    transport = bench.over(answering([]), Settings(base_url=HOST, credential=credential))
    with pytest.raises(ConfigurationError) as caught:
        transport.request(GET, Thing, THING)
    assert str(caught.value) == ("databricks-sdk: ValueError: no auth for client_secret=[secret]")
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_failed_token_is_an_authentication_error(bench: Bench, package: Package) -> None:
    package.refusal = ValueError("invalid_client: unknown")
    with pytest.raises(AuthenticationError, match="ValueError: invalid_client: unknown"):
        bench.over(answering([]), settings()).request(GET, Thing, THING)


def test_a_failed_configuration_is_tried_again_by_the_next_request(
    bench: Bench, package: Package
) -> None:
    transport = bench.over(answering([]), settings())
    package.fault = ValueError("not now")
    with pytest.raises(ConfigurationError):
        transport.request(GET, Thing, THING)
    package.fault = None
    assert transport.request(GET, Thing, THING).name == "thing"
