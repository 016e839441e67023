"""Checks of the error object of an OpenAI-compatible gateway."""

from ..decoding import json_of
from ..exchange import Exchange
from ..outcomes import Skipped, Untestable, expect
from ..probes.chat import Chat
from ..probes.probe import Object
from ..probes.query import DROP
from ..registry import check


@check("GW-ERROR-001", task="chat")
async def codes_of_errors_are_text(chat: Chat) -> None:
    """code in the refusal of an unknown model and of missing messages is text or null."""
    for exchange in await _refusals(chat):
        code = _error(exchange).get("code")
        expect(code is None or isinstance(code, str), f"code is {code!r}", exchange)


@check("GW-ERROR-002", task="chat")
async def errors_are_complete(chat: Chat) -> None:
    """The refusal of an unknown model and of missing messages has all four members."""
    for exchange in await _refusals(chat):
        missing = {"message", "type", "param", "code"} - _error(exchange).keys()
        expect(not missing, f"the error lacks {sorted(missing)}", exchange)


async def _refusals(chat: Chat) -> list[Exchange]:
    found = [await chat.of_unknown(), await chat.ask(messages=DROP)]
    refused = [each for each in found if 400 <= each.status < 500]
    if not refused:
        raise Skipped("neither is refused", found[0])
    return refused


def _error(exchange: Exchange) -> Object:
    value = json_of(exchange)
    error = value.get("error") if isinstance(value, dict) else None
    if not isinstance(error, dict):
        raise Untestable("the refusal has no error object", exchange)
    return error
