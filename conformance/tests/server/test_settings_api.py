"""Settings of endpoints over the wire: what is set is answered, read, kept and replaced."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from .answers import check_schema
from .examples import create_request
from .restarts import server

pytestmark = pytest.mark.anyio

PATH = "/api/2.0/serving-endpoints"
TABLE = {"enabled": True, "catalog_name": "main", "schema_name": "serving"}
GATEWAY = {
    "rate_limits": [
        {"calls": "10", "key": "user_group", "principal": "a", "renewal_period": "minute"}
    ],
    "usage_tracking_config": {"enabled": True},
    "inference_table_config": TABLE,
    "guardrails": {"input": {"pii": {"behavior": "BLOCK"}}},
    "fallback_config": {"enabled": False},
}
SETTINGS: dict[str, Any] = {
    "tags": [{"key": "team", "value": "search"}],
    "ai_gateway": GATEWAY,
    "email_notifications": {"on_update_failure": ["a@example.com"]},
    "rate_limits": [{"calls": 5, "renewal_period": "minute"}],
}


@pytest.fixture(autouse=True)
async def endpoint(client: httpx.AsyncClient) -> None:
    await client.post(PATH, json=create_request("mine"))


async def read(client: httpx.AsyncClient, name: str = "mine") -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(f"{PATH}/{name}")).json()
    return found


async def put_gateway(client: httpx.AsyncClient, settings: Any) -> httpx.Response:
    return await client.put(f"{PATH}/mine/ai-gateway", json=settings)


async def test_create_sets_all_but_shows_no_older_limits(client: httpx.AsyncClient) -> None:
    created = (await client.post(PATH, json=create_request("all") | SETTINGS)).json()
    check_schema(created, "ServingEndpointDetailed")
    shown = {name: created.get(name) for name in SETTINGS}
    assert shown == {**SETTINGS, "rate_limits": None}


async def test_tags_are_added_replaced_and_deleted(client: httpx.AsyncClient) -> None:
    first = {"add_tags": [{"key": "a", "value": "1"}, {"key": "b"}]}
    await client.patch(f"{PATH}/mine/tags", json=first)
    second = {"add_tags": [{"key": "a", "value": "2"}], "delete_tags": ["b", "unknown"]}
    answer = await client.patch(f"{PATH}/mine/tags", json=second)
    assert answer.json() == {"tags": [{"key": "a", "value": "2"}]}
    assert (await read(client))["tags"] == [{"key": "a", "value": "2"}]


async def test_the_gateway_is_replaced_as_a_whole(client: httpx.AsyncClient) -> None:
    assert (await put_gateway(client, GATEWAY)).json() == GATEWAY
    assert (await read(client))["ai_gateway"] == GATEWAY
    assert (await put_gateway(client, {"fallback_config": {"enabled": True}})).status_code == 200
    assert (await read(client))["ai_gateway"] == {"fallback_config": {"enabled": True}}
    assert (await put_gateway(client, {})).json() == {}
    assert "ai_gateway" not in await read(client)


@pytest.mark.parametrize("missing", ["catalog_name", "schema_name"])
async def test_an_inference_table_needs_a_place(client: httpx.AsyncClient, missing: str) -> None:
    table = {name: value for name, value in TABLE.items() if name != missing}
    refused = await put_gateway(client, {"inference_table_config": table})
    assert refused.status_code == 400
    assert missing in refused.json()["message"]
    gateway = {"ai_gateway": {"inference_table_config": table}}
    created = await client.post(PATH, json=create_request("other") | gateway)
    assert created.status_code == 400
    assert (await client.get(f"{PATH}/other")).status_code == 404


@pytest.mark.parametrize("name", ["catalog_name", "schema_name", "table_name_prefix"])
async def test_an_enabled_table_keeps_its_names(client: httpx.AsyncClient, name: str) -> None:
    other = {"inference_table_config": {**TABLE, name: "other"}}
    await put_gateway(client, {"inference_table_config": TABLE})
    assert (await put_gateway(client, other)).status_code == 400
    assert (await read(client))["ai_gateway"] == {"inference_table_config": TABLE}
    await put_gateway(client, {"inference_table_config": {**TABLE, "enabled": False}})
    assert (await put_gateway(client, other)).status_code == 200


@pytest.mark.parametrize("key", ["user_group", "service_principal"])
async def test_a_limit_for_some_names_them(client: httpx.AsyncClient, key: str) -> None:
    limits = [{"calls": 1, "key": key, "renewal_period": "minute"}]
    refused = await put_gateway(client, {"rate_limits": limits})
    assert refused.status_code == 400
    assert "rate_limits.principal" in refused.json()["message"]


async def test_notifications_are_replaced_as_a_whole(client: httpx.AsyncClient) -> None:
    path = f"{PATH}/mine/notifications"
    first = {"email_notifications": {"on_update_success": ["a@example.com"]}}
    assert (await client.patch(path, json=first)).json() == {"name": "mine", **first}
    second = {"email_notifications": {"on_update_failure": ["b@example.com"]}}
    await client.patch(path, json=second)
    assert (await read(client))["email_notifications"] == second["email_notifications"]
    await client.patch(path, json={})
    assert "email_notifications" not in await read(client)


async def test_older_limits_are_answered_and_not_read(client: httpx.AsyncClient) -> None:
    limits = {"rate_limits": [{"calls": 10, "key": "user", "renewal_period": "minute"}]}
    assert (await client.put(f"{PATH}/mine/rate-limits", json=limits)).json() == limits
    assert "rate_limits" not in await read(client)


async def test_an_update_keeps_the_settings(client: httpx.AsyncClient) -> None:
    await client.post(PATH, json=create_request("all") | SETTINGS)
    before = await read(client, "all")
    await client.put(f"{PATH}/all/config", json=create_request("all")["config"])
    after = await read(client, "all")
    for name in ("tags", "ai_gateway", "email_notifications"):
        assert after[name] == before[name]


@pytest.mark.parametrize(
    ("method", "step"),
    [
        ("PATCH", "tags"),
        ("PUT", "ai-gateway"),
        ("PUT", "rate-limits"),
        ("PATCH", "notifications"),
    ],
)
async def test_settings_of_no_endpoint_and_of_the_platform_are_refused(
    client: httpx.AsyncClient, method: str, step: str
) -> None:
    unknown = await client.request(method, f"{PATH}/nobody/{step}", json={})
    hosted = await client.request(method, f"{PATH}/databricks-gte-large-en/{step}", json={})
    assert [unknown.status_code, hosted.status_code] == [404, 403]


async def test_settings_and_grants_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    async with server(path) as client:
        created = (await client.post(PATH, json=create_request("all") | SETTINGS)).json()
        permissions = f"/api/2.0/permissions/serving-endpoints/{created['id']}"
        grants = {"access_control_list": [{"group_name": "users", "permission_level": "CAN_VIEW"}]}
        granted = (await client.put(permissions, json=grants)).json()
    async with server(path) as client:
        assert await read(client, "all") == created
        assert (await client.get(permissions)).json() == granted
