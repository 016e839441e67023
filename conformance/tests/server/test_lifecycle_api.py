"""Endpoints of custom models and with provisioned throughput, over the wire."""

from typing import Any

import httpx
import pytest

from invocant_conformance.server.entities import TRIGGER

from .answers import check_schema
from .conftest import Clock
from .examples import CHAT_MODEL, MESSAGES, create_request, custom_entity, entity

pytestmark = pytest.mark.anyio

PATH = "/api/2.0/serving-endpoints"
LLAMA = "system.ai.meta_llama_v3_3_70b_instruct"
FAILING = custom_entity("e", environment_vars={TRIGGER: "fail"})


async def create(client: httpx.AsyncClient, *entities: dict[str, Any], **more: Any) -> Any:
    """Create an endpoint named mine, by default of a custom model named e."""
    served = entities or (custom_entity("e"),)
    return await found(client.post(PATH, json=create_request("mine", *served) | more))


async def deployed(client: httpx.AsyncClient, clock: Clock, *entities: dict[str, Any]) -> Any:
    """Create an endpoint named mine and wait until its deployment has ended."""
    await create(client, *entities)
    clock.seconds += 1
    return await read(client)


async def read(client: httpx.AsyncClient) -> Any:
    endpoint = await found(client.get(f"{PATH}/mine"))
    check_schema(endpoint, "ServingEndpointDetailed")
    return endpoint


async def found(response: Any) -> Any:
    answer = await response
    assert answer.status_code == 200, answer.text
    return answer.json()


def state(endpoint: Any) -> tuple[str, str]:
    return endpoint["state"]["ready"], endpoint["state"]["config_update"]


def refusal(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["error_code"]


async def test_a_custom_model_takes_its_time(client: httpx.AsyncClient, clock: Clock) -> None:
    created = await create(client)
    assert state(created) == ("NOT_READY", "IN_PROGRESS")
    clock.seconds += 0.5
    assert await read(client) == created
    clock.seconds += 0.5
    assert state(await read(client)) == ("READY", "NOT_UPDATING")


async def test_a_failing_update_leaves_what_serves(client: httpx.AsyncClient, clock: Clock) -> None:
    before = await deployed(client, clock)
    await client.put(f"{PATH}/mine/config", json={"served_entities": [FAILING]})
    clock.seconds += 1
    after = await read(client)
    assert state(after) == ("READY", "UPDATE_FAILED")
    assert after["config"] == before["config"]
    (cause,) = after["pending_config"]["served_entities"]
    assert cause["state"]["deployment"] == "DEPLOYMENT_FAILED"


async def test_environment_variables_come_back(client: httpx.AsyncClient) -> None:
    variables = {"LEVEL": "debug", "KEY": "{{secrets/models/key}}"}
    created = await create(client, custom_entity("e", environment_vars=variables))
    (served,) = created["pending_config"]["served_entities"]
    assert served["environment_vars"] == variables


async def test_a_stopped_endpoint_refuses_queries(client: httpx.AsyncClient, clock: Clock) -> None:
    before = await deployed(client, clock)
    assert await found(client.post(f"{PATH}/mine/config:stop")) == {}
    assert state(await read(client)) == ("NOT_READY", "NOT_UPDATING")
    query = {"dataframe_records": [{"amount": 1}]}
    response = await client.post("/serving-endpoints/mine/invocations", json=query)
    assert response.status_code == 400
    assert await found(client.post(f"{PATH}/mine/config:start")) == {}
    clock.seconds += 1
    after = await read(client)
    assert state(after) == state(before)
    assert after["config"]["config_version"] == 2


@pytest.mark.parametrize("what", ["config:stop", "config:start", "telemetry-config"])
async def test_a_deployment_is_not_disturbed(client: httpx.AsyncClient, what: str) -> None:
    await create(client)
    method = "PATCH" if what == "telemetry-config" else "POST"
    response = await client.request(method, f"{PATH}/mine/{what}", json={})
    assert refusal(response) == (409, "RESOURCE_CONFLICT")


async def test_telemetry_is_set_and_removed(client: httpx.AsyncClient, clock: Clock) -> None:
    await deployed(client, clock)
    wanted = {"table_names": {"logs_table": "main.a.logs"}}
    path = f"{PATH}/mine/telemetry-config"
    patched = await found(client.patch(path, json={"telemetry_config": wanted}))
    assert patched["telemetry_config"].keys() == {"telemetry_profile_id"}
    assert await read(client) == patched
    assert "telemetry_config" not in await found(client.patch(path, json={}))


async def test_create_makes_a_profile_of_tables(client: httpx.AsyncClient) -> None:
    wanted = {"table_names": {"logs_table": "main.a.logs"}}
    created = await create(client, telemetry_config=wanted)
    assert created["telemetry_config"].keys() == {"telemetry_profile_id"}
    assert "main.a.logs" not in str(created)


async def test_logs_name_the_model_and_the_version(client: httpx.AsyncClient, clock: Clock) -> None:
    await deployed(client, clock)
    for kind in ("logs", "build-logs"):
        path = f"{PATH}/mine/served-models/e/{kind}"
        plain = await found(client.get(path))
        assert "e (main.fraud.detector 3), config version 1" in plain["logs"]
        assert await found(client.get(path, params={"config_version": 1})) == plain
        unknown = await client.get(path, params={"config_version": 2})
        assert refusal(unknown) == (404, "RESOURCE_DOES_NOT_EXIST")


async def test_metrics_count_the_queries_of_one_endpoint(client: httpx.AsyncClient) -> None:
    await create(client, entity("chat"))
    for messages in (MESSAGES, []):
        await client.post("/serving-endpoints/mine/invocations", json={"messages": messages})
    chat = {"model": CHAT_MODEL, "messages": MESSAGES}
    await client.post("/serving-endpoints/chat/completions", json=chat)
    response = await client.get(f"{PATH}/mine/metrics")
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert 'request_count_total{endpoint_name="mine"} 2\n' in response.text
    assert 'request_4xx_count_total{endpoint_name="mine"} 1\n' in response.text
    hosted = await client.get(f"{PATH}/{CHAT_MODEL}/metrics")
    assert f'request_count_total{{endpoint_name="{CHAT_MODEL}"}} 1\n' in hosted.text


async def test_a_ready_endpoint_describes_itself(client: httpx.AsyncClient, clock: Clock) -> None:
    await create(client)
    assert (await client.get(f"{PATH}/mine/openapi")).status_code == 404
    clock.seconds += 1
    document = await found(client.get(f"{PATH}/mine/openapi"))
    check_schema(document, "EndpointOpenApi")
    assert document["servers"] == [{"url": "http://server/serving-endpoints/mine"}]


async def test_model_units_change_at_once(client: httpx.AsyncClient, clock: Clock) -> None:
    def config(units: int) -> dict[str, Any]:
        return {"served_entities": [{"entity_name": LLAMA, "provisioned_model_units": units}]}

    created = await found(client.post(f"{PATH}/pt", json={"name": "mine", "config": config(10)}))
    assert state(created) == ("NOT_READY", "IN_PROGRESS")
    clock.seconds += 1
    path = f"{PATH}/pt/mine/config"
    updated = await found(client.put(path, json={"config": config(20)}))
    assert state(updated) == ("READY", "NOT_UPDATING")
    (served,) = updated["config"]["served_entities"]
    assert (served["provisioned_model_units"], updated["task"]) == (20, "llm/v1/chat")


async def test_an_endpoint_may_be_named_pt(client: httpx.AsyncClient) -> None:
    assert refusal(await client.get(f"{PATH}/pt")) == (404, "RESOURCE_DOES_NOT_EXIST")
    await found(client.post(PATH, json=create_request("pt")))
    assert (await found(client.get(f"{PATH}/pt")))["name"] == "pt"
    response = await client.put(f"{PATH}/pt")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert await found(client.delete(f"{PATH}/pt")) == {}


async def test_chunks_of_throughput_can_be_asked_for(client: httpx.AsyncClient) -> None:
    path = f"{PATH}/get-model-optimization-info"
    info = await found(client.get(f"{path}/{LLAMA}/1"))
    check_schema(info, "ModelOptimizationInfo")
    assert info["throughput_chunk_size"] > 0
    for unknown in (f"{path}/{LLAMA}/99", f"{path}/main.own.model/1"):
        assert refusal(await client.get(unknown)) == (404, "RESOURCE_DOES_NOT_EXIST")


async def test_an_optimized_route_leads_to_this_server(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    await create(client, route_optimized=True)
    clock.seconds += 1
    url = (await read(client))["data_plane_info"]["query_info"]["endpoint_url"]
    assert url == "http://server/1234567890123456/serving-endpoints/mine/invocations"


async def test_logs_are_those_of_what_serves_after_a_failed_update(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    await deployed(client, clock, custom_entity("e"))
    before = (await client.get(f"{PATH}/mine/served-models/e/logs")).json()["logs"]
    await client.put(f"{PATH}/mine/config", json={"served_entities": [FAILING]})
    clock.seconds += 10
    assert (await client.get(f"{PATH}/mine/served-models/e/logs")).json()["logs"] == before != ""
    build = (await client.get(f"{PATH}/mine/served-models/e/build-logs")).json()["logs"]
    assert "could not be started" in build
