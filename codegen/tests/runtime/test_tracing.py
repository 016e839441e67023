"""Spans and measurements of calls, as OpenTelemetry's own exporters get them."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import httpx
import pytest
from opentelemetry import context, metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from runtime import metering, tracing
from runtime.conventions import operation_name
from runtime.errors import BadRequestError, StreamInterrupted
from runtime.hooks import Call
from runtime.observers import observers

from .support import Answer, Bench, Chunk, TransportLike, again, chunk, json_answer, sse_answer
from .test_hooks import ANSWER, ASK, ASKED


class Telemetry:
    """What was exported."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.reader = InMemoryMetricReader()
        self.spans = TracerProvider()
        self.spans.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.meters = MeterProvider(metric_readers=[self.reader])

    @property
    def span(self) -> ReadableSpan:
        [span] = self.exporter.get_finished_spans()
        return span

    def points(self, name: str) -> list[tuple[Mapping[str, Any], float]]:
        """The attributes and the sum of every series of a histogram."""
        data: Any = self.reader.get_metrics_data()
        return [
            (dict(point.attributes), point.sum)
            for resource in data.resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == name
            for point in metric.data.data_points
        ]


@pytest.fixture
def telemetry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Telemetry]:
    """OpenTelemetry in the hands of one test."""
    made = Telemetry()
    caches = (tracing.tracer, metering.tokens, metering.duration)
    monkeypatch.setattr(trace, "get_tracer", made.spans.get_tracer)
    monkeypatch.setattr(metrics, "get_meter", made.meters.get_meter)
    for cache in caches:
        cache.cache_clear()
    yield made
    for cache in caches:
        cache.cache_clear()


def traced(bench: Bench, *answers: httpx.Response, tracing: bool = True) -> TransportLike:
    left = [*answers]

    def handle(request: httpx.Request) -> httpx.Response:
        return again(left.pop(0) if len(left) > 1 else left[0])

    return bench.over(handle, observers=observers((), tracing, "databricks", {}))


def test_a_call_is_one_span(bench: Bench, telemetry: Telemetry) -> None:
    traced(bench, json_answer(body=ANSWER)).request(ASK, Answer, ASKED)
    assert (telemetry.span.name, telemetry.span.kind) == ("chat m", SpanKind.CLIENT)
    assert telemetry.span.attributes == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "databricks",
        "gen_ai.request.model": "m",
        "gen_ai.response.finish_reasons": ("stop",),
        "gen_ai.response.id": "c1",
        "gen_ai.response.model": "m-1",
        "gen_ai.usage.input_tokens": 3,
        "gen_ai.usage.output_tokens": 4,
        "server.address": "workspace.test",
        "server.port": 80,
    }
    assert telemetry.span.status.status_code is StatusCode.UNSET


def test_no_content_is_in_a_span(bench: Bench, telemetry: Telemetry) -> None:
    told = {**ANSWER, "choices": [{"delta": {"content": "the answer"}}]}
    traced(bench, json_answer(body=told)).request(ASK, Answer, ASKED)
    for text in ("hi", "the answer"):
        assert f'"{text}"' not in telemetry.span.to_json()


def test_attempts_that_failed_are_events(bench: Bench, telemetry: Telemetry) -> None:
    busy = json_answer(429, {"message": "Later."}, {"retry-after": "2"})
    traced(bench, busy, json_answer(body=ANSWER)).request(ASK, Answer, ASKED)
    [event] = telemetry.span.events
    assert event.name == "invocant.attempt_failed"
    assert event.attributes == {
        "error.type": "429",
        "http.request.resend_count": 0,
        "invocant.retry_in": 2.0,
    }


def test_a_call_that_fails_is_an_error(bench: Bench, telemetry: Telemetry) -> None:
    with pytest.raises(BadRequestError):
        traced(bench, json_answer(400, {"message": "hi is no model"})).request(ASK, Answer, ASKED)
    assert telemetry.span.status.status_code is StatusCode.ERROR
    assert telemetry.span.attributes is not None
    assert telemetry.span.attributes["error.type"] == "400"
    assert "hi is no model" not in telemetry.span.to_json()


def test_the_span_of_a_stream_ends_with_it(bench: Bench, telemetry: Telemetry) -> None:
    answer = sse_answer(chunk("a"), chunk("b", finish="stop"), "[DONE]")
    stream = traced(bench, answer).stream(ASK, Chunk, ASKED)
    assert telemetry.exporter.get_finished_spans() == ()
    list(stream)
    assert telemetry.span.attributes is not None
    assert telemetry.span.attributes["gen_ai.request.stream"] is True


def test_a_stream_that_breaks_off_is_an_error(bench: Bench, telemetry: Telemetry) -> None:
    with pytest.raises(StreamInterrupted):
        list(traced(bench, sse_answer(chunk("a"))).stream(ASK, Chunk, ASKED))
    assert telemetry.span.attributes is not None
    assert telemetry.span.attributes["error.type"] == "StreamInterrupted"


def test_the_span_is_current_while_the_request_is_sent(bench: Bench, telemetry: Telemetry) -> None:
    seen: list[int] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(trace.get_current_span().get_span_context().span_id)
        return json_answer(body=ANSWER)

    before = context.get_current()
    told = observers((), True, "databricks", {})
    bench.over(handle, observers=told).request(ASK, Answer, ASKED)
    assert telemetry.span.context is not None
    assert seen == [telemetry.span.context.span_id]
    assert context.get_current() == before


def test_a_stream_is_not_current_while_it_is_read(bench: Bench, telemetry: Telemetry) -> None:
    before = trace.get_current_span()
    stream = traced(bench, sse_answer(chunk("a", finish="stop"), "[DONE]")).stream(
        ASK, Chunk, ASKED
    )
    assert trace.get_current_span() is before
    list(stream)
    assert telemetry.span.parent is None


def test_calls_that_ask_no_model_have_no_span(bench: Bench, telemetry: Telemetry) -> None:
    operation = replace(ASK, task="")
    traced(bench, json_answer(body=ANSWER)).request(operation, Answer, ASKED)
    assert telemetry.exporter.get_finished_spans() == ()


def test_tracing_can_be_turned_off(bench: Bench, telemetry: Telemetry) -> None:
    traced(bench, json_answer(body=ANSWER), tracing=False).request(ASK, Answer, ASKED)
    assert telemetry.exporter.get_finished_spans() == ()


def test_seconds_and_tokens_are_measured(bench: Bench, telemetry: Telemetry) -> None:
    traced(bench, json_answer(body=ANSWER)).request(ASK, Answer, ASKED)
    known = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "databricks",
        "gen_ai.request.model": "m",
        "gen_ai.response.model": "m-1",
        "server.address": "workspace.test",
        "server.port": 80,
    }
    [(attributes, seconds)] = telemetry.points("gen_ai.client.operation.duration")
    assert attributes == known
    assert 0 < seconds < 60
    assert sorted(telemetry.points("gen_ai.client.token.usage"), key=lambda each: each[1]) == [
        ({**known, "gen_ai.token.type": "input"}, 3),
        ({**known, "gen_ai.token.type": "output"}, 4),
    ]


def test_the_duration_of_a_failure_tells_its_kind(bench: Bench, telemetry: Telemetry) -> None:
    with pytest.raises(BadRequestError):
        traced(bench, json_answer(400, {})).request(ASK, Answer, ASKED)
    [(attributes, _)] = telemetry.points("gen_ai.client.operation.duration")
    assert attributes["error.type"] == "400"
    assert telemetry.points("gen_ai.client.token.usage") == []


@pytest.mark.parametrize(
    ("task", "name"),
    [
        *(("chat", "chat"), ("batch_chat", "chat"), ("responses", "chat"), ("messages", "chat")),
        *(("completions", "text_completion"), ("embeddings", "embeddings")),
        *(("gemini", "generate_content"), ("moderations", "moderations")),
    ],
)
def test_operations_have_the_names_of_the_conventions(task: str, name: str) -> None:
    call = Call(
        operation="o", task=task, model=None, provider="p", method="POST", url="u", stream=False
    )
    assert operation_name(call) == name


PROGRAM = """
import sys
sys.path.insert(0, {path!r})
import runtime
sys.modules["opentelemetry"] = None  # Every import of it fails.
from runtime.observation import UNOBSERVED
from runtime.observers import observers
from runtime.operation import Arguments, Operation
operation = Operation(id="a", method="GET", path="/", task="chat")
assert observers((), True, "p", {{}}).observe(operation, Arguments(), None) is UNOBSERVED
print(*sorted(name for name in sys.modules if name.startswith("runtime.")))
"""


def test_without_opentelemetry_calls_are_watched_by_nobody() -> None:
    import runtime

    [folder] = [path for path in runtime.__path__ if path.endswith("runtime")]
    program = PROGRAM.format(path=folder.removesuffix("runtime"))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    for name in ("hooks", "observing", "masking", "tracing", "metering", "wire_log"):
        assert f"runtime.{name} " not in done.stdout
