"""The serving-endpoints API over the wire."""

from typing import Any

import httpx
import pytest

from .answers import check_schema
from .examples import CHAT_MODEL, MESSAGES, create_request, entity, routes

pytestmark = pytest.mark.anyio

PATH = "/api/2.0/serving-endpoints"


async def create(client: httpx.AsyncClient, request: dict[str, Any]) -> Any:
    response = await client.post(PATH, json=request)
    assert response.status_code == 200
    return response.json()


async def test_create_describes_the_endpoint(client: httpx.AsyncClient) -> None:
    created = await create(client, create_request("mine") | {"tags": [{"key": "team"}]})
    check_schema(created, "ServingEndpointDetailed")
    assert created["name"] == "mine"
    assert len(created["id"]) == 32
    assert created["state"]["ready"] == "READY"
    assert created["state"]["config_update"] == "NOT_UPDATING"
    assert created["tags"] == [{"key": "team"}]
    assert created["task"] == "llm/v1/chat"
    assert created["creation_timestamp"] == 1_700_000_000_000
    assert "pending_config" not in created


async def test_create_fills_in_names_and_traffic(client: httpx.AsyncClient) -> None:
    config = (await create(client, create_request("mine")))["config"]
    assert config["config_version"] == 1
    assert [served["name"] for served in config["served_entities"]] == ["gpt-4o-mini"]
    assert config["traffic_config"]["routes"] == [
        {
            "served_model_name": "gpt-4o-mini",
            "served_entity_name": "gpt-4o-mini",
            "traffic_percentage": 100,
        }
    ]


async def test_percentages_come_back_as_numbers(client: httpx.AsyncClient) -> None:
    split = routes(a="60", b="40")
    created = await create(
        client, create_request("mine", entity("a"), entity("b"), traffic_config=split)
    )
    shares = [r["traffic_percentage"] for r in created["config"]["traffic_config"]["routes"]]
    assert shares == [60, 40]


async def test_a_secret_reference_comes_back_as_it_was_sent(client: httpx.AsyncClient) -> None:
    created = await create(client, create_request("mine"))
    (served,) = created["config"]["served_entities"]
    reference = served["external_model"]["openai_config"]["openai_api_key"]
    assert reference == "{{secrets/models/openai}}"


async def test_no_answer_holds_a_plaintext_secret(client: httpx.AsyncClient) -> None:
    hidden = entity(openai_config={"openai_api_key_plaintext": "hush-hush"})
    answers = [
        await client.post(PATH, json=create_request("mine", hidden)),
        await client.post(PATH, json=create_request("mine", hidden)),
        await client.get(f"{PATH}/mine"),
        await client.get(PATH),
        await client.put(f"{PATH}/mine/config", json={"served_entities": [hidden]}),
        await client.put(f"{PATH}/mine/config", json={"served_entities": [hidden, hidden]}),
        await client.delete(f"{PATH}/mine"),
    ]
    assert [answer.status_code for answer in answers] == [200, 409, 200, 200, 200, 400, 200]
    assert not any("hush" in f"{answer.headers} {answer.text}" for answer in answers)


async def test_get_returns_what_create_returned(client: httpx.AsyncClient) -> None:
    created = await create(client, create_request("mine"))
    assert (await client.get(f"{PATH}/mine")).json() == created


async def test_a_name_that_exists_is_refused(client: httpx.AsyncClient) -> None:
    created = await create(client, create_request("mine"))
    response = await client.post(PATH, json=create_request("mine", entity("other")))
    assert (response.status_code, response.json()["error_code"]) == (409, "RESOURCE_ALREADY_EXISTS")
    assert (await client.get(f"{PATH}/mine")).json() == created


async def test_the_list_holds_hosted_models_and_created_endpoints(
    client: httpx.AsyncClient,
) -> None:
    created = await create(client, create_request("mine"))
    listed = (await client.get(PATH)).json()
    check_schema(listed, "ListServingEndpointsResponse")
    by_name = {endpoint["name"]: endpoint for endpoint in listed["endpoints"]}
    assert len(by_name) == len(listed["endpoints"])
    assert by_name[CHAT_MODEL]["endpoint_type"] == "FOUNDATION_MODEL_API"
    assert (by_name["mine"]["id"], by_name["mine"]["state"]) == (created["id"], created["state"])


async def test_a_hosted_model_can_be_read(client: httpx.AsyncClient) -> None:
    hosted = (await client.get(f"{PATH}/{CHAT_MODEL}")).json()
    check_schema(hosted, "ServingEndpointDetailed")
    assert (hosted["task"], hosted["state"]["ready"]) == ("llm/v1/chat", "READY")


@pytest.mark.parametrize("method", ["DELETE", "PUT"])
async def test_a_hosted_model_cannot_be_changed(client: httpx.AsyncClient, method: str) -> None:
    path = f"{PATH}/{CHAT_MODEL}" + ("/config" if method == "PUT" else "")
    response = await client.request(method, path, json={"served_entities": [entity()]})
    assert (response.status_code, response.json()["error_code"]) == (403, "PERMISSION_DENIED")


async def test_an_update_replaces_the_configuration(client: httpx.AsyncClient) -> None:
    created = await create(client, create_request("mine", entity("old")))
    updated = await client.put(f"{PATH}/mine/config", json={"served_entities": [entity("new")]})
    found = (await client.get(f"{PATH}/mine")).json()
    assert updated.json() == found
    assert [served["name"] for served in found["config"]["served_entities"]] == ["new"]
    assert (found["id"], found["config"]["config_version"]) == (created["id"], 2)


async def test_a_refused_update_changes_nothing(client: httpx.AsyncClient) -> None:
    created = await create(client, create_request("mine"))
    two = {"served_entities": [entity("a"), entity("b")]}
    assert (await client.put(f"{PATH}/mine/config", json=two)).status_code == 400
    assert (await client.get(f"{PATH}/mine")).json() == created


async def test_a_deleted_endpoint_is_gone(client: httpx.AsyncClient) -> None:
    await create(client, create_request("mine"))
    deleted = await client.delete(f"{PATH}/mine")
    assert (deleted.status_code, deleted.json()) == (200, {})
    gone = [
        await client.get(f"{PATH}/mine"),
        await client.delete(f"{PATH}/mine"),
        await client.put(f"{PATH}/mine/config", json={"served_entities": [entity()]}),
        await client.post("/serving-endpoints/mine/invocations", json={"messages": MESSAGES}),
    ]
    codes = {(response.status_code, response.json()["error_code"]) for response in gone}
    assert codes == {(404, "RESOURCE_DOES_NOT_EXIST")}


async def test_a_name_can_be_used_again_with_another_id(client: httpx.AsyncClient) -> None:
    first = await create(client, create_request("mine"))
    await client.delete(f"{PATH}/mine")
    assert (await create(client, create_request("mine")))["id"] != first["id"]


async def test_an_endpoint_without_a_configuration_waits_for_one(
    client: httpx.AsyncClient,
) -> None:
    created = await create(client, {"name": "empty"})
    assert (created["state"]["ready"], "config" in created) == ("NOT_READY", False)
    query = {"messages": MESSAGES}
    refused = await client.post("/serving-endpoints/empty/invocations", json=query)
    assert (refused.status_code, refused.json()["error_code"]) == (400, "BAD_REQUEST")
    await client.put(f"{PATH}/empty/config", json={"served_entities": [entity()]})
    answered = await client.post("/serving-endpoints/empty/invocations", json=query)
    assert answered.status_code == 200


@pytest.mark.parametrize("name", ["a b", "größe", "a/b", "", "a\n"])
async def test_a_name_has_letters_digits_dashes_and_underscores(
    client: httpx.AsyncClient, name: str
) -> None:
    response = await client.post(PATH, json=create_request(name))
    assert response.status_code == 400
    assert response.json()["error_code"] == "INVALID_PARAMETER_VALUE"


async def test_paths_may_end_with_a_slash(client: httpx.AsyncClient) -> None:
    response = await client.post(f"{PATH}/", json=create_request("mine"))
    assert (response.status_code, response.history) == (200, [])
    assert (await client.get(f"{PATH}/")).status_code == 200
