"""Finished answers of the Responses API, and the events in which a server might send them."""

from collections.abc import Iterator

from hypothesis import strategies as st

from .pieces import NAMES, OBJECTS, TEXTS, VALUES, Json, Knife, objects, shape, without

SOURCES = shape({"type": st.just("file_path"), "index": st.integers(0, 3)})
SAID = shape(
    {"type": st.just("output_text"), "text": TEXTS, "annotations": st.lists(SOURCES, max_size=2)},
    {"logprobs": st.lists(OBJECTS, min_size=1, max_size=3)},
)
REFUSED = shape({"type": st.just("refusal"), "refusal": TEXTS})
SUMMARIES = shape({"type": st.just("summary_text"), "text": TEXTS})
REASONED = shape({"type": st.just("reasoning_text"), "text": TEXTS})
MESSAGES = shape(
    {
        "type": st.just("message"),
        "role": st.just("assistant"),
        "content": st.lists(st.one_of(SAID, REFUSED), max_size=3),
    }
)
THOUGHTS = shape(
    {"type": st.just("reasoning"), "summary": st.lists(SUMMARIES, max_size=2)},
    {"content": st.lists(REASONED, max_size=2)},
)
CALLS = shape(
    {"type": st.just("function_call"), "call_id": NAMES, "name": NAMES, "arguments": TEXTS}
)
OTHERS = shape({"type": st.just("x_call"), "x": VALUES})


def _named(answer: tuple[Json, list[Json]]) -> Json:
    top, items = answer
    return {**top, "output": [{**item, "id": f"item_{n}"} for n, item in enumerate(items)]}


ANSWERS = st.tuples(
    shape(
        {"id": NAMES, "object": st.just("response"), "status": st.just("completed")},
        {"x_top": VALUES, "usage": OBJECTS},
    ),
    st.lists(st.one_of(MESSAGES, THOUGHTS, CALLS, OTHERS), max_size=3),
).map(_named)

# The kinds of parts: what their events are called, and the member with their text.
PARTS = {
    "output_text": ("output_text", "text"),
    "refusal": ("refusal", "refusal"),
    "reasoning_text": ("reasoning_text", "text"),
    "summary_text": ("reasoning_summary_text", "text"),
}


def whole_events(answer: Json, knife: Knife) -> Iterator[Json]:
    """The events of an answer, of which the last repeats it; those in between may say anything."""
    begun: Json = {**answer, "status": "in_progress", "output": [], "x_begun": 1}
    yield {"type": "response.created", "response": begun}
    for index, item in enumerate(objects(answer["output"])):
        if knife.flip():
            yield {"type": "response.output_item.done", "output_index": index, "item": item}
    yield {"type": "response.completed", "response": answer}


def built_events(answer: Json, knife: Knife, *, numbered: bool = True) -> Iterator[Json]:
    """The events of an answer without a last one; without numbers, the ids tell."""
    yield {"type": "response.created", "response": {**answer, "output": []}}
    for index, item in enumerate(objects(answer["output"])):
        place: Json = {"output_index": index} if numbered else {}
        done = knife.flip()
        if numbered or not done or knife.flip():
            announced = {name: "" if name == "arguments" else item[name] for name in item}
            empty = {name: list[Json]() for name in ("content", "summary") if name in item}
            yield {"type": "response.output_item.added", **place, "item": {**announced, **empty}}
        yield from _inside(item, {**place, "item_id": item["id"]}, knife)
        if done or item["type"] == "x_call":
            yield {"type": "response.output_item.done", **place, "item": item}


def _inside(item: Json, place: Json, knife: Knife) -> Iterator[Json]:
    if item["type"] == "function_call":
        kind = "response.function_call_arguments"
        for piece in knife.text(item["arguments"]):
            yield {"type": f"{kind}.delta", **place, "delta": piece}
        if knife.flip():
            yield {"type": f"{kind}.done", **place, "arguments": item["arguments"]}
    for name, number in (("summary", "summary_index"), ("content", "content_index")):
        for index, part in enumerate(objects(item.get(name, []))):
            yield from _part(part, {**place, number: index}, knife)


def _part(part: Json, place: Json, knife: Knife) -> Iterator[Json]:
    """A part is announced, added to, and repeated, or added to alone."""
    kind, text = PARTS[str(part["type"])]
    holder = "reasoning_summary_part" if kind == "reasoning_summary_text" else "content_part"
    bare = {name: list[Json]() for name in ("annotations",) if name in part}
    if knife.flip() or bare:
        begun = {**without(part, "logprobs"), text: "", **bare}
        yield {"type": f"response.{holder}.added", **place, "part": begun}
    tokens: list[Json] = [
        {"logprobs": run, "delta": ""} for run in knife.runs(part.get("logprobs", []))
    ]
    texts: list[Json] = [{"delta": piece} for piece in knife.text(part[text])]
    for piece in knife.woven(texts, tokens):
        yield {"type": f"response.{kind}.delta", **place, **piece}
    for source in objects(part.get("annotations", [])):
        yield {"type": f"response.{kind}.annotation.added", **place, "annotation": source}
    if knife.flip():
        yield {"type": f"response.{kind}.done", **place, text: part[text]}
    if knife.flip():
        yield {"type": f"response.{holder}.done", **place, "part": part}
