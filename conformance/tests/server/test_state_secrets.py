"""No secret that a request or an answer holds is in any file of the state, the log included."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from invocant_conformance.json_values import JsonValue, as_list, as_object
from invocant_conformance.server.principals import User
from invocant_conformance.specification import document

from .examples import CHAT_MODEL, create_request
from .restarts import server

pytestmark = pytest.mark.anyio

ENDPOINTS = "/api/2.0/serving-endpoints"
SENTINEL = "hush-4f1c-hush"
HEADER = {"key": "X-API-KEY", "value_plaintext": SENTINEL}
AZURE = {
    "openai_api_base": "https://azure.example.com",
    "openai_api_version": "1",
    "openai_deployment_name": "d",
    "openai_api_type": "azuread",
    "microsoft_entra_tenant_id": "t",
    "microsoft_entra_client_id": "c",
    "microsoft_entra_client_secret_plaintext": SENTINEL,
}
BEDROCK = {
    "aws_region": "us-east-1",
    "bedrock_provider": "cohere",
    "aws_access_key_id_plaintext": SENTINEL,
    "aws_secret_access_key_plaintext": SENTINEL,
}
VERTEX = {"project_id": "p", "region": "r", "private_key_plaintext": SENTINEL}
WORKSPACE = {
    "databricks_workspace_url": "https://workspace.example.com",
    "databricks_api_token_plaintext": SENTINEL,
}
URL = {"custom_provider_url": "https://models.example.com"}
MODELS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("openai", "openai_config", {"openai_api_key_plaintext": SENTINEL}),
    ("openai", "openai_config", AZURE),
    ("anthropic", "anthropic_config", {"anthropic_api_key_plaintext": SENTINEL}),
    ("ai21labs", "ai21labs_config", {"ai21labs_api_key_plaintext": SENTINEL}),
    ("amazon-bedrock", "amazon_bedrock_config", BEDROCK),
    ("cohere", "cohere_config", {"cohere_api_key_plaintext": SENTINEL}),
    ("databricks-model-serving", "databricks_model_serving_config", WORKSPACE),
    ("google-cloud-vertex-ai", "google_cloud_vertex_ai_config", VERTEX),
    ("palm", "palm_config", {"palm_api_key_plaintext": SENTINEL}),
    (
        "custom",
        "custom_provider_config",
        {**URL, "bearer_token_auth": {"token_plaintext": SENTINEL}},
    ),
    ("custom", "custom_provider_config", {**URL, "api_key_auth": HEADER}),
)


def served(provider: str, field: str, config: dict[str, Any]) -> dict[str, Any]:
    model = {"name": "m", "provider": provider, "task": "llm/v1/chat", field: config}
    return {"name": "e", "external_model": model}


def plaintexts(value: JsonValue) -> Iterator[str]:
    """Yield the names of the members that hold the sentinel."""
    for name, member in as_object(value).items():
        yield from [name] if member == SENTINEL else plaintexts(member)
    for item in as_list(value):
        yield from plaintexts(item)


def contents(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir())


def test_every_secret_of_the_specification_is_tried() -> None:
    secret = {
        name
        for schema in document.schemas().values()
        for name, field in as_object(as_object(schema).get("properties")).items()
        if as_object(field).get("$ref") == "#/components/schemas/SecretPlaintext"
    }
    assert {name for _, _, config in MODELS for name in plaintexts(config)} == secret


async def test_no_secret_of_a_model_is_in_the_files(tmp_path: Path) -> None:
    async with server(tmp_path / "state.db") as client:
        for number, model in enumerate(MODELS):
            await check_model(client, f"e{number}", served(*model))
        assert b"openai" in contents(tmp_path)
        assert SENTINEL.encode() not in contents(tmp_path)
    assert SENTINEL.encode() not in contents(tmp_path)


async def check_model(client: httpx.AsyncClient, name: str, entity: dict[str, Any]) -> None:
    """Write an endpoint in every way, also such that are refused."""
    mixed = {**entity, "entity_name": "main.a.b", "environment_vars": {"A": "b"}}
    config = f"{ENDPOINTS}/{name}/config"
    answers = [
        await client.post(ENDPOINTS, json=create_request(name, entity)),
        await client.post(ENDPOINTS, json=create_request(name, entity)),
        await client.put(config, json={"served_entities": [entity]}),
        await client.put(config, json={"served_entities": [entity, entity]}),
        await client.put(config, json={"served_models": [entity]}),
        await client.put(config, json={"served_entities": [mixed]}),
        await client.patch(f"{ENDPOINTS}/{name}/tags", json={"add_tags": [{"key": "a"}]}),
        await client.put(f"{ENDPOINTS}/{name}/ai-gateway", json={"openai_config": entity}),
    ]
    assert [answer.status_code for answer in answers[:4]] == [200, 409, 200, 400]


async def test_no_key_and_no_token_is_in_the_files(tmp_path: Path) -> None:
    user = User(name="jane@example.com", token="dapi-of-jane-1234")
    path = tmp_path / "state.db"
    async with server(path, users=(user,)) as client:
        made = [
            (await client.post("/key/generate", json=wanted)).json()["key"]
            for wanted in ({}, {"key": "sk-brought-along"})
        ]
        form = {"grant_type": "client_credentials"}
        answer = await client.post("/oidc/v1/token", data=form, auth=("app-1", "dose-secret"))
        hers = {"authorization": f"Bearer {user.token}"}
        await client.post(ENDPOINTS, json=create_request("hers"), headers=hers)
        with_key = {"authorization": f"Bearer {made[1]}"}
        asked = {"model": CHAT_MODEL, "input": "Hello."}
        assert (await client.post("/responses", json=asked, headers=with_key)).status_code == 200
        secrets = [*made, answer.json()["access_token"], "dose-secret", user.token, "dapi-test"]
        assert not any(secret.encode() in contents(tmp_path) for secret in secrets)
    assert not any(secret.encode() in contents(tmp_path) for secret in secrets)


async def test_a_key_is_shown_by_its_end_after_a_restart(tmp_path: Path) -> None:
    async with server(tmp_path / "state.db") as client:
        key = (await client.post("/key/generate", json={})).json()["key"]
    async with server(tmp_path / "state.db") as client:
        info = (await client.get("/key/info", params={"key": key})).json()["info"]
    assert info["key_name"] == f"sk-...{key[-4:]}"
