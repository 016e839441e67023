"""Checks that the rules of a plain stream hold where more is asked of it.

The streams are cut at max_tokens, have usage, several choices, or a tool call.
"""

from collections.abc import Callable, Sequence

from ..outcomes import Skipped, expect
from ..probes.chat import Chat
from ..registry import check
from ..specification.document import component
from ..surfaces import operation_of, streams
from .asked import (
    speaking_streams,
    streams_with_usage,
    streams_without_usage,
    varied_streams,
)
from .chat import expect_assistant_deltas, is_time
from .chat_chunks import (
    expect_chunks,
    expect_finished,
    expect_no_usage_alone,
    expect_objects,
    expect_one_id,
    expect_role_first,
    expect_said,
    expect_sums,
    expect_usage_alone,
)
from .chat_stream import (
    expect_event_stream,
    expect_events,
    expect_marker,
    expect_nothing_after,
    expect_separate_events,
)
from .schemas import request_problem
from .streams import ChatStream


async def _judge(chat: Chat, rule: Callable[[ChatStream], None]) -> None:
    """Apply a rule to every stream. Raises Skipped where it applies to none."""
    _apply(rule, await varied_streams(chat))


def _apply(rule: Callable[[ChatStream], None], streams: Sequence[ChatStream]) -> None:
    skips = list[Skipped]()
    for stream in streams:
        try:
            rule(stream)
        except Skipped as skipped:
            skips.append(skipped)
    if len(skips) == len(streams):
        raise skips[0]


@check("CHAT-SSE-001", task="chat")
async def varied_streams_have_their_content_type(chat: Chat) -> None:
    """Every stream is text/event-stream."""
    await _judge(chat, lambda stream: expect_event_stream(stream.exchange))


@check("CHAT-SSE-002", task="chat")
async def blank_lines_end_events_of_varied_streams(chat: Chat) -> None:
    """A standard parser finds one chunk, or the end marker, in every event of every stream."""
    await _judge(chat, expect_separate_events)


@check("CHAT-SSE-003", task="chat")
async def varied_streams_end_with_the_marker(chat: Chat) -> None:
    """The end marker comes in every stream."""
    await _judge(chat, expect_marker)


@check("CHAT-SSE-004", task="chat")
async def varied_streams_are_honoured(chat: Chat) -> None:
    """Every answer to stream true consists of events, not of one JSON body."""
    await _judge(chat, lambda stream: expect_events(stream.exchange))


@check("CHAT-SSE-005", task="chat")
async def cut_streamed_choice_finishes(chat: Chat) -> None:
    """The choice of a stream that was cut at max_tokens has one finish reason."""
    expect_finished(ChatStream(await chat.cut_stream(), chat.surface))


@check("CHAT-SSE-005", task="chat")
async def choices_of_varied_streams_finish(chat: Chat) -> None:
    """Every choice of every stream has one finish reason, in its last delta's chunk."""
    await _judge(chat, expect_finished)


@check("CHAT-SSE-006", task="chat")
async def chunks_of_varied_streams_have_one_id(chat: Chat) -> None:
    """The id does not change within any stream."""
    await _judge(chat, lambda stream: expect_one_id(stream, chat))


@check("CHAT-SSE-007", task="chat")
async def chunks_of_varied_streams_say_what_they_are(chat: Chat) -> None:
    """The object of every chunk of every stream is chat.completion.chunk."""
    await _judge(chat, expect_objects)


@check("CHAT-SSE-008", task="chat")
async def usage_arrives_whatever_else_is_asked_for(chat: Chat) -> None:
    """Usage that is asked for arrives in streams that are cut, call a tool, or have choices."""
    for stream in await streams_with_usage(chat):
        expect_usage_alone(stream)


@check("CHAT-SSE-009", task="chat")
async def usage_stays_out_of_varied_streams(chat: Chat) -> None:
    """No chunk consists of usage alone, whatever else was asked for."""
    for stream in await streams_without_usage(chat):
        expect_no_usage_alone(stream)


@check("CHAT-SSE-010", task="chat")
async def chunks_of_varied_streams_fit_their_schema(chat: Chat) -> None:
    """The data of every event of every stream is a chunk."""
    await _judge(chat, lambda stream: expect_chunks(stream, chat))


@check("CHAT-SSE-011", task="chat")
async def nothing_follows_the_marker_of_varied_streams(chat: Chat) -> None:
    """No event follows the end marker of any stream."""
    await _judge(chat, expect_nothing_after)


@check("CHAT-SSE-012", task="chat")
async def first_deltas_of_varied_streams_name_the_role(chat: Chat) -> None:
    """The first delta of every choice of every stream has the role assistant, later ones none."""
    await _judge(chat, expect_role_first)


@check("CHAT-SSE-013", task="chat")
async def varied_streams_say_something(chat: Chat) -> None:
    """Whatever was asked for, a choice that finishes with stop says something."""
    _apply(expect_said, await speaking_streams(chat))


@check("CHAT-SSE-016", task="chat")
async def usage_of_varied_streams_adds_up(chat: Chat) -> None:
    """total_tokens is the sum of the others in every chunk of every stream that has usage."""
    await _judge(chat, expect_sums)


@check("CHAT-ROLE-001", task="chat")
async def role_in_varied_streams_is_assistant(chat: Chat) -> None:
    """Where a delta of any stream names the role, it is assistant."""
    await _judge(chat, expect_assistant_deltas)


@check("CHAT-FINISH-002", task="chat")
async def finish_reasons_of_streams_are_documented(chat: Chat) -> None:
    """Every finish reason that comes in a stream is one of the documented values."""
    for stream in (ChatStream(await chat.stream(), chat.surface), *await varied_streams(chat)):
        for reason in stream.finish_reasons:
            problem = request_problem(component("FinishReason"), reason)
            expect(not problem, f"finish_reason in a stream: {problem}", stream.exchange)


@check("CHAT-SCHEMA-001", task="chat", where=streams)
async def streams_have_a_documented_status(chat: Chat) -> None:
    """A stream that is no refusal has a documented status."""
    for exchange in (await chat.stream(), *(each.exchange for each in await varied_streams(chat))):
        if exchange.status < 400:
            documented = exchange.status in operation_of(chat.surface).answers
            expect(documented, f"status {exchange.status} is not documented", exchange)


@check("CHAT-SSE-017", task="chat")
async def chunks_name_model_and_time(chat: Chat) -> None:
    """Every chunk of every stream has a model and a created time in seconds."""
    for stream in (ChatStream(await chat.stream(), chat.surface), *await varied_streams(chat)):
        for chunk in stream.chunks:
            model, created = chunk.get("model"), chunk.get("created")
            expect(isinstance(model, str) and model, f"model is {model!r}", stream.exchange)
            expect(is_time(created), f"created is {created!r}", stream.exchange)
