"""Checks of what limits an answer: token counts, max_tokens, and how an answer ends at it."""

from collections.abc import Sequence

from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.chat import MAX_TOKENS, Chat
from ..registry import check
from .answers import body, choices, completion_tokens, message, skip_if_refused, text
from .streams import ChatStream
from .usage import expect_sum, expect_usage


@check("CHAT-USAGE-001", task="chat")
async def usage_is_stated(chat: Chat) -> None:
    """A plain chat states its usage."""
    exchange = await chat.plain()
    expect_usage(body(exchange), exchange)


@check("CHAT-USAGE-001", task="chat")
async def usage_of_several_choices_is_stated(chat: Chat) -> None:
    """A chat with several choices states its usage."""
    exchange = skip_if_refused(await chat.several(), "n")
    expect_usage(body(exchange), exchange)


@check("CHAT-USAGE-002", task="chat")
async def usage_adds_up(chat: Chat) -> None:
    """total_tokens of a plain chat is the sum of the others."""
    exchange = await chat.plain()
    expect_sum(body(exchange).get("usage"), exchange, missing_completion=None)


@check("CHAT-USAGE-002", task="chat")
async def usage_of_several_choices_adds_up(chat: Chat) -> None:
    """total_tokens of a chat with several choices is the sum of the others."""
    exchange = skip_if_refused(await chat.several(), "n")
    expect_sum(body(exchange).get("usage"), exchange, missing_completion=None)


@check("CHAT-LIMIT-001", task="chat")
async def one_token_is_one_token(chat: Chat) -> None:
    """With max_tokens of 1 no choice has more than one token."""
    _expect_within(await chat.cut(), 1)


@check("CHAT-LIMIT-001", task="chat")
async def max_tokens_is_kept(chat: Chat) -> None:
    """A plain chat has no more tokens than max_tokens."""
    _expect_within(await chat.plain(), MAX_TOKENS)


def _expect_within(exchange: Exchange, limit: int) -> None:
    tokens = completion_tokens(body(exchange))
    if tokens is None:
        raise Skipped("the answer does not state completion_tokens", exchange)
    allowed = limit * len(choices(exchange))
    expect(tokens <= allowed, f"{tokens} tokens came, {allowed} were allowed", exchange)


@check("CHAT-FINISH-001", task="chat")
async def cut_answer_finishes_with_length(chat: Chat) -> None:
    """A choice that was cut at max_tokens of 1 has the finish reason length."""
    exchange = await chat.cut()
    found = choices(exchange)
    reasons = [choice.get("finish_reason") for choice in found]
    texts = [text(message(choice).get("content")) for choice in found]
    _skip_unless_cut(completion_tokens(body(exchange)), texts, exchange)
    _expect_length(reasons, chat, exchange)


@check("CHAT-FINISH-001", task="chat")
async def cut_stream_finishes_with_length(chat: Chat) -> None:
    """A streamed choice that was cut at max_tokens of 1 has the finish reason length."""
    stream = ChatStream(await chat.cut_stream(), chat.surface)
    exchange = stream.exchange
    texts = [stream.text(index) for index in stream.indexes]
    tokens = [completion_tokens(chunk) for chunk in stream.chunks]
    _skip_unless_cut(max((each for each in tokens if each), default=None), texts, exchange)
    _expect_length(stream.finish_reasons, chat, exchange)


@check("CHAT-FINISH-001", task="chat")
async def uncut_answer_does_not_finish_with_length(chat: Chat) -> None:
    """A choice that used fewer tokens than max_tokens does not have the finish reason length."""
    exchange = await chat.plain()
    tokens = completion_tokens(body(exchange))
    if tokens is None or tokens >= MAX_TOKENS:
        raise Skipped(f"the answer has {tokens} tokens of {MAX_TOKENS}", exchange)
    for choice in choices(exchange):
        uncut = choice.get("finish_reason") != "length"
        expect(uncut, f"length after {tokens} of {MAX_TOKENS} tokens", exchange)


def _skip_unless_cut(tokens: int | None, texts: Sequence[str], exchange: Exchange) -> None:
    """Skip answers that were visibly not cut: they have more, or other, than one token each.

    Servers that ignore max_tokens are CHAT-LIMIT-001's business.
    """
    if tokens is not None and tokens != len(texts):
        raise Skipped(f"the answer was not cut: it has {tokens} tokens", exchange)
    if tokens is None and any(len(said.split()) != 1 for said in texts):
        raise Skipped("the answer was not visibly cut: it has other than one word", exchange)


def _expect_length(reasons: Sequence[object], chat: Chat, exchange: Exchange) -> None:
    if chat.surface.profile == "invocations" and all(reason is None for reason in reasons):
        raise Skipped("finish_reason is null, as a workspace may leave it", exchange)
    for reason in reasons:
        expect(reason == "length", f"finish_reason of a cut answer is {reason!r}", exchange)
