"""Checks of streamed text completions: framing, chunks, and what they add up to."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed, Skipped, Untestable, expect
from ..probes.completions import Completions
from ..probes.probe import Object
from ..registry import check
from .answers import objects, skip_if_refused
from .chat_stream import (
    expect_event_stream,
    expect_marker,
    expect_nothing_after,
    expect_separate_events,
)
from .schemas import answer_problem
from .streams import ChatStream, read_json


async def _streams(completions: Completions) -> list[ChatStream]:
    """Return the streams that are judged: of one prompt, and of several where they are taken."""
    found = [await _streamed(completions, await completions.stream())]
    try:
        several = skip_if_refused(await completions.several_streamed(), "a list of prompts")
    except Skipped:
        return found
    return [*found, await _streamed(completions, several)]


async def _streamed(completions: Completions, exchange: Exchange) -> ChatStream:
    return ChatStream(exchange, completions.surface)


@check("TEXT-SSE-001", task="completions")
async def a_completion_is_streamed(completions: Completions) -> None:
    """The answer to stream true has events and the content type of events."""
    for stream in await _streams(completions):
        whole = read_json(stream.exchange.body.decode(errors="replace"))
        expect(whole is None, "one JSON body came instead of a stream", stream.exchange)
        expect(stream.reading.events, "the answer holds no events", stream.exchange)
        expect_event_stream(stream.exchange)


@check("TEXT-SSE-002", task="completions")
async def a_streamed_completion_ends_with_its_marker(completions: Completions) -> None:
    """The end marker comes last, and a blank line ends every event."""
    for stream in await _streams(completions):
        expect_marker(stream)
        expect_separate_events(stream)
        expect_nothing_after(stream)


@check("TEXT-SSE-003", task="completions")
async def chunks_of_completions_fit_their_schema(completions: Completions) -> None:
    """The data of every event is a chunk with object text_completion."""
    for stream in await _streams(completions):
        expect(stream.payloads, "the stream has no chunks", stream.exchange)
        for number, value in enumerate(stream.values):
            if problem := answer_problem(stream.declared.event, value):
                message = f"chunk {number} does not fit its schema: {problem}"
                raise Failed(message, stream.exchange)
        for chunk in stream.chunks:
            kind = chunk.get("object")
            expect(kind == "text_completion", f"object of a chunk is {kind!r}", stream.exchange)


@check("TEXT-SSE-004", task="completions")
async def streamed_completions_finish(completions: Completions) -> None:
    """Every choice has one finish reason, and no text after it."""
    for stream in await _streams(completions):
        expect(stream.indexes, "no chunk has a choice", stream.exchange)
        for index in stream.indexes:
            parts = _parts(stream, index)
            reasons = [place for place, part in enumerate(parts) if part.get("finish_reason")]
            count = len(reasons)
            expect(count == 1, f"choice {index} has {count} finish reasons", stream.exchange)
            late = any(part.get("text") for part in parts[reasons[0] + 1 :])
            expect(not late, f"choice {index} goes on after its finish reason", stream.exchange)


@check("TEXT-SSE-005", task="completions")
async def chunks_of_a_completion_have_one_id(completions: Completions) -> None:
    """The id does not change within a stream; in a workspace it may be null throughout."""
    may_be_null = completions.surface.profile == "invocations"
    for stream in await _streams(completions):
        identifiers = list({repr(chunk.get("id")): None for chunk in stream.chunks})
        expect(len(identifiers) == 1, f"ids are {identifiers[:3]}", stream.exchange)
        first = stream.chunks[0].get("id")
        named = isinstance(first, str) and first != ""
        expect(named or (first is None and may_be_null), f"id is {first!r}", stream.exchange)


@check("TEXT-SSE-006", task="completions")
async def a_streamed_completion_says_something(completions: Completions) -> None:
    """The texts of a choice that finishes with stop are not empty."""
    for stream in await _streams(completions):
        for index in stream.indexes:
            parts = _parts(stream, index)
            if not any(part.get("finish_reason") == "stop" for part in parts):
                continue
            said = "".join(_text(part.get("text")) for part in parts).strip()
            expect(said, f"choice {index} finishes with stop and is empty", stream.exchange)


def _parts(stream: ChatStream, index: int | None) -> list[Object]:
    """Return what the chunks say of one choice, in order."""
    found = [part for chunk in stream.chunks for part in objects(chunk, "choices", stream.exchange)]
    if index is None:
        raise Untestable("a choice of a chunk has no index", stream.exchange)
    return [part for part in found if part.get("index") == index]


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""
