"""Requests that real clients were recorded to send are answered as their clients need it."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.anyio

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize("name", ["openai", "databricks-sdk", "mlflow"])
async def test_recorded_requests_get_the_recorded_status(
    client: httpx.AsyncClient, name: str
) -> None:
    recording = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    expected = {request["case"]: request["status"] for request in recording["requests"]}
    found = {
        request["case"]: (await _send(client, request)).status_code
        for request in recording["requests"]
    }
    assert found == expected


async def _send(client: httpx.AsyncClient, request: dict[str, Any]) -> httpx.Response:
    body = None if request["body"] is None else json.dumps(request["body"]).encode()
    return await client.request(
        request["method"], request["path"], headers=request["headers"], content=body
    )
