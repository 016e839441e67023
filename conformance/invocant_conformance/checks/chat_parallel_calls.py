"""Checks of several tool calls in one answer, and of what tools cost."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Skipped, expect
from ..probes.chat import TOOLS, Chat
from ..probes.chat_variations import PARALLEL
from ..registry import check
from .answers import body, calls, choices, is_count, message, skip_if_refused
from .streams import ChatStream


@check("CHAT-TOOL-010", task="chat")
async def parallel_calls_have_ids_of_their_own(chat: Chat) -> None:
    """No two calls of a choice have the same id."""
    exchange = skip_if_refused(await _ask(chat, stream=False), "parallel_tool_calls")
    several = [found for each in choices(exchange) if len(found := calls(message(each))) > 1]
    if not several:
        raise Skipped("no choice calls two tools at once", exchange)
    for found in several:
        _expect_own([call.get("id") for call in found], exchange)


@check("CHAT-TOOL-010", task="chat")
async def streamed_parallel_calls_are_told_apart(chat: Chat) -> None:
    """The calls of a stream begin with index 0, 1 and so on, each with an id of its own."""
    exchange = skip_if_refused(await _ask(chat, stream=True), "parallel_tool_calls")
    stream = ChatStream(exchange, chat.surface)
    found = [_begun(stream, index) for index in stream.indexes]
    if all(len(indexes) < 2 and len(ids) < 2 for indexes, ids in found):
        raise Skipped("no choice calls two tools at once", exchange)
    for indexes, ids in found:
        right = indexes == [*range(len(ids))]
        expect(right, f"the calls {ids} have the indexes {indexes}", exchange)


def _begun(stream: ChatStream, index: int | None) -> tuple[list[JsonValue], list[str]]:
    """Return the indexes and the ids of a choice's calls, in the order in which they come first."""
    deltas = [call for part in stream.of(index) for call in calls(part.delta)]
    indexes = list[JsonValue]()
    for call in deltas:
        if call.get("index") not in indexes:
            indexes.append(call.get("index"))
    return indexes, [*dict.fromkeys(str(call["id"]) for call in deltas if call.get("id"))]


def _expect_own(ids: list[JsonValue], exchange: Exchange) -> None:
    own = len({str(each) for each in ids}) == len(ids)
    expect(own, f"ids of calls are {ids}", exchange)


@check("LIM-TOOLS-001", task="chat")
async def tools_count_as_input(chat: Chat) -> None:
    """A question with a tool costs more prompt tokens than the same question without."""
    without = _prompt_tokens(plain := await chat.plain())
    exchange = skip_if_refused(await chat.ask(tools=TOOLS), "tools")
    counted = _prompt_tokens(exchange)
    if without is None or counted is None:
        raise Skipped("usage states no prompt_tokens", plain)
    more = counted > without
    expect(more, f"with a tool the prompt has {counted} tokens, without {without}", exchange)


def _prompt_tokens(exchange: Exchange) -> int | None:
    usage = body(exchange).get("usage")
    count = usage.get("prompt_tokens") if isinstance(usage, dict) else None
    return count if is_count(count) else None


async def _ask(chat: Chat, *, stream: bool) -> Exchange:
    return await chat.ask(**PARALLEL, stream=stream)
