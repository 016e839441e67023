"""Tokens are issued to service principals, and exchanged for those of single endpoints."""

import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings

from .conftest import Clock
from .examples import create_request, custom_entity

pytestmark = pytest.mark.anyio

TOKEN = "/oidc/v1/token"
ENDPOINTS = "/api/2.0/serving-endpoints"
ROWS = {"dataframe_records": [{"a": 1}]}
M2M = {"grant_type": "client_credentials", "scope": "all-apis"}
EXCHANGE = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer"}


@pytest.fixture
async def anonymous(settings: ServerSettings) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(settings))
    async with httpx.AsyncClient(transport=transport, base_url="http://server") as client:
        yield client


HALF_A_PAIR = json.dumps(
    [
        {
            "type": "workspace_permission",
            "object_type": "serving-endpoints",
            "object_path": "/serving-endpoints/\ud800",
            "actions": ["query_inference_endpoint"],
        }
    ]
)


def basic(user: str, password: str) -> dict[str, str]:
    pair = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"authorization": f"Basic {pair}"}


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


async def issued(client: httpx.AsyncClient, form: dict[str, str], **headers: str) -> str:
    response = await client.post(TOKEN, data=form, headers=headers)
    assert response.status_code == 200, response.text
    answer = response.json()
    assert (answer["token_type"], answer["expires_in"]) == ("Bearer", 3600)
    return str(answer["access_token"])


async def workspace_token(client: httpx.AsyncClient) -> str:
    return await issued(client, M2M, **basic("robot", "dose1"))


async def refused(client: httpx.AsyncClient, form: dict[str, str], **headers: str) -> Any:
    response = await client.post(TOKEN, data=form, headers=headers)
    return response.status_code, response.json()["error"]


async def optimized(client: httpx.AsyncClient, clock: Clock, token: str) -> dict[str, str]:
    """The query info of a route-optimized endpoint."""
    request = create_request("mine", custom_entity("e")) | {"route_optimized": True}
    await client.post(ENDPOINTS, json=request, headers=bearer(token))
    clock.seconds += 1
    found = await client.get(f"{ENDPOINTS}/mine", headers=bearer(token))
    info: dict[str, str] = found.json()["data_plane_info"]["query_info"]
    return info


async def test_a_service_principal_gets_a_token_for_the_workspace(
    anonymous: httpx.AsyncClient, clock: Clock
) -> None:
    token = await workspace_token(anonymous)
    assert (await anonymous.get(ENDPOINTS, headers=bearer(token))).status_code == 200
    clock.seconds += 3600
    assert (await anonymous.get(ENDPOINTS, headers=bearer(token))).status_code == 401


async def test_an_oauth_token_is_good_for_the_gateway_as_well(
    anonymous: httpx.AsyncClient,
) -> None:
    token = await workspace_token(anonymous)
    assert (await anonymous.get("/v1/models", headers=bearer(token))).status_code == 200


@pytest.mark.parametrize(
    ("form", "headers", "answer"),
    [
        (M2M, {}, (401, "invalid_client")),
        (M2M, basic("robot", "wrong"), (401, "invalid_client")),
        (M2M, basic("", "dose1"), (401, "invalid_client")),
        (M2M, {"authorization": "Basic ?"}, (401, "invalid_client")),
        ({}, {}, (400, "unsupported_grant_type")),
        ({"grant_type": "password"}, {}, (400, "unsupported_grant_type")),
        (EXCHANGE | {"assertion": "dapi-1"}, {}, (400, "invalid_grant")),
        (
            M2M | {"authorization_details": "[]"},
            basic("robot", "dose1"),
            (400, "invalid_request"),
        ),
        (
            M2M | {"authorization_details": "no JSON"},
            basic("robot", "dose1"),
            (400, "invalid_request"),
        ),
        (
            M2M | {"authorization_details": "[" * 100_000},
            basic("robot", "dose1"),
            (400, "invalid_request"),
        ),
        (
            M2M | {"authorization_details": HALF_A_PAIR},
            basic("robot", "dose1"),
            (400, "invalid_request"),
        ),
    ],
)
async def test_anything_else_is_refused_in_the_words_of_oauth(
    anonymous: httpx.AsyncClient,
    form: dict[str, str],
    headers: dict[str, str],
    answer: tuple[int, str],
) -> None:
    assert await refused(anonymous, form, **headers) == answer


async def test_an_exchange_has_to_say_what_for(anonymous: httpx.AsyncClient) -> None:
    form = EXCHANGE | {"assertion": await workspace_token(anonymous)}
    assert await refused(anonymous, form) == (400, "invalid_request")


async def test_with_one_token_it_is_the_secret_of_service_principals(clock: Clock) -> None:
    app = create_app(ServerSettings(token="only", clock=clock))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://server"
    ) as client:
        await issued(client, M2M | {"client_id": "robot", "client_secret": "only"})
        assert await refused(client, M2M, **basic("robot", "dose1")) == (401, "invalid_client")


async def test_an_endpoints_own_address_takes_its_own_tokens_only(
    anonymous: httpx.AsyncClient, clock: Clock
) -> None:
    control = await workspace_token(anonymous)
    info = await optimized(anonymous, clock, control)
    details = info["authorization_details"]
    exchange = EXCHANGE | {"assertion": control, "authorization_details": details}
    direct = M2M | {"authorization_details": details}
    other = details.replace("/serving-endpoints/", "/serving-endpoints/0")
    statuses: list[int] = []
    for token in (
        await issued(anonymous, exchange),
        await issued(anonymous, direct, **basic("robot", "dose1")),
        await issued(anonymous, exchange | {"authorization_details": other}),
        control,
        "dapi-1",
    ):
        response = await anonymous.post(info["endpoint_url"], json=ROWS, headers=bearer(token))
        statuses.append(response.status_code)
    assert statuses == [200, 200, 401, 401, 401]


async def test_a_token_of_an_endpoint_is_good_for_nothing_else(
    anonymous: httpx.AsyncClient, clock: Clock
) -> None:
    control = await workspace_token(anonymous)
    details = (await optimized(anonymous, clock, control))["authorization_details"]
    form = EXCHANGE | {"assertion": control, "authorization_details": details}
    token = await issued(anonymous, form)
    assert (await anonymous.get(ENDPOINTS, headers=bearer(token))).status_code == 401
    assert await refused(anonymous, form | {"assertion": token}) == (400, "invalid_grant")
    gone = await anonymous.post(
        "/1/serving-endpoints/none/invocations", json=ROWS, headers=bearer(token)
    )
    assert gone.status_code == 404


async def test_documents_lead_to_the_token_endpoint(anonymous: httpx.AsyncClient) -> None:
    found = (await anonymous.get("/.well-known/databricks-config")).json()
    assert found["workspace_id"].isdecimal()
    document = await anonymous.get(
        f"{found['oidc_endpoint']}/.well-known/oauth-authorization-server"
    )
    assert document.json()["token_endpoint"] == f"http://server{TOKEN}"


async def test_the_workspace_tells_its_number(anonymous: httpx.AsyncClient) -> None:
    metadata = (await anonymous.get("/.well-known/databricks-config")).json()
    assert metadata["workspace_id"].isdigit()
