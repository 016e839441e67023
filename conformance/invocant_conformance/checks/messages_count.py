"""Checks of the counting of tokens for the Messages API."""

from ..exchange import Exchange
from ..outcomes import Untestable, expect
from ..probes.messages import Counting
from ..registry import check
from .answers import body, is_count
from .messages import input_tokens


@check("MSG-COUNT-001", task="count_tokens")
async def the_count_is_that_of_the_message(counting: Counting) -> None:
    """As many tokens are counted as a message with the same prompt reads."""
    counted = _counted(exchange := await counting.plain())
    message = await counting.message()
    read = input_tokens(body(message))
    expect(counted == read, f"{counted} tokens are counted, {read} are read", exchange)


@check("MSG-COUNT-001", task="count_tokens")
async def a_longer_prompt_has_more_tokens(counting: Counting) -> None:
    """More tokens are counted for a longer prompt."""
    short, long = _counted(await counting.plain()), _counted(exchange := await counting.longer())
    expect(short < long, f"{short} tokens, and {long} for a longer prompt", exchange)


def _counted(exchange: Exchange) -> int:
    found = body(exchange).get("input_tokens")
    if not is_count(found):
        raise Untestable(f"input_tokens is {found!r}", exchange)
    return found
