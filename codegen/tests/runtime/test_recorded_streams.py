"""Streams that a real gateway sent."""

import json
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import httpx
import pytest

from runtime.errors import StreamError
from runtime.models import Model, Unknown
from runtime.operation import Operation, StreamEnd
from runtime.typed import Typed
from runtime.unions import Tag, open_tag

from .support import CHAT, HELLO, Bench, Chunk, Handler


class Delta(Model):
    type: Literal["content_block_delta"]
    index: int


class Completed(Model):
    type: Literal["response.completed", "response.failed"]


Event: TypeAlias = Annotated[
    Annotated[Delta, Tag("content_block_delta")]
    | Annotated[Completed, Tag("response.completed")]
    | Annotated[Completed, Tag("response.failed")]
    | Annotated[Unknown, Tag("")],
    open_tag("type", "content_block_delta", "response.completed", "response.failed"),
]
LAST = frozenset({"message_stop", "response.completed", "response.failed"})
VENDOR = Operation(id="vendor", method="POST", path="/", stream_end=StreamEnd(types=LAST))

RECORDED = Path(__file__).parent / "recordings" / "streams.json"


def handler(name: str) -> Handler:
    rows = json.loads(RECORDED.read_text(encoding="utf-8"))
    [row] = [row for row in rows if row["name"] == name]
    content = "\n\n".join(row["sse"]).encode()
    return lambda request: httpx.Response(200, headers=row["headers"], content=content)


@pytest.mark.parametrize(
    "name", ["chat-stream-usage-up", "chat-tools-stream-up", "chat-stream-n2-mock"]
)
def test_a_recorded_stream_is_read_without_loss(bench: Bench, name: str) -> None:
    stream = bench.over(handler(name)).stream(CHAT, Chunk, HELLO)
    given_back = [event.model_dump(by_alias=True, exclude_unset=True) for event in stream]
    assert given_back == [json.loads(data) for data in stream.received]
    assert given_back


@pytest.mark.parametrize(
    ("name", "message"), [("dbx-mid-error", "died midway"), ("dbx-mid-cut", "Stream ended before")]
)
def test_a_recorded_failure_is_raised_after_what_came_before(
    bench: Bench, name: str, message: str
) -> None:
    stream = bench.over(handler(name)).stream(CHAT, Chunk, HELLO)
    next(stream)
    with pytest.raises(StreamError, match=message):
        next(stream)
    assert stream.response.request_id


@pytest.mark.parametrize(
    ("name", "known", "last"),
    [
        ("messages-dbx-claude-stream", Delta, "message_stop"),
        ("messages-up-stream", Delta, "message_stop"),
        ("responses-up-stream", Completed, "response.completed"),
        ("responses-mock-stream", Completed, "response.failed"),
    ],
)
def test_a_recorded_stream_of_a_union_is_read_to_its_last_type(
    bench: Bench, name: str, known: type[Model], last: str
) -> None:
    stream = bench.over(handler(name)).stream(VENDOR, Typed[Event], HELLO)
    events = list(stream)
    given_back = [event.model_dump(by_alias=True, exclude_unset=True) for event in events]
    assert given_back == [json.loads(data) for data in stream.received]
    assert any(isinstance(event, known) for event in events)
    assert given_back[-1]["type"] == last
