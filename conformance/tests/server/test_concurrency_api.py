"""Changes that meet, and names of every allowed form."""

import asyncio
import string
from collections import Counter
from typing import Any

import httpx
import pytest

from .conftest import Clock
from .examples import MESSAGES, create_request, custom_entity, entity

pytestmark = pytest.mark.anyio

PATH = "/api/2.0/serving-endpoints"
ALLOWED = string.ascii_letters + string.digits + "-_"


async def outcomes(*requests: Any) -> Counter[tuple[int, str]]:
    """Send requests at once, and count statuses and error codes."""
    answers: list[httpx.Response] = await asyncio.gather(*requests)
    return Counter((each.status_code, each.json().get("error_code", "")) for each in answers)


async def test_of_updates_at_once_one_is_carried_out(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    await client.post(PATH, json=create_request("mine", custom_entity("old")))
    clock.seconds += 1
    config = {"served_entities": [custom_entity("new")]}
    found = await outcomes(*(client.put(f"{PATH}/mine/config", json=config) for _ in range(5)))
    assert found == {(200, ""): 1, (409, "RESOURCE_CONFLICT"): 4}
    clock.seconds += 1
    config = (await client.get(f"{PATH}/mine")).json()["config"]
    assert config["config_version"] == 2


async def test_of_creations_at_once_one_is_carried_out(client: httpx.AsyncClient) -> None:
    requests = (client.post(PATH, json=create_request("mine", entity(f"e{n}"))) for n in range(5))
    assert await outcomes(*requests) == {(200, ""): 1, (409, "RESOURCE_ALREADY_EXISTS"): 4}


async def test_of_deletions_at_once_one_is_carried_out_and_the_others_change_nothing(
    client: httpx.AsyncClient,
) -> None:
    await client.post(PATH, json=create_request("mine"))
    await client.post(PATH, json=create_request("other"))
    found = await outcomes(*(client.delete(f"{PATH}/mine") for _ in range(5)))
    assert found == {(200, ""): 1, (404, "RESOURCE_DOES_NOT_EXIST"): 4}
    assert (await client.get(f"{PATH}/other")).status_code == 200


async def test_an_endpoint_can_be_deleted_while_it_is_updated(client: httpx.AsyncClient) -> None:
    await client.post(PATH, json=create_request("mine", custom_entity("old")))
    assert (await client.delete(f"{PATH}/mine")).status_code == 200
    assert (await client.post(PATH, json=create_request("mine"))).status_code == 200


@pytest.mark.parametrize("name", [ALLOWED[:32], ALLOWED[32:], "-", "_", "0", "pt", "completions"])
async def test_names_have_every_allowed_character(client: httpx.AsyncClient, name: str) -> None:
    created = (await client.post(PATH, json=create_request(name))).json()
    assert (await client.get(f"{PATH}/{name}")).json() == created
    query = await client.post(f"/serving-endpoints/{name}/invocations", json={"messages": MESSAGES})
    assert query.status_code == 200
    assert (await client.delete(f"{PATH}/{name}")).status_code == 200
