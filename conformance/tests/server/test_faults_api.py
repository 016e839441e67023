"""Where faults strike, what they leave alone, and which models are named after them."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

import invocant
from invocant_conformance.server.app import create_app, services
from invocant_conformance.server.faults.connection import ConnectionBroken
from invocant_conformance.server.faults.values import FaultError
from invocant_conformance.server.settings import ServerSettings

from .answers import events
from .examples import CHAT_MODEL, EMBEDDING_MODEL, MESSAGES, create_request

pytestmark = pytest.mark.anyio

CHAT = "/serving-endpoints/chat/completions"
MANAGED = "/api/2.0/serving-endpoints"
ASKED = {"model": CHAT_MODEL, "messages": MESSAGES, "max_tokens": 3}


def failing(spec: str) -> dict[str, str]:
    return {"x-invocant-fault": spec}


async def names(client: httpx.AsyncClient) -> list[str]:
    listed = (await client.get(MANAGED, headers=failing("none"))).json()
    return [endpoint["name"] for endpoint in listed["endpoints"]]


@pytest.fixture
async def faulty(request: pytest.FixtureRequest) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a server with the faults of the test's parameter."""
    app = create_app(ServerSettings(token_delay=0, faults=tuple(request.param)))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://server",
        headers={"authorization": "Bearer dapi-test"},
    ) as client:
        yield client


@pytest.mark.parametrize("spec", ["503", "reset", "html;status=502"])
async def test_nothing_is_changed_before_the_work(client: httpx.AsyncClient, spec: str) -> None:
    try:
        answer = await client.post(MANAGED, json=create_request("mine"), headers=failing(spec))
    except ConnectionBroken:
        assert spec == "reset"
    else:
        assert answer.status_code in (502, 503)
    assert "mine" not in await names(client)


@pytest.mark.parametrize(
    "spec", ["503;when=after", "reset;when=after", "html;status=502;when=after", "cut", "malformed"]
)
async def test_the_answer_is_lost_after_the_work(client: httpx.AsyncClient, spec: str) -> None:
    try:
        await client.post(MANAGED, json=create_request("mine"), headers=failing(spec))
    except ConnectionBroken:
        assert spec.startswith(("reset", "cut"))
    assert "mine" in await names(client)


@pytest.mark.parametrize("spec", ["503", "503;when=after", "cut", "empty", "content-type"])
async def test_what_is_refused_stays_refused(client: httpx.AsyncClient, spec: str) -> None:
    wrong = {**failing(spec), "authorization": "Bearer wrong"}
    unknown = {**ASKED, "temperature": "hot"}
    assert (await client.post(CHAT, json=ASKED, headers=wrong)).status_code == 401
    assert (await client.post(CHAT, json=unknown, headers=failing(spec))).status_code == 400
    assert (await client.get(CHAT, headers=failing(spec))).status_code == 405
    assert (await client.get("/nowhere", headers=failing(spec))).status_code == 404


async def test_what_is_refused_is_not_counted(client: httpx.AsyncClient) -> None:
    headers = failing("503;times=1")
    await client.post(CHAT, json={}, headers=headers)
    answers = [await client.post(CHAT, json=ASKED, headers=headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [503, 200]


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        ("flood", "x-invocant-fault: kind: 'flood' is none of 400 to 599, none, latency"),
        ("429;rate=2", "x-invocant-fault: rate: '2' is not a number from 0 to 1."),
        ("429;colour=1", "x-invocant-fault: key: 'colour' is none of those of 429: retry-after"),
        ("raw;script=x", "x-invocant-fault: script: 'x' is no script that is loaded"),
    ],
)
async def test_a_fault_that_is_not_known_is_400(
    client: httpx.AsyncClient, spec: str, told: str
) -> None:
    for path in (CHAT, "/chat/completions"):
        answer = await client.post(path, json=ASKED, headers=failing(spec))
        content = answer.json()
        assert answer.status_code == 400
        assert content.get("error", content)["message"].startswith(told)


@pytest.mark.parametrize("faulty", [["reset", "503"]], indirect=True)
async def test_the_servers_own_paths_are_spared(faulty: httpx.AsyncClient) -> None:
    assert (await faulty.get("/.well-known/invocant")).json()["reference"] is True
    assert (await faulty.get("/")).status_code == 404
    assert (await faulty.get("/.invocant/requests")).status_code == 404


@pytest.mark.parametrize("faulty", [["503;task=chat", "429;path=/api/*;method=GET"]], indirect=True)
async def test_faults_of_the_server_strike_what_they_are_for(faulty: httpx.AsyncClient) -> None:
    invoked = f"/serving-endpoints/{CHAT_MODEL}/invocations"
    embedded = {"model": EMBEDDING_MODEL, "input": "a"}
    assert (await faulty.post(CHAT, json=ASKED)).status_code == 503
    assert (await faulty.post(invoked, json={"messages": MESSAGES})).status_code == 503
    assert (await faulty.post("/v1/embeddings", json=embedded)).status_code == 200
    assert (await faulty.get(MANAGED)).status_code == 429
    assert (await faulty.post(MANAGED, json=create_request("a"))).status_code == 200


@pytest.mark.parametrize("faulty", [["503;path=/oidc/*"]], indirect=True)
async def test_the_token_endpoint_can_be_struck(faulty: httpx.AsyncClient) -> None:
    form = {"grant_type": "client_credentials", "client_id": "a", "client_secret": "dose1"}
    answer = await faulty.post("/oidc/v1/token", data=form)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


@pytest.mark.parametrize("faulty", [["503;model=databricks-*"]], indirect=True)
async def test_a_model_is_matched_in_body_and_path(faulty: httpx.AsyncClient) -> None:
    assert (await faulty.post("/v1/chat/completions", json=ASKED)).status_code == 503
    path = f"/serving-endpoints/{EMBEDDING_MODEL}/invocations"
    assert (await faulty.post(path, json={"input": "a"})).status_code == 503
    assert (await faulty.get(MANAGED)).status_code == 200


async def test_in_process_a_reset_is_an_error_of_the_transport(client: httpx.AsyncClient) -> None:
    with pytest.raises(httpx.ReadError):
        await client.post(CHAT, json=ASKED, headers=failing("reset"))
    with pytest.raises(httpx.ReadError):
        await client.post(CHAT, json=ASKED, headers=failing("cut"))


@pytest.mark.parametrize("spec", ["cut;after=2", "reset;after=2", "cut;after=2;framing=close"])
async def test_in_process_a_stream_that_is_cut_just_ends(
    client: httpx.AsyncClient, spec: str
) -> None:
    answer = await client.post(CHAT, json={**ASKED, "stream": True}, headers=failing(spec))
    assert len(events(answer)) == 2


async def test_in_process_our_client_sees_the_documented_errors() -> None:
    transport = httpx.ASGITransport(create_app(ServerSettings(token_delay=0)))
    async with (
        httpx.AsyncClient(transport=transport) as http,
        invocant.AsyncClient(
            host="http://server", token="dapi-test", http_client=http, max_retries=0
        ) as client,
    ):
        with pytest.raises(invocant.APIConnectionError):
            await client.embeddings.create(model="fault-reset", input="a")


async def test_waiting_is_the_servers_to_replace() -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        await asyncio.sleep(0)

    app = create_app(ServerSettings(token_delay=0, sleep=sleep, faults=("latency;seconds=3600",)))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://server"
    ) as client:
        await client.get("/v1/models")
    assert waited == [3600]


def test_a_server_does_not_start_with_a_fault_that_is_not_known() -> None:
    with pytest.raises(FaultError, match="kind: 'flood'"):
        create_app(ServerSettings(faults=("429", "flood")))


def test_the_board_is_among_the_services() -> None:
    assert services(ServerSettings(faults=("429;rate=0.1",))).faults.current() == ("429;rate=0.1",)
