"""A gateway's models over the wire: names in paths, several at once, its own fields and headers."""

from typing import Any, Final

import httpx
import pytest

from .answers import check_schema

pytestmark = pytest.mark.anyio

MESSAGES: Final = [{"role": "user", "content": "this is a test request, write a short poem"}]
MODEL: Final = "gpt-3.5-turbo"


def chat(**changes: Any) -> dict[str, Any]:
    return {"model": MODEL, "messages": MESSAGES, "max_tokens": 8} | changes


@pytest.mark.parametrize("path", [f"/engines/{MODEL}", f"/openai/deployments/{MODEL}"])
async def test_the_model_of_the_path_wins(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.post(f"{path}/chat/completions", json=chat(model="absent"))
    assert answer.json()["model"] == MODEL


async def test_paths_with_a_model_are_at_the_root_only(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"/v1/engines/{MODEL}/chat/completions", json=chat())
    assert answer.status_code == 404


async def test_messages_are_below_v1_only(client: httpx.AsyncClient) -> None:
    assert (await client.post("/v1/messages", json=chat())).status_code == 200
    assert (await client.post("/messages", json=chat())).status_code == 404


async def test_several_models_answer_in_the_order_of_the_request(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post("/chat/completions", json=chat(model=f"{MODEL}, absent,llama3"))
    check_schema(answer.json(), "BatchChatAnswer")
    assert [entry.get("model") for entry in answer.json()] == [MODEL, "absent", "llama3"]
    assert answer.json()[1]["status_code"] == 404


async def test_several_models_are_not_streamed(client: httpx.AsyncClient) -> None:
    answer = await client.post("/chat/completions", json=chat(model=f"{MODEL},llama3", stream=True))
    assert answer.status_code == 400


async def test_the_call_id_comes_back_with_refusals_too(client: httpx.AsyncClient) -> None:
    headers = {"x-litellm-call-id": "call-1"}
    for body in (chat(), chat(model="absent")):
        answer = await client.post("/chat/completions", json=body, headers=headers)
        assert answer.headers["x-litellm-call-id"] == "call-1"


async def test_a_limit_that_no_model_can_keep_is_408(client: httpx.AsyncClient) -> None:
    headers = {"x-litellm-timeout": "0.00001"}
    assert (
        await client.post("/completions", json=chat(prompt="hi"), headers=headers)
    ).status_code == 408


async def test_messages_are_refused_in_their_own_shape(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/messages", json=chat(model="absent"))
    assert answer.json()["type"] == "error"
    assert answer.json()["error"]["type"] == "not_found_error"


async def test_an_answer_is_kept_unless_it_is_not_to_be(client: httpx.AsyncClient) -> None:
    for store, status in ((True, 200), (False, 404)):
        made = await client.post("/responses", json={"model": MODEL, "input": "hi", "store": store})
        found = await client.get(f"/responses/{made.json()['id']}")
        assert found.status_code == status


async def test_a_key_is_good_for_its_models_at_the_gateway(client: httpx.AsyncClient) -> None:
    made = await client.post("/key/generate", json={"models": [MODEL]})
    headers = {"authorization": "", "x-litellm-api-key": f"Bearer {made.json()['key']}"}
    listed = await client.get("/models", headers=headers)
    assert [model["id"] for model in listed.json()["data"]] == [MODEL]
    refused = await client.post("/chat/completions", json=chat(model="llama3"), headers=headers)
    assert refused.status_code == 403
    assert (await client.post("/key/generate", json={}, headers=headers)).status_code == 403


@pytest.mark.parametrize("path", ["/health/liveliness", "/health/readiness", "/routes", "/test"])
async def test_what_is_public_needs_no_key(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path, headers={"authorization": ""})).status_code == 200


async def test_moderations_have_a_default_model(client: httpx.AsyncClient) -> None:
    answer = await client.post("/moderations", json={"input": "hello from litellm"})
    check_schema(answer.json(), "Moderation")
    assert answer.json()["model"] == "text-moderation-007"
