"""The judge of recordings sees what deviates, and only that."""

import json
from collections.abc import Sequence

import pytest

from invocant_conformance.json_values import JsonObject, JsonValue

from .deviations import Deviation, cause
from .judging import Finding, judge
from .recordings import Message, Recording
from .shares import share

JSON = {"content-type": "application/json"}
ASKED: JsonObject = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
CHOICE: JsonObject = {
    "index": 0,
    "message": {"role": "assistant", "content": "Hello"},
    "finish_reason": "stop",
}
ANSWERED: JsonObject = {
    "id": "c-1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [CHOICE],
    "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
}
DONE = "data: [DONE]\n\n"


def recording(
    *,
    method: str = "POST",
    target: str = "/v1/chat/completions",
    sent: JsonValue = ASKED,
    status: int = 200,
    answer: str = json.dumps(ANSWERED),
    media_type: str = "application/json",
) -> Recording:
    """Invent a recording at a gateway."""
    received = Message(headers={"content-type": media_type}, body=answer)
    return Recording(
        source="servers/invented",
        name="chat",
        method=method,
        target=target,
        sent=Message(headers=JSON, body=json.dumps(sent)),
        status=status,
        received=received,
    )


def seen(invented: Recording) -> Sequence[tuple[str, str, str]]:
    """Return part, pointer and rule of every finding."""
    return [(each.part, each.pointer, each.rule) for each in judge(invented).findings]


def chunk(**changes: JsonValue) -> str:
    """Write an event of a stream."""
    choice: JsonObject = {"index": 0, "delta": {"content": "Hello"}, "finish_reason": None}
    base: JsonObject = {"id": "c-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return f"data: {json.dumps({**base, 'choices': [{**choice, **changes}]})}\n\n"


def test_what_fits_has_no_findings() -> None:
    assert seen(recording()) == []


@pytest.mark.parametrize(
    ("invented", "found"),
    [
        (recording(target="/v1/nowhere"), ("operation", "/v1/nowhere", "path")),
        (recording(method="PUT"), ("operation", "/v1/chat/completions", "method")),
        (recording(sent={**ASKED, "messages": "hi"}), ("request", "/messages", "type")),
        (recording(sent={"messages": ASKED["messages"]}), ("request", "", "required")),
        (recording(target="/v1/chat/completions?x=1"), ("request", "", "query")),
        (recording(answer=json.dumps({**ANSWERED, "id": 5})), ("answer", "/id", "type")),
        (recording(answer='{"choices": [NaN]}'), ("answer", "", "json")),
        (recording(media_type="text/html"), ("answer", "", "media-type")),
        (recording(status=299), ("answer", "", "status")),
        (recording(status=400, answer='{"oops": 1}'), ("error", "", "shape")),
        (recording(status=502, answer="<p>", media_type="text/html"), ("error", "", "media-type")),
    ],
)
def test_what_deviates_is_found_where_it_is(
    invented: Recording, found: tuple[str, str, str]
) -> None:
    assert found in seen(invented)


def test_every_event_of_a_stream_is_judged_and_numbered() -> None:
    stream = chunk() + chunk(index="one") + DONE
    findings = seen(recording(answer=stream, media_type="text/event-stream"))
    assert findings
    assert all(pointer.startswith("/1") for _, pointer, _ in findings)


@pytest.mark.parametrize("end", [DONE, chunk(finish_reason="stop")])
def test_a_stream_that_ends_as_the_specification_says_is_complete(end: str) -> None:
    assert seen(recording(answer=chunk() + end, media_type="text/event-stream")) == []


def test_a_stream_that_stops_short_is_not() -> None:
    findings = seen(recording(answer=chunk(), media_type="text/event-stream"))
    assert findings == [("answer", "", "end")]


def test_the_first_entry_that_covers_a_finding_is_its_cause() -> None:
    finding = Finding(
        recording="servers/invented/chat", part="answer", pointer="/id", rule="type", message=""
    )
    entries = [
        _entry(recordings="servers/other/*"),
        _entry(part="request"),
        _entry(at="/usage*"),
        _entry(rules=["required"]),
        covering := _entry(at="/i*", rules=["type"]),
        _entry(),
    ]
    assert cause(finding, entries) is covering


def test_a_share_counts_what_fits_and_why_the_rest_does_not() -> None:
    good, bad = recording(), recording(sent={**ASKED, "messages": "hi"})
    verdicts = [judge(good), judge(bad)]
    unknown = share(verdicts, "request", [])
    assert (unknown.judged, unknown.fit, unknown.unknown) == (2, 1, 1)
    known = share(verdicts, "request", [_entry(part="request", fault="deliberate")])
    assert (known.meant_well, known.fit, known.deliberate) == (1, 1, 1)


def _entry(**changes: object) -> Deviation:
    entry = {"recordings": "servers/*", "part": "answer", "fault": "server", "reason": "So it is."}
    return Deviation.model_validate({**entry, **changes})
