"""Checks of what limits an answer: token counts, max_tokens, and how an answer ends at it."""

from collections.abc import Sequence

from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.chat import FEW_TOKENS, MAX_TOKENS, Chat
from ..registry import check
from .answers import body, choices, completion_tokens, message, skip_if_refused, text
from .asked import whole_chats
from .streams import ChatStream
from .usage import expect_sum, expect_usage, expect_within

_WORDS_OF_A_TOKEN = 3
"""So many words a tokenizer may join in one token; no usual one joins more."""


@check("CHAT-USAGE-001", task="chat")
async def usage_is_stated(chat: Chat) -> None:
    """A plain chat states its usage."""
    exchange = await chat.plain()
    expect_usage(body(exchange), exchange)


@check("CHAT-USAGE-001", task="chat")
async def usage_of_other_chats_is_stated(chat: Chat) -> None:
    """So does a chat with several choices, one that was cut, and one that calls a tool."""
    for exchange in await whole_chats(chat):
        expect_usage(body(exchange), exchange)


@check("CHAT-USAGE-002", task="chat")
async def usage_adds_up(chat: Chat) -> None:
    """total_tokens of a plain chat is the sum of the others."""
    exchange = await chat.plain()
    expect_sum(body(exchange).get("usage"), exchange, missing_completion=None)


@check("CHAT-USAGE-002", task="chat")
async def usage_of_other_chats_adds_up(chat: Chat) -> None:
    """So it is with several choices, in a cut answer and with a tool call."""
    for exchange in (await whole_chats(chat))[1:]:
        expect_sum(body(exchange).get("usage"), exchange, missing_completion=None)


@check("CHAT-LIMIT-001", task="chat")
async def one_token_is_one_token(chat: Chat) -> None:
    """With max_tokens of 1 no choice has more than one token."""
    expect_within(await chat.cut(), 1)


@check("CHAT-LIMIT-001", task="chat")
async def max_tokens_is_kept(chat: Chat) -> None:
    """A plain chat has no more tokens than max_tokens."""
    expect_within(await chat.plain(), MAX_TOKENS)


@check("CHAT-LIMIT-001", task="chat")
async def max_tokens_is_kept_where_much_is_wanted(chat: Chat) -> None:
    """A chat that asks for much has no more tokens than max_tokens of a few."""
    expect_within(await chat.shortened(), FEW_TOKENS)


@check("CHAT-LIMIT-001", task="chat")
async def max_tokens_is_kept_for_several_choices(chat: Chat) -> None:
    """Several choices have no more tokens than max_tokens each."""
    expect_within(skip_if_refused(await chat.several(), "n"), MAX_TOKENS)


@check("CHAT-LIMIT-001", task="chat")
async def one_token_is_one_token_in_a_stream(chat: Chat) -> None:
    """A stream with max_tokens of 1 has no text of several words, nor more tokens counted."""
    stream = ChatStream(await chat.cut_stream(), chat.surface)
    counted = [count for count in map(completion_tokens, stream.chunks) if count is not None]
    for index in stream.indexes:
        words = len(stream.text(index).split())
        message = f"{words} words came, 1 token was allowed"
        expect(words <= _WORDS_OF_A_TOKEN, message, stream.exchange)
    most = max(counted, default=0)
    expect(most <= len(stream.indexes), f"{most} tokens came, 1 was allowed", stream.exchange)


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
async def shortened_answer_finishes_with_length(chat: Chat) -> None:
    """A choice that took all of more than one token, and wants more, finishes with length."""
    exchange = await chat.shortened()
    found, tokens = choices(exchange), completion_tokens(body(exchange))
    if tokens is None or tokens != FEW_TOKENS * len(found):
        raise Skipped(f"the answer has {tokens} tokens of {FEW_TOKENS}", exchange)
    longer = completion_tokens(body(await chat.less_shortened()))
    if longer is None or longer <= tokens:
        raise Skipped(f"with twice the limit it has {longer} tokens: nothing was cut", exchange)
    _expect_length([choice.get("finish_reason") for choice in found], chat, exchange)


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
