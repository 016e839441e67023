"""Who the start page shows endpoints and requests to."""

import httpx
import pytest
from starlette.types import ASGIApp

from invocant_conformance.server.app import create_app
from invocant_conformance.server.settings import ServerSettings

from .conftest import Clock
from .examples import create_request

pytestmark = pytest.mark.anyio

HTML = {"accept": "text/html"}
USER = {"authorization": "Bearer dapi-test"}
ADMIN = {"authorization": "Bearer the-admin"}
LIVE = "/.invocant/page/live"
MANAGEMENT = "/api/2.0/serving-endpoints"


def asking(app: ASGIApp, origin: str = "http://127.0.0.1:4010") -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=origin)


@pytest.mark.parametrize(
    ("origin", "loopback", "headers", "seen"),
    [
        ("http://localhost:4010", True, {}, True),
        ("http://app.localhost", True, {}, True),
        ("http://[::1]:4010", True, {}, True),
        ("http://rebound.example", True, {}, False),
        ("http://127.0.0.1.example", True, {}, False),
        ("http://127.0.0.1:4010", False, {}, False),
        ("http://192.168.0.7:4010", False, USER, False),
        ("http://192.168.0.7:4010", False, ADMIN, True),
        ("http://rebound.example", True, ADMIN, True),
    ],
)
async def test_others_need_the_admin_token_to_see_endpoints_and_requests(
    clock: Clock, origin: str, loopback: bool, headers: dict[str, str], seen: bool
) -> None:
    settings = ServerSettings(clock=clock, loopback=loopback, admin_token="the-admin")
    async with asking(create_app(settings), origin) as client:
        await client.post(MANAGEMENT, json=create_request("sentinel-2"), headers=USER)
        page = await client.get("/", headers={**HTML, **headers})
        live = await client.get(LIVE, headers=headers)
    assert ("sentinel-2" in page.text) is seen
    assert ("sentinel-2" in live.text) is seen
    assert live.status_code == (200 if seen else 401)
    assert ('id="unlock"' in page.text) is not seen


async def test_without_an_admin_token_others_see_neither(clock: Clock) -> None:
    app = create_app(ServerSettings(clock=clock, loopback=False))
    async with asking(app) as client:
        page = await client.get("/", headers=HTML)
        live = await client.get(LIVE, headers={"authorization": "Bearer "})
    assert "only with --admin-token" in page.text
    assert 'id="unlock"' not in page.text
    assert live.status_code == 401
