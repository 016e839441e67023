"""Checks of how the items of a streamed answer of the Responses API are built up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..exchange import Exchange
from ..json_values import JsonObject, JsonValue, as_list, as_object
from ..outcomes import Skipped, Untestable, expect
from ..probes.probe import Object
from ..probes.responses import Responses
from ..registry import check
from .responses import text_of
from .typed_streams import TypedEvent, documented, events, of_types

_ADDED, _DONE = "response.output_item.added", "response.output_item.done"
_PART_ADDED, _PART_DONE = "response.content_part.added", "response.content_part.done"
_WHOLES = {
    "response.output_text": "text",
    "response.refusal": "refusal",
    "response.function_call_arguments": "arguments",
    "response.custom_tool_call_input": "input",
    "response.reasoning_summary_text": "text",
    "response.reasoning_text": "text",
}
"""What has additions, and the member of its done event that holds the whole."""

_IN_PARTS = ("response.output_text", "response.refusal")
_LAST = ("response.completed", "responses.completed", "response.incomplete")


@check("RESP-SSE-009", task="responses")
async def items_of_a_stream_are_completed(responses: Responses) -> None:
    """Every item of a plain stream begins and is completed."""
    await _expect_items(responses, await responses.stream())


@check("RESP-SSE-009", task="responses")
async def items_of_a_call_are_completed(responses: Responses) -> None:
    """Every item of a stream with a call begins and is completed."""
    await _expect_items(responses, await responses.tool_stream())


@check("RESP-SSE-009", task="responses")
async def items_of_a_thought_are_completed(responses: Responses) -> None:
    """Every item of a stream with a thought begins and is completed."""
    await _expect_items(responses, await responses.thinking_stream())


async def _expect_items(responses: Responses, exchange: Exchange) -> None:
    open_items: dict[str, Object] = {}
    closed: set[str] = set()
    for event in _events(responses, exchange):
        place = str(event.data.get("output_index"))
        item = dict(as_object(event.data.get("item")))
        if event.type == _ADDED:
            again = place in open_items or place in closed
            expect(not again, f"item {place} begins twice", exchange)
            open_items[place] = item
        elif event.type == _DONE and place in open_items:
            _expect_same(open_items.pop(place), item, exchange)
            closed.add(place)
        elif "output_index" in event.data:
            late = place in closed
            expect(not late, f"{event.type} comes after item {place} was completed", exchange)
    expect(not open_items, f"items {sorted(open_items)} are never completed", exchange)


def _expect_same(begun: Object, done: Object, exchange: Exchange) -> None:
    for name in ("type", "id"):
        same = begun.get(name) == done.get(name)
        message = f"{name} of an item is {begun.get(name)!r}, then {done.get(name)!r}"
        expect(same, message, exchange)


@check("RESP-SSE-010", task="responses")
async def additions_are_within_their_part(responses: Responses) -> None:
    """Additions to a text come while its part is open."""
    exchange = await responses.stream()
    open_parts: set[tuple[str, ...]] = set()
    for event in _events(responses, exchange):
        place = _place(event)
        if event.type == _PART_ADDED:
            open_parts.add(place)
        elif event.type == _PART_DONE:
            expect(place in open_parts, f"a part ends that did not begin: {place}", exchange)
            open_parts.discard(place)
        elif event.type.rpartition(".")[0] in _IN_PARTS and event.type.endswith(".delta"):
            expect(place in open_parts, f"{event.type} comes outside of its part", exchange)
    expect(not open_parts, f"parts never end: {sorted(open_parts)}", exchange)


def _place(event: TypedEvent) -> tuple[str, ...]:
    names = ("output_index", "item_id", "content_index")
    return tuple(str(event.data.get(name)) for name in names)


@dataclass(kw_only=True, slots=True)
class _Whole:
    """Additions so far, and what the done event says that they are."""

    pieces: list[str] = field(default_factory=list[str])
    said: JsonValue = None
    done: bool = False


@check("RESP-SSE-011", task="responses")
async def additions_to_a_text_add_up(responses: Responses) -> None:
    """The additions to a text are the whole text."""
    _expect_sums(_events(responses, exchange := await responses.stream()), exchange)


@check("RESP-SSE-011", task="responses")
async def additions_to_arguments_add_up(responses: Responses) -> None:
    """The additions to the arguments of a call are the whole arguments."""
    _expect_sums(_events(responses, exchange := await responses.tool_stream()), exchange)


@check("RESP-SSE-011", task="responses")
async def additions_to_a_thought_add_up(responses: Responses) -> None:
    """The additions to a thought and its summary are the whole of them."""
    _expect_sums(_events(responses, exchange := await responses.thinking_stream()), exchange)


def _expect_sums(found: Sequence[TypedEvent], exchange: Exchange) -> None:
    wholes: dict[tuple[str, ...], _Whole] = {}
    for event in found:
        kind, _, step = event.type.rpartition(".")
        if kind in _WHOLES and step in ("delta", "done"):
            place = (kind, *_place(event), str(event.data.get("summary_index")))
            whole = wholes.setdefault(place, _Whole())
            if step == "delta":
                whole.pieces.append(str(event.data.get("delta")))
            else:
                whole.said, whole.done = event.data.get(_WHOLES[kind]), True
    for (kind, *_), whole in wholes.items():
        joined = "".join(whole.pieces)
        expect(whole.done, f"{kind} is added to and never done", exchange)
        message = f"{kind} adds up to {joined[:60]!r}, and is {str(whole.said)[:60]!r}"
        expect(joined == whole.said, message, exchange)


@check("RESP-SSE-012", task="responses")
async def the_last_event_repeats_the_text(responses: Responses) -> None:
    """The last event of a plain stream has the items that were completed."""
    await _expect_repeated(responses, await responses.stream())


@check("RESP-SSE-012", task="responses")
async def the_last_event_repeats_the_call(responses: Responses) -> None:
    """The last event of a stream with a call has the items that were completed."""
    await _expect_repeated(responses, await responses.tool_stream())


async def _expect_repeated(responses: Responses, exchange: Exchange) -> None:
    found = _events(responses, exchange)
    ends = of_types(found, *_LAST)
    if not ends:
        raise Skipped("the stream does not end with an answer", exchange)
    output = as_list(as_object(ends[-1].data.get("response")).get("output"))
    told = [_summary(as_object(item)) for item in output]
    built = [_summary(item) for item in done_items(found)]
    expect(told == built, f"the last event has {told}, the stream {built}", exchange)


def done_items(found: Iterable[TypedEvent]) -> list[Object]:
    """Return the items that were completed, in the order of their places."""
    done = sorted(of_types([*found], _DONE), key=_index)
    return [dict(as_object(event.data.get("item"))) for event in done]


def _index(event: TypedEvent) -> int:
    index = event.data.get("output_index")
    return index if isinstance(index, int) else 0


def _summary(item: JsonObject) -> tuple[str, str, str]:
    """Return what of an item is compared: type, text and arguments."""
    given = item.get("arguments", item.get("input", ""))
    return str(item.get("type")), text_of(item), str(given)


def _events(responses: Responses, exchange: Exchange) -> list[TypedEvent]:
    if exchange.status in (400, 404, 422):
        raise Skipped(f"refused with {exchange.status}", exchange)
    if exchange.status >= 300:
        raise Untestable(f"answered with {exchange.status}", exchange)
    return events(exchange, documented(responses))
