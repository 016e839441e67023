"""Queries of custom models, of text models, and of one served entity among several."""

import json
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from invocant_conformance.server.body import FOUNDATION_BYTES, MAX_BYTES

from .answers import check_schema, chunks
from .examples import CHAT_MODEL, MESSAGES, create_request, entity, routes

pytestmark = pytest.mark.anyio

TEXT_MODEL: Final = "databricks-mpt-7b-instruct"
TEXT: Final = "/serving-endpoints/completions"
MODEL: Final = "/serving-endpoints/sample-model/invocations"
FEATURES: Final = "/serving-endpoints/sample-features/invocations"
JSON: Final = {"content-type": "application/json"}
RECORDING: Final = Path(__file__).parent / "data" / "mlflow-scoring.json"


@pytest.mark.parametrize("path", [TEXT, f"/serving-endpoints/{TEXT_MODEL}/invocations"])
async def test_a_text_is_completed(client: httpx.AsyncClient, path: str) -> None:
    request = {"model": TEXT_MODEL, "prompt": ["The lake", "The sea"], "echo": True}
    answer = (await client.post(path, json=request)).json()
    check_schema(answer, "Completion")
    first, second = (choice["text"] for choice in answer["choices"])
    assert (first[:8], second[:7]) == ("The lake", "The sea")


async def test_a_streamed_text_is_the_whole_one(client: httpx.AsyncClient) -> None:
    request = {"model": TEXT_MODEL, "prompt": "The lake"}
    whole = (await client.post(TEXT, json=request)).json()["choices"][0]["text"]
    received = chunks(await client.post(TEXT, json=request | {"stream": True}))
    assert "".join(chunk["choices"][0]["text"] for chunk in received) == whole
    assert all(chunk["usage"]["total_tokens"] for chunk in received)


async def test_recorded_rows_get_the_recorded_status(client: httpx.AsyncClient) -> None:
    """Left out are requests that MLflow's server answered by the schema of its model."""
    recorded = json.loads(RECORDING.read_text(encoding="utf-8"))["requests"]
    found = {each["case"]: (await _send(client, each)).status_code for each in recorded}
    assert found == {each["case"]: each["status"] for each in recorded}


async def _send(client: httpx.AsyncClient, recorded: dict[str, Any]) -> httpx.Response:
    headers = {"content-type": recorded["content_type"]}
    return await client.post(MODEL, content=recorded["body"].encode(), headers=headers)


async def test_a_feature_spec_answers_with_outputs(client: httpx.AsyncClient) -> None:
    answer = (await client.post(FEATURES, json={"dataframe_records": [{"user_id": 17}]})).json()
    check_schema(answer, "ScoringResponse")
    assert [row["user_id"] for row in answer["outputs"]] == [17]


async def test_a_chat_with_a_custom_model_is_400(client: httpx.AsyncClient) -> None:
    response = await client.post(MODEL, json={"messages": MESSAGES})
    assert (response.status_code, response.json()["error_code"]) == (400, "BAD_REQUEST")


async def test_samples_are_listed_and_cannot_be_changed(client: httpx.AsyncClient) -> None:
    managed = "/api/2.0/serving-endpoints"
    listed = {each["name"] for each in (await client.get(managed)).json()["endpoints"]}
    assert {"sample-model", "sample-features"} <= listed
    shown = (await client.get(f"{managed}/sample-model")).json()
    check_schema(shown, "ServingEndpointDetailed")
    assert (await client.delete(f"{managed}/sample-model")).status_code == 403
    assert (await client.post(managed, json=create_request("sample-model"))).status_code == 409


async def test_samples_are_no_models_of_the_gateway(client: httpx.AsyncClient) -> None:
    listed = {model["id"] for model in (await client.get("/models")).json()["data"]}
    assert not listed & {"sample-model", "sample-features"}


async def test_one_served_entity_is_queried_whatever_the_split(client: httpx.AsyncClient) -> None:
    split = create_request("two", entity("a"), entity("b"), traffic_config=routes(a=100, b=0))
    assert (await client.post("/api/2.0/serving-endpoints", json=split)).status_code == 200
    path = "/serving-endpoints/two/served-models/b/invocations"
    response = await client.post(path, json={"messages": MESSAGES})
    assert (response.status_code, response.headers["served-model-name"]) == (200, "b")


async def test_an_unknown_served_entity_is_404(client: httpx.AsyncClient) -> None:
    path = f"/serving-endpoints/{CHAT_MODEL}/served-models/nobody/invocations"
    response = await client.post(path, json={"messages": MESSAGES})
    assert response.status_code == 404
    check_schema(response.json(), "WorkspaceError")


async def test_a_path_with_v1_is_the_same(client: httpx.AsyncClient) -> None:
    request = {"model": CHAT_MODEL, "messages": MESSAGES}
    first = (await client.post("/serving-endpoints/chat/completions", json=request)).json()
    second = (await client.post("/serving-endpoints/v1/chat/completions", json=request)).json()
    assert first["choices"] == second["choices"]


async def test_a_table_may_have_16_mb(client: httpx.AsyncClient) -> None:
    rows = b'{"inputs": 1}'
    largest = b" " * (MAX_BYTES - len(rows)) + rows
    assert (await client.post(MODEL, content=largest, headers=JSON)).status_code == 200
    larger = b" " + largest
    assert (await client.post(MODEL, content=larger, headers=JSON)).status_code == 413


async def test_a_chat_by_path_may_have_4_mb(client: httpx.AsyncClient) -> None:
    path = f"/serving-endpoints/{CHAT_MODEL}/invocations"
    chat = json.dumps({"messages": MESSAGES}).encode()
    largest = b" " * (FOUNDATION_BYTES - len(chat)) + chat
    assert (await client.post(path, content=largest, headers=JSON)).status_code == 200
    larger = b" " + largest
    assert (await client.post(path, content=larger, headers=JSON)).status_code == 413


async def test_answers_name_the_workspace(client: httpx.AsyncClient) -> None:
    response = await client.post(MODEL, json={"inputs": 1})
    assert response.headers["x-databricks-org-id"].isdigit()
    assert response.headers["served-model-name"] == "iris-1"


@pytest.mark.parametrize("path", ["/serving-endpoints/chat/completions", "invocations"])
async def test_a_model_of_the_responses_api_alone_does_not_chat(
    client: httpx.AsyncClient, path: str
) -> None:
    name = "databricks-gpt-5-1-codex-max"
    asked = {"model": name, "messages": MESSAGES}
    path = f"/serving-endpoints/{name}/invocations" if path == "invocations" else path
    refused = await client.post(path, json=asked)
    assert refused.status_code == 400
    assert refused.json()["error_code"] == "BAD_REQUEST"
    assert refused.json()["message"].endswith("answers requests in the format responses only.")
    assert (await client.post("/v1/chat/completions", json=asked)).status_code == 200
