"""Checks of what the chunks of a stream say: ids, choices, usage, deltas."""

from ..outcomes import Failed, Skipped, expect
from ..probes.chat import STREAMED_CHOICES, Chat
from ..probes.probe import Object
from ..registry import check
from .answers import says_something, skip_if_refused
from .schemas import answer_problem
from .streams import ChatStream, ChunkChoice
from .usage import expect_sum, expect_usage


async def _several(chat: Chat) -> ChatStream:
    return ChatStream(skip_if_refused(await chat.several_streamed(), "n in a stream"), chat.surface)


async def _with_usage(chat: Chat) -> ChatStream:
    exchange = skip_if_refused(await chat.stream_with_usage(), "stream_options")
    return ChatStream(exchange, chat.surface)


async def _tool(chat: Chat) -> ChatStream:
    return ChatStream(skip_if_refused(await chat.tool_stream(), "tool_choice"), chat.surface)


@check("CHAT-CHOICES-001", task="chat")
async def streamed_choice_has_index_0(chat: Chat) -> None:
    """The chunks of a plain stream belong to the choice with index 0."""
    expect_indexes(ChatStream(await chat.stream(), chat.surface), 1)


@check("CHAT-CHOICES-001", task="chat")
async def several_streamed_choices_are_indexed(chat: Chat) -> None:
    """Where n is accepted in a stream, n choices are streamed, indexed from 0 without gaps."""
    expect_indexes(await _several(chat), STREAMED_CHOICES)


def expect_indexes(stream: ChatStream, count: int) -> None:
    """Judge that the index values of a stream are those of so many choices."""
    found = list(stream.indexes)
    complete = set(found) == set(range(count))
    expect(complete, f"index values of {count} choices are {found}", stream.exchange)


@check("CHAT-SSE-005", task="chat")
async def streamed_choice_finishes(chat: Chat) -> None:
    """The choice of a stream has one finish reason, in its last chunk with a delta."""
    expect_finished(ChatStream(await chat.stream(), chat.surface))


@check("CHAT-SSE-005", task="chat")
async def several_streamed_choices_finish(chat: Chat) -> None:
    """Every one of several streamed choices has one finish reason, in its last delta's chunk."""
    expect_finished(await _several(chat))


@check("CHAT-SSE-005", task="chat")
async def streamed_choice_finishes_before_the_usage(chat: Chat) -> None:
    """The choice of a stream has one finish reason where the usage was asked for."""
    expect_finished(await _with_usage(chat))


@check("CHAT-SSE-005", task="chat")
async def streamed_tool_call_finishes(chat: Chat) -> None:
    """A streamed choice that calls a tool has one finish reason, in its last delta's chunk."""
    expect_finished(await _tool(chat))


def expect_finished(stream: ChatStream) -> None:
    """Judge that every choice of a stream has one finish reason, in its last delta's chunk."""
    expect(stream.indexes, "no chunk has a choice", stream.exchange)
    for index in stream.indexes:
        parts = stream.of(index)
        reasons = [number for number, part in enumerate(parts) if _is_reason(part)]
        count = len(reasons)
        expect(count == 1, f"choice {index} has {count} finish reasons, not 1", stream.exchange)
        late = any(says_something(part.delta) for part in parts[reasons[0] + 1 :])
        expect(not late, f"choice {index} goes on after its finish reason", stream.exchange)


def _is_reason(part: ChunkChoice) -> bool:
    return isinstance(part.finish_reason, str) and bool(part.finish_reason)


@check("CHAT-SSE-006", task="chat")
async def chunks_have_one_id(chat: Chat) -> None:
    """The id does not change within a stream; in a workspace it may be null throughout."""
    expect_one_id(ChatStream(await chat.stream(), chat.surface), chat)


@check("CHAT-SSE-006", task="chat")
async def usage_chunk_has_the_same_id(chat: Chat) -> None:
    """The id does not change within a stream whose usage was asked for."""
    expect_one_id(await _with_usage(chat), chat)


def expect_one_id(stream: ChatStream, chat: Chat) -> None:
    """Judge that the id does not change within a stream."""
    identifiers = [chunk.get("id") for chunk in stream.chunks]
    first = identifiers[0]
    for identifier in identifiers:
        expect(identifier == first, f"id {first!r} becomes {identifier!r}", stream.exchange)
    named = isinstance(first, str) and first != ""
    allowed = named or (first is None and chat.surface.profile == "invocations")
    expect(allowed, f"id is {first!r}", stream.exchange)


@check("CHAT-SSE-007", task="chat")
async def chunks_say_what_they_are(chat: Chat) -> None:
    """The object of every chunk is chat.completion.chunk."""
    expect_objects(ChatStream(await chat.stream(), chat.surface))


@check("CHAT-SSE-007", task="chat")
async def usage_chunk_says_what_it_is(chat: Chat) -> None:
    """The object of every chunk is chat.completion.chunk where the usage was asked for."""
    expect_objects(await _with_usage(chat))


def expect_objects(stream: ChatStream) -> None:
    """Judge that every chunk says that it is one."""
    for chunk in stream.chunks:
        kind = chunk.get("object")
        right = kind == "chat.completion.chunk"
        expect(right, f"object of a chunk is {kind!r}", stream.exchange)


@check("CHAT-SSE-008", task="chat")
async def usage_arrives_when_asked_for(chat: Chat) -> None:
    """With include_usage a chunk has usage and an empty list of choices."""
    expect_usage_alone(await _with_usage(chat))


def expect_usage_alone(stream: ChatStream) -> None:
    """Judge that one chunk, after all that have choices, has usage and no choices."""
    with_usage = [chunk for chunk in stream.chunks if isinstance(chunk.get("usage"), dict)]
    expect(with_usage, "no chunk has usage, though it was asked for", stream.exchange)
    alone = [number for number, chunk in enumerate(stream.chunks) if _is_usage_alone(chunk)]
    expect(alone, "no chunk with usage has an empty list of choices", stream.exchange)
    expect(len(alone) == 1, f"{len(alone)} chunks consist of usage, not 1", stream.exchange)
    late = [part.number for part in stream.choices if part.number > alone[0]]
    expect(not late, "choices follow the chunk of usage", stream.exchange)
    expect_usage(stream.chunks[alone[0]], stream.exchange)


def _is_usage_alone(chunk: Object) -> bool:
    return isinstance(chunk.get("usage"), dict) and chunk.get("choices") == []


@check("CHAT-SSE-009", task="chat")
async def usage_stays_out_unless_asked_for(chat: Chat) -> None:
    """Without include_usage no chunk consists of usage alone."""
    expect_no_usage_alone(ChatStream(await chat.stream(), chat.surface))


@check("CHAT-SSE-009", task="chat")
async def usage_stays_out_when_declined(chat: Chat) -> None:
    """With include_usage false no chunk consists of usage alone."""
    exchange = skip_if_refused(await chat.stream_without_usage(), "stream_options")
    expect_no_usage_alone(ChatStream(exchange, chat.surface))


def expect_no_usage_alone(stream: ChatStream) -> None:
    """Judge that no chunk consists of usage alone."""
    for chunk in stream.chunks:
        alone = isinstance(chunk.get("usage"), dict) and not chunk.get("choices")
        expect(not alone, "a chunk of usage came that was not asked for", stream.exchange)


@check("CHAT-SSE-010", task="chat")
async def chunks_fit_their_schema(chat: Chat) -> None:
    """The data of every event of a plain stream is a chunk."""
    expect_chunks(ChatStream(await chat.stream(), chat.surface), chat)


@check("CHAT-SSE-010", task="chat")
async def chunks_with_usage_fit_their_schema(chat: Chat) -> None:
    """The data of every event of a stream with usage is a chunk."""
    expect_chunks(await _with_usage(chat), chat)


@check("CHAT-SSE-010", task="chat")
async def chunks_of_a_tool_call_fit_their_schema(chat: Chat) -> None:
    """The data of every event of a streamed tool call is a chunk."""
    expect_chunks(await _tool(chat), chat)


def expect_chunks(stream: ChatStream, chat: Chat) -> None:
    """Judge that the data of every event but the end marker fits the chunk's schema."""
    schema = stream.declared.event
    expect(stream.reading.is_utf8, "the stream is not UTF-8", stream.exchange)
    expect(stream.payloads, "the stream has no chunks", stream.exchange)
    for number, value in enumerate(stream.values):
        if problem := answer_problem(schema, value):
            raise Failed(f"chunk {number} does not fit its schema: {problem}", stream.exchange)


@check("CHAT-SSE-012", task="chat")
async def first_delta_names_the_role(chat: Chat) -> None:
    """The first delta of every choice has the role assistant, later ones have none."""
    expect_role_first(ChatStream(await chat.stream(), chat.surface))


@check("CHAT-SSE-012", task="chat")
async def first_deltas_of_several_choices_name_the_role(chat: Chat) -> None:
    """The first delta of each of several choices has the role assistant, later ones have none."""
    expect_role_first(await _several(chat))


def expect_role_first(stream: ChatStream) -> None:
    """Judge that the first delta of every choice, and no later one, names the role."""
    for index in stream.indexes:
        first, *later = [part.delta.get("role") for part in stream.of(index)]
        right = first == "assistant"
        expect(right, f"first role of choice {index} is {first!r}", stream.exchange)
        repeated = any(later)
        expect(not repeated, f"choice {index} repeats its role", stream.exchange)


@check("CHAT-SSE-013", task="chat")
async def stream_says_something(chat: Chat) -> None:
    """The deltas of a choice that finishes with stop add up to content or a tool call."""
    expect_said(ChatStream(await chat.stream(), chat.surface))


def expect_said(stream: ChatStream) -> None:
    """Judge that every choice of a stream that finishes with stop says something."""
    stopped = {part.index for part in stream.choices if part.finish_reason == "stop"}
    if not stopped:
        raise Skipped("no choice finishes with stop", stream.exchange)
    for index in stopped:
        said = any(says_something(part.delta) for part in stream.of(index))
        expect(said, f"choice {index} finishes with stop and is empty", stream.exchange)


@check("CHAT-SSE-016", task="chat")
async def streamed_usage_adds_up(chat: Chat) -> None:
    """total_tokens is the sum of the others in every chunk that has usage."""
    stream = ChatStream(await chat.stream(), chat.surface)
    expect_sums(stream)


@check("CHAT-SSE-016", task="chat")
async def requested_usage_adds_up(chat: Chat) -> None:
    """total_tokens is the sum of the others where the usage was asked for."""
    expect_sums(await _with_usage(chat))


def expect_sums(stream: ChatStream) -> None:
    """Expect every usage of a stream to add up; Skipped where there is none."""
    usages = [chunk["usage"] for chunk in stream.chunks if isinstance(chunk.get("usage"), dict)]
    if not usages:
        raise Skipped("no chunk has usage", stream.exchange)
    for usage in usages:
        expect_sum(usage, stream.exchange, missing_completion=None)
