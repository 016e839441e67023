"""Answers that real servers gave are read without loss.

``data/recordings`` has, for each server, every chat and embeddings answer of 200 that was recorded,
once for each content (ids and times aside), and some in the Responses and Messages formats. Left
out are the arrays with which the LiteLLM proxy answers several models at once, which are no answer
to one chat; an answer of aimock that repeats the number which the request gave as its model; and
answers that the recorder had cut.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, JsonValue

from invocant_conformance.client import methods
from invocant_conformance.client.compare import difference, differences
from invocant_conformance.client.driver import Driver, Outcome
from invocant_conformance.client.lane import open_lane
from invocant_conformance.client.methods import Method
from invocant_conformance.client.own import AsyncDriver, SyncDriver
from invocant_conformance.raw.answer import Answer

FOLDER = Path(__file__).parents[1] / "data" / "recordings"
METHODS = {method.full_name: method for method in methods.load()}

# Resources whose method is called for an answer of each kind.
CALLED = {
    "chat": "chat.completions",
    "stream": "chat.completions",
    "embeddings": "embeddings",
    "responses": "responses",
    "responses_stream": "responses",
    "messages": "messages",
    "messages_stream": "messages",
}

# Streams that are no complete answer: the server reported an error, or sent nothing.
ENDS = {
    "litellm-proxy:dbx-mid-cut": "StreamError",
    "litellm-proxy:dbx-mid-error": "StreamError",
    "litellm-proxy-1.106.2:dbx-mid-error": "StreamError",
    "mlflow-gateway:upstream_429_stream": "StreamInterrupted",
    "mlflow-server-gateway:mlflow/upstream_429_stream": "StreamError",
}


class Recording(BaseModel):
    """The body of one answer; ``kind`` is a key of ``CALLED``."""

    server: str
    name: str
    kind: str
    body: str

    @property
    def id(self) -> str:
        return f"{self.server}:{self.name}"

    @property
    def method(self) -> Method:
        return METHODS[f"Gateway.{CALLED[self.kind]}.create"]

    @property
    def streamed(self) -> bool:
        return self.kind.endswith("stream")

    @property
    def events(self) -> list[JsonValue]:
        """The chunks of a stream; these servers write one line of data an event."""
        lines = (line.removeprefix("data:").strip() for line in self.body.splitlines())
        chunks = [json.loads(line) for line in lines if line.startswith("{")]
        return [chunk for chunk in chunks if {"choices", "type"} & chunk.keys()]


def recordings() -> Iterator[Recording]:
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line:
                yield Recording.model_validate({"server": file.stem, **json.loads(line)})


def answered(driver: Driver, recording: Recording) -> Outcome:
    stream = recording.streamed
    kind = "text/event-stream" if stream else "application/json"
    body = Answer(headers=(("content-type", kind),), pieces=(recording.body.encode(),))
    with open_lane(driver, "sk-recorded-0001") as lane:
        lane.origin.play(body)
        method = recording.method
        return driver.call(lane.call(method, method.example_body(stream=stream)))


@pytest.mark.parametrize("make", [SyncDriver, AsyncDriver])
@pytest.mark.parametrize("recording", list(recordings()), ids=lambda recording: recording.id)
def test_recorded_answer_is_read_without_loss(
    recording: Recording, make: type[SyncDriver] | type[AsyncDriver]
) -> None:
    outcome = answered(make(), recording)
    assert (outcome.error.kind if outcome.error else None) == ENDS.get(recording.id)
    if recording.streamed:
        assert differences(outcome.events, recording.events) is None
    else:
        assert difference(outcome.value, json.loads(recording.body)) is None
