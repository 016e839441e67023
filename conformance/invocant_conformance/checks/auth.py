"""Checks of credentials, for every operation."""

from urllib.parse import quote

import httpx

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, Untestable, expect
from ..probes.operation import Operation, names_something, takes_a_body
from ..registry import check
from ..session import WRONG_TOKEN


def _need_token(operation: Operation) -> str:
    if operation.session.token is None:
        raise Skipped("the run has no token, so the target may need none")
    return operation.session.token


async def _need_acceptance(operation: Operation) -> None:
    """The same request with valid credentials is let in: what was refused is their lack."""
    exchange = await operation.accepted()
    if exchange.status in (401, 403):
        raise Untestable("valid credentials are refused", exchange)


@check("AUTH-TOKEN-001", task="any")
async def missing_credentials_are_refused(operation: Operation) -> None:
    """A request without credentials is answered with 401."""
    _need_token(operation)
    exchange = await operation.with_credentials(False)
    refused = exchange.status == 401
    expect(refused, f"without credentials the answer is {exchange.status}, not 401", exchange)
    await _need_acceptance(operation)


@check("AUTH-TOKEN-001", task="any")
async def a_token_in_the_query_is_no_credential(operation: Operation) -> None:
    """A request whose only credential stands in the query is answered with 401.

    The right token is put there on this machine only; elsewhere it would end up in access logs.
    """
    token = _need_token(operation)
    value = quote(token if _is_local(operation.session.url) else WRONG_TOKEN, safe="")
    query = f"?access_token={value}&token={value}&api_key={value}"
    exchange = await operation.with_credentials(False, query=query)
    refused = exchange.status == 401
    expect(refused, f"with a token in the query the answer is {exchange.status}", exchange)


@check("AUTH-TOKEN-002", task="any")
async def a_wrong_token_is_refused(operation: Operation) -> None:
    """A request with a token that no server knows is answered with 401 or 403."""
    _need_token(operation)
    exchange = await operation.with_credentials("wrong")
    _expect_refusal(exchange, "a wrong token")
    await _need_acceptance(operation)


@check("AUTH-TOKEN-002", task="any")
async def a_similar_token_is_refused(operation: Operation) -> None:
    """A request whose token differs from the right one at its end is answered with 401 or 403."""
    token = _need_token(operation)
    if await _takes_every_token(operation):
        raise Skipped("the target says that it takes every token of a known form")
    exchange = await operation.with_credentials(False, authorization=f"Bearer {token}x")
    _expect_refusal(exchange, "a token that only begins as the right one")


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


@check("AUTH-ECHO-001", task="any")
async def answers_do_not_repeat_the_token(operation: Operation) -> None:
    """The answer to a valid request holds no token."""
    token = _need_token(operation)
    _expect_absent(token, await operation.accepted())


@check("AUTH-ECHO-001", task="any")
async def refusals_do_not_repeat_a_wrong_token(operation: Operation) -> None:
    """The refusal of a wrong token does not repeat it."""
    _need_token(operation)
    _expect_absent(WRONG_TOKEN, await operation.with_credentials("wrong"))


@check("AUTH-ECHO-001", task="any", where=names_something)
async def refusals_do_not_repeat_the_token(operation: Operation) -> None:
    """The refusal of an unknown name does not repeat the token."""
    token = _need_token(operation)
    _expect_absent(token, await operation.of_unknown())


@check("AUTH-ECHO-001", task="any", where=takes_a_body)
async def refusals_of_bodies_do_not_repeat_the_token(operation: Operation) -> None:
    """The refusal of a body that is not JSON does not repeat the token."""
    token = _need_token(operation)
    _expect_absent(token, await operation.truncated())


def _expect_absent(token: str, exchange: Exchange) -> None:
    names = [name for name, value in exchange.headers.items() if token in value]
    expect(not names, f"the token is in the answer's headers {names}", exchange)
    found = token.encode() in exchange.body
    expect(not found, f"the token is in the body of answer {exchange.status}", exchange)
