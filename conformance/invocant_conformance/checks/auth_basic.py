"""Checks of tokens that come as Basic passwords."""

import base64

from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.operation import Operation
from ..registry import check
from ..session import WRONG_TOKEN
from ..target import Surface


def _is_query(surface: Surface) -> bool:
    """Whether a surface is a query of an endpoint."""
    return surface.task is not None


async def _with_password(operation: Operation, user: str, password: str | None = None) -> Exchange:
    token = operation.session.token
    if token is None:
        raise Skipped("the run has no token, so the target may need none")
    credentials = base64.b64encode(f"{user}:{password or token}".encode()).decode()
    return await operation.with_credentials(False, authorization=f"Basic {credentials}")


@check("AUTH-BASIC-001", task="any", where=_is_query)
async def the_token_is_taken_as_a_password(operation: Operation) -> None:
    """A query with the user token and the token as password is let in."""
    await operation.accepted()
    exchange = await _with_password(operation, "token")
    let_in = exchange.status < 300
    expect(let_in, f"the token as Basic password is answered with {exchange.status}", exchange)


@check("AUTH-BASIC-001", task="any", where=_is_query)
async def a_wrong_password_is_refused(operation: Operation) -> None:
    """A query with the user token and a wrong password is answered with 401 or 403."""
    _expect_refusal(await _with_password(operation, "token", WRONG_TOKEN), "a wrong password")


@check("AUTH-BASIC-002", task="any", where=_is_query)
async def another_user_is_refused(operation: Operation) -> None:
    """A query with another user name is answered with 401 or 403."""
    await operation.accepted()
    _expect_refusal(await _with_password(operation, "somebody"), "another user than token")


def _expect_refusal(exchange: Exchange, what: str) -> None:
    refused = exchange.status in (401, 403)
    expect(refused, f"{what} is answered with {exchange.status}", exchange)
