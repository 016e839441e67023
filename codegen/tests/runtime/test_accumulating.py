"""Streams that give an answer: when they have one, and what they raise when they have none."""

import json
import pickle

import httpx
import pytest

import invocant
from invocant import (
    APIResponseError,
    StreamError,
    StreamInterrupted,
    TokenUsage,
    response_of,
)
from invocant.models.chat import AgentTraceEvent, ChatCompletion, ChatCompletionChunk

from .answered import HOST, Chat, asked
from .support import TOKEN, Bench, sse_answer
from .test_stream import ERRORS, Body, data, streaming

DONE = "[DONE]"


def chunk(text: str = "", *, finish: str | None = None, **members: object) -> str:
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}
    return json.dumps({"id": "c", "choices": [choice], **members})


def streamed(bench: Bench, *events: str, end: str = "") -> Chat:
    return asked(bench, lambda request: sse_answer(*events, end=end))


def content(answer: ChatCompletion | None) -> object:
    return None if answer is None else answer.choices[0].message.content


def test_the_final_answer_reads_what_is_left(bench: Bench) -> None:
    stream = streamed(bench, chunk("a"), chunk("b"), chunk("c", finish="stop"), DONE)
    next(stream)
    answer = stream.final()
    assert content(answer) == "abc"
    assert (answer.id, answer.choices[0].message.role) == ("c", "assistant")
    assert answer.choices[0].finish_reason == "stop"


def test_the_final_answer_is_the_same_object_after_the_loop_and_again(bench: Bench) -> None:
    stream = streamed(bench, chunk("a"), chunk("b", finish="stop"), DONE)
    assert len(list(stream)) == 2
    answer = stream.final()
    assert content(answer) == "ab"
    assert stream.final() is answer


def test_a_final_answer_knows_the_response_it_came_with(bench: Bench) -> None:
    answer = streamed(bench, chunk("a", finish="stop"), DONE).final()
    assert response_of(answer).status == 200


def test_a_stream_without_marker_has_a_final_answer_once_its_choices_finished(
    bench: Bench,
) -> None:
    assert content(streamed(bench, chunk("a"), chunk("b", finish="stop")).final()) == "ab"


def test_a_snapshot_is_the_answer_so_far(bench: Bench) -> None:
    stream = streamed(bench, chunk("a"), chunk("b", finish="stop"), DONE)
    seen = [content(stream.snapshot()), *(content(stream.snapshot()) for _ in stream)]
    assert seen == [None, "a", "ab"]
    assert stream.snapshot() is stream.snapshot()


def test_a_snapshot_does_not_grow(bench: Bench) -> None:
    stream = streamed(bench, chunk("a"), chunk("b", finish="stop"), DONE)
    next(stream)
    early = stream.snapshot()
    stream.final()
    assert content(early) == "a"


def test_the_usage_is_the_one_that_was_stated_last(bench: Bench) -> None:
    usages = [{"prompt_tokens": 5, "completion_tokens": n, "total_tokens": 5 + n} for n in (1, 2)]
    last = json.dumps({"choices": [], "usage": usages[1]})
    stream = streamed(
        bench, chunk("a", usage=usages[0]), chunk("b", finish="stop", usage=None), last, DONE
    )
    assert stream.usage is None
    spent = [stream.usage for _ in stream]
    assert [usage and usage.output_tokens for usage in spent] == [1, 1, 2]
    assert spent[-1] == TokenUsage(
        input_tokens=5, output_tokens=2, total_tokens=7, stated=usages[1]
    )
    assert stream.final().usage is not None


def test_the_text_is_there_while_it_comes(bench: Bench) -> None:
    stream = streamed(bench, chunk("a"), chunk("b", finish="stop"), DONE)
    assert [stream.text, *(stream.text for _ in stream)] == ["", "a", "ab"]


def test_nothing_of_the_answer_is_lost(bench: Bench) -> None:
    sent = chunk("a", finish="stop", x_unknown={"n": [12345678901234567890, 1.5]})
    answer = streamed(bench, sent, DONE).final()
    assert json.loads(answer.model_dump_json(by_alias=True, exclude_unset=True)) == {
        "id": "c",
        "x_unknown": {"n": [12345678901234567890, 1.5]},
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": "a"},
                "finish_reason": "stop",
            }
        ],
    }


NOTE = '{"trace_id": "tr-1"}'


def test_a_note_of_an_agent_is_kept_and_is_no_event(bench: Bench) -> None:
    stream = streamed(bench, NOTE, chunk("a"), NOTE, chunk("b", finish="stop"), DONE)
    assert all(isinstance(event, ChatCompletionChunk) for event in stream)
    assert stream.notes == [AgentTraceEvent(trace_id="tr-1")] * 2
    assert stream.received.count(NOTE.encode()) == 2
    assert (stream.final().model_extra or {})["trace_id"] == "tr-1"


@pytest.mark.parametrize(
    "pieces",
    [
        [data(chunk("a")), data(NOTE), data(chunk("b", finish="stop"), NOTE, DONE)],
        [data(chunk("a")), data(NOTE, NOTE, chunk("b", finish="stop")), data(DONE)],
        [data(chunk("a"), NOTE, NOTE, chunk("b", finish="stop")), data(DONE)],
        [data(chunk("a")), b"data: ", data(NOTE)[6:], data(NOTE, chunk("b", finish="stop"))],
    ],
)
def test_it_does_not_matter_how_notes_are_cut(bench: Bench, pieces: list[bytes]) -> None:
    stream = asked(bench, streaming(Body(*pieces)))
    assert len(list(stream)) == 2
    assert stream.notes == [AgentTraceEvent(trace_id="tr-1")] * 2
    assert content(stream.final()) == "ab"


@pytest.mark.parametrize("event", [event for event, _, _ in ERRORS])
@pytest.mark.parametrize("together", [True, False])
def test_it_does_not_matter_how_errors_are_cut(bench: Bench, event: str, together: bool) -> None:
    rest = [data(chunk("b"), event)] if together else [data(chunk("b")), data(event)]
    stream = asked(bench, streaming(Body(data(chunk("a")), *rest)))
    with pytest.raises(StreamError) as caught:
        stream.final()
    assert isinstance(caught.value.partial, ChatCompletion)
    assert content(caught.value.partial) == "ab"
    assert len(caught.value.received) == 2


def test_what_an_agent_adds_to_its_answer_is_in_the_final_one(bench: Bench) -> None:
    output = {"databricks_request_id": "r", "trace": {"spans": [1]}}
    stream = streamed(
        bench,
        chunk("a", finish="stop", custom_outputs={"x": 1}),
        json.dumps({"choices": [], "databricks_output": output}),
        DONE,
    )
    answer = stream.final()
    assert answer.custom_outputs == {"x": 1}
    assert answer.databricks_output is not None
    assert answer.databricks_output.databricks_request_id == "r"


@pytest.mark.parametrize("event", ["{}", '{"trace": 1}', '{"trace_id": 1}', '{"choices": 5}'])
def test_what_is_neither_event_nor_note_breaks_the_stream(bench: Bench, event: str) -> None:
    stream = streamed(bench, chunk("a"), event, DONE)
    next(stream)
    with pytest.raises(APIResponseError):
        next(stream)


def test_an_interruption_has_what_was_merged_so_far(bench: Bench) -> None:
    stream = streamed(bench, NOTE, chunk("a"), chunk("b"))
    with pytest.raises(StreamInterrupted) as caught:
        stream.final()
    partial = caught.value.partial
    assert isinstance(partial, ChatCompletion)
    assert content(partial) == "ab"
    assert [type(event) for event in caught.value.received] == [
        AgentTraceEvent,
        ChatCompletionChunk,
        ChatCompletionChunk,
    ]


def test_an_interruption_before_anything_came_has_no_answer(bench: Bench) -> None:
    with pytest.raises(StreamInterrupted) as caught:
        streamed(bench).final()
    assert (caught.value.partial, caught.value.received) == (None, [])


@pytest.mark.parametrize("event", [event for event, _, _ in ERRORS])
def test_an_error_in_the_stream_has_what_came_before(bench: Bench, event: str) -> None:
    stream = streamed(bench, chunk("a"), event, DONE)
    with pytest.raises(StreamError) as caught:
        stream.final()
    assert isinstance(caught.value.partial, ChatCompletion)
    assert content(caught.value.partial) == "a"
    assert len(caught.value.received) == 1


def test_errors_with_an_answer_pickle(bench: Bench) -> None:
    with pytest.raises(StreamInterrupted) as caught:
        streamed(bench, chunk("a")).final()
    again: object = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, StreamInterrupted)
    assert again.partial == caught.value.partial
    assert again.received == caught.value.received


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        ([chunk("a")], StreamInterrupted),
        ([chunk("a"), '{"error": "m"}'], StreamError),
        ([chunk("a"), "{"], APIResponseError),
    ],
)
def test_the_final_answer_raises_what_iterating_raised(
    bench: Bench, events: list[str], kind: type[Exception]
) -> None:
    stream = streamed(bench, *events)
    with pytest.raises(kind) as first:
        list(stream)
    for _ in range(2):
        with pytest.raises(kind) as again:
            stream.final()
        assert again.value is first.value
    assert content(stream.snapshot()) == "a"


def test_a_failing_connection_names_its_cause_in_the_final_answer_too(bench: Bench) -> None:
    failure = httpx.ReadError("reset")
    stream = asked(bench, streaming(Body(data(chunk("a")), failure=failure)))
    with pytest.raises(StreamInterrupted, match="ReadError") as caught:
        stream.final()
    assert caught.value.__cause__ is failure
    assert content(stream.snapshot()) == "a"


def test_a_stream_that_was_closed_early_has_no_final_answer(bench: Bench) -> None:
    stream = streamed(bench, chunk("a"), chunk("b", finish="stop"), DONE)
    next(stream)
    stream.close()
    with pytest.raises(StreamInterrupted, match="it was closed") as caught:
        stream.final()
    assert isinstance(caught.value.partial, ChatCompletion)
    assert content(stream.snapshot()) == "a"


def test_a_stream_that_was_closed_after_its_end_has_a_final_answer(bench: Bench) -> None:
    stream = streamed(bench, chunk("a", finish="stop"), DONE)
    assert len(list(stream)) == 1
    stream.close()
    assert content(stream.final()) == "a"


def test_a_stream_that_was_left_after_its_choices_finished_has_a_final_answer(
    bench: Bench,
) -> None:
    stream = streamed(bench, chunk("a", finish="stop"), chunk(), DONE)
    next(stream)
    stream.close()
    assert content(stream.final()) == "a"


def vendor(*events: str) -> invocant.Client:
    """A client whose every request is answered by a stream."""
    mock = httpx.MockTransport(lambda request: sse_answer(*events))
    return invocant.Client(host=HOST, token=TOKEN, http_client=httpx.Client(transport=mock))


def test_events_that_make_up_no_valid_answer_are_a_response_error() -> None:
    client = vendor('{"type": "ping"}', '{"type": "message_stop"}')
    stream = client.messages.create(model="m", max_tokens=9, messages=[], stream=True)
    assert len(list(stream)) == 2
    assert stream.snapshot() is None
    with pytest.raises(APIResponseError, match="id: Field required"):
        stream.final()


def test_a_response_that_failed_is_an_answer_with_its_error() -> None:
    failed = '{"id": "r", "status": "failed", "output": [], "error": {"message": "too hot"}}'
    client = vendor(f'{{"type": "response.failed", "response": {failed}}}')
    answer = client.responses.create(model="m", input="hi", stream=True).final()
    assert answer.status == "failed"
    assert answer.error is not None
    assert answer.error.message == "too hot"


def test_an_error_event_of_a_response_is_an_error() -> None:
    begun = '{"type": "response.output_text.delta", "delta": "a"}'
    client = vendor(begun, '{"type": "error", "code": "server_error", "message": "too hot"}')
    with pytest.raises(StreamError, match="server_error: too hot") as caught:
        client.responses.create(model="m", input="hi", stream=True).final()
    assert caught.value.partial is not None
