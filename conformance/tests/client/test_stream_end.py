"""When a stream is complete, as the oracles judge it."""

import pytest

from invocant_conformance.client import stream_end
from invocant_conformance.client.stream_end import Finished, reports_error
from invocant_conformance.json_values import JsonValue

CHOICES = Finished(list="choices", key="index", field="finish_reason", count="n")


def choice(index: int | None, reason: str | None) -> JsonValue:
    return {"choices": [{"index": index, "finish_reason": reason}]}


@pytest.mark.parametrize(
    ("events", "asked", "holds"),
    [
        ([], 1, False),
        ([choice(0, None)], 1, False),
        ([choice(0, None), choice(0, "stop")], 1, True),
        ([choice(0, "stop"), choice(0, None)], 1, True),
        ([choice(0, "stop"), choice(1, None)], 1, False),
        ([choice(0, "stop")], 2, False),
        ([choice(0, "stop"), choice(1, "length")], 2, True),
    ],
)
def test_everything_asked_for_has_to_finish(
    events: list[JsonValue], asked: int, holds: bool
) -> None:
    assert CHOICES.holds(events, {"n": asked}) is holds


def test_every_way_to_end_is_read() -> None:
    end = stream_end.read(
        {
            "marker": "[DONE]",
            "types": ["stop"],
            "finished": {"list": "choices", "key": "index", "field": "finish_reason", "count": "n"},
        }
    )
    assert (end.marker, end.finished) == ("[DONE]", CHOICES)
    assert end.is_last({"type": "stop"})
    assert not end.is_last({"type": "start"})
    assert not end.is_last({})


@pytest.mark.parametrize(
    ("event", "is_error"),
    [
        ({"type": "error", "error": {"message": "a"}}, True),
        ({"type": "error", "code": "a"}, True),
        ({"error": {"message": "a"}}, True),
        ({"error_code": "A"}, True),
        ({"error": None}, False),
        ({"type": "response.failed", "response": {"error": {"code": "a"}}}, False),
    ],
)
def test_errors_are_told_from_events(event: JsonValue, is_error: bool) -> None:
    assert reports_error(event) is is_error
