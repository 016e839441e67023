"""What becomes of events that fit no pattern, and that merging can be relied upon."""

import copy
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.accumulation import accumulator, merge
from runtime.json_data import is_array, is_object
from runtime.token_usage import TokenUsage, token_usage

from .pieces import Json

FORMATS = ("chat", "completions", "responses", "messages", "gemini")


def said(*deltas: Json, form: str = "chat") -> object:
    """The message that deltas of one choice make up."""
    chunks: list[Json] = [{"choices": [{"index": 0, "delta": delta}]} for delta in deltas]
    return dig(merge(form, chunks), "choices", 0, "message")


def dig(value: object, *path: str | int) -> object:
    for step in path:
        if isinstance(step, int):
            assert is_array(value)
            value = value[step]
        else:
            assert is_object(value)
            value = value[step]
    return value


def call(index: int | None, *, id: str | None = None, name: str | None = None, text: str) -> Json:
    number: Json = {} if index is None else {"index": index}
    return {"tool_calls": [{**number, "id": id, "function": {"name": name, "arguments": text}}]}


def calls(*deltas: Json) -> list[tuple[object, object, object]]:
    made = dig(said(*deltas), "tool_calls")
    assert is_array(made)
    return [
        (dig(each, "id"), dig(each, "function", "name"), dig(each, "function", "arguments"))
        for each in made
    ]


def test_facts_that_every_chunk_repeats_are_stated_once() -> None:
    repeated: Json = {"role": "assistant", "content": "a", "x": "a"}
    assert said(repeated, repeated) == {"role": "assistant", "content": "aa", "x": "aa"}


def test_null_and_the_empty_text_state_nothing() -> None:
    chunks: list[Json] = [
        {"id": "1", "usage": {"total_tokens": 1}, "choices": [{"finish_reason": "stop"}]},
        {"id": "", "usage": None, "choices": [{"finish_reason": ""}]},
        {"choices": [{"finish_reason": None}]},
    ]
    merged = merge("chat", chunks)
    assert (merged["id"], merged["usage"]) == ("1", {"total_tokens": 1})
    assert dig(merged, "choices", 0, "finish_reason") == "stop"


def test_numbers_of_a_delta_count_as_they_came_last_and_objects_are_merged() -> None:
    first: Json = {"x": 1, "audio": {"id": "a", "data": "QU", "expires_at": None}}
    last: Json = {"x": 2, "audio": {"data": "FB", "expires_at": 9}}
    audio = {"id": "a", "data": "QUFB", "expires_at": 9}
    assert said(first, last) == {"x": 2, "audio": audio}


def test_calls_that_come_at_once_are_told_by_their_numbers() -> None:
    begun: Json = {"tool_calls": [*_begun(0, "a"), *_begun(1, "b")]}
    assert calls(begun, call(1, text="2"), call(0, text="1"), call(1, text="!")) == [
        ("a", "f", "1"),
        ("b", "f", "2!"),
    ]


def _begun(index: int, id: str) -> list[Json]:
    return [{"index": index, "id": id, "function": {"name": "f", "arguments": ""}}]


def test_calls_without_numbers_are_told_by_their_ids() -> None:
    assert calls(
        call(None, id="a", name="f", text="1"),
        call(None, text="2"),
        call(None, id="b", name="g", text="3"),
    ) == [("a", "f", "12"), ("b", "g", "3")]


def test_calls_that_are_all_numbered_0_are_told_by_id_and_name() -> None:
    assert calls(
        call(0, id="a", name="f", text="1"),
        call(0, id="b", name="g", text="2"),
        call(0, text="3"),
    ) == [("a", "f", "1"), ("b", "g", "23")]


def test_an_id_that_changes_without_a_name_is_still_the_same_call() -> None:
    assert calls(call(0, id="a", name="f", text="1"), call(0, id="b", text="2")) == [
        ("b", "f", "12")
    ]


def test_a_call_has_name_and_arguments_though_none_came() -> None:
    assert said({"tool_calls": [{"index": 0, "id": "a"}]}) == {
        "tool_calls": [{"id": "a", "function": {"name": "", "arguments": ""}}]
    }


def test_sources_that_the_proxy_sends_one_by_one_are_a_list() -> None:
    deltas: list[Json] = [
        {"content": "a", "provider_specific_fields": {"citation": {"url": url}, "x": 1}}
        for url in ("u", "v")
    ]
    assert dig(said(*deltas), "provider_specific_fields") == {
        "x": 1,
        "citations": [{"url": "u"}, {"url": "v"}],
    }


def test_single_sources_of_parts_begin_parts() -> None:
    pieces: list[Json] = [
        {"type": "text", "text": "a"},
        {"type": "text", "text": "", "citation": {"url": "u"}},
        {"type": "text", "text": "", "citation": {"url": "v"}},
    ]
    assert dig(said(*({"content": [piece]} for piece in pieces)), "content") == [
        {"type": "text", "text": "a", "citation": {"url": "u"}},
        {"type": "text", "text": "", "citation": {"url": "v"}},
    ]


def test_members_of_a_note_stay_beside_the_answer() -> None:
    merged = merge("chat", [{"choices": []}, {"trace_id": "tr-1"}])
    assert merged == {"choices": [], "trace_id": "tr-1"}


def test_input_that_was_cut_is_kept_as_it_came() -> None:
    events: list[Json] = [
        {
            "type": "content_block_start",
            "index": 0,
            "content_block": {"type": "tool_use", "id": "t", "name": "f", "input": {}},
        },
        {
            "type": "content_block_delta",
            "index": 0,
            "delta": {"type": "input_json_delta", "partial_json": '{"ci'},
        },
    ]
    assert dig(merge("messages", events), "content", 0) == {
        "type": "tool_use",
        "id": "t",
        "name": "f",
        "input": {},
        "partial_json": '{"ci',
    }


def test_a_block_that_never_started_begins_with_its_first_addition() -> None:
    delta: Json = {"type": "text_delta", "text": "a"}
    events: list[Json] = [{"type": "content_block_delta", "index": 0, "delta": delta}] * 2
    assert merge("messages", events) == {"content": [{"type": "text", "text": "aa"}]}


def test_a_number_that_begins_again_is_a_further_block() -> None:
    events: list[Json] = [
        {"type": kind, "index": 0, **rest}
        for kind, rest in (
            ("content_block_start", {"content_block": {"type": "thinking", "thinking": ""}}),
            ("content_block_delta", {"delta": {"type": "thinking_delta", "thinking": "a"}}),
            ("content_block_start", {"content_block": {"type": "text", "text": ""}}),
            ("content_block_delta", {"delta": {"type": "text_delta", "text": "b"}}),
        )
    ]
    assert merge("messages", events) == {
        "content": [{"type": "thinking", "thinking": "a"}, {"type": "text", "text": "b"}]
    }


def test_agents_leave_out_numbers_ids_and_the_last_event() -> None:
    message: Json = {"type": "message", "role": "assistant", "content": []}
    events: list[Json] = [
        {"type": "response.output_text.delta", "delta": "a"},
        {"type": "response.output_text.delta", "delta": "b"},
        {"type": "response.output_item.done", "item": {**message, "id": "1"}},
        {"type": "response.output_item.done", "item": {**message, "id": None}},
        {"type": "response.output_item.done", "item": {**message, "id": None}},
        {"type": "response.refusal.delta", "delta": "no", "custom_outputs": {"x": 1}},
        {"trace_id": "tr-1"},
    ]
    assert merge("responses", events) == {
        "output": [
            {**message, "id": "1"},
            {**message, "id": None},
            {**message, "id": None, "content": [{"type": "refusal", "refusal": "no"}]},
        ],
        "custom_outputs": {"x": 1},
        "trace_id": "tr-1",
    }


def test_a_last_event_without_output_has_what_the_events_before_built() -> None:
    item: Json = {"type": "message", "id": "m", "role": "assistant", "content": []}
    events: list[Json] = [
        {"type": "response.output_item.done", "item": item},
        {"type": "responses.completed", "response": {"id": "r", "output": []}},
    ]
    assert merge("responses", events) == {"id": "r", "output": [item]}


def test_a_prompt_that_gemini_blocks_has_no_candidates() -> None:
    blocked: Json = {"promptFeedback": {"blockReason": "SAFETY"}}
    assert merge("gemini", [blocked]) == blocked


def test_a_signature_after_the_text_belongs_to_it() -> None:
    pieces = [{"text": "a"}, {"text": "b"}, {"text": "", "thoughtSignature": "s"}, {"text": "c"}]
    events: list[Json] = [{"candidates": [{"content": {"parts": [each]}}]} for each in pieces]
    assert dig(merge("gemini", events), "candidates", 0, "content", "parts") == [
        {"text": "ab", "thoughtSignature": "s"},
        {"text": "c"},
    ]


@pytest.mark.parametrize(
    ("form", "events", "text"),
    [
        ("chat", [{"choices": [{"index": n, "delta": {"content": "ab"[n]}}]} for n in (1, 0)], "a"),
        (
            "chat",
            [
                {
                    "choices": [
                        {"delta": {"content": [{"type": "reasoning", "summary": [{"text": "t"}]}]}}
                    ]
                },
                {"choices": [{"delta": {"content": "a"}}]},
            ],
            "a",
        ),
        ("completions", [{"choices": [{"index": 0, "text": text}]} for text in "ab"], "ab"),
        (
            "messages",
            [
                {"type": "content_block_start", "content_block": {"type": "thinking"}},
                {"type": "content_block_start", "content_block": {"type": "text", "text": "a"}},
            ],
            "a",
        ),
        (
            "responses",
            [{"type": "response.output_text.delta", "delta": text} for text in "ab"],
            "ab",
        ),
        (
            "gemini",
            [
                {"candidates": [{"content": {"parts": [{"text": "t", "thought": True}]}}]},
                {"candidates": [{"content": {"parts": [{"text": "a"}]}}]},
            ],
            "a",
        ),
    ],
)
def test_the_text_is_that_of_the_first_choice_without_thoughts(
    form: str, events: list[Json], text: str
) -> None:
    whole = accumulator(form)
    assert whole.text == ""
    for event in events:
        whole.add(event)
    assert whole.text == text


@pytest.mark.parametrize(
    ("stated", "counts"),
    [
        ({"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}, (1, 2, 3)),
        ({"input_tokens": 1, "output_tokens": 2}, (1, 2, None)),
        ({"promptTokenCount": 1, "candidatesTokenCount": 2, "totalTokenCount": 3}, (1, 2, 3)),
        ({"candidatesTokenCount": 2, "thoughtsTokenCount": 5}, (None, 7, None)),
        ({"prompt_tokens": 1, "completion_tokens": None, "total_tokens": 1}, (1, None, 1)),
    ],
)
def test_the_usage_of_every_format_has_the_same_names(
    stated: Json, counts: tuple[int | None, int | None, int | None]
) -> None:
    spent = TokenUsage(
        input_tokens=counts[0], output_tokens=counts[1], total_tokens=counts[2], stated=stated
    )
    assert token_usage(stated) == spent


def test_what_is_no_usage_is_none() -> None:
    assert token_usage(None) is None


# Everything that the accumulators look for, so that what is drawn gets past the first look.
WORDS = st.sampled_from(
    [
        "choices",
        "index",
        "delta",
        "message",
        "content",
        "tool_calls",
        "function",
        "name",
        "arguments",
        "id",
        "type",
        "text",
        "logprobs",
        "thinking_blocks",
        "summary",
        "reasoning",
        "signature",
        "citations",
        "citation",
        "provider_specific_fields",
        "usage",
        "response",
        "item",
        "output",
        "output_index",
        "item_id",
        "content_index",
        "part",
        "annotation",
        "candidates",
        "parts",
        "thoughtSignature",
        "thought",
        "usageMetadata",
        "content_block",
        "partial_json",
        "annotations",
        "message_start",
        "content_block_start",
        "content_block_delta",
        "message_delta",
        "input_json_delta",
        "response.created",
        "response.output_item.done",
        "response.output_item.added",
        "response.refusal.done",
        "response.output_text.delta",
        "response.output_text.annotation.added",
        "response.content_part.done",
        "response.function_call_arguments.delta",
        "response.reasoning_summary_text.delta",
    ]
)
LOOSE: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 2) | WORDS | st.just(""),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
EVENTS: st.SearchStrategy[list[Json]] = st.lists(
    st.tuples(WORDS, st.dictionaries(WORDS, LOOSE, max_size=5)).map(
        lambda drawn: {"type": drawn[0], **drawn[1]}
    ),
    max_size=5,
)
FEW = settings(max_examples=30)


@pytest.mark.parametrize("form", FORMATS)
@FEW
@given(events=EVENTS)
def test_no_objects_break_an_accumulator_nor_are_changed_by_it(
    form: str, events: list[Json]
) -> None:
    given_before = copy.deepcopy(events)
    merged = merge(form, events)
    json.dumps(merged)
    assert events == given_before


@pytest.mark.parametrize("form", FORMATS)
@FEW
@given(events=EVENTS)
def test_looking_in_between_changes_nothing(form: str, events: list[Json]) -> None:
    whole = accumulator(form)
    seen: list[tuple[object, str]] = []
    for event in events:
        whole.add(event)
        seen.append((whole.answer(), json.dumps(whole.answer())))
        assert isinstance(whole.text, str)
        token_usage(whole.usage)
    assert whole.answer() == merge(form, events)
    assert all(json.dumps(answer) == text for answer, text in seen)


def test_a_format_that_is_not_known_has_no_accumulator() -> None:
    with pytest.raises(ValueError, match="'letters'"):
        accumulator("letters")


def stream(form: str, length: int) -> list[Json]:
    """A long stream of additions to one text."""
    addition: dict[str, Json] = {
        "chat": {"choices": [{"index": 0, "delta": {"content": "word ", "x": "word "}}]},
        "completions": {"choices": [{"index": 0, "text": "word ", "logprobs": {"tokens": ["a"]}}]},
        "responses": {"type": "response.output_text.delta", "delta": "word ", "logprobs": [{}]},
        "messages": {"type": "content_block_delta", "delta": {"type": "text_delta", "text": "w "}},
        "gemini": {"candidates": [{"content": {"parts": [{"text": "word "}]}}]},
    }
    return [addition[form]] * length


@pytest.mark.parametrize("form", FORMATS)
def test_the_work_grows_as_the_stream_does(form: str) -> None:
    def seconds(events: list[Json]) -> float:
        begun = time.process_time()
        merge(form, events)
        return time.process_time() - begun

    short, long = stream(form, 1_500), stream(form, 24_000)
    # Sixteen times as long, where squared it would be 256.
    assert min(seconds(long) for _ in range(2)) < 64 * min(seconds(short) for _ in range(3))
