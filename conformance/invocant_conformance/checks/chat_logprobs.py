"""Checks of log probabilities in streams, against the text and against the whole answer."""

from dataclasses import dataclass

from ..exchange import Exchange
from ..outcomes import Failed, Skipped, expect
from ..probes.chat import Chat
from ..probes.chat_variations import CERTAIN
from ..probes.probe import Object
from ..registry import check
from .answers import choices, message, objects, skip_if_refused, text
from .streams import ChatStream

_NEAR = 0.25
"""How far two runs of one model may differ; batches of other sizes round otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """The first choice's text, its tokens, and the log probability of each."""

    text: str
    tokens: tuple[str, ...]
    numbers: tuple[float, ...]


@check("CHAT-LOGPROBS-002", task="chat")
async def streamed_log_probabilities_belong_to_the_text(chat: Chat) -> None:
    """The tokens of all chunks joined are the text of the stream."""
    exchange = skip_if_refused(await _ask(chat, stream=True), "logprobs")
    told = _streamed(ChatStream(exchange, chat.surface))
    if not told.tokens:
        raise Skipped("no log probabilities came", exchange)
    joined = "".join(told.tokens)
    expect(joined == told.text, f"the tokens are {joined[:40]!r}, not the text", exchange)


@check("CHAT-LOGPROBS-002", task="chat")
async def streamed_log_probabilities_are_those_of_the_whole(chat: Chat) -> None:
    """A stream with the text of a whole answer has its tokens and log probabilities."""
    whole = _whole(answer := skip_if_refused(await _ask(chat, stream=False), "logprobs"))
    exchange = skip_if_refused(await _ask(chat, stream=True), "logprobs")
    streamed = _streamed(ChatStream(exchange, chat.surface))
    if not whole.tokens:
        raise Skipped("no log probabilities came", answer)
    if streamed.text != whole.text:
        raise Skipped("the stream says something else than the whole answer", exchange)
    same = streamed.tokens == whole.tokens
    expect(same, f"{len(streamed.tokens)} tokens, {len(whole.tokens)} in the whole", exchange)
    pairs = zip(whole.tokens, whole.numbers, streamed.numbers, strict=True)
    for token, said, number in pairs:
        near = abs(said - number) <= _NEAR
        expect(near, f"{token!r} has {number}, and {said} in the whole answer", exchange)


async def _ask(chat: Chat, *, stream: bool) -> Exchange:
    return await chat.ask(**CERTAIN, stream=stream)


def _whole(exchange: Exchange) -> _Told:
    (first, *_) = choices(exchange) or [Object()]
    return _told(text(message(first).get("content")), _entries(first, exchange), exchange)


def _streamed(stream: ChatStream) -> _Told:
    exchange, entries = stream.exchange, list[Object]()
    for chunk in stream.chunks:
        for choice in objects(chunk, "choices", exchange) if chunk.get("choices") else ():
            entries += _entries(choice, exchange) if choice.get("index", 0) == 0 else ()
    return _told(stream.text(0), entries, exchange)


def _entries(choice: Object, exchange: Exchange) -> list[Object]:
    said = choice.get("logprobs")
    if not isinstance(said, dict) or said.get("content") is None:
        return []
    return objects(said, "content", exchange)


def _told(said: str, entries: list[Object], exchange: Exchange) -> _Told:
    numbers = [entry.get("logprob") for entry in entries]
    found = [number for number in numbers if isinstance(number, int | float)]
    if len(found) < len(numbers):
        raise Failed("a log probability is no number", exchange)
    tokens = tuple(str(entry.get("token")) for entry in entries)
    return _Told(text=said, tokens=tokens, numbers=tuple(map(float, found)))
