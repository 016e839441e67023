"""The model server that the reference server plays, over the wire."""

import httpx
import pytest

from invocant_conformance.json_values import JsonObject

from .answers import check_schema

pytestmark = pytest.mark.anyio

PATH = "/invocations"


@pytest.mark.parametrize(
    "body",
    [
        {"dataframe_split": {"columns": ["a", "b"], "data": [[1.0, 2.0], [3.0, 4.0]]}},
        {"dataframe_records": [{"a": 1.0, "b": 2.0}, {"a": 3.0, "b": 4.0}]},
        {"instances": [{"a": 1.0, "b": 2.0}, {"a": 3.0, "b": 4.0}]},
        {"inputs": {"a": [1.0, 3.0], "b": [2.0, 4.0]}},
    ],
    ids=lambda body: next(iter(body)),
)
async def test_rows_have_predictions_whatever_their_form(
    client: httpx.AsyncClient, body: JsonObject
) -> None:
    answer = await client.post(PATH, json=body)
    check_schema(answer.json(), "ScoringResponse")
    split = {"dataframe_split": {"columns": ["a", "b"], "data": [[1.0, 2.0], [3.0, 4.0]]}}
    assert answer.json() == (await client.post(PATH, json=split)).json()


@pytest.mark.parametrize(
    ("body", "schema"),
    [
        ({"messages": [{"role": "user", "content": "hi"}]}, "ProviderChatCompletion"),
        ({"prompt": "Say hello"}, "ProviderCompletion"),
        ({"input": ["a", "b"]}, "ProviderEmbeddings"),
        ({"input": [{"role": "user", "content": "hi"}]}, "AgentResponse"),
    ],
    ids=["chat", "completion", "embeddings", "agent"],
)
async def test_language_models_answer_in_their_own_form(
    client: httpx.AsyncClient, body: JsonObject, schema: str
) -> None:
    check_schema((await client.post(PATH, json=body)).json(), schema)


async def test_nothing_is_streamed(client: httpx.AsyncClient) -> None:
    body = {"messages": [{"role": "user", "content": "hi"}], "stream": True}
    answer = await client.post(PATH, json=body)
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("kind", ["text/plain", "application/json; charset=latin-1"])
async def test_another_content_type_is_refused_with_415(
    client: httpx.AsyncClient, kind: str
) -> None:
    body = b'{"inputs": [1]}'
    answer = await client.post(PATH, content=body, headers={"content-type": kind})
    assert answer.status_code == 415
    check_schema(answer.json(), "ModelServerError")


async def test_the_server_says_that_it_lives(client: httpx.AsyncClient) -> None:
    ping = await client.get("/ping")
    assert (ping.status_code, ping.text) == (200, "\n")
    assert (await client.get("/version")).headers["content-type"].startswith("text/plain")
