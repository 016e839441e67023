"""What was answered outlives the server, and no secret does."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from invocant_conformance.server.app import services
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.state.database import StateFileError

from .conftest import Clock
from .examples import CHAT_MODEL, create_request, custom_entity, entity
from .restarts import server
from .test_database import file_size_limit

pytestmark = pytest.mark.anyio

ENDPOINTS = "/api/2.0/serving-endpoints"
OLD = Path(__file__).parent / "data" / "state-2.json"
CLIENT = {"grant_type": "client_credentials", "scope": "all-apis"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


async def token(client: httpx.AsyncClient) -> str:
    answer = await client.post("/oidc/v1/token", data=CLIENT, auth=("app-1", "dose-secret"))
    return str(answer.json()["access_token"])


async def respond(client: httpx.AsyncClient) -> Any:
    answer = await client.post("/responses", json={"model": CHAT_MODEL, "input": "Hello."})
    assert answer.status_code == 200
    return answer.json()


def bearing(value: str) -> dict[str, str]:
    return {"authorization": f"Bearer {value}"}


async def test_an_endpoint_outlives_the_server(path: Path) -> None:
    async with server(path) as client:
        created = (await client.post(ENDPOINTS, json=create_request("mine"))).json()
    async with server(path) as client:
        assert (await client.get(f"{ENDPOINTS}/mine")).json() == created
        assert (await client.delete(f"{ENDPOINTS}/mine")).status_code == 200
    async with server(path) as client:
        assert (await client.get(f"{ENDPOINTS}/mine")).status_code == 404


@pytest.mark.parametrize(
    ("outcome", "update"), [("ready", "NOT_UPDATING"), ("fail", "UPDATE_FAILED")]
)
async def test_a_deployment_ends_while_the_server_is_down(
    path: Path, clock: Clock, outcome: str, update: str
) -> None:
    served = custom_entity("own", environment_vars={"INVOCANT_DEPLOYMENT": outcome})
    async with server(path, clock=clock) as client:
        created = (await client.post(ENDPOINTS, json=create_request("mine", served))).json()
        assert created["state"]["config_update"] == "IN_PROGRESS"
    async with server(path, clock=clock) as client:
        assert (await client.get(f"{ENDPOINTS}/mine")).json() == created
    clock.seconds += 1
    async with server(path, clock=clock) as client:
        found = (await client.get(f"{ENDPOINTS}/mine")).json()
    assert found["state"]["config_update"] == update


async def test_a_key_outlives_the_server_with_its_limits(path: Path, clock: Clock) -> None:
    wanted = {"key_alias": "team", "models": [CHAT_MODEL], "duration": "1h"}
    async with server(path, clock=clock) as client:
        made = (await client.post("/key/generate", json=wanted)).json()
    async with server(path, clock=clock) as client:
        key = bearing(made["key"])
        info = (await client.get("/key/info", headers=key)).json()["info"]
        listed = (await client.get("/models", headers=key)).json()["data"]
        clock.seconds += 3600
        assert (await client.get("/models", headers=key)).status_code == 401
    assert (info["key_alias"], info["key_name"]) == ("team", made["key_name"])
    assert [model["id"] for model in listed] == [CHAT_MODEL]


async def test_a_token_outlives_the_server_until_it_expires(path: Path, clock: Clock) -> None:
    async with server(path, clock=clock) as client:
        issued = await token(client)
    async with server(path, clock=clock) as client:
        assert (await client.get(ENDPOINTS, headers=bearing(issued))).status_code == 200
        clock.seconds += 3600
        assert (await client.get(ENDPOINTS, headers=bearing(issued))).status_code == 401


async def test_a_stored_answer_outlives_the_server(path: Path) -> None:
    async with server(path) as client:
        stored = await respond(client)
    async with server(path) as client:
        assert (await client.get(f"/responses/{stored['id']}")).json() == stored


async def test_no_id_repeats_after_a_restart(path: Path) -> None:
    seen: list[str] = []
    for _ in range(3):
        async with server(path) as client:
            created = (await client.post(ENDPOINTS, json=create_request("mine"))).json()
            await client.delete(f"{ENDPOINTS}/mine")
            seen += [created["id"], (await respond(client))["id"], await token(client)]
            seen.append((await client.post("/key/generate", json={})).json()["key"])
            seen.append((await client.get("/models")).headers["x-request-id"])
    assert len(set(seen)) == len(seen) == 15


async def test_an_expired_token_and_a_deleted_endpoint_leave_no_row(
    path: Path, clock: Clock
) -> None:
    async with server(path, clock=clock) as client:
        await client.post(ENDPOINTS, json=create_request("mine"))
        await client.delete(f"{ENDPOINTS}/mine")
        await token(client)
        clock.seconds += 3601
        await token(client)
    with closing(sqlite3.connect(path)) as database:
        counts = [
            database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("endpoints", "tokens")
        ]
    assert counts == [0, 1]


async def test_what_cannot_be_saved_is_refused_and_not_done(path: Path) -> None:
    async with server(path) as client:
        kept = (await client.post(ENDPOINTS, json=create_request("kept"))).json()
        with file_size_limit(path.with_name("state.db-wal").stat().st_size):
            refused = [
                await client.post(ENDPOINTS, json=create_request("new")),
                await client.put(
                    f"{ENDPOINTS}/kept/config", json={"served_entities": [entity("other")]}
                ),
                await client.delete(f"{ENDPOINTS}/kept"),
                await client.post("/key/generate", json={"key": "sk-not-saved"}),
                await client.post("/oidc/v1/token", data=CLIENT, auth=("app-1", "dose-secret")),
            ]
            listed = (await client.get(ENDPOINTS)).json()["endpoints"]
        assert {answer.status_code for answer in refused} == {500}
        assert refused[0].json()["error_code"] == "INTERNAL_ERROR"
        assert "the state could not be saved" in refused[0].json()["message"].lower()
        assert refused[3].json()["error"]["type"] == "internal_server_error"
        assert refused[4].json()["error"] == "server_error"
        found = [each["id"] for each in listed if each["name"] in ("kept", "new")]
        assert found == [kept["id"]]
        assert (await client.get(f"{ENDPOINTS}/kept")).json() == kept
        assert (await client.get(f"{ENDPOINTS}/new")).status_code == 404
        assert (await client.get("/key/info", params={"key": "sk-not-saved"})).status_code == 404
        assert (await client.post(ENDPOINTS, json=create_request("new"))).status_code == 200


async def test_a_json_file_is_taken_over_and_kept_aside(path: Path, clock: Clock) -> None:
    shutil.copy(OLD, path)
    async with server(path, clock=clock) as client:
        listed = (await client.get(ENDPOINTS)).json()["endpoints"]
        split = (await client.get(f"{ENDPOINTS}/split")).json()
        permissions = f"/api/2.0/permissions/serving-endpoints/{split['id']}"
        grants = (await client.get(permissions)).json()["access_control_list"]
        created = (await client.post(ENDPOINTS, json=create_request("more"))).json()
    assert [each["name"] for each in listed[-2:]] == ["split", "own"]
    assert split["creator"] == "user@example.com"
    assert split["tags"] == [{"key": "team", "value": "red"}]
    assert [grant.get("group_name") for grant in grants] == [None, "users", "admins"]
    assert created["id"] not in {each["id"] for each in listed}
    assert path.with_name("state.db.json-backup").read_bytes() == OLD.read_bytes()
    async with server(path, clock=clock) as client:
        assert (await client.get(f"{ENDPOINTS}/split")).json() == split


async def test_what_is_cleared_stays_so(path: Path) -> None:
    settings = ServerSettings(state_file=path)
    async with server(path) as client:
        await client.post(ENDPOINTS, json=create_request("mine"))
        key = (await client.post("/key/generate", json={})).json()["key"]
        stored, issued = await respond(client), await token(client)
    with closing(services(settings)) as means:
        for each in (means.store, means.keys, means.tokens, means.answers):
            each.clear()
        assert (means.store.find("mine"), means.keys.find(key)) == (None, None)
    with closing(services(settings)) as means:
        assert (means.store.find("mine"), means.keys.find(key)) == (None, None)
        assert (means.answers.find(stored["id"]), issued in means.tokens) == (None, False)


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{}",
        '{"version": 1, "created": 0, "endpoints": []}',
        '{"version": 2, "created": "0", "endpoints": []}',
        '{"version": 2, "created": 0, "endpoints": [{"name": "a"}]}',
    ],
)
async def test_another_json_file_is_refused_and_left_alone(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(StateFileError, match=r"state\.db is no state file"):
        async with server(path):
            pass
    assert path.read_text() == content
    assert list(path.parent.iterdir()) == [path]


async def test_a_document_that_is_none_is_refused(path: Path) -> None:
    async with server(path) as client:
        await client.post(ENDPOINTS, json=create_request("mine"))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE endpoints SET document = '{}'")
    with pytest.raises(StateFileError, match=r"state\.db is damaged: .* endpoints"):
        async with server(path):
            pass
