"""Checks of credentials, for every operation."""

import base64

import httpx

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, Untestable, expect
from ..probes import endpoints
from ..probes.chat import Chat
from ..probes.embeddings import TEXTS, Embeddings
from ..probes.management import Management
from ..probes.operation import Operation, needs_credentials
from ..probes.probe import Object, RememberingProbe
from ..registry import check
from ..session import WRONG_TOKEN, Session
from .endpoint_answers import listed

_NOT_THERE = (404, 405, 501)


async def _need_list(operation: Operation) -> None:
    """What a target does not have needs no credentials; a list names nothing that could lack."""
    if operation.method == "GET" and not operation.operation.resources:
        exchange = await operation.valid()
        if exchange.status in _NOT_THERE:
            raise Untestable(f"a valid request is answered with {exchange.status}", exchange)


def _need_credentials(session: Session) -> None:
    if not session.credentials.given:
        raise Skipped("the run has no credentials, so the target may need none")


def _need_token(operation: Operation) -> str:
    if operation.session.token is None:
        raise Skipped("the run has no token, so the target may need none")
    return operation.session.token


async def _need_acceptance(operation: Operation) -> None:
    """The same request with valid credentials is let in: what was refused is their lack."""
    exchange = await operation.accepted()
    if exchange.status in (401, 403):
        raise Untestable("valid credentials are refused", exchange)


@check("AUTH-TOKEN-001", task="any", where=needs_credentials)
async def missing_credentials_are_refused(operation: Operation) -> None:
    """A request without credentials is answered with 401."""
    _need_credentials(operation.session)
    await _need_list(operation)
    exchange = await operation.with_credentials(False)
    refused = exchange.status == 401
    expect(refused, f"without credentials the answer is {exchange.status}, not 401", exchange)
    await _need_acceptance(operation)


@check("AUTH-TOKEN-001", task="any", where=needs_credentials)
async def a_token_in_the_query_is_no_credential(operation: Operation) -> None:
    """A request whose only credential stands in the query is answered with 401.

    The right token is put there on this machine only; elsewhere it would end up in access logs.
    """
    token = _need_token(operation)
    await _need_list(operation)
    value = token if _is_local(operation.session.url) else WRONG_TOKEN
    query = {"access_token": value, "token": value, "api_key": value}
    exchange = await operation.with_credentials(False, query=query)
    refused = exchange.status == 401
    expect(refused, f"with a token in the query the answer is {exchange.status}", exchange)


@check("AUTH-TOKEN-002", task="any", where=needs_credentials)
async def a_wrong_token_is_refused(operation: Operation) -> None:
    """A request with a token that no server knows is answered with 401 or 403."""
    _need_credentials(operation.session)
    await _need_list(operation)
    exchange = await operation.with_credentials("wrong")
    _expect_refusal(exchange, "a wrong token")
    await _need_acceptance(operation)


@check("AUTH-TOKEN-002", task="any", where=needs_credentials)
async def a_similar_token_is_refused(operation: Operation) -> None:
    """A request whose token differs from the right one at its end is answered with 401 or 403."""
    token = _need_token(operation)
    await _need_list(operation)
    if await _takes_every_token(operation):
        raise Skipped("the target says that it takes every token of a known form")
    exchange = await operation.with_credentials(False, authorization=f"Bearer {token}x")
    _expect_refusal(exchange, "a token that only begins as the right one")


@check("AUTH-TOKEN-002", task="any", where=needs_credentials)
async def incomplete_tokens_are_refused(operation: Operation) -> None:
    """A token that is empty, cut, in other letters, or a wrong password is refused."""
    token = _need_token(operation)
    await _need_list(operation)
    if await _takes_every_token(operation):
        raise Skipped("the target says that it takes every token of a known form")
    password = base64.b64encode(f"user:{WRONG_TOKEN}".encode()).decode()
    wrong = {"a cut token": f"Bearer {token[:-1]}", "a wrong password": f"Basic {password}"}
    wrong["an empty token"] = "Bearer"
    if token.swapcase() != token:
        wrong["a token in other letters"] = f"Bearer {token.swapcase()}"
    for what, authorization in wrong.items():
        exchange = await operation.with_credentials(False, authorization=authorization)
        _expect_refusal(exchange, what)


@check("AUTH-TOKEN-001", task="chat")
async def streams_need_credentials(chat: Chat) -> None:
    """A stream without credentials is answered with 401."""
    await _expect_401(chat, chat.request(stream=True))


@check("AUTH-TOKEN-001", task="embeddings")
async def embeddings_need_credentials(embeddings: Embeddings) -> None:
    """Embeddings of several texts without credentials are answered with 401."""
    await _expect_401(embeddings, embeddings.of_texts(TEXTS))


async def _expect_401(probe: RememberingProbe, body: Object) -> None:
    _need_credentials(probe.session)
    exchange = await probe.once("POST", probe.surface.path, json=body, authorize=False)
    refused = exchange.status == 401
    expect(refused, f"without credentials the answer is {exchange.status}, not 401", exchange)


@check("AUTH-TOKEN-001", profile="management")
async def nothing_is_done_without_credentials(management: Management) -> None:
    """A create or a delete that is refused for lack of credentials has not been carried out."""
    _need_credentials(management.session)
    kept = await management.created(management.sample())
    sample = management.sample()
    path = endpoints.path_of(kept)
    await management.once("DELETE", path, authorize=False)
    await management.once("POST", endpoints.COLLECTION, json=sample, authorize=False)
    listing = await management.list()
    expect(listed(listing, kept), "a delete without credentials was carried out", listing)
    made = listed(listing, str(sample["name"]))
    expect(not made, "a create without credentials was carried out", listing)


def _is_local(url: str) -> bool:
    """Whether a URL names this machine, or an application in this process."""
    host = httpx.URL(url).host
    return host in ("127.0.0.1", "::1") or "." not in host


async def _takes_every_token(operation: Operation) -> bool:
    """Whether the target is a reference server that was started without a token of its own."""
    exchange = await operation.once("GET", "/.well-known/invocant", authorize=False)
    if exchange.status != 200:
        return False
    facts = json_of(exchange)
    return isinstance(facts, dict) and facts.get("token") == "any"


def _expect_refusal(exchange: Exchange, what: str) -> None:
    refused = exchange.status in (401, 403)
    expect(refused, f"{what} is answered with {exchange.status}, not 401", exchange)
