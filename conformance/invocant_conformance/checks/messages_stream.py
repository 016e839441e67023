"""Checks of streams of the Messages API."""

from collections.abc import Iterator, Sequence

from ..exchange import Exchange
from ..json_values import JsonObject, as_object
from ..outcomes import Failed, Skipped, Untestable, expect
from ..probes.messages import Messages
from ..probes.probe import Object
from ..registry import check
from . import sse
from .answers import is_count, skip_if_refused
from .streams import read_json
from .typed_streams import (
    TypedEvent,
    documented,
    events,
    expect_content_type,
    expect_fitting,
    expect_honoured,
    expect_named,
    expect_plain_error,
    of_types,
)

_START, _DELTA, _STOP = "content_block_start", "content_block_delta", "content_block_stop"
_KINDS = {
    "text_delta": "text",
    "citations_delta": "text",
    "input_json_delta": "tool_use",
    "thinking_delta": "thinking",
    "signature_delta": "thinking",
}
"""Kinds of additions, and of the block that each belongs to."""


@check("MSG-SSE-001", task="messages")
async def a_stream_says_that_it_is_one(messages: Messages) -> None:
    """The answer to stream true is text/event-stream."""
    expect_content_type(await messages.stream())


@check("MSG-SSE-002", task="messages")
async def a_stream_is_honoured(messages: Messages) -> None:
    """The answer to stream true consists of events."""
    expect_honoured(await messages.stream())


@check("MSG-SSE-003", task="messages")
async def every_event_fits(messages: Messages) -> None:
    """Every event of a plain stream fits the schema of its type."""
    expect_fitting(await messages.stream(), documented(messages))


@check("MSG-SSE-003", task="messages")
async def every_event_of_a_call_fits(messages: Messages) -> None:
    """Every event of a stream with a call fits the schema of its type."""
    exchange = skip_if_refused(await messages.tool_stream(), "tool_choice")
    expect_fitting(exchange, documented(messages))


@check("MSG-SSE-003", task="messages")
async def every_event_of_a_thought_fits(messages: Messages) -> None:
    """Every event of a stream with a thought fits the schema of its type."""
    exchange = skip_if_refused(await messages.thinking_stream(), "thinking")
    expect_fitting(exchange, documented(messages))


@check("MSG-SSE-004", task="messages")
async def events_are_named_by_their_type(messages: Messages) -> None:
    """Every event line says the type of the data."""
    expect_named(await messages.stream(), documented(messages), needed=True)


@check("MSG-SSE-005", task="messages")
async def a_stream_begins_with_its_message(messages: Messages) -> None:
    """The first event but pings is message_start, which has nothing yet."""
    exchange = await messages.stream()
    found = [each for each in _events(messages, exchange) if each.type != "ping"]
    types = [each.type for each in found]
    once = types.count("message_start") == 1 and types[0] == "message_start"
    expect(once, f"the first events are {types[:3]}", exchange)
    message = as_object(found[0].data.get("message"))
    empty = not message.get("content") and message.get("stop_reason") is None
    expect(empty, "the message has content or a stop_reason from the start", exchange)


@check("MSG-SSE-006", task="messages")
async def blocks_come_in_turn(messages: Messages) -> None:
    """The blocks of a plain stream come one after the other."""
    _expect_turns(_events(messages, exchange := await messages.stream()), exchange)


@check("MSG-SSE-006", task="messages")
async def blocks_of_a_thought_come_in_turn(messages: Messages) -> None:
    """The blocks of a stream with a thought come one after the other."""
    _expect_turns(_events(messages, exchange := await _thinking(messages)), exchange)


def _expect_turns(found: Sequence[TypedEvent], exchange: Exchange) -> None:
    begun, opened = 0, False
    for event in found:
        index = event.data.get("index")
        if event.type == _START:
            expect(not opened and index == begun, f"block {index!r} comes out of turn", exchange)
            begun, opened = begun + 1, True
        elif event.type in (_DELTA, _STOP):
            here = opened and index == begun - 1
            expect(here, f"{event.type} of block {index!r}, which is not open", exchange)
            opened = event.type == _DELTA
        elif event.type in ("message_delta", "message_stop"):
            expect(not opened, f"{event.type} comes while a block is open", exchange)


@check("MSG-SSE-007", task="messages")
async def additions_are_of_their_block(messages: Messages) -> None:
    """Additions are of the kind of their block."""
    for exchange in (await messages.stream(), await messages.tool_stream()):
        if exchange.status < 300:
            _expect_kinds(_events(messages, exchange), exchange)


@check("MSG-SSE-007", task="messages")
async def additions_to_a_thought_are_of_its_kind(messages: Messages) -> None:
    """Additions to a thought are of its kind."""
    _expect_kinds(_events(messages, exchange := await _thinking(messages)), exchange)


def _expect_kinds(found: Sequence[TypedEvent], exchange: Exchange) -> None:
    for block, deltas in _built(found):
        for delta in deltas:
            kind, owner = str(delta.get("type")), _KINDS.get(str(delta.get("type")))
            fits = owner in (None, block.get("type"))
            expect(fits, f"a {block.get('type')} block gets a {kind}", exchange)


@check("MSG-SSE-008", task="messages")
async def additions_to_an_input_are_an_object(messages: Messages) -> None:
    """The additions to the input of a call are a JSON object."""
    exchange = skip_if_refused(await messages.tool_stream(), "tool_choice")
    found = _events(messages, exchange)
    cut = any(as_object(e.data.get("delta")).get("stop_reason") == "max_tokens" for e in found)
    calls = [
        "".join(str(delta.get("partial_json") or "") for delta in deltas)
        for block, deltas in _built(found)
        if block.get("type") == "tool_use"
    ]
    if cut or not calls:
        raise Skipped("the call was cut" if cut else "no tool was called", exchange)
    for joined in calls:
        fits = not joined or isinstance(read_json(joined), dict)
        expect(fits, f"the input is no JSON object: {joined[:80]!r}", exchange)


@check("MSG-SSE-009", task="messages")
async def a_stream_says_why_it_ended(messages: Messages) -> None:
    """A message_delta with a stop reason and the tokens comes after the blocks."""
    exchange = await messages.stream()
    found = _events(messages, exchange)
    ends = of_types(found, "message_delta")
    if not ends:
        raise Failed("no message_delta comes", exchange)
    last = max(place for place, event in enumerate(found) if event is ends[-1])
    after = [event.type for event in found[last + 1 :] if event.type.startswith("content_block")]
    expect(not after, f"message_delta is followed by {after[:1]}", exchange)
    reason = as_object(ends[-1].data.get("delta")).get("stop_reason")
    expect(isinstance(reason, str) and reason, f"stop_reason is {reason!r}", exchange)
    made = as_object(ends[-1].data.get("usage")).get("output_tokens")
    expect(is_count(made), f"output_tokens is {made!r}", exchange)


@check("MSG-SSE-010", task="messages")
async def a_stream_ends_with_its_message(messages: Messages) -> None:
    """message_stop is the last event, and comes once."""
    exchange = await messages.stream()
    data = [read_json(event.data) for event in sse.read(exchange.body).events]
    types = [as_object(each).get("type") for each in data]
    if exchange.status >= 300 or not types:
        raise Untestable(f"answered with {exchange.status} and {len(types)} events", exchange)
    once = types.count("message_stop") == 1 and types[-1] == "message_stop"
    expect(once, f"the last events are {types[-3:]}", exchange)


@check("MSG-STOP-004", task="messages")
async def a_streamed_message_with_calls_says_so(messages: Messages) -> None:
    """A streamed message with a call ended for it, one without did not."""
    for exchange in (await messages.stream(), await messages.tool_stream()):
        if exchange.status < 300:
            found = _events(messages, exchange)
            kinds = [block.get("type") for block, _ in _built(found)]
            ends = of_types(found, "message_delta")
            reason = as_object(ends[-1].data.get("delta")).get("stop_reason") if ends else None
            fits = ("tool_use" in kinds) == (reason == "tool_use") or reason == "max_tokens"
            expect(fits, f"the blocks are {kinds}, and stop_reason is {reason!r}", exchange)


@check("MSG-SSE-011", task="messages")
async def a_thought_is_signed_at_its_end(messages: Messages) -> None:
    """The last addition to a thought is its signature."""
    exchange = await _thinking(messages)
    thoughts = [
        deltas
        for block, deltas in _built(_events(messages, exchange))
        if block.get("type") == "thinking"
    ]
    if not thoughts:
        raise Skipped("no thought was answered", exchange)
    for deltas in thoughts:
        last: JsonObject = deltas[-1] if deltas else {}
        signed = last.get("type") == "signature_delta" and last.get("signature")
        expect(signed, f"the last addition to a thought is {last.get('type')!r}", exchange)


@check("MSG-SSE-012", task="messages")
async def a_stream_says_something(messages: Messages) -> None:
    """The additions of a plain stream hold text, or a call."""
    exchange = await messages.stream()
    found = _events(messages, exchange)
    reasons = [as_object(each.data.get("delta")).get("stop_reason") for each in found]
    if "end_turn" not in reasons:
        raise Skipped("the message did not end by itself", exchange)
    texts = [str(delta.get("text") or "") for _, deltas in _built(found) for delta in deltas]
    calls = [block for block, _ in _built(found) if block.get("type") == "tool_use"]
    expect("".join(texts).strip() or calls, "the stream says nothing", exchange)


@check("MSG-SSE-013", task="messages")
async def a_stream_of_an_unknown_model_is_an_error(messages: Messages) -> None:
    """A stream from an unknown model that is refused has a status and a JSON body."""
    expect_plain_error(await messages.of_unknown(stream=True), "an unknown model")


@check("MSG-SSE-013", task="messages")
async def a_stream_of_nonsense_is_an_error(messages: Messages) -> None:
    """A stream of malformed messages that is refused has a status and a JSON body."""
    exchange = await messages.ask(messages="hello", stream=True)
    expect_plain_error(exchange, "a text in the place of messages")


async def _thinking(messages: Messages) -> Exchange:
    return skip_if_refused(await messages.thinking_stream(), "thinking")


def _events(messages: Messages, exchange: Exchange) -> list[TypedEvent]:
    return events(exchange, documented(messages))


def _built(found: Sequence[TypedEvent]) -> Iterator[tuple[Object, list[JsonObject]]]:
    """Yield every block as it was started, with what was added to it."""
    for start in of_types(found, _START):
        index = start.data.get("index")
        added = [each for each in of_types(found, _DELTA) if each.data.get("index") == index]
        deltas = [as_object(each.data.get("delta")) for each in added]
        yield dict(as_object(start.data.get("content_block"))), deltas
