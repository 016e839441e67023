"""Judges token counts; chats, streams and embeddings share the rules."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Skipped, expect
from ..probes.probe import Object
from .answers import body, choices, completion_tokens, is_count


def expect_usage(answer: Object, exchange: Exchange) -> None:
    """Judge that an answer states its usage in counts."""
    usage = answer.get("usage")
    if not isinstance(usage, dict):
        raise Failed("the answer has no usage", exchange)
    for name in ("prompt_tokens", "total_tokens"):
        expect(is_count(usage.get(name)), f"usage.{name} is {usage.get(name)!r}", exchange)
    for name, value in usage.items():
        negative = isinstance(value, int | float) and value < 0
        expect(not negative, f"usage.{name} is {value!r}, below 0", exchange)


def expect_sum(usage: JsonValue, exchange: Exchange, *, missing_completion: int | None) -> None:
    """Judge that total_tokens is the sum of the others.

    `missing_completion` is what completion_tokens counts as where it is left out; None: then the
    sum is not judged. Raises Skipped where there are no counts to add up.
    """
    if not isinstance(usage, dict):
        raise Skipped("the answer has no usage", exchange)
    completion = usage.get("completion_tokens")
    if completion is None:
        completion = missing_completion
    prompt, total = usage.get("prompt_tokens"), usage.get("total_tokens")
    if not (is_count(prompt) and is_count(completion) and is_count(total)):
        raise Skipped("the usage has no counts to add up", exchange)
    sums_up = total == prompt + completion
    expect(sums_up, f"total_tokens is {total}, not {prompt} + {completion}", exchange)


def expect_within(exchange: Exchange, limit: int) -> None:
    """Judge that an answer has no more tokens than a limit for each choice allows.

    Raises Skipped where the answer does not state them.
    """
    tokens = completion_tokens(body(exchange))
    if tokens is None:
        raise Skipped("the answer does not state completion_tokens", exchange)
    allowed = limit * len(choices(exchange))
    expect(tokens <= allowed, f"{tokens} tokens came, {allowed} were allowed", exchange)
