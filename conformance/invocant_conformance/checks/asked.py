"""The chats that the suite asks for, so that a rule can be tried on all of them.

A server may be right in the plain case and wrong where several choices, a tool, the usage, a
limit, or the same thing once more is asked for. What a target refuses is left out.
"""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from ..exchange import Exchange
from ..outcomes import Skipped
from ..probes.chat import Chat
from ..probes.chat_variations import STOPPED, STOPPED_BY_TEXT, STREAMED, WHOLE, WITH_USAGE
from .answers import skip_if_refused
from .streams import ChatStream

Question = Callable[[], Awaitable[Exchange]]


async def whole_chats(chat: Chat) -> list[Exchange]:
    """Return every whole chat, the plain one first, whatever it is answered with."""
    stopped = await taken(partial(chat.ask, **each) for each in (STOPPED, STOPPED_BY_TEXT))
    return [*await speaking_chats(chat), *stopped]


async def speaking_chats(chat: Chat) -> list[Exchange]:
    """Return every whole chat but those that a stop sequence may end before the first word."""
    named = await answered(chat.cut, chat.several, chat.tool, chat.unstreamed)
    varied = await taken([chat.repeat, *(partial(chat.ask, **each) for each in WHOLE.values())])
    return [await chat.plain(), *named, *varied]


async def varied_streams(chat: Chat) -> list[ChatStream]:
    """Return every stream but the plain one."""
    usage = await answered(chat.stream_with_usage)
    stopped = await taken([partial(chat.ask, **STOPPED, stream=True)])
    return _read(chat, [*await _unsaid(chat), *usage, *stopped])


async def speaking_streams(chat: Chat) -> list[ChatStream]:
    """Return the varied streams but the one that a stop sequence may end before its first word."""
    return _read(chat, [*await _unsaid(chat), *await answered(chat.stream_with_usage)])


async def streams_without_usage(chat: Chat) -> list[ChatStream]:
    """Return the varied streams for which usage was not asked."""
    stopped = await taken([partial(chat.ask, **STOPPED, stream=True)])
    return _read(chat, [*await _unsaid(chat), *stopped])


async def streams_with_usage(chat: Chat) -> list[ChatStream]:
    """Return the streams for which usage is asked beside something else."""
    return _read(chat, await taken(partial(chat.ask, **each) for each in WITH_USAGE.values()))


async def _unsaid(chat: Chat) -> list[Exchange]:
    """Ask for every stream that says nothing of usage or stop sequences."""
    named = await answered(chat.cut_stream, chat.several_streamed, chat.tool_stream)
    varied = [partial(chat.ask, **each) for each in STREAMED.values()]
    return [*named, *await taken([chat.long_stream, partial(chat.repeat, stream=True), *varied])]


def _read(chat: Chat, found: Iterable[Exchange]) -> list[ChatStream]:
    """Raises Skipped where the target refuses all of them."""
    streams = [ChatStream(exchange, chat.surface) for exchange in found]
    if not streams:
        raise Skipped("the target refuses every stream but the plain one")
    return streams


async def answered(*questions: Question) -> list[Exchange]:
    """Ask every question, and return the answers to those that the target does not refuse."""
    found: list[Exchange] = []
    for ask in questions:
        try:
            found.append(skip_if_refused(await ask(), "it"))
        except Skipped:
            continue
    return found


async def taken(questions: Iterable[Question]) -> list[Exchange]:
    """Ask every question, and return the answers that are no failures of any kind.

    For questions whose failure other checks judge.
    """
    found = [await ask() for ask in questions]
    return [exchange for exchange in found if exchange.status < 300]
