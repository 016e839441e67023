"""Servers whose streams of the Messages API are broken."""

from .edits import obj, request
from .messages import IS_MESSAGES
from .middleware import Mutation, Object
from .mutant import Mutant, breach
from .typed import (
    Edit,
    each_event,
    failing_late,
    labelled,
    renamed,
    streamed,
    twice,
    without,
)

_START, _DELTA, _STOP = "content_block_start", "content_block_delta", "content_block_stop"
_END = "message_delta"


def _each(edit: Edit, *types: str) -> Mutation:
    return each_event(edit, IS_MESSAGES, *types)


def _delta(kind: str, edit: Edit) -> Mutation:
    """Edit the additions of one kind."""

    def edited(data: Object) -> None:
        if obj(data, "delta").get("type") == kind:
            edit(obj(data, "delta"))

    return _each(edited, _DELTA)


def _one_index(found: list[Object]) -> list[Object]:
    for data in found:
        if "index" in data:
            data["index"] = 0
    return found


def _stopped_late(found: list[Object]) -> list[Object]:
    """Stop all blocks after the message has ended."""
    stops = [data for data in found if data.get("type") == _STOP]
    others = [data for data in found if data.get("type") != _STOP]
    return [*others[:-1], *stops, others[-1]]


def _unsigned(found: list[Object]) -> list[Object]:
    return [each for each in found if obj(each, "delta").get("type") != "signature_delta"]


def _signed_first(found: list[Object]) -> list[Object]:
    """Send the signature of a thought before the thought."""
    signed = [each for each in found if obj(each, "delta").get("type") == "signature_delta"]
    first = next((n for n, each in enumerate(found) if each.get("type") == _DELTA), 0)
    rest = [each for each in found if not any(each is one for one in signed)]
    return [*rest[:first], *signed, *rest[first:]]


def _as_thought(delta: Object) -> None:
    """Send an addition to a text as one to a thought."""
    thought = delta.pop("text", "")
    delta.update(type="thinking_delta", thinking=thought)


MUTANTS: tuple[Mutant, ...] = (
    breach("messages-labelled-text", "MSG-SSE-001", labelled("text/plain", IS_MESSAGES)),
    breach(
        "messages-stream-ignored",
        "MSG-SSE-002",
        request(lambda body: body.pop("stream", None), IS_MESSAGES),
    ),
    breach("deltas-without-index", "MSG-SSE-003", _each(lambda data: data.pop("index"), _DELTA)),
    breach(
        "openai-marker-in-messages",
        "MSG-SSE-003",
        streamed(lambda found: [*found, "[DONE]"], IS_MESSAGES),
    ),
    breach("blocks-named-otherwise", "MSG-SSE-004", renamed(_DELTA, "delta", IS_MESSAGES)),
    breach("deltas-not-named", "MSG-SSE-004", renamed(_DELTA, "message", IS_MESSAGES)),
    breach("no-message-start", "MSG-SSE-005", without(IS_MESSAGES, "message_start")),
    breach("message-starts-twice", "MSG-SSE-005", twice(IS_MESSAGES, "message_start")),
    breach(
        "message-starts-ended",
        "MSG-SSE-005",
        _each(lambda data: obj(data, "message").update(stop_reason="end_turn"), "message_start"),
    ),
    breach("blocks-never-stop", "MSG-SSE-006", without(IS_MESSAGES, _STOP)),
    breach("blocks-never-start", "MSG-SSE-006", without(IS_MESSAGES, _START)),
    breach("blocks-stop-late", "MSG-SSE-006", streamed(_stopped_late, IS_MESSAGES)),
    breach("all-blocks-are-the-first", "MSG-SSE-006", streamed(_one_index, IS_MESSAGES)),
    breach("texts-get-thoughts", "MSG-SSE-007", _delta("text_delta", _as_thought)),
    breach(
        "inputs-are-no-json",
        "MSG-SSE-008",
        _delta("input_json_delta", lambda delta: delta.update(partial_json="city")),
    ),
    breach("no-message-delta", "MSG-SSE-009", without(IS_MESSAGES, _END)),
    breach(
        "streamed-without-reason",
        "MSG-SSE-009",
        _each(lambda data: obj(data, "delta").update(stop_reason=None), _END),
    ),
    breach(
        "streamed-without-tokens",
        "MSG-SSE-009",
        _each(lambda data: obj(data, "usage").pop("output_tokens"), _END),
    ),
    breach("no-message-stop", "MSG-SSE-010", without(IS_MESSAGES, "message_stop")),
    breach("message-stops-twice", "MSG-SSE-010", twice(IS_MESSAGES, "message_stop")),
    breach(
        "ping-after-the-end",
        "MSG-SSE-010",
        streamed(lambda found: [*found, {"type": "ping"}], IS_MESSAGES),
    ),
    breach("streamed-thought-unsigned", "MSG-SSE-011", streamed(_unsigned, IS_MESSAGES)),
    breach("thought-signed-first", "MSG-SSE-011", streamed(_signed_first, IS_MESSAGES)),
    breach(
        "messages-stream-nothing",
        "MSG-SSE-012",
        _delta("text_delta", lambda delta: delta.update(text="")),
    ),
    breach("messages-fail-late", "MSG-SSE-013", failing_late(IS_MESSAGES)),
)
