"""Finished chats and text completions, and the chunks in which a server might send them."""

from collections.abc import Iterator, Mapping, Sequence

from hypothesis import strategies as st

from .pieces import (
    COUNTS,
    NAMES,
    OBJECTS,
    TEXTS,
    VALUES,
    Json,
    Knife,
    holding,
    in_turn,
    members,
    objects,
    shape,
    without,
)

USAGES = shape({"prompt_tokens": COUNTS, "total_tokens": COUNTS}, {"completion_tokens": COUNTS})
REASONS = st.sampled_from(["stop", "length", "tool_calls", "some day"])
TOKENS = st.lists(shape({"token": TEXTS, "logprob": st.integers(-9, 0)}), max_size=4)

SUMMARY = st.one_of(
    shape({"type": st.just("summary_text"), "text": NAMES, "signature": NAMES}),
    shape({"type": st.just("summary_encrypted_text"), "data": NAMES}),
)
REASONING = shape({"type": st.just("reasoning"), "summary": st.lists(SUMMARY, max_size=3)})
SOURCES = st.lists(OBJECTS, min_size=1, max_size=2)
SOURCED = shape({"type": st.just("text"), "text": NAMES, "citations": SOURCES})
IMAGES = shape({"type": st.just("image"), "image_url": NAMES})
SAID = shape({"type": st.just("text"), "text": NAMES})
# Texts side by side are told apart by their sources alone, so what has none comes last.
PARTS = in_turn(
    st.lists(REASONING, max_size=1),
    st.lists(st.one_of(SOURCED, IMAGES), max_size=3),
    st.lists(SAID, max_size=1),
)

CALLS = st.lists(
    shape(
        {
            "id": NAMES,
            "type": st.just("function"),
            "function": shape({"name": NAMES, "arguments": TEXTS}),
        },
        {"thought_signature": NAMES, "x_note": VALUES.filter(bool)},
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda call: str(call["id"]),
)
THOUGHTS = st.lists(
    st.one_of(
        shape({"type": st.just("thinking"), "thinking": NAMES, "signature": NAMES}),
        shape({"type": st.just("redacted_thinking"), "data": NAMES}),
    ),
    min_size=1,
    max_size=3,
)
MESSAGES = shape(
    {"role": st.just("assistant"), "content": st.one_of(st.none(), TEXTS, PARTS)},
    {
        "refusal": st.none() | TEXTS,
        "reasoning_content": st.none() | TEXTS,
        "tool_calls": CALLS,
        "thinking_blocks": THOUGHTS,
        "annotations": st.lists(OBJECTS, min_size=1, max_size=3),
        "x_text": TEXTS,
        "x_count": st.integers(),
    },
)
CHOICES = shape(
    {"message": MESSAGES, "finish_reason": REASONS},
    {
        "logprobs": st.none() | shape({"content": TOKENS, "refusal": st.none()}),
        "x_choice": VALUES,
    },
)
TEXT_CHOICES = shape(
    {"text": TEXTS, "finish_reason": REASONS},
    {
        "logprobs": st.none()
        | shape({"tokens": st.lists(TEXTS, max_size=4), "text_offset": st.none()})
    },
)
FACTS: Mapping[str, st.SearchStrategy[object]] = {
    "id": st.none() | TEXTS,
    "created": COUNTS,
    "model": NAMES,
    "usage": st.none() | USAGES,
    "x_top": VALUES,
}
CHATS = holding(
    shape({"object": st.just("chat.completion")}, FACTS),
    "choices",
    st.lists(CHOICES, min_size=1, max_size=3),
)
COMPLETIONS = holding(
    shape({"object": st.just("text_completion")}, FACTS),
    "choices",
    st.lists(TEXT_CHOICES, min_size=1, max_size=3),
)


def chat_events(answer: Json, knife: Knife) -> Iterator[Json]:
    """The chunks of a chat."""
    strands = [_choice(choice, knife) for choice in objects(answer["choices"])]
    return _chunks(answer, "chat.completion.chunk", knife.woven(*strands), knife)


def completion_events(answer: Json, knife: Knife) -> Iterator[Json]:
    """The chunks of a text completion."""
    strands = [_text(choice, knife) for choice in objects(answer["choices"])]
    return _chunks(answer, "text_completion", knife.woven(*strands), knife)


def _chunks(answer: Json, kind: str, additions: Iterator[Json], knife: Knife) -> Iterator[Json]:
    """Facts may come in every chunk, the usage cumulative; it stands in the last one."""
    facts = {**without(answer, "choices", "usage"), "object": kind}
    for together in _together([*additions], knife):
        so_far = {"usage": {"prompt_tokens": 0, "total_tokens": 0}} if knife.flip() else {}
        usage = so_far if answer.get("usage") else {}
        yield {**(facts if knife.flip() else {}), **usage, "choices": together}
    last = {"usage": answer["usage"]} if "usage" in answer else {}
    yield {**facts, **last, "choices": []}


def _together(additions: Sequence[Json], knife: Knife) -> Iterator[list[Json]]:
    """Additions to different choices may share a chunk."""
    chunk: list[Json] = []
    for addition in additions:
        if chunk and (addition["index"] == chunk[-1]["index"] or knife.flip()):
            yield chunk
            chunk = []
        chunk.append(addition)
    yield chunk


def _choice(choice: Json, knife: Knife) -> Iterator[Json]:
    message = members(choice["message"])
    repeated = {"role": message["role"]}
    yield {"index": choice["index"], "delta": repeated, "finish_reason": None}
    strands = [_member(name, message[name], knife) for name in without(message, "role")]
    for delta in knife.woven(*strands, _probabilities(choice, knife)):
        role = repeated if knife.flip() else {}
        inside = without(delta, "logprobs")
        beside = {name: delta[name] for name in delta if name == "logprobs"}
        yield {"index": choice["index"], "delta": {**role, **inside}, **beside}
    yield {"delta": {}, **without(choice, "message", "logprobs")}


def _probabilities(choice: Json, knife: Knife) -> Iterator[Json]:
    if "logprobs" in choice:
        yield {"logprobs": None}
    if choice.get("logprobs") is not None:
        whole = members(choice["logprobs"])
        name = "content" if "content" in whole else "tokens"
        yield {"logprobs": {**whole, name: []}}
        for run in knife.runs(whole[name]):
            yield {"logprobs": {**whole, name: run}}


def _text(choice: Json, knife: Knife) -> Iterator[Json]:
    texts = ({"text": piece} for piece in knife.text(choice["text"]))
    for addition in knife.woven(texts, _probabilities(choice, knife)):
        yield {"index": choice["index"], **addition}
    yield without(choice, "text", "logprobs")


def _member(name: str, value: object, knife: Knife) -> Iterator[Json]:
    """The additions that make up one member of a message."""
    if name == "tool_calls":
        yield from ({name: [each]} for each in _calls(objects(value), knife))
    elif isinstance(value, str):
        yield from ({name: piece} for piece in knife.text(value))
    elif name == "content" and value is not None:
        yield from ({name: piece} for piece in _content(objects(value), knife))
    elif name == "thinking_blocks":
        for each in _parts(objects(value), "thinking", knife):
            yield {name: [{**each, "index": 0} if knife.flip() else each]}
    elif name == "annotations":
        yield from ({name: run} for run in knife.runs(value))
    else:
        yield {name: value}


def _calls(calls: Sequence[Json], knife: Knife) -> Iterator[Json]:
    strands = [_call(number, call, knife) for number, call in enumerate(calls)]
    return knife.woven(*strands)


def _call(number: int, call: Json, knife: Knife) -> Iterator[Json]:
    function = members(call["function"])
    said = {"index": number, **call, "function": {**function, "arguments": ""}}
    yield said
    for piece in knife.text(function["arguments"]):
        again = without(said, "x_note") if knife.flip() else {"index": number}
        name = {"name": function["name"]} if knife.flip() else {}
        yield {**again, "function": {**name, "arguments": piece}}


def _content(parts: Sequence[Json], knife: Knife) -> Iterator[object]:
    """Parts in lists; a text that has nothing else may come plain once a list came."""
    if knife.flip():
        yield ""
    yield []
    for part in parts:
        if part["type"] == "reasoning":
            yield [{**part, "summary": []}]
            for piece in _parts(objects(part["summary"]), "text", knife):
                yield [{"type": "reasoning", "summary": [piece]}]
        elif "citations" in part or "text" not in part or knife.flip():
            yield from ([piece] for piece in _parts([part], "text", knife))
        else:
            yield from knife.text(part["text"])


def _parts(parts: Sequence[Json], text: str, knife: Knife) -> Iterator[Json]:
    """Parts whose text is cut; what closes a part comes after all of it."""
    for part in parts:
        if text not in part:
            yield part
            continue
        for piece in knife.text(part[text]):
            yield {"type": part["type"], text: piece}
        if without(part, "type", text):
            yield {**part, text: ""}
