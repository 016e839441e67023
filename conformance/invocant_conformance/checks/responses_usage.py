"""Checks of the token counts of the Responses API."""

from ..exchange import Exchange
from ..json_values import JsonObject, as_object
from ..outcomes import Failed, Skipped, expect
from ..probes.probe import Object
from ..probes.responses import Responses
from ..registry import check
from .answers import body, is_count

_COUNTS = ("input_tokens", "output_tokens", "total_tokens")
_PARTS = (
    ("input_tokens", "input_tokens_details", "cached_tokens"),
    ("output_tokens", "output_tokens_details", "reasoning_tokens"),
)


@check("RESP-USAGE-001", task="responses")
async def an_answer_states_its_usage(responses: Responses) -> None:
    """A plain answer states its tokens."""
    exchange = await responses.plain()
    usage = body(exchange).get("usage")
    if not isinstance(usage, dict):
        raise Failed(f"usage is {usage!r}", exchange)
    for name in _COUNTS:
        expect(is_count(usage.get(name)), f"usage.{name} is {usage.get(name)!r}", exchange)


@check("RESP-USAGE-002", task="responses")
async def usage_adds_up(responses: Responses) -> None:
    """The tokens of a plain answer add up."""
    expect_sum(body(exchange := await responses.plain()), exchange)


@check("RESP-USAGE-002", task="responses")
async def usage_of_a_thought_adds_up(responses: Responses) -> None:
    """The tokens of an answer that was thought over add up."""
    exchange = await responses.thinking()
    if exchange.status >= 300:
        raise Skipped(f"reasoning is refused with {exchange.status}", exchange)
    expect_sum(body(exchange), exchange)


@check("RESP-USAGE-003", task="responses")
async def kinds_of_tokens_are_parts(responses: Responses) -> None:
    """No kind of tokens has more than there are in all."""
    for exchange in (await responses.plain(), await responses.thinking()):
        if exchange.status < 300:
            _expect_parts(as_object(body(exchange).get("usage")), exchange)


def expect_sum(answer: Object, exchange: Exchange) -> None:
    """Judge that total_tokens is the sum of the others. Raises Skipped where there are none."""
    usage = as_object(answer.get("usage"))
    given, made, total = (usage.get(name) for name in _COUNTS)
    if not (is_count(given) and is_count(made) and is_count(total)):
        raise Skipped("the usage has no counts to add up", exchange)
    expect(total == given + made, f"total_tokens is {total}, not {given} + {made}", exchange)


def _expect_parts(usage: JsonObject, exchange: Exchange) -> None:
    for name, details, kind in _PARTS:
        whole, part = usage.get(name), as_object(usage.get(details)).get(kind)
        if is_count(whole) and is_count(part):
            expect(part <= whole, f"{kind} is {part}, of {whole} {name}", exchange)
