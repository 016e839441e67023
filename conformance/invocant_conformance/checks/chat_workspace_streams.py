"""Checks of what is particular to a workspace's streams: usage throughout, events without names."""

from ..outcomes import Skipped, expect
from ..probes.chat import Chat
from ..registry import check
from .streams import ChatStream


@check("CHAT-SSE-019", task="chat")
async def every_chunk_states_the_usage(chat: Chat) -> None:
    """Every chunk of a plain stream has a usage."""
    stream = ChatStream(await chat.stream(), chat.surface)
    without = sum(not isinstance(chunk.get("usage"), dict) for chunk in stream.chunks)
    expect(not without, f"{without} of {len(stream.chunks)} chunks have no usage", stream.exchange)


@check("CHAT-SSE-020", task="chat")
async def events_have_no_names(chat: Chat) -> None:
    """No event of a plain stream has an event field."""
    stream = ChatStream(await chat.stream(), chat.surface)
    if not stream.reading.events:
        raise Skipped("the answer holds no events", stream.exchange)
    names = sorted({event.type for event in stream.reading.events} - {"message"})
    expect(not names, f"events are named {', '.join(names)}", stream.exchange)
