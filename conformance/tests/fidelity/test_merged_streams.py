"""Every recorded stream makes up an answer, and the one that was recorded without streaming.

What a server says in one of the two alone, such as the usage, is no matter of merging.
"""

import functools
import json
from collections.abc import Callable, Iterator, Mapping

import httpx
import pytest

import invocant
from invocant import AccumulatingStream, Model
from invocant_conformance.json_values import JsonObject, JsonValue, as_list, as_object, checked

from . import recordings
from .recordings import Recording

# Streams that have no answer.
BROKEN: Mapping[str, str] = {
    "litellm-proxy-1.106.2/dbx-mid-error": "StreamError",
    "litellm-proxy/dbx-mid-cut": "StreamError",
    "litellm-proxy/dbx-mid-error": "StreamError",
    "servers/mlflow-gateway/completion_stream": "StreamInterrupted",
    "servers/mlflow-gateway/upstream_429_stream": "StreamInterrupted",
    "servers/mlflow-server-gateway/mlflow/upstream_429_stream": "StreamError",
    "servers/mlflow-server-gateway/openai/upstream_429_stream": "StreamError",
}

# Streams whose server answers otherwise without streaming, or in another format. vLLM's model is
# left out: its answers are chance.
UNEQUAL = {
    "servers/mlflow-server-gateway/openai/responses_stream",
    "litellm-proxy-1.106.2/dbx-response-format-claude-stream",
    "litellm-proxy/responses-mock-stream",
}
CHANCE = "servers/vllm-cpu"


def data(recording: Recording) -> str:
    return (recording.received and recording.received.body) or ""


def is_stream(recording: Recording) -> bool:
    kind = recording.received.media_type if recording.received else ""
    return recording.status == 200 and kind == "text/event-stream"


STREAMS = [recording for recording in recordings.load() if is_stream(recording)]


def form(recording: Recording) -> str:
    """The name of the resource that the recording is of."""
    path = recording.target.partition("?")[0]
    known = ("chat", "completions", "responses", "messages")
    return next((name for name in known if f"/{name}" in path), "chat")


def merged(recording: Recording) -> Model:
    """The final answer of a stream that has the recorded bytes."""

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {"content-type": "text/event-stream"}
        return httpx.Response(200, headers=headers, content=data(recording).encode())

    http = httpx.Client(transport=httpx.MockTransport(answer))
    gateway = invocant.Gateway(base_url="http://server.test", api_key="sk-x", http_client=http)
    read: Mapping[str, Callable[[], AccumulatingStream[object, Model]]] = {
        "chat": lambda: gateway.chat.completions.create(model="m", messages=[], stream=True),
        "completions": lambda: gateway.completions.create(model="m", prompt="", stream=True),
        "responses": lambda: gateway.responses.create(model="m", input="", stream=True),
        "messages": lambda: gateway.messages.create(
            model="m", messages=[], max_tokens=1, stream=True
        ),
    }
    return read[form(recording)]().final()


def asked(recording: Recording) -> str | None:
    """What was asked, and where, whether or not as a stream; nothing without a JSON object."""
    try:
        value = checked(json.loads(recording.sent.body or ""))
    except (ValueError, RecursionError):
        return None
    body = {
        name: held
        for name, held in as_object(value).items()
        if name not in ("stream", "stream_options")
    }
    return json.dumps([recording.source, form(recording), body], sort_keys=True) if body else None


@functools.cache
def unstreamed() -> Mapping[str, Recording]:
    """The first recording of each request whose answer was one JSON body."""
    found: dict[str, Recording] = {}
    for recording in recordings.load():
        kind = recording.received.media_type if recording.received else ""
        question = asked(recording) if recording.status == 200 and "json" in kind else None
        if question is not None and data(recording).startswith("{"):
            found.setdefault(question, recording)
    return found


def pairs() -> Iterator[tuple[Recording, Recording]]:
    for stream in STREAMS:
        whole = unstreamed().get(asked(stream) or "")
        if whole is not None and stream.id not in BROKEN and stream.source != CHANCE:
            yield stream, whole


def said(answer: JsonObject) -> JsonValue:
    """What the model said, thought and called, without ids, signatures and what is null."""
    first = next(map(as_object, as_list(answer.get("choices"))), as_object(None))
    spoken = first.get("message") or first.get("text")
    return bare([spoken, first.get("finish_reason"), answer.get("content"), answer.get("output")])


def bare(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        return [bare(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    names = value.keys() - {"id", "provider_specific_fields", "phase"}
    return {name: bare(value[name]) for name in names if value[name] is not None}


@pytest.mark.parametrize("recording", STREAMS, ids=lambda recording: recording.id)
def test_every_recorded_stream_makes_up_an_answer(recording: Recording) -> None:
    ended = ""
    try:
        merged(recording)
    except invocant.InvocantError as error:
        ended = type(error).__name__
    assert ended == BROKEN.get(recording.id, "")


@pytest.mark.parametrize(
    ("stream", "whole"), list(pairs()), ids=lambda recording: recording.id.replace("/", ":")
)
def test_a_recorded_stream_says_what_the_answer_without_says(
    stream: Recording, whole: Recording
) -> None:
    final = checked(merged(stream).model_dump(mode="json", by_alias=True, exclude_unset=True))
    same = said(as_object(final)) == said(as_object(checked(json.loads(data(whole)))))
    assert same is not (stream.id in UNEQUAL)
