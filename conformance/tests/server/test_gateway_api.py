"""The gateway's list of models over the wire."""

import httpx
import pytest

from invocant import spec
from invocant_conformance.server import catalogue

from .answers import check_schema
from .examples import create_request

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("path", ["/models", "/v1/models"])
async def test_the_list_holds_hosted_models_and_endpoints(
    client: httpx.AsyncClient, path: str
) -> None:
    await client.post("/api/2.0/serving-endpoints", json=create_request("mine"))
    listed = (await client.get(path)).json()
    check_schema(listed, "ModelList")
    models = spec.models()
    known = {*catalogue.read(models), *catalogue.read_gateway_only(models), "mine"}
    assert {model["id"] for model in listed["data"]} == known
    assert len(listed["data"]) == len(known)


async def test_a_model_is_found_with_the_provider_in_front(client: httpx.AsyncClient) -> None:
    model = "databricks-claude-3-7-sonnet"
    body = {"messages": [{"role": "user", "content": "What is the capital of France?"}]}
    answers = [
        (await client.post("/v1/chat/completions", json={"model": name, **body})).json()
        for name in (model, f"databricks/{model}")
    ]
    assert [answer["model"] for answer in answers] == [model, model]
    assert answers[0]["choices"] == answers[1]["choices"]


async def test_an_endpoint_that_serves_nothing_is_not_listed(client: httpx.AsyncClient) -> None:
    await client.post("/api/2.0/serving-endpoints", json={"name": "empty"})
    listed = (await client.get("/models")).json()["data"]
    assert "empty" not in {model["id"] for model in listed}
