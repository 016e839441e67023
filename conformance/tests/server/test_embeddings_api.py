"""Embeddings over the wire, on all paths."""

import base64
import struct
from typing import Any

import httpx
import pytest

from .answers import check_schema
from .examples import EMBEDDING_MODEL, create_request, entity

pytestmark = pytest.mark.anyio

INVOCATIONS = f"/serving-endpoints/{EMBEDDING_MODEL}/invocations"
WORKSPACE = "/serving-endpoints/embeddings"
GATEWAY = ("/embeddings", "/v1/embeddings")
EVERYWHERE = pytest.mark.parametrize("path", [INVOCATIONS, WORKSPACE, *GATEWAY])
AT_GATEWAY = pytest.mark.parametrize("path", GATEWAY)
IN_WORKSPACE = pytest.mark.parametrize("path", [INVOCATIONS, WORKSPACE])


async def embed(client: httpx.AsyncClient, path: str, **parameters: Any) -> httpx.Response:
    body = {"model": EMBEDDING_MODEL, "input": ["a lake house", "a warehouse"]} | parameters
    return await client.post(path, json=body)


@EVERYWHERE
async def test_embeddings_fit_the_schema_and_name_themselves(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = (await embed(client, path)).json()
    check_schema(answer, "EmbeddingsResponse")
    assert (answer["object"], answer["model"]) == ("list", EMBEDDING_MODEL)


@EVERYWHERE
async def test_there_is_one_vector_for_each_input_in_its_place(
    client: httpx.AsyncClient, path: str
) -> None:
    together = (await embed(client, path)).json()["data"]
    alone = (await embed(client, path, input="a warehouse")).json()["data"]
    assert [item["index"] for item in together] == [0, 1]
    assert together[1]["embedding"] == alone[0]["embedding"] != together[0]["embedding"]


@EVERYWHERE
@pytest.mark.parametrize(
    ("given", "tokens"),
    [("a lake house", 3), (["a lake", "house"], 3), ([5, 6, 7], 3), ([[5, 6], [7]], 3), ("", 0)],
)
async def test_usage_counts_the_inputs_tokens(
    client: httpx.AsyncClient, path: str, given: Any, tokens: int
) -> None:
    answer = (await embed(client, path, input=given)).json()
    assert answer["usage"] == {"prompt_tokens": tokens, "total_tokens": tokens}


@AT_GATEWAY
async def test_base64_holds_the_same_numbers(client: httpx.AsyncClient, path: str) -> None:
    packed = (await embed(client, path, encoding_format="base64")).json()["data"][0]["embedding"]
    numbers = (await embed(client, path, encoding_format="float")).json()["data"][0]["embedding"]
    assert list(struct.unpack(f"<{len(numbers)}f", base64.b64decode(packed))) == numbers


@IN_WORKSPACE
async def test_a_workspace_ignores_the_encoding_format(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = (await embed(client, path, encoding_format="base64")).json()
    assert len(answer["data"][0]["embedding"]) == 1024


@IN_WORKSPACE
async def test_a_hosted_model_does_not_know_dimensions(
    client: httpx.AsyncClient, path: str
) -> None:
    response = await embed(client, path, dimensions=256)
    assert response.status_code == 400
    assert response.json()["message"] == 'Bad request: json: unknown field "dimensions"\n'


@AT_GATEWAY
async def test_a_gateway_shortens_vectors(client: httpx.AsyncClient, path: str) -> None:
    answer = (await embed(client, path, dimensions=256)).json()
    assert [len(item["embedding"]) for item in answer["data"]] == [256, 256]


@AT_GATEWAY
async def test_no_vector_is_wider_than_the_model_makes_them(
    client: httpx.AsyncClient, path: str
) -> None:
    response = await embed(client, path, dimensions=1025)
    assert response.status_code == 400
    assert response.json()["error"]["message"] == "dimensions: 1025 is more than 1024."


@EVERYWHERE
async def test_too_many_inputs_are_refused(client: httpx.AsyncClient, path: str) -> None:
    assert (await embed(client, path, input=["a"] * 2049)).status_code == 400


async def test_an_external_endpoint_embeds(client: httpx.AsyncClient) -> None:
    mine = create_request("mine", entity(task="llm/v1/embeddings"))
    await client.post("/api/2.0/serving-endpoints", json=mine)
    answer = (await embed(client, "/serving-endpoints/mine/invocations", dimensions=8)).json()
    assert len(answer["data"][0]["embedding"]) == 8


async def test_a_vector_is_as_wide_as_the_catalogue_says(client: httpx.AsyncClient) -> None:
    for name, width in ((EMBEDDING_MODEL, 1024), ("text-embedding-ada-002", 1536)):
        answer = (await embed(client, "/v1/embeddings", model=name)).json()
        assert {len(item["embedding"]) for item in answer["data"]} == {width}
