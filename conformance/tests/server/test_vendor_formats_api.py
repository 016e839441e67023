"""The formats of model makers over HTTP: what real clients send is answered, whole and streamed."""

import json
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from .answers import check_schema

pytestmark = pytest.mark.anyio

RESPONSES: Final = "/serving-endpoints/responses"
MESSAGES: Final = "/serving-endpoints/anthropic/v1/messages"
GEMINI: Final = "/serving-endpoints/gemini/v1beta/models/databricks-gemini-2-5-flash"
GPT: Final = "databricks-gpt-5"
CLAUDE: Final = "databricks-claude-sonnet-4"

_RECORDED: Final[list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "data" / "vendor-formats.json").read_text(encoding="utf-8")
)
_FORMATS = {
    "responses": (RESPONSES, GPT, "ResponsesResponse", "ResponsesEvent"),
    "messages": (MESSAGES, CLAUDE, "Message", "MessagesEvent"),
    "count_tokens": ("/v1/messages/count_tokens", CLAUDE, "CountTokensAnswer", ""),
}


@pytest.mark.parametrize("recorded", _RECORDED, ids=lambda recorded: recorded["case"])
async def test_what_a_client_sends_is_answered(
    client: httpx.AsyncClient, recorded: dict[str, Any]
) -> None:
    path, model, whole, event = _FORMATS[recorded["path"].rpartition("/")[2]]
    body = recorded["body"] | {"model": model}
    response = await client.post(path, json=body, headers=recorded["headers"])
    assert response.status_code == 200
    if body.get("stream"):
        for data in _data(response):
            check_schema(data, event)
    else:
        check_schema(response.json(), whole)


async def test_a_model_of_another_maker_is_not_found(client: httpx.AsyncClient) -> None:
    response = await client.post(RESPONSES, json={"model": CLAUDE, "input": "hi"})
    assert response.status_code == 404
    assert response.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"


@pytest.mark.parametrize(
    ("name", "value"),
    [("background", False), ("store", False), ("conversation", "c"), ("custom_inputs", {})],
)
async def test_a_hosted_model_refuses_what_it_does_not_have(
    client: httpx.AsyncClient, name: str, value: object
) -> None:
    body = {"model": GPT, "input": "hi", name: value}
    response = await client.post(RESPONSES, json=body)
    assert response.status_code == 400
    assert name in response.json()["message"]


async def test_an_external_model_takes_what_needs_a_store(client: httpx.AsyncClient) -> None:
    model = {
        "name": "gpt-4o",
        "provider": "openai",
        "task": "llm/v1/chat",
        "openai_config": {"openai_api_key": "{{secrets/models/openai}}"},
    }
    created = {"name": "mine", "config": {"served_entities": [{"external_model": model}]}}
    await client.post("/api/2.0/serving-endpoints", json=created)
    response = await client.post(RESPONSES, json={"model": "mine", "input": "hi", "store": True})
    assert response.status_code == 200
    assert response.headers["served-model-name"] == "gpt-4o"


async def test_a_path_may_name_what_speaks_the_responses_format(client: httpx.AsyncClient) -> None:
    response = await client.post(f"/serving-endpoints/{GPT}/invocations", json={"input": "hi"})
    check_schema(response.json(), "ResponsesResponse")
    assert response.json()["object"] == "response"


@pytest.mark.parametrize("name", ["system.ai.gemini-2-5-flash", "databricks-gemini-2-5-flash"])
async def test_the_unity_gateway_knows_both_names(client: httpx.AsyncClient, name: str) -> None:
    path = f"/ai-gateway/gemini/v1beta/models/{name}:generateContent"
    response = await client.post(path, json={"contents": [{"parts": [{"text": "hi"}]}]})
    check_schema(response.json(), "GenerateContentResponse")


async def test_streams_say_what_whole_answers_say(client: httpx.AsyncClient) -> None:
    body = {"model": GPT, "input": "hi"}
    whole = (await client.post(RESPONSES, json=body)).json()
    events = _data(await client.post(RESPONSES, json=body | {"stream": True}))
    deltas = [each["delta"] for each in events if each["type"] == "response.output_text.delta"]
    assert "".join(deltas) == whole["output"][0]["content"][0]["text"]


async def test_all_formats_of_a_gemini_model_say_the_same(client: httpx.AsyncClient) -> None:
    body = {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}
    whole = (await client.post(f"{GEMINI}:generateContent", json=body)).json()
    pieces = _data(await client.post(f"{GEMINI}:streamGenerateContent?alt=sse", json=body))
    texts = [each["candidates"][0]["content"]["parts"][0]["text"] for each in pieces]
    assert "".join(texts) == whole["candidates"][0]["content"]["parts"][0]["text"]


def _data(response: httpx.Response) -> list[dict[str, Any]]:
    """Return the data of all events; an event line says the type of the data."""
    assert response.headers["content-type"].startswith("text/event-stream")
    found: list[dict[str, Any]] = []
    for block in response.text.split("\n\n")[:-1]:
        *names, data = block.split("\n")
        found.append(json.loads(data.removeprefix("data: ")))
        assert names in ([], [f"event: {found[-1].get('type')}"])
    return found


async def test_a_conversation_that_the_server_should_keep_is_refused_at_once(
    client: httpx.AsyncClient,
) -> None:
    message = {"role": "user", "content": "hi"}
    body = {"model": CLAUDE, "max_tokens": 8, "messages": [message], "thread": {"type": "create"}}
    at_workspace = await client.post(MESSAGES, json=body)
    at_gateway = await client.post("/v1/messages", json=body)
    assert (at_workspace.status_code, at_gateway.status_code) == (400, 400)
    assert at_workspace.json()["message"].startswith("thread: ")
    details = at_gateway.json()["error"]["details"]
    assert details == {"error_code": "thread_unsupported_request", "unsupported": ["thread"]}
