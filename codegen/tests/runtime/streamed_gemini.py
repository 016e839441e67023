"""Finished answers of Gemini, and the pieces in which a server might send them."""

from collections.abc import Iterator

from hypothesis import strategies as st

from .pieces import (
    COUNTS,
    NAMES,
    OBJECTS,
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

SIGNED = shape({"text": NAMES, "thoughtSignature": NAMES})
THOUGHT = shape({"text": NAMES, "thought": st.just(True)})
SAID = shape({"text": NAMES})
CALLS = shape(
    {"functionCall": shape({"name": NAMES, "args": OBJECTS})}, {"thoughtSignature": NAMES}
)
MEDIA = shape({"inlineData": OBJECTS, "text": st.just("caption")})
# Texts side by side are told apart by a signature alone.
PARTS = in_turn(
    st.lists(THOUGHT, max_size=1),
    st.lists(st.one_of(SIGNED, CALLS, MEDIA), max_size=3),
    st.lists(SAID, max_size=1),
)
CANDIDATES = shape(
    {
        "content": shape({"role": st.just("model"), "parts": PARTS}),
        "finishReason": st.sampled_from(["STOP", "MAX_TOKENS", "SOME_DAY"]),
    },
    {
        "safetyRatings": st.lists(OBJECTS, max_size=2),
        "avgLogprobs": st.floats(-9, 0),
        "logprobsResult": shape({"chosenCandidates": st.lists(OBJECTS, max_size=3)}),
        "x_candidate": VALUES,
    },
)
ANSWERS = holding(
    shape(
        {
            "responseId": NAMES,
            "usageMetadata": shape({"promptTokenCount": COUNTS, "totalTokenCount": COUNTS}),
        },
        {"modelVersion": NAMES, "x_top": VALUES},
    ),
    "candidates",
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
    listed: Json = {"logprobsResult": {"chosenCandidates": []}} if logprobs else {}
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
