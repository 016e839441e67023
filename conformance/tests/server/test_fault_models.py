"""Models and endpoints that are named after faults."""

from typing import Any

import httpx
import pytest

from .examples import CHAT_MODEL, EMBEDDING_MODEL, MESSAGES, create_request

pytestmark = pytest.mark.anyio

CHAT = "/serving-endpoints/chat/completions"
MANAGED = "/api/2.0/serving-endpoints"
ASKED = {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3}


TASKS: list[tuple[str, dict[str, Any]]] = [
    (CHAT, {"messages": MESSAGES}),
    ("/serving-endpoints/completions", {"prompt": "a"}),
    ("/serving-endpoints/embeddings", {"input": "a"}),
    ("/serving-endpoints/responses", {"input": "a"}),
    ("/serving-endpoints/anthropic/v1/messages", {"messages": [MESSAGES[1]], "max_tokens": 3}),
    ("/v1/chat/completions", {"messages": MESSAGES}),
    ("/v1/completions", {"prompt": "a"}),
    ("/v1/embeddings", {"input": "a"}),
    ("/v1/moderations", {"input": "a"}),
    ("/v1/messages", {"messages": [MESSAGES[1]], "max_tokens": 3}),
    ("/v1/responses", {"input": "a"}),
]


@pytest.mark.parametrize(("path", "body"), TASKS)
async def test_a_model_named_after_a_fault_serves_every_task(
    client: httpx.AsyncClient, path: str, body: dict[str, Any]
) -> None:
    struck = await client.post(path, json={**body, "model": "fault-529"})
    sound = await client.post(path, json={**body, "model": "fault-none"})
    assert (struck.status_code, sound.status_code) == (529, 200)


@pytest.mark.parametrize(
    "body",
    [
        {"messages": MESSAGES},
        {"prompt": "a"},
        {"input": "a"},
        {"dataframe_records": [{"a": 1}]},
    ],
)
async def test_an_endpoint_named_after_a_fault_serves_every_task(
    client: httpx.AsyncClient, body: dict[str, Any]
) -> None:
    answers = [
        await client.post(f"/serving-endpoints/fault-{fault}/invocations", json=body)
        for fault in ("429", "none", "content-type;type=text%2Fhtml")
    ]
    assert [answer.status_code for answer in answers] == [429, 200, 200]
    assert answers[2].headers["content-type"] == "text/html"


async def test_a_fault_can_be_put_before_the_name_of_a_model(client: httpx.AsyncClient) -> None:
    body = {"model": f"fault-no-header+{EMBEDDING_MODEL}", "input": "a"}
    answer = await client.post("/serving-endpoints/embeddings", json=body)
    assert answer.json()["model"] == EMBEDDING_MODEL
    assert "served-model-name" not in answer.headers
    unknown = await client.post("/v1/embeddings", json={**body, "model": "fault-none+nobody"})
    assert unknown.status_code == 404


async def test_models_named_after_faults_are_in_no_list(client: httpx.AsyncClient) -> None:
    await client.post(CHAT, json={**ASKED, "model": "fault-none"})
    for path in (MANAGED, "/v1/models", "/model/info"):
        assert "fault-" not in (await client.get(path)).text
    assert (await client.get(f"{MANAGED}/fault-429")).status_code == 404


async def test_an_endpoint_that_was_created_under_such_a_name_is_one(
    client: httpx.AsyncClient,
) -> None:
    for name in ("fault-429", "fault-tolerant"):
        await client.post(MANAGED, json=create_request(name))
    listed = (await client.get(MANAGED)).json()["endpoints"]
    assert {"fault-429", "fault-tolerant"} <= {each["name"] for each in listed}
    answers = [
        await client.post(CHAT, json={**ASKED, "model": name})
        for name in ("fault-429", "fault-tolerant")
    ]
    assert [answer.status_code for answer in answers] == [429, 200]
    assert answers[1].json()["model"] == "fault-tolerant"


async def test_a_name_that_is_no_fault_is_400(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/chat/completions", json={**ASKED, "model": "fault-x"})
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == "model"
    assert answer.json()["error"]["message"].startswith("model: kind: 'x' is none of 400 to 599")
