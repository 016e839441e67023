"""Streams that a real gateway sent."""

import json
from pathlib import Path

import httpx
import pytest

from runtime.errors import StreamError

from .support import CHAT, HELLO, Bench, Chunk, Handler

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
