"""The permissions API over the wire; it names endpoints by their ids."""

from typing import Any

import httpx
import pytest

from .answers import check_schema
from .examples import create_request

pytestmark = pytest.mark.anyio

ENDPOINTS = "/api/2.0/serving-endpoints"
PATH = "/api/2.0/permissions/serving-endpoints"
CREATOR = "user@example.com"
REQUESTS = (("GET", ""), ("PUT", ""), ("PATCH", ""), ("GET", "/permissionLevels"))
INHERITED = [
    {
        "permission_level": "CAN_MANAGE",
        "inherited": True,
        "inherited_from_object": ["/serving-endpoints/"],
    }
]


@pytest.fixture
async def path(client: httpx.AsyncClient) -> str:
    created = (await client.post(ENDPOINTS, json=create_request("mine"))).json()
    return f"{PATH}/{created['id']}"


def acl(**levels: str) -> dict[str, Any]:
    entries = [{"group_name": name, "permission_level": level} for name, level in levels.items()]
    return {"access_control_list": entries}


def direct(answer: httpx.Response) -> dict[str, list[str]]:
    """Return the direct levels of every grantee that has some."""
    found: dict[str, list[str]] = {}
    for entry in answer.json()["access_control_list"]:
        name = entry.get("user_name") or entry.get("group_name")
        levels = [
            each["permission_level"]
            for each in entry["all_permissions"]
            if each["inherited"] is False
        ]
        found |= {name: levels} if levels else {}
    return found


async def test_the_creator_and_the_admins_manage(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    check_schema(answer.json(), "ServingEndpointPermissions")
    assert answer.json()["object_id"] == f"/serving-endpoints/{path.rpartition('/')[2]}"
    assert answer.json()["object_type"] == "serving-endpoint"
    assert direct(answer) == {CREATOR: ["CAN_MANAGE"]}
    assert answer.json()["access_control_list"][1] == {
        "group_name": "admins",
        "all_permissions": INHERITED,
    }


async def test_setting_replaces_and_updating_merges(client: httpx.AsyncClient, path: str) -> None:
    assert direct(await client.put(path, json=acl(users="CAN_VIEW"))) == {"users": ["CAN_VIEW"]}
    changed = await client.patch(path, json=acl(users="CAN_QUERY", interns="CAN_VIEW"))
    assert direct(changed) == {"users": ["CAN_QUERY"], "interns": ["CAN_VIEW"]}
    assert (await client.get(path)).json() == changed.json()


@pytest.mark.parametrize("nothing", [{}, {"access_control_list": []}])
async def test_setting_nothing_leaves_what_is_inherited(
    client: httpx.AsyncClient, path: str, nothing: dict[str, Any]
) -> None:
    answer = await client.put(path, json=nothing)
    assert answer.json()["access_control_list"] == [
        {"group_name": "admins", "all_permissions": INHERITED}
    ]


async def test_a_direct_grant_stands_beside_an_inherited_one(
    client: httpx.AsyncClient, path: str
) -> None:
    (entry,) = (await client.put(path, json=acl(admins="CAN_QUERY"))).json()["access_control_list"]
    own = {"permission_level": "CAN_QUERY", "inherited": False}
    assert entry == {"group_name": "admins", "all_permissions": [own, *INHERITED]}


@pytest.mark.parametrize(
    "entry",
    [
        {"permission_level": "CAN_VIEW"},
        {"user_name": "a", "group_name": "b", "permission_level": "CAN_VIEW"},
        {"group_name": "b", "permission_level": "CAN_RUN"},
    ],
    ids=["nobody", "two", "unknown-level"],
)
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_a_broken_entry_changes_nothing(
    client: httpx.AsyncClient, path: str, method: str, entry: dict[str, str]
) -> None:
    before = (await client.get(path)).json()
    refused = await client.request(method, path, json={"access_control_list": [entry]})
    assert refused.status_code == 400
    assert (await client.get(path)).json() == before


async def test_the_levels_are_those_of_the_specification(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = (await client.get(f"{path}/permissionLevels")).json()
    check_schema(answer, "ServingEndpointPermissionLevels")
    levels = [each["permission_level"] for each in answer["permission_levels"]]
    assert levels == ["CAN_MANAGE", "CAN_QUERY", "CAN_VIEW"]


async def test_a_name_or_the_id_of_a_deleted_endpoint_is_unknown(
    client: httpx.AsyncClient, path: str
) -> None:
    await client.delete(f"{ENDPOINTS}/mine")
    for unknown in (f"{PATH}/mine", path):
        for method, suffix in (
            ("GET", ""),
            ("PUT", ""),
            ("PATCH", ""),
            ("GET", "/permissionLevels"),
        ):
            answer = await client.request(method, unknown + suffix, json={})
            assert answer.status_code == 404
            assert answer.json()["error_code"] == "RESOURCE_DOES_NOT_EXIST"


async def test_endpoints_of_the_platform_are_read_and_not_changed(
    client: httpx.AsyncClient,
) -> None:
    hosted = (await client.get(f"{ENDPOINTS}/databricks-gte-large-en")).json()["id"]
    shown = (await client.get(f"{PATH}/{hosted}")).json()
    assert [entry["group_name"] for entry in shown["access_control_list"]] == ["admins", "users"]
    assert (await client.get(f"{PATH}/{hosted}/permissionLevels")).status_code == 200
    assert (await client.put(f"{PATH}/{hosted}", json={})).status_code == 403
