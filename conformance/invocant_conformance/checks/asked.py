"""The chats that the suite asks for, so that a rule can be tried on all of them.

A server may be right in the plain case and wrong where several choices, a tool, the usage or a
limit are asked for. What a target refuses is left out.
"""

from collections.abc import Awaitable, Callable

from ..exchange import Exchange
from ..outcomes import Skipped
from ..probes.chat import Chat
from .answers import skip_if_refused
from .streams import ChatStream


async def whole_chats(chat: Chat) -> list[Exchange]:
    """Return every whole chat: plain, cut at max_tokens, with several choices, with a tool."""
    return await answered(chat.plain, chat.cut, chat.several, chat.tool)


async def varied_streams(chat: Chat) -> list[ChatStream]:
    """Return every stream but the plain one: cut, with several choices, a tool, or usage."""
    return await _streams(
        chat, chat.cut_stream, chat.several_streamed, chat.tool_stream, chat.stream_with_usage
    )


async def streams_without_usage(chat: Chat) -> list[ChatStream]:
    """Return the varied streams for which usage was not asked."""
    return await _streams(chat, chat.cut_stream, chat.several_streamed, chat.tool_stream)


async def _streams(chat: Chat, *questions: Callable[[], Awaitable[Exchange]]) -> list[ChatStream]:
    """Raises Skipped where the target refuses all of them."""
    found = await answered(*questions)
    if not found:
        raise Skipped("the target refuses every stream but the plain one")
    return [ChatStream(exchange, chat.surface) for exchange in found]


async def answered(*questions: Callable[[], Awaitable[Exchange]]) -> list[Exchange]:
    """Ask every question, and return the answers to those that the target does not refuse."""
    found: list[Exchange] = []
    for ask in questions:
        try:
            found.append(skip_if_refused(await ask(), "it"))
        except Skipped:
            continue
    return found
