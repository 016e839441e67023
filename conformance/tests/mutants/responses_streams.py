"""Servers whose streams of the Responses API are broken."""

from .edits import obj, objects, request
from .middleware import Object
from .mutant import Mutant, breach
from .responses import IS_RESPONSES
from .typed import (
    each_event,
    failing_late,
    labelled,
    renamed,
    streamed,
    twice,
    without,
)

_CREATED = "response.created"
_DELTA, _TEXT_DONE = "response.output_text.delta", "response.output_text.done"
_ADDED, _DONE = "response.output_item.added", "response.output_item.done"
_ENDS = ("response.completed", "response.incomplete")


def _constant_numbers(found: list[Object]) -> list[Object]:
    for data in found:
        data["sequence_number"] = 0
    return found


def _sparse_numbers(found: list[Object]) -> list[Object]:
    for number, data in enumerate(found):
        data["sequence_number"] = 2 * number
    return found


def _ids_change(found: list[Object]) -> list[Object]:
    for number, data in enumerate(found):
        if "response" in data:
            obj(data, "response")["id"] = f"resp_{number}"
    return found


def _second_delta_lost(found: list[Object]) -> list[Object]:
    """Lose the second addition to a text."""
    deltas = [data for data in found if data.get("type") == _DELTA]
    return [data for data in found if not any(data is each for each in deltas[1:2])]


def _delta_after_done(found: list[Object]) -> list[Object]:
    """Send an addition again when its item is completed."""
    deltas = [data for data in found if data.get("type") == _DELTA]
    return [*found[:-1], *deltas[:1], found[-1]]


def _texts_lost(data: Object) -> None:
    """Repeat messages without their texts."""
    for item in objects(obj(data, "response"), "output"):
        item["content"] = []


def _total_is_no_sum(data: Object) -> None:
    obj(obj(data, "response"), "usage")["total_tokens"] = 0


MUTANTS: tuple[Mutant, ...] = (
    breach("responses-labelled-text", "RESP-SSE-001", labelled("text/plain", IS_RESPONSES)),
    breach(
        "responses-stream-ignored",
        "RESP-SSE-002",
        request(lambda body: body.pop("stream", None), IS_RESPONSES),
    ),
    breach(
        "deltas-are-numbers",
        "RESP-SSE-003",
        each_event(lambda data: data.update(delta=5), IS_RESPONSES, _DELTA),
    ),
    breach("events-are-lists", "RESP-SSE-003", streamed(lambda found: [*found, []], IS_RESPONSES)),
    breach("deltas-named-otherwise", "RESP-SSE-004", renamed(_DELTA, "delta", IS_RESPONSES)),
    breach("no-created", "RESP-SSE-005", without(IS_RESPONSES, _CREATED)),
    breach("created-twice", "RESP-SSE-005", twice(IS_RESPONSES, _CREATED)),
    breach("no-terminal-event", "RESP-SSE-006", without(IS_RESPONSES, *_ENDS)),
    breach("terminal-event-twice", "RESP-SSE-006", twice(IS_RESPONSES, *_ENDS)),
    breach(
        "delta-at-the-end",
        "RESP-SSE-006",
        streamed(lambda found: [*found, found[1]], IS_RESPONSES),
    ),
    breach("numbers-do-not-rise", "RESP-SSE-007", streamed(_constant_numbers, IS_RESPONSES)),
    breach("numbers-have-gaps", "RESP-SSE-008", streamed(_sparse_numbers, IS_RESPONSES)),
    breach(
        "no-numbers",
        "RESP-SSE-008",
        each_event(lambda data: data.pop("sequence_number"), IS_RESPONSES),
    ),
    breach("items-never-completed", "RESP-SSE-009", without(IS_RESPONSES, _DONE)),
    breach("items-begin-twice", "RESP-SSE-009", twice(IS_RESPONSES, _ADDED)),
    breach("delta-after-its-item", "RESP-SSE-009", streamed(_delta_after_done, IS_RESPONSES)),
    breach(
        "items-change-their-id",
        "RESP-SSE-009",
        each_event(lambda data: obj(data, "item").update(id="item_2"), IS_RESPONSES, _DONE),
    ),
    breach("no-part-begins", "RESP-SSE-010", without(IS_RESPONSES, "response.content_part.added")),
    breach("no-part-ends", "RESP-SSE-010", without(IS_RESPONSES, "response.content_part.done")),
    breach("delta-lost", "RESP-SSE-011", streamed(_second_delta_lost, IS_RESPONSES)),
    breach("deltas-never-done", "RESP-SSE-011", without(IS_RESPONSES, _TEXT_DONE)),
    breach("output-not-repeated", "RESP-SSE-012", each_event(_texts_lost, IS_RESPONSES, *_ENDS)),
    breach(
        "cut-is-completed-in-a-stream",
        "RESP-SSE-013",
        each_event(
            lambda data: obj(data, "response").update(status="completed"), IS_RESPONSES, *_ENDS
        ),
    ),
    breach(
        "completed-before-it-is",
        "RESP-SSE-013",
        each_event(
            lambda data: obj(data, "response").update(status="completed"), IS_RESPONSES, _CREATED
        ),
    ),
    breach(
        "no-usage-at-the-end",
        "RESP-SSE-014",
        each_event(lambda data: obj(data, "response").update(usage=None), IS_RESPONSES, *_ENDS),
    ),
    breach(
        "usage-at-the-end-is-no-sum",
        "RESP-SSE-014",
        each_event(_total_is_no_sum, IS_RESPONSES, *_ENDS),
    ),
    breach("response-ids-change", "RESP-SSE-015", streamed(_ids_change, IS_RESPONSES)),
    breach("responses-fail-late", "RESP-SSE-016", failing_late(IS_RESPONSES)),
)
