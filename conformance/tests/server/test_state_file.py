"""Endpoints outlive the process in a file; plaintext secrets do not reach it."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from invocant_conformance.server import state_file
from invocant_conformance.server.app import create_app
from invocant_conformance.server.endpoints import Config, Endpoint, Pending
from invocant_conformance.server.entities import Entity
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.server.state_file import StateFileError
from invocant_conformance.server.store import Snapshot
from invocant_conformance.server.traffic import Route

from .examples import create_request, entity

CONFIG = Config(
    version=3,
    entities=(
        Entity(name="e", created=1, task="t", external_model={"name": "größe", "task": "t"}),
        Entity(
            name="o",
            created=1,
            entity_name="own",
            entity_version="1",
            resources={"environment_vars": {"A": "b"}},
        ),
    ),
    routes=(Route(entity="e", percentage=100),),
    auto_capture={"enabled": True},
)
SNAPSHOT = Snapshot(
    endpoints=(
        Endpoint(
            name="a",
            id="1",
            created=1,
            updated=2,
            config=CONFIG,
            pending=Pending(config=CONFIG, started=5, ready_at=6),
            failed=Pending(config=CONFIG, started=3, ready_at=4),
            versions=3,
            stopped=True,
            recovers_at=9,
            budget_policy_id="p",
            tags=({"key": "team"},),
            telemetry={"telemetry_profile_id": "t"},
        ),
        Endpoint(name="b", id="2", created=3, updated=4),
    ),
    created=7,
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    state_file.save(tmp_path / "state.json", SNAPSHOT)
    assert state_file.load(tmp_path / "state.json") == SNAPSHOT


def test_a_file_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert state_file.load(tmp_path / "state.json") == Snapshot()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"version": 1, "created": 0, "endpoints": []}',
        '{"version": 2, "created": "0", "endpoints": []}',
        '{"version": 2, "created": 0, "endpoints": [{"name": "a"}]}',
    ],
)
def test_another_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StateFileError, match=r"state\.json is no state file"):
        state_file.load(path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StateFileError, match="is no folder"):
        state_file.load(tmp_path / "missing" / "state.json")


@pytest.mark.anyio
async def test_an_endpoint_survives_a_restart_without_its_secret(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    request = create_request("a", entity(openai_config={"openai_api_key_plaintext": "hush-hush"}))
    created = await _ask(path, "POST", "/api/2.0/serving-endpoints", request)
    assert await _ask(path, "GET", "/api/2.0/serving-endpoints/a") == created
    assert "hush" not in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["created"] == 1


async def _ask(path: Path, method: str, url: str, body: Any = None) -> Any:
    """Send one request to a server started for it."""
    transport = httpx.ASGITransport(create_app(ServerSettings(state_file=path)))
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
        headers = {"authorization": "Bearer dapi-test"}
        response = await client.request(method, url, headers=headers, json=body)
    assert response.status_code == 200
    return response.json()
