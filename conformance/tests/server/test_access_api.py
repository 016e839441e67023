"""Grants decide what a principal may do with an endpoint, at every operation on one."""

from typing import Any

import httpx
import pytest

from invocant_conformance.server.app import create_app
from invocant_conformance.server.principals import User
from invocant_conformance.server.settings import ServerSettings
from invocant_conformance.specification import operations
from invocant_conformance.specification.records import Operation

from .answers import check_schema
from .conftest import Clock
from .examples import CHAT_MODEL, MESSAGES, create_request, custom_entity

pytestmark = pytest.mark.anyio

ENDPOINTS = "/api/2.0/serving-endpoints"
JANE, ANN = "jane@example.com", "ann@example.com"
HERS = {"authorization": "Bearer dapi-of-jane"}
OF_ANN = {"authorization": "Bearer dapi-of-ann"}
LEVELS = ("CAN_VIEW", "CAN_QUERY", "CAN_MANAGE")
CHAT = {"messages": MESSAGES}
ON_ONE = [
    operation
    for operation in operations.of_profile("management")
    if {"name", "serving_endpoint_id"} & {each.name for each in operation.parameters}
]
QUERIES = operations.of_profile("invocations")


@pytest.fixture
def settings(clock: Clock) -> ServerSettings:
    users = (
        User(name=JANE, token="dapi-of-jane", groups=frozenset({"analysts"})),
        User(name=ANN, token="dapi-of-ann", groups=frozenset({"admins"})),
    )
    return ServerSettings(token_delay=0, clock=clock, users=users, strict_permissions=True)


async def create(client: httpx.AsyncClient, level: str | None, **grantee: str) -> str:
    """Create an endpoint, on which Jane, unless it is another, has a level; returns its id."""
    created = (await client.post(ENDPOINTS, json=create_request("mine"))).json()
    if level:
        entry = {**(grantee or {"user_name": JANE}), "permission_level": level}
        path = f"/api/2.0/permissions/serving-endpoints/{created['id']}"
        await client.patch(path, json={"access_control_list": [entry]})
    return str(created["id"])


async def ask(client: httpx.AsyncClient, operation: Operation, endpoint_id: str) -> httpx.Response:
    """Send the documented request of an operation, about the endpoint, for Jane."""
    names = {
        "name": "mine",
        "model": "mine",
        "serving_endpoint_id": endpoint_id,
        "served_model_name": "gpt-4o-mini",
    }
    path = operation.paths[0].format(**names)
    body = dict(operation.signatures[0].example)
    if "model" in body:
        body["model"] = "mine"
    query = {each.name: each.example or "sse" for each in operation.at("query") if each.required}
    return await client.request(operation.method, path, params=query, json=body, headers=HERS)


def of(operation: Operation) -> str:
    return operation.id


async def chat(client: httpx.AsyncClient, headers: dict[str, str]) -> httpx.Response:
    return await client.post("/serving-endpoints/mine/invocations", json=CHAT, headers=headers)


def test_both_kinds_of_operations_are_there() -> None:
    assert len(ON_ONE) > 15
    assert len(QUERIES) > 15


@pytest.mark.parametrize("operation", ON_ONE, ids=of)
async def test_managing_takes_the_level_of_the_operation(
    client: httpx.AsyncClient, operation: Operation
) -> None:
    enough = LEVELS if operation.method == "GET" else LEVELS[-1:]
    assert await refused_with(client, operation) == {None, *LEVELS} - {*enough}


@pytest.mark.parametrize("operation", QUERIES, ids=of)
async def test_querying_takes_can_query(client: httpx.AsyncClient, operation: Operation) -> None:
    assert await refused_with(client, operation) == {None, "CAN_VIEW"}


async def refused_with(client: httpx.AsyncClient, operation: Operation) -> set[str | None]:
    """Return the levels with which Jane is refused, each time as documented."""
    refused: set[str | None] = set()
    for level in (None, *LEVELS):
        answer = await ask(client, operation, await create(client, level))
        if answer.status_code == 403:
            refused.add(level)
            check_schema(answer.json(), "WorkspaceError")
            assert answer.json()["error_code"] == "PERMISSION_DENIED"
            assert JANE in answer.json()["message"]
        await client.delete(f"{ENDPOINTS}/mine")
    return refused


@pytest.mark.parametrize("method", ["GET", "DELETE"])
async def test_what_is_not_there_is_unknown_to_everybody(
    client: httpx.AsyncClient, method: str
) -> None:
    answer = await client.request(method, f"{ENDPOINTS}/nobody", headers=HERS)
    assert answer.status_code == 404


async def test_the_list_has_what_the_caller_may_view(client: httpx.AsyncClient) -> None:
    await create(client, None)
    shared = {"user_name": JANE, "permission_level": "CAN_VIEW"}
    other = (await client.post(ENDPOINTS, json=create_request("shared"))).json()["id"]
    path = f"/api/2.0/permissions/serving-endpoints/{other}"
    await client.patch(path, json={"access_control_list": [shared]})
    listed = (await client.get(ENDPOINTS, headers=HERS)).json()["endpoints"]
    levels = {each["name"]: each["permission_level"] for each in listed}
    assert (levels[CHAT_MODEL], levels["shared"]) == ("CAN_QUERY", "CAN_VIEW")
    assert "mine" not in levels
    everything = (await client.get(ENDPOINTS)).json()["endpoints"]
    assert {each["name"] for each in everything} >= {"mine", "shared"}


async def test_who_creates_an_endpoint_manages_it(client: httpx.AsyncClient) -> None:
    created = await client.post(ENDPOINTS, json=create_request("mine"), headers=HERS)
    assert (created.json()["creator"], created.json()["permission_level"]) == (JANE, "CAN_MANAGE")
    (entity,) = created.json()["config"]["served_entities"]
    assert entity["creator"] == JANE
    assert (await chat(client, HERS)).status_code == 200
    assert (await client.delete(f"{ENDPOINTS}/mine", headers=HERS)).status_code == 200


@pytest.mark.parametrize(
    ("grantee", "status"),
    [
        ({"user_name": JANE}, 200),
        ({"group_name": "analysts"}, 200),
        ({"group_name": "users"}, 200),
        ({"user_name": ANN}, 403),
        ({"group_name": "interns"}, 403),
        ({"service_principal_name": JANE}, 403),
    ],
    ids=str,
)
async def test_a_grant_is_for_whom_it_names(
    client: httpx.AsyncClient, grantee: dict[str, str], status: int
) -> None:
    await create(client, "CAN_QUERY", **grantee)
    assert (await chat(client, HERS)).status_code == status


async def test_the_highest_of_several_grants_counts(client: httpx.AsyncClient) -> None:
    endpoint_id = await create(client, "CAN_QUERY", group_name="users")
    entry = {"user_name": JANE, "permission_level": "CAN_VIEW"}
    path = f"/api/2.0/permissions/serving-endpoints/{endpoint_id}"
    await client.patch(path, json={"access_control_list": [entry]})
    shown = (await client.get(f"{ENDPOINTS}/mine", headers=HERS)).json()
    assert shown["permission_level"] == "CAN_QUERY"


async def test_admins_may_do_everything_whatever_is_granted(client: httpx.AsyncClient) -> None:
    path = f"/api/2.0/permissions/serving-endpoints/{await create(client, None)}"
    await client.put(path, json={"access_control_list": []})
    for headers in (OF_ANN, {}):
        assert (await chat(client, headers)).status_code == 200
        shown = (await client.get(f"{ENDPOINTS}/mine", headers=headers)).json()
        assert shown["permission_level"] == "CAN_MANAGE"
    assert (await client.delete(f"{ENDPOINTS}/mine", headers=OF_ANN)).status_code == 200


async def test_everybody_queries_hosted_models(client: httpx.AsyncClient) -> None:
    path = f"/serving-endpoints/{CHAT_MODEL}/invocations"
    assert (await client.post(path, json=CHAT, headers=HERS)).status_code == 200


async def test_a_gateway_knows_no_grants(client: httpx.AsyncClient) -> None:
    await create(client, None)
    answer = await client.post("/chat/completions", json={"model": "mine", **CHAT}, headers=HERS)
    assert answer.status_code == 200


async def oauth(client: httpx.AsyncClient, **more: str) -> dict[str, str]:
    form = {"grant_type": "client_credentials", **more}
    answer = await client.post("/oidc/v1/token", data=form, auth=("app-1", "dose-secret"))
    return {"authorization": f"Bearer {answer.json()['access_token']}"}


async def test_an_oauth_client_has_what_its_client_id_was_granted(
    client: httpx.AsyncClient,
) -> None:
    await create(client, None)
    assert (await chat(client, await oauth(client))).status_code == 403
    await client.delete(f"{ENDPOINTS}/mine")
    await create(client, "CAN_QUERY", service_principal_name="app-1")
    assert (await chat(client, await oauth(client))).status_code == 200


async def test_a_service_principal_creates(client: httpx.AsyncClient) -> None:
    headers = await oauth(client)
    created = (await client.post(ENDPOINTS, json=create_request("mine"), headers=headers)).json()
    assert (created["creator"], created["creator_kind"]) == ("app-1", "ServicePrincipal")
    path = f"/api/2.0/permissions/serving-endpoints/{created['id']}"
    first = (await client.get(path, headers=headers)).json()["access_control_list"][0]
    assert first["service_principal_name"] == "app-1"


async def test_oauth_clients_are_admins_unless_permissions_are_strict(
    clock: Clock, client: httpx.AsyncClient
) -> None:
    lenient = httpx.ASGITransport(create_app(ServerSettings(token_delay=0, clock=clock)))
    async with httpx.AsyncClient(
        transport=lenient, base_url="http://server", headers={"authorization": "Bearer dapi-test"}
    ) as other:
        await create(other, None)
        assert (await chat(other, await oauth(other))).status_code == 200


@pytest.mark.parametrize(("level", "status"), [("CAN_VIEW", 403), ("CAN_QUERY", 200)])
async def test_the_address_of_an_optimized_endpoint_takes_can_query_too(
    client: httpx.AsyncClient, clock: Clock, level: str, status: int
) -> None:
    request = create_request("fast", custom_entity("own")) | {"route_optimized": True}
    created = (await client.post(ENDPOINTS, json=request)).json()
    clock.seconds += 1
    entry = {"service_principal_name": "app-1", "permission_level": level}
    path = f"/api/2.0/permissions/serving-endpoints/{created['id']}"
    await client.patch(path, json={"access_control_list": [entry]})
    info: Any = (await client.get(f"{ENDPOINTS}/fast")).json()["data_plane_info"]["query_info"]
    headers = await oauth(client, authorization_details=info["authorization_details"])
    answer = await client.post(info["endpoint_url"], json={"inputs": [1]}, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize("stop", ["user", "user_group", "service_principal"])
async def test_limits_count_each_principal(client: httpx.AsyncClient, stop: str) -> None:
    names = {"user": JANE, "user_group": "analysts", "service_principal": "app-1"}
    limit = {"renewal_period": "minute", "calls": 1, "key": stop, "principal": names[stop]}
    await create(client, "CAN_QUERY", group_name="users")
    await client.put(f"{ENDPOINTS}/mine/ai-gateway", json={"rate_limits": [limit]})
    callers = {"user": HERS, "user_group": HERS, "service_principal": await oauth(client)}
    limited = [(await chat(client, callers[stop])).status_code for _ in range(2)]
    others = [(await chat(client, OF_ANN)).status_code for _ in range(2)]
    assert (limited, others) == ([200, 429], [200, 200])


async def test_a_limit_for_users_is_one_for_each(client: httpx.AsyncClient) -> None:
    limit = {"renewal_period": "minute", "calls": 1, "key": "user"}
    await create(client, "CAN_QUERY", group_name="users")
    await client.put(f"{ENDPOINTS}/mine/ai-gateway", json={"rate_limits": [limit]})
    statuses = [(await chat(client, headers)).status_code for headers in (HERS, OF_ANN, HERS)]
    assert statuses == [200, 200, 429]


async def test_a_limit_of_the_endpoint_is_shared(client: httpx.AsyncClient) -> None:
    limit = {"renewal_period": "minute", "calls": 1}
    await create(client, "CAN_QUERY")
    await client.put(f"{ENDPOINTS}/mine/ai-gateway", json={"rate_limits": [limit]})
    assert [(await chat(client, each)).status_code for each in (OF_ANN, HERS)] == [200, 429]


async def test_a_users_token_is_right_beside_the_only_one(clock: Clock) -> None:
    users = (User(name=JANE, token="hers"),)
    app = create_app(ServerSettings(token="only-this", clock=clock, users=users))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://server"
    ) as client:
        statuses = [
            (await client.get(ENDPOINTS, headers={"authorization": f"Bearer {token}"})).status_code
            for token in ("only-this", "hers", "dapi-test")
        ]
    assert statuses == [200, 200, 401]
