"""Finished answers of Gemini, and the pieces in which a server might send them."""

from collections.abc import Iterator

from hypothesis import strategies as st

from .pieces import COUNTS, NAMES, OBJECTS, VALUES, Json, Knife, members, objects, without

SIGNED = st.fixed_dictionaries({"text": NAMES, "thoughtSignature": NAMES})
THOUGHT = st.fixed_dictionaries({"text": NAMES, "thought": st.just(True)})
SAID = st.fixed_dictionaries({"text": NAMES})
CALLS = st.fixed_dictionaries(
    {"functionCall": st.fixed_dictionaries({"name": NAMES, "args": OBJECTS})},
    optional={"thoughtSignature": NAMES},
)
MEDIA = st.fixed_dictionaries({"inlineData": OBJECTS, "text": st.just("caption")})
# Texts side by side are told apart by a signature alone.
PARTS = st.builds(
    lambda thoughts, middle, said: [*thoughts, *middle, *said],
    st.lists(THOUGHT, max_size=1),
    st.lists(SIGNED | CALLS | MEDIA, max_size=3),
    st.lists(SAID, max_size=1),
)
CANDIDATES = st.fixed_dictionaries(
    {
        "content": st.fixed_dictionaries({"role": st.just("model"), "parts": PARTS}),
        "finishReason": st.sampled_from(["STOP", "MAX_TOKENS", "SOME_DAY"]),
    },
    optional={
        "safetyRatings": st.lists(OBJECTS, max_size=2),
        "avgLogprobs": st.floats(-9, 0),
        "logprobsResult": st.fixed_dictionaries({"chosenCandidates": st.lists(OBJECTS)}),
        "x_candidate": VALUES,
    },
)
USAGES = st.fixed_dictionaries({"promptTokenCount": COUNTS, "totalTokenCount": COUNTS})
ANSWERS = st.builds(
    lambda top, many: {
        **top,
        "candidates": [{**each, "index": index} for index, each in enumerate(many)],
    },
    st.fixed_dictionaries(
        {"responseId": NAMES, "usageMetadata": USAGES},
        optional={"modelVersion": NAMES, "x_top": VALUES},
    ),
    st.lists(CANDIDATES, min_size=1, max_size=3),
)


def gemini_events(answer: Json, knife: Knife) -> Iterator[Json]:
    """The pieces of an answer."""
    facts = without(answer, "candidates", "usageMetadata")
    strands = [_candidate(each, knife) for each in objects(answer["candidates"])]
    for piece in knife.woven(*strands):
        so_far = {"usageMetadata": {"promptTokenCount": 0}} if knife.flip() else {}
        yield {**facts, **so_far, "candidates": [piece]}
    yield {**facts, "usageMetadata": answer["usageMetadata"]}


def _candidate(candidate: Json, knife: Knife) -> Iterator[Json]:
    """The last piece often has a text that is empty, and what was found about the whole."""
    number = {"index": candidate["index"]}
    for part in objects(members(candidate["content"])["parts"]):
        for piece in _part(part, knife):
            yield {**number, "content": {"role": "model", "parts": [piece]}}
    logprobs = members(candidate.get("logprobsResult", {}))
    for run in knife.runs(logprobs.get("chosenCandidates", [])):
        yield {**number, "logprobsResult": {"chosenCandidates": run}}
    listed = {"logprobsResult": {"chosenCandidates": []}} if logprobs else {}
    parts = [{"text": ""}] if knife.flip() else []
    last = {"content": {"role": "model", "parts": parts}}
    yield {**without(candidate, "content"), **listed, **last}


def _part(part: Json, knife: Knife) -> Iterator[Json]:
    if "functionCall" in part or "inlineData" in part:
        yield part
        return
    for piece in knife.text(part["text"]):
        yield {**without(part, "thoughtSignature"), "text": piece}
    if "thoughtSignature" in part:
        yield {**part, "text": ""}
