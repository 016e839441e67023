"""Checks of how a stream of the Responses API is framed, numbered and ended."""

from itertools import pairwise

from ..exchange import Exchange
from ..json_values import as_object
from ..outcomes import Skipped, expect
from ..probes.responses import Responses
from ..registry import check
from .answers import is_count, skip_if_refused
from .responses_usage import expect_sum
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

CREATED = "response.created"
TERMINAL = ("response.completed", "responses.completed", "response.incomplete", "response.failed")
FAILURES = ("response.failed", "error")
_STATUS = {
    "response.completed": ("completed",),
    "responses.completed": ("completed",),
    "response.incomplete": ("incomplete",),
    "response.failed": ("failed",),
}
_BEFORE = ("in_progress", "queued")


@check("RESP-SSE-001", task="responses")
async def a_stream_says_that_it_is_one(responses: Responses) -> None:
    """The answer to stream true is text/event-stream."""
    expect_content_type(await responses.stream())


@check("RESP-SSE-002", task="responses")
async def a_stream_is_honoured(responses: Responses) -> None:
    """The answer to stream true consists of events."""
    expect_honoured(await responses.stream())


@check("RESP-SSE-003", task="responses")
async def every_event_fits(responses: Responses) -> None:
    """Every event of a plain stream fits the schema of its type."""
    expect_fitting(await responses.stream(), documented(responses))


@check("RESP-SSE-003", task="responses")
async def every_event_of_a_call_fits(responses: Responses) -> None:
    """Every event of a stream with a call fits the schema of its type."""
    exchange = skip_if_refused(await responses.tool_stream(), "tool_choice")
    expect_fitting(exchange, documented(responses))


@check("RESP-SSE-003", task="responses")
async def every_event_of_a_thought_fits(responses: Responses) -> None:
    """Every event of a stream with a thought fits the schema of its type."""
    exchange = skip_if_refused(await responses.thinking_stream(), "reasoning")
    expect_fitting(exchange, documented(responses))


@check("RESP-SSE-004", task="responses")
async def events_are_named_by_their_type(responses: Responses) -> None:
    """Event lines, where there are any, say the type of the data."""
    expect_named(await responses.stream(), documented(responses), needed=False)


@check("RESP-SSE-005", task="responses")
async def a_stream_begins_with_created(responses: Responses) -> None:
    """The first event, and no other, is response.created."""
    exchange, found = await _stream(responses)
    types = [event.type for event in found]
    if types[0] in FAILURES:
        raise Skipped("the stream is nothing but a failure", exchange)
    once = types[0] == CREATED and types.count(CREATED) == 1
    expect(once, f"the first of {len(types)} events is {types[0]!r}", exchange)


@check("RESP-SSE-006", task="responses")
async def a_stream_ends_once(responses: Responses) -> None:
    """One terminal event comes, as the last one."""
    exchange, found = await _stream(responses)
    _expect_end(found, exchange)


@check("RESP-SSE-006", task="responses")
async def a_cut_stream_ends_once(responses: Responses) -> None:
    """One terminal event comes, as the last one, where the answer was cut."""
    exchange = await responses.cut_stream()
    _expect_end(events(exchange, documented(responses)), exchange)


def _expect_end(found: list[TypedEvent], exchange: Exchange) -> None:
    types = [event.type for event in found]
    ends = [kind for kind in types if kind in (*TERMINAL, "error")]
    expect(len(ends) == 1, f"terminal events are {ends}", exchange)
    expect(types[-1] == ends[0], f"{ends[0]} is followed by {types[-1]!r}", exchange)


@check("RESP-SSE-007", task="responses")
async def sequence_numbers_rise(responses: Responses) -> None:
    """Every sequence number is greater than the one before."""
    exchange, found = await _stream(responses)
    numbers = [event.data["sequence_number"] for event in found if "sequence_number" in event.data]
    if not numbers:
        raise Skipped("the events have no numbers", exchange)
    counts = [number for number in numbers if is_count(number)]
    rising = all(one < other for one, other in pairwise(counts))
    expect(len(counts) == len(numbers) and rising, f"numbers are {numbers[:12]}", exchange)


@check("RESP-SSE-008", task="responses")
async def every_event_is_numbered(responses: Responses) -> None:
    """The events have the numbers 0, 1, 2 and so on."""
    exchange, found = await _stream(responses)
    numbers = [event.data.get("sequence_number") for event in found]
    expect(numbers == [*range(len(found))], f"numbers are {numbers[:12]}", exchange)


@check("RESP-SSE-013", task="responses")
async def events_have_the_status_of_their_name(responses: Responses) -> None:
    """The response within an event has the status that the event's name says."""
    for exchange in (await responses.stream(), await responses.cut_stream()):
        for event in events(exchange, documented(responses)):
            status = as_object(event.data.get("response")).get("status")
            if "response" in event.data and status is not None:
                fits = status in _STATUS.get(event.type, _BEFORE)
                expect(fits, f"the status in {event.type} is {status!r}", exchange)


@check("RESP-SSE-014", task="responses")
async def the_last_event_states_the_usage(responses: Responses) -> None:
    """The answer within response.completed states tokens that add up."""
    exchange, found = await _stream(responses)
    ends = of_types(found, "response.completed")
    if not ends:
        raise Skipped("the answer was not completed", exchange)
    answer = dict(as_object(ends[-1].data.get("response")))
    stated = isinstance(answer.get("usage"), dict)
    expect(stated, f"usage is {answer.get('usage')!r}", exchange)
    expect_sum(answer, exchange)


@check("RESP-SSE-015", task="responses")
async def all_events_are_about_one_answer(responses: Responses) -> None:
    """The response has the same id in all events."""
    exchange, found = await _stream(responses)
    answers = [as_object(event.data.get("response")) for event in found]
    ids = {str(answer["id"]) for answer in answers if answer.get("id") is not None}
    expect(len(ids) < 2, f"ids are {sorted(ids)[:4]}", exchange)


@check("RESP-SSE-016", task="responses")
async def a_stream_of_an_unknown_model_is_an_error(responses: Responses) -> None:
    """A stream from an unknown model that is refused has a status and a JSON body."""
    expect_plain_error(await responses.of_unknown(stream=True), "an unknown model")


@check("RESP-SSE-016", task="responses")
async def a_stream_of_nonsense_is_an_error(responses: Responses) -> None:
    """A stream of a malformed input that is refused has a status and a JSON body."""
    expect_plain_error(await responses.ask(input=5, stream=True), "a number in the place of input")


async def _stream(responses: Responses) -> tuple[Exchange, list[TypedEvent]]:
    exchange = await responses.stream()
    return exchange, events(exchange, documented(responses))
