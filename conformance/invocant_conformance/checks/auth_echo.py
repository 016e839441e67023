"""Checks that no answer repeats the credentials."""

from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.chat import Chat
from ..probes.operation import Operation, names_something, takes_a_body
from ..probes.probe import RememberingProbe
from ..registry import check
from ..session import WRONG_TOKEN
from .faults import wrong_types
from .secrets import encodings


def _need_token(probe: RememberingProbe) -> str:
    if probe.session.token is None:
        raise Skipped("the run has no token, so there is none to repeat")
    return probe.session.token


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


@check("AUTH-ECHO-001", task="any", where=takes_a_body)
async def refusals_of_wrong_types_do_not_repeat_the_token(operation: Operation) -> None:
    """The refusal of a field of a wrong type does not repeat the token."""
    token = _need_token(operation)
    for breakage in wrong_types(operation)[:1]:
        _expect_absent(token, await operation.with_body(breakage.body))


@check("AUTH-ECHO-001", task="chat")
async def streams_do_not_repeat_the_token(chat: Chat) -> None:
    """A stream holds no token, neither in its events nor in comments."""
    token = _need_token(chat)
    _expect_absent(token, await chat.stream())


def _expect_absent(token: str, exchange: Exchange) -> None:
    """Judge that an answer holds the token neither as it is nor encoded."""
    headers = [value for _, value in exchange.headers.multi_items()]
    body = exchange.body.decode(errors="replace")
    for form in (token, *encodings(token)):
        found = any(form in value for value in headers)
        expect(not found, "the token is in the answer's headers", exchange)
        expect(form not in body, f"the token is in the body of answer {exchange.status}", exchange)
