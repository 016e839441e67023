"""Refusals over the wire have the shape of their API."""

import logging
from typing import Any

import httpx
import pytest

from invocant_conformance.server import views
from invocant_conformance.server.app import create_app
from invocant_conformance.server.body import FOUNDATION_BYTES
from invocant_conformance.server.endpoints import Endpoint
from invocant_conformance.server.grants import Principal
from invocant_conformance.server.settings import ServerSettings

from .answers import check_schema
from .examples import CHAT_MODEL, EMBEDDING_MODEL, MESSAGES

pytestmark = pytest.mark.anyio

MANAGEMENT = "/api/2.0/serving-endpoints"
CHAT = "/serving-endpoints/chat/completions"
EMBEDDINGS = "/serving-endpoints/embeddings"
INVOCATIONS = f"/serving-endpoints/{CHAT_MODEL}/invocations"
WORKSPACE_PATHS = [MANAGEMENT, CHAT, EMBEDDINGS, INVOCATIONS]
GATEWAY_PATHS = ["/chat/completions", "/embeddings", "/v1/chat/completions", "/v1/embeddings"]
SHAPES = [
    *((path, "WorkspaceError") for path in WORKSPACE_PATHS),
    *((path, "GatewayError") for path in GATEWAY_PATHS),
]
EVERYWHERE = pytest.mark.parametrize(("path", "shape"), SHAPES)
JSON = {"content-type": "application/json"}


def refused(response: httpx.Response, status: int, shape: str) -> Any:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    check_schema(response.json(), shape)
    return response.json()


@EVERYWHERE
async def test_missing_credentials_are_401(
    client: httpx.AsyncClient, path: str, shape: str
) -> None:
    del client.headers["authorization"]
    refused(await client.post(path, json={}), 401, shape)


@EVERYWHERE
async def test_a_wrong_token_is_401_and_not_repeated(
    client: httpx.AsyncClient, path: str, shape: str
) -> None:
    wrong = {"authorization": "Bearer wrong-secret"}
    response = await client.post(path, json={}, headers=wrong)
    refused(response, 401, shape)
    assert "wrong-secret" not in f"{response.headers} {response.text}"


@EVERYWHERE
@pytest.mark.parametrize("raw", [b'{"model": ', b"[]", b"null", b"\xff", b"", b"[" * 100_000])
async def test_what_is_no_json_object_is_400(
    client: httpx.AsyncClient, path: str, shape: str, raw: bytes
) -> None:
    refused(await client.post(path, content=raw, headers=JSON), 400, shape)


@EVERYWHERE
async def test_another_content_type_is_415_where_that_is_documented_else_400(
    client: httpx.AsyncClient, path: str, shape: str
) -> None:
    plain = {"content-type": "text/plain"}
    status = 415 if path.startswith("/serving-endpoints") else 400
    refused(await client.post(path, content=b"{}", headers=plain), status, shape)


@EVERYWHERE
async def test_a_body_that_is_too_large_is_413(
    client: httpx.AsyncClient, path: str, shape: str
) -> None:
    body = b" " * FOUNDATION_BYTES + b"{}"
    refused(await client.post(path, content=body, headers=JSON), 413, shape)


@EVERYWHERE
async def test_the_largest_body_that_is_allowed_is_read(
    client: httpx.AsyncClient, path: str, shape: str
) -> None:
    body = b" " * (FOUNDATION_BYTES - 2) + b"{}"
    refused(await client.post(path, content=body, headers=JSON), 400, shape)


@EVERYWHERE
async def test_a_missing_field_is_400(client: httpx.AsyncClient, path: str, shape: str) -> None:
    refused(await client.post(path, json={}), 400, shape)


@EVERYWHERE
async def test_another_method_is_405_and_says_which_are_allowed(
    client: httpx.AsyncClient, path: str, shape: str
) -> None:
    response = await client.request("PATCH", path)
    refused(response, 405, shape)
    assert response.headers["allow"] == ("GET, POST" if path == MANAGEMENT else "POST")


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/api/2.0/clusters/list", "WorkspaceError"),
        ("/serving-endpoints/chat", "WorkspaceError"),
        ("/nothing", "GatewayError"),
        ("/models//", "GatewayError"),
        ("/v1/nothing", "GatewayError"),
        ("/.well-known/nothing", "GatewayError"),
    ],
)
async def test_an_unknown_path_is_404(client: httpx.AsyncClient, path: str, shape: str) -> None:
    refused(await client.get(path), 404, shape)


@pytest.mark.parametrize("model", ["no-such-model", EMBEDDING_MODEL])
@pytest.mark.parametrize("streamed", [False, True])
async def test_a_model_that_is_no_chat_model_is_404(
    client: httpx.AsyncClient, model: str, streamed: bool
) -> None:
    body = {"model": model, "messages": MESSAGES, "stream": streamed}
    refusal = refused(await client.post(CHAT, json=body), 404, "WorkspaceError")
    assert refusal["error_code"] == "RESOURCE_DOES_NOT_EXIST"
    refusal = refused(await client.post("/chat/completions", json=body), 404, "GatewayError")
    assert (refusal["error"]["code"], refusal["error"]["param"]) == ("model_not_found", "model")


async def test_a_query_that_does_not_fit_the_endpoints_task_is_400(
    client: httpx.AsyncClient,
) -> None:
    response = await client.post(INVOCATIONS, json={"input": "a text"})
    refusal = refused(response, 400, "WorkspaceError")
    assert refusal == {
        "error_code": "BAD_REQUEST",
        "message": "body: the required field messages is missing.",
    }


async def test_a_gateway_names_the_field_at_fault(client: httpx.AsyncClient) -> None:
    body = {"model": CHAT_MODEL, "messages": MESSAGES, "temperature": "hot"}
    refusal = refused(await client.post("/chat/completions", json=body), 400, "GatewayError")
    assert refusal["error"] == {
        "message": 'temperature: "hot" is not of types "null", "number".',
        "type": "invalid_request_error",
        "param": "temperature",
        "code": "invalid_value",
    }


async def test_the_only_token_may_be_given(settings: ServerSettings) -> None:
    app = create_app(ServerSettings(token="only-this"))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
        statuses = [
            (await client.get("/models", headers={"authorization": f"Bearer {token}"})).status_code
            for token in ("only-this", "dapi-test")
        ]
    assert statuses == [200, 401]


async def test_a_fault_of_the_server_is_a_500_that_shows_and_logs_no_request(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(endpoint: Endpoint, origin: str, caller: Principal) -> None:
        raise RuntimeError(endpoint.description)

    monkeypatch.setattr(views, "detailed", fail)
    request = {"name": "mine", "description": "hush-hush"}
    with caplog.at_level(logging.DEBUG):
        response = await client.post(MANAGEMENT, json=request)
    refusal = refused(response, 500, "WorkspaceError")
    assert refusal["error_code"] == "INTERNAL_ERROR"
    assert "RuntimeError" in caplog.text
    assert "hush-hush" not in caplog.text + response.text


@pytest.mark.parametrize("path", ["/models", "/nothing", MANAGEMENT, "/.well-known/invocant"])
async def test_every_answer_names_server_and_request(client: httpx.AsyncClient, path: str) -> None:
    answers = [await client.get(path), await client.get(path)]
    assert len({answer.headers["x-request-id"] for answer in answers}) == 2
    assert {answer.headers["server"].partition("/")[0] for answer in answers} == {
        "invocant-reference"
    }


async def test_the_server_says_that_it_is_the_reference_without_credentials(
    client: httpx.AsyncClient,
) -> None:
    del client.headers["authorization"]
    identity = (await client.get("/.well-known/invocant")).json()
    assert identity["reference"] is True
    assert len(identity["spec"]) == 64
