"""Sessions: what is sent, what it costs, and what a run may never do."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from invocant_conformance.credentials import Credentials
from invocant_conformance.ledger import Ledger
from invocant_conformance.outcomes import Failed, Skipped
from invocant_conformance.session import WRONG_TOKEN, BudgetExhausted, ForeignEndpoint, Session

pytestmark = pytest.mark.anyio
MANAGED = "/api/endpoints"


def session(
    answer: httpx.Response | Exception | None = None,
    *,
    max_calls: int = 0,
    allow_writes: bool = True,
    seen: list[httpx.Request] | None = None,
) -> Session:
    def handle(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer or httpx.Response(200, json={})

    return Session(
        client=httpx.AsyncClient(transport=httpx.MockTransport(handle)),
        url="http://host",
        ledger=Ledger(seed="1", max_calls=max_calls),
        base="/v1",
        credentials=Credentials(bearer="sk-secret"),
        managed=MANAGED,
        allow_writes=allow_writes,
    )


async def test_the_base_path_is_put_before_the_path() -> None:
    sent = await session().send("GET", "/models")
    assert sent.url == "http://host/v1/models"


async def test_well_known_addresses_are_at_the_root() -> None:
    sent = await session().send("GET", "/.well-known/invocant")
    assert sent.url == "http://host/.well-known/invocant"


async def test_the_token_is_sent_and_never_recorded() -> None:
    seen: list[httpx.Request] = []
    sent = await session(seen=seen).send("POST", "/x", json={"a": "ä"})
    assert seen[0].headers["authorization"] == "Bearer sk-secret"
    assert sent.request_headers["authorization"] == "Bearer $TOKEN"
    assert seen[0].content == '{"a": "ä"}'.encode() == sent.request_body


async def test_no_repr_shows_a_secret() -> None:
    one = session()
    one.ledger.secrets.add("sk-secret")
    assert "sk-secret" not in repr(one)


@pytest.mark.parametrize(
    ("authorize", "header"), [(False, None), ("wrong", f"Bearer {WRONG_TOKEN}")]
)
async def test_credentials_can_be_left_out_or_wrong(authorize: bool, header: str | None) -> None:
    seen: list[httpx.Request] = []
    await session(seen=seen).send("GET", "/x", authorize=authorize)
    assert seen[0].headers.get("authorization") == header


async def test_a_null_body_is_sent_as_content_only() -> None:
    seen: list[httpx.Request] = []
    await session(seen=seen).send("POST", "/x", content=b"null")
    assert (seen[0].content, seen[0].headers["content-type"]) == (b"null", "application/json")


async def test_no_request_is_sent_beyond_the_budget() -> None:
    seen: list[httpx.Request] = []
    limited = session(max_calls=2, seen=seen)
    await limited.send("GET", "/x")
    await limited.at("").send("GET", "/x")
    with pytest.raises(BudgetExhausted, match="--max-calls 2 is used up"):
        await limited.send("GET", "/x")
    assert len(seen) == 2


async def test_writes_need_permission() -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(Skipped, match="--allow-writes"):
        await session(allow_writes=False, seen=seen).send("POST", MANAGED, json={"name": "x"})
    assert not seen


@pytest.mark.parametrize("name", ["production", "production%2Fx"])
async def test_endpoints_of_others_are_never_changed(name: str) -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(ForeignEndpoint):
        await session(seen=seen).send("DELETE", f"{MANAGED}/{name}")
    assert not seen


async def test_what_was_created_is_deleted_even_without_budget() -> None:
    seen: list[httpx.Request] = []
    one = session(max_calls=2, seen=seen)
    kept, gone = one.invent_name("a b"), one.invent_name()
    await one.send("POST", MANAGED, json={"name": kept})
    await one.send("POST", MANAGED, json={"name": gone})
    assert await one.clean_up() == ()
    paths = [str(request.url) for request in seen if request.method == "DELETE"]
    assert paths == [f"http://host/v1{MANAGED}/{name}".replace(" ", "%20") for name in (kept, gone)]


async def test_a_deleted_endpoint_is_not_deleted_again() -> None:
    one = session()
    name = one.invent_name()
    await one.send("POST", MANAGED, json={"name": name})
    await one.send("DELETE", f"{MANAGED}/{name}")
    assert not one.ledger.created


async def test_what_does_not_bear_the_prefix_is_never_deleted() -> None:
    one = session()
    await one.send("POST", MANAGED, json={"name": "production"})
    assert not one.ledger.created


async def test_what_may_have_been_created_is_deleted() -> None:
    lost = session(httpx.ReadError("reset"))
    name = lost.invent_name()
    with pytest.raises(Failed):
        await lost.send("POST", MANAGED, json={"name": name})
    assert dict(lost.ledger.created) == {name: False}


async def test_what_was_refused_is_not_deleted() -> None:
    one = session(httpx.Response(400, json={}))
    await one.send("POST", MANAGED, json={"name": one.invent_name()})
    assert not one.ledger.created


async def test_a_second_creation_that_is_refused_leaves_the_first() -> None:
    one = session(httpx.Response(409, json={}))
    name = one.invent_name()
    one.ledger.answered(name, created=True)
    await one.send("POST", MANAGED, json={"name": name})
    assert dict(one.ledger.created) == {name: True}


async def test_what_could_not_be_deleted_is_named() -> None:
    one = session(httpx.Response(200, json={}))
    name = one.invent_name()
    await one.send("POST", MANAGED, json={"name": name})
    refused = session(httpx.Response(500))
    refused.ledger.created[name] = True
    assert await refused.clean_up() == (name,)


async def test_names_repeat_with_the_seed_and_never_within_a_run() -> None:
    first, second = session(), session()
    names = [first.invent_name("a") for _ in range(20)]
    assert names == [second.invent_name("a") for _ in range(20)]
    assert len(set(names)) == 20
    assert all(name.startswith(first.ledger.prefix) for name in names)


async def test_a_broken_connection_is_a_failure_of_the_target() -> None:
    with pytest.raises(Failed, match="connection: ReadError: reset"):
        await session(httpx.ReadError("reset")).send("GET", "/x")


class Parts(httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"data: 1\n\n"
        raise httpx.RemoteProtocolError("peer closed connection")


async def test_a_cut_answer_shows_what_had_arrived() -> None:
    with pytest.raises(Failed, match="peer closed") as raised:
        await session(httpx.Response(200, stream=Parts())).send("GET", "/x")
    assert raised.value.exchange is not None
    assert raised.value.exchange.body == b"data: 1\n\n"
    assert [size for _, size in raised.value.exchange.arrivals] == [9]


@pytest.mark.parametrize("live", [True, False])
async def test_an_exchange_says_whether_its_times_of_arrival_mean_something(live: bool) -> None:
    assert (await replace(session(), live=live).at("").send("GET", "/x")).live is live


def endless() -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(3600)

    return app


async def test_an_answer_that_does_not_end_is_a_failure() -> None:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(endless()))
    one = Session(client=client, url="http://host", ledger=Ledger(seed="1"), timeout=0.02)
    with pytest.raises(Failed, match=r"timeout: the answer was not complete after 0\.02 s"):
        await one.send("GET", "/x")
