"""A reset: every part of the state is as in a server just started."""

import dataclasses
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from invocant_conformance.json_values import as_object
from invocant_conformance.server import admin
from invocant_conformance.server import app as server
from invocant_conformance.server.errors import Refused
from invocant_conformance.server.grants import ACCOUNT
from invocant_conformance.server.handlers import Services
from invocant_conformance.server.served import Served
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.traffic import Route

from .conftest import Clock
from .examples import CHAT_MODEL, MESSAGES, create_request, entity

pytestmark = pytest.mark.anyio

ADMIN = {"authorization": "Bearer dapi-admin"}
USER = {"authorization": "Bearer dapi-test"}
MANAGEMENT = "/api/2.0/serving-endpoints"
CHAT = {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3}
SPLIT = Served(
    name="split",
    id="split",
    task="chat",
    hosted=False,
    created=0,
    routes=(Route(entity="a", percentage=50), Route(entity="b", percentage=50)),
    entities=("a", "b"),
    reachable=("a", "b"),
)

FIRST_ID = server.services(ServerSettings()).ids.of("endpoint")()

STATE: dict[str, Callable[[Services], object]] = {
    "store": lambda means: list(means.store.all()),
    "directory": lambda means: means.directory.route(SPLIT),
    "gateway": lambda means: means.gateway.route(SPLIT),
    "meters": lambda means: means.meters.of(CHAT_MODEL),
    "limiter": lambda means: _admits(means),
    "keys": lambda means: "sk-mine-0123456789abcdef" in means.keys,
    "tokens": lambda means: any(map(means.tokens.is_valid, _first_tokens())),
    "answers": lambda means: means.answers.find("resp_1"),
    "journal": lambda means: (means.journal.count, means.journal.entries()),
    "ids": lambda means: means.ids.of("answer")(),
    "faults": lambda means: means.faults.current(),
    "vault": lambda means: means.vault.find(FIRST_ID, "model"),
}
"""What can be seen of every part of the services that remembers something."""

CONSTANT = {
    *("settings", "catalogue", "provisioned", "readable", "next_id"),
    *("principals", "database", "upstreams"),
}
"""The parts that remember nothing of their own: next_id is one of ids, principals asks tokens, and
the database has what the others keep in it.
"""


@pytest.fixture
def means(clock: Clock) -> Services:
    return server.services(ServerSettings(token_delay=0, clock=clock, admin_token="dapi-admin"))


@pytest.fixture
async def client(means: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(server.application(means))
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
        yield client


def test_every_part_of_the_services_is_reset_or_remembers_nothing() -> None:
    assert {each.name for each in dataclasses.fields(Services)} == STATE.keys() | CONSTANT


@pytest.mark.parametrize("part", STATE)
async def test_a_reset_forgets(part: str, client: httpx.AsyncClient, means: Services) -> None:
    fresh = STATE[part](server.services(means.settings))
    await _use(client, means)
    assert STATE[part](means) != fresh
    assert (await client.post("/.invocant/reset", headers=ADMIN)).status_code == 204
    assert STATE[part](means) == fresh


async def test_a_reset_server_answers_as_one_just_started(client: httpx.AsyncClient) -> None:
    first = await client.post(MANAGEMENT, json=create_request("mine"), headers=USER)
    await client.post("/.invocant/reset", headers=ADMIN)
    again = await client.post(MANAGEMENT, json=create_request("mine"), headers=USER)
    assert (again.status_code, again.json()) == (200, first.json())


async def test_a_reset_is_saved(clock: Clock, tmp_path: Path) -> None:
    settings = ServerSettings(clock=clock, state_file=tmp_path / "state", admin_token="dapi-admin")
    with closing(server.services(settings)) as means:
        means.store.create(as_object(create_request("mine")))
        admin.reset(means)
    with closing(server.services(settings)) as again:
        assert list(again.store.all()) == []


def _admits(means: Services) -> bool:
    try:
        means.limiter.admit("limited", [{"calls": 1, "renewal_period": "minute"}], ACCOUNT)
    except Refused:
        return False
    return True


def _first_tokens() -> list[str]:
    ids = server.services(ServerSettings()).ids.of("token")
    return [f"oauth-{ids()}" for _ in range(3)]


async def _use(client: httpx.AsyncClient, means: Services) -> None:
    """Leave traces in every part."""
    await client.post(MANAGEMENT, json=create_request("mine", entity("model")), headers=USER)
    await client.post("/chat/completions", json=CHAT, headers=USER)
    await client.post("/key/generate", json={"key": "sk-mine-0123456789abcdef"}, headers=USER)
    means.tokens.issue("client", None)
    means.answers.keep("resp_1", as_object({"id": "resp_1"}))
    _admits(means)
    means.faults.set(["cut"])
    mine, secret = means.store.get("mine"), {"openai_api_key_plaintext": "sk-provider"}
    sent = entity("model", openai_config=secret)
    means.vault.keep(mine, mine.latest.entities if mine.latest else (), {"served_entities": [sent]})
    for directory in (means.directory, means.gateway):
        directory.route(SPLIT)
