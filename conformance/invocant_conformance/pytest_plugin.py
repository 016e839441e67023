"""pytest plugin: a model-serving workspace and gateway for tests, started when a test asks for it.

    def test_answers(invocant_client):
        answer = invocant_client.chat.completions.create(
            model="databricks-meta-llama-3-3-70b-instruct",
            messages=[{"role": "user", "content": "Hello"}],
        )
        assert answer.choices[0].message.content

Nothing of the server is imported before a fixture is used. Each process of pytest-xdist has a
server of its own.
"""

import importlib
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Final, Literal, Protocol

import pytest

if TYPE_CHECKING:
    from invocant import Client, Gateway

    from .testing import InvocantApp, InvocantServer, ServerSettings

_ISOLATION: Final = ("function", "module", "session")
_NEEDED: Final = ("starlette", "uvicorn", "httptools", "jsonschema_rs")


class _Stateful(Protocol):
    """What is brought back to its start between tests."""

    @property
    def used(self) -> bool: ...

    def reset(self) -> None: ...


_STARTED: Final = pytest.StashKey[list[_Stateful]]()
_IS_SUITE: Final = pytest.StashKey[bool]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the settings; on the command line they are given as `-o name=value`."""
    said: Mapping[str, tuple[str, str]] = {
        "invocant_token": (
            "the only token that the server accepts (default: any dapi… or sk-…)",
            "",
        ),
        "invocant_token_delay": ("seconds between the pieces of a stream", "0"),
        "invocant_deploy_seconds": ("seconds until a new endpoint of a custom model is ready", "0"),
        "invocant_seed": ("decides ids, texts, vectors and the traffic split", "0"),
        "invocant_isolation": (
            "when the server forgets what tests did: after each function, module, or session",
            "function",
        ),
    }
    for name, (text, default) in said.items():
        parser.addini(name, f"invocant: {text}", default=default)


def pytest_load_initial_conftests(
    early_config: pytest.Config, parser: pytest.Parser, args: list[str]
) -> None:
    """Add the options of the conformance suite where it is what is run.

    That is `pytest --pyargs invocant_conformance`; nothing of it is imported otherwise.
    """
    named = [each for each in args if each.partition("::")[0] == __package__]
    if not (named and early_config.known_args_namespace.pyargs):
        return
    _need_suite()
    from . import pytest_target

    pytest_target.add_options(parser)
    early_config.stash[_IS_SUITE] = True


def pytest_configure(config: pytest.Config) -> None:
    """Refuse settings that mean nothing. Raises UsageError."""
    if config.stash.get(_IS_SUITE, False):
        from . import pytest_target

        config.pluginmanager.register(pytest_target.Suite(config), "invocant-suite")
    config.stash[_STARTED] = []
    if _ini(config, "invocant_isolation") not in _ISOLATION:
        raise pytest.UsageError(f"invocant_isolation is none of {', '.join(_ISOLATION)}")
    for name in ("invocant_token_delay", "invocant_deploy_seconds", "invocant_seed"):
        _number(config, name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Have the servers forget what the test did, once its fixtures are torn down."""
    try:
        return (yield)
    finally:
        if nextitem is not None and _is_over(item, nextitem):
            for started in item.config.stash[_STARTED]:
                if started.used:
                    started.reset()


@pytest.fixture(scope="session")
def invocant_settings(pytestconfig: pytest.Config) -> "ServerSettings":
    """Settings of the reference server: invocant_conformance.testing.ServerSettings.

    They come from the ini options invocant_token, invocant_token_delay, invocant_deploy_seconds
    and invocant_seed. Override the fixture for others.
    """
    _need_extra()
    from .testing import ServerSettings

    return ServerSettings(
        token=_ini(pytestconfig, "invocant_token") or None,
        token_delay=_number(pytestconfig, "invocant_token_delay"),
        deploy_seconds=_number(pytestconfig, "invocant_deploy_seconds"),
        seed=int(_number(pytestconfig, "invocant_seed")),
    )


@pytest.fixture(scope="session")
def invocant_server(
    invocant_settings: "ServerSettings", pytestconfig: pytest.Config
) -> "Generator[InvocantServer]":
    """A reference server (Databricks workspace and OpenAI-compatible gateway) on a free port.

    It has url, token, client(), async_client(), gateway(), async_gateway(), requests() for what
    was asked and whether that was right, fault("429;retry-after=1") as a context manager, and
    reset(). What a test did to it is forgotten after it: see the ini option invocant_isolation.
    """
    _need_extra()
    from .testing import running

    with running(invocant_settings) as server:
        pytestconfig.stash[_STARTED].append(server)
        try:
            yield server
        finally:
            pytestconfig.stash[_STARTED].remove(server)


@pytest.fixture
def invocant_client(invocant_server: "InvocantServer") -> "Generator[Client]":
    """A client of the workspace of invocant_server: invocant.Client."""
    with invocant_server.client() as client:
        yield client


@pytest.fixture
def invocant_gateway(invocant_server: "InvocantServer") -> "Generator[Gateway]":
    """A client of the gateway of invocant_server: invocant.Gateway."""
    with invocant_server.gateway() as gateway:
        yield gateway


@pytest.fixture
def invocant_app(invocant_settings: "ServerSettings") -> "InvocantApp":
    """A reference server without a port, for asynchronous clients; new for every test.

    It has url, token, transport (httpx.ASGITransport), http(), async_client(), async_gateway(),
    requests(), fault() and reset(). Streams arrive as a whole.
    """
    _need_extra()
    from .testing import InvocantApp

    return InvocantApp(invocant_settings)


@pytest.fixture
def invocant_environment(
    invocant_server: "InvocantServer", monkeypatch: pytest.MonkeyPatch
) -> Mapping[str, str]:
    """Environment variables by which unmodified code finds invocant_server, while the test runs.

    DATABRICKS_HOST and DATABRICKS_TOKEN, OPENAI_BASE_URL and OPENAI_API_KEY, ANTHROPIC_BASE_URL
    and ANTHROPIC_API_KEY are set; other ways to sign in to a workspace are unset.
    """
    from .testing import environment

    wanted = environment(invocant_server.url, invocant_server.token)
    for name, value in wanted.items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    return {name: value for name, value in wanted.items() if value is not None}


def _is_over(item: pytest.Item, following: pytest.Item) -> bool:
    """Whether what a test did is forgotten before the following test."""
    match _ini(item.config, "invocant_isolation"):
        case "function":
            return True
        case "module":
            return item.getparent(pytest.Module) is not following.getparent(pytest.Module)
        case _:
            return False


def _need_extra() -> None:
    """End the test in one line where the server is not installed."""
    for name in _NEEDED:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            message = f"the reference server needs {name}: pip install 'invocant[server]'"
            pytest.fail(message, pytrace=False)


def _need_suite() -> None:
    """Refuse to run the suite where it is not installed. Raises UsageError."""
    for name in (*_NEEDED, "schemathesis", "yaml"):
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            message = f"the suite needs {name}: pip install 'invocant[conformance]'"
            raise pytest.UsageError(message) from None


_Name = Literal[
    "invocant_token",
    "invocant_token_delay",
    "invocant_deploy_seconds",
    "invocant_seed",
    "invocant_isolation",
]


def _ini(config: pytest.Config, name: _Name) -> str:
    return str(config.getini(name)).strip()


def _number(config: pytest.Config, name: _Name) -> float:
    text = _ini(config, name)
    whole = name == "invocant_seed"
    try:
        value = int(text) if whole else float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        kind = "an integer" if whole else "a number of seconds"
        raise pytest.UsageError(f"{name} is {text!r}, not {kind} from 0")
    return value
