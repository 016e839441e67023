"""The admin path: who gets in, what a reset forgets, the log and the faults."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.types import ASGIApp

from invocant_conformance.server import app as server
from invocant_conformance.server import flags
from invocant_conformance.server.handlers import Services
from invocant_conformance.server.settings import ServerSettings

from .conftest import Clock
from .examples import CHAT_MODEL, MESSAGES

pytestmark = pytest.mark.anyio

FIRST = "cut;model=nobody"
"""A fault that strikes nothing here."""

TOKEN = "dapi-admin"
ADMIN = {"authorization": f"Bearer {TOKEN}"}
USER = {"authorization": "Bearer dapi-test"}
MANAGEMENT = "/api/2.0/serving-endpoints"
CHAT = {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3}
PATHS = [
    ("POST", "/.invocant/reset"),
    ("GET", "/.invocant/requests"),
    ("DELETE", "/.invocant/requests"),
    ("GET", "/.invocant/faults"),
    ("PUT", "/.invocant/faults"),
    ("DELETE", "/.invocant/faults"),
]


def built(settings: ServerSettings) -> tuple[ASGIApp, Services]:
    """Return an application, and what its handlers work with."""
    means = server.services(settings)
    return server.application(means), means


def asking(app: ASGIApp) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://server")


@pytest.fixture
def settings(clock: Clock) -> ServerSettings:
    return ServerSettings(token_delay=0, clock=clock, admin_token=TOKEN, faults=(FIRST,))


@pytest.fixture
def made(settings: ServerSettings) -> tuple[ASGIApp, Services]:
    return built(settings)


@pytest.fixture
def means(made: tuple[ASGIApp, Services]) -> Services:
    return made[1]


@pytest.fixture
async def client(made: tuple[ASGIApp, Services]) -> AsyncIterator[httpx.AsyncClient]:
    async with asking(made[0]) as client:
        yield client


@pytest.mark.parametrize(("method", "path"), PATHS)
async def test_without_an_admin_token_there_is_no_admin_path(method: str, path: str) -> None:
    async with asking(server.create_app(ServerSettings())) as client:
        answer = await client.request(method, path, headers=ADMIN)
        elsewhere = await client.request(method, "/.invocant/nothing", headers=ADMIN)
    assert answer.status_code == 404
    assert answer.content == elsewhere.content


@pytest.mark.parametrize(("method", "path"), PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        USER,
        {"authorization": f"Bearer {TOKEN}x"},
        {"authorization": "Bearer "},
        {"authorization": f"Basic {TOKEN}"},
        {"x-api-key": TOKEN},
        {"authorization": "Bearer ä".encode().decode("latin-1")},
    ],
)
async def test_nothing_but_the_admin_token_is_let_in(
    client: httpx.AsyncClient, method: str, path: str, headers: dict[str, str]
) -> None:
    sent = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = await client.request(method, path, headers=sent)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert TOKEN not in answer.text


@pytest.mark.parametrize("path", ["/models", MANAGEMENT, "/v1/models"])
@pytest.mark.parametrize("header", ["authorization", "x-api-key", "x-litellm-api-key"])
async def test_the_admin_token_is_good_for_nothing_else(
    client: httpx.AsyncClient, path: str, header: str
) -> None:
    value = f"Bearer {TOKEN}" if header == "authorization" else TOKEN
    assert (await client.get(path, headers={header: value})).status_code == 401
    assert (await client.get(path, headers=USER)).status_code == 200


async def test_the_admin_token_is_no_key_and_no_secret_of_oauth() -> None:
    token = "sk-admin-0123456789abcdef"
    form = {"grant_type": "client_credentials", "client_id": "me", "client_secret": "dose-admin"}
    async with asking(server.create_app(ServerSettings(admin_token="dose-admin"))) as client:
        assert (await client.post("/oidc/v1/token", data=form)).status_code == 401
    async with asking(server.create_app(ServerSettings(admin_token=token))) as client:
        made = await client.post("/key/generate", json={"key": token}, headers=USER)
        refused = await client.get("/models", headers={"authorization": f"Bearer {token}"})
    assert (made.status_code, refused.status_code) == (200, 401)


@pytest.mark.parametrize("path", ["/.invocant/reset", "/.invocant/requests", "/.invocant/faults"])
async def test_other_methods_are_refused(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.patch(path, headers=ADMIN)
    allowed = [method for method, known in PATHS if known == path]
    assert (answer.status_code, answer.headers["allow"]) == (405, ", ".join(sorted(allowed)))


async def test_the_log_is_read_oldest_first_and_without_the_reading(
    client: httpx.AsyncClient,
) -> None:
    await client.post("/chat/completions", json=CHAT, headers=USER)
    await client.get("/models", headers=USER)
    for _ in range(2):
        answer = await client.get("/.invocant/requests", headers=ADMIN)
        log = answer.json()
        assert answer.headers["cache-control"] == "no-store"
        assert [each["path"] for each in log["requests"]] == ["/chat/completions", "/models"]
        assert (log["count"], log["requests"][0]["verdicts"]) == (2, ["valid"])


async def test_the_log_is_cleared(client: httpx.AsyncClient) -> None:
    await client.get("/models", headers=USER)
    assert (await client.delete("/.invocant/requests", headers=ADMIN)).status_code == 204
    log = (await client.get("/.invocant/requests", headers=ADMIN)).json()
    assert log == {"count": 0, "requests": []}


async def test_faults_are_replaced_and_removed(client: httpx.AsyncClient) -> None:
    path = "/.invocant/faults"
    wanted = {"faults": ["429;rate=0.1", "cut"]}
    put = await client.put(path, json=wanted, headers=ADMIN)
    assert put.json() == (await client.get(path, headers=ADMIN)).json() == wanted
    assert (await client.delete(path, headers=ADMIN)).status_code == 204
    assert (await client.get(path, headers=ADMIN)).json() == {"faults": []}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b'{"faults": ["cut", "coffee"]}', "coffee"),
        (b'{"faults": "cut"}', "faults: a list of strings is needed."),
        (b'{"faults": ["cut", 1]}', "faults: a list of strings is needed."),
        (b"{}", "faults: a list of strings is needed."),
        (b"[]", "The body is not a JSON object."),
        (b"{", "The body is not JSON"),
    ],
)
async def test_wrong_faults_are_refused_and_change_nothing(
    client: httpx.AsyncClient, body: bytes, told: str
) -> None:
    answer = await client.put("/.invocant/faults", content=body, headers=ADMIN)
    assert answer.status_code == 400
    assert told in answer.json()["error"]["message"]
    current = await client.get("/.invocant/faults", headers=ADMIN)
    assert current.json() == {"faults": [FIRST]}


async def test_a_reset_returns_to_the_first_faults(client: httpx.AsyncClient) -> None:
    await client.delete("/.invocant/faults", headers=ADMIN)
    assert (await client.post("/.invocant/reset", headers=ADMIN)).status_code == 204
    current = await client.get("/.invocant/faults", headers=ADMIN)
    assert current.json() == {"faults": [FIRST]}


@pytest.mark.parametrize(
    "arguments", [["--admin-token", ""], ["--token", "t", "--admin-token", "t"]]
)
def test_an_empty_or_shared_admin_token_is_wrong_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        flags.parsed(arguments)
    assert end.value.code == flags.USAGE_ERROR
    assert "--admin-token is empty or the same as --token" in capsys.readouterr().err


@pytest.mark.parametrize("token", ["", "t"])
def test_settings_refuse_an_empty_or_shared_admin_token(token: str) -> None:
    with pytest.raises(ValueError, match="admin token"):
        ServerSettings(token="t", admin_token=token)


def test_settings_do_not_show_the_admin_token() -> None:
    assert TOKEN not in repr(ServerSettings(admin_token=TOKEN))


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.0.7", False),
        ("my-host", False),
    ],
)
def test_the_address_tells_who_can_reach_the_server(host: str, loopback: bool) -> None:
    assert flags.settings(flags.parsed(["--host", host])).loopback is loopback
