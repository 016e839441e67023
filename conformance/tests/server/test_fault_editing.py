"""What faults make of bodies, however these are cut into pieces."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invocant_conformance.server.faults import error_events, grammar
from invocant_conformance.server.faults.editing import End, Step, editor, malformed
from invocant_conformance.server.faults.record import Form

EVENTS = [b'data: {"n":0,"t":"\xc3\xa4"}\n\n', b'event: x\ndata: {"n":1}\n\n', b"data: [DONE]\n\n"]
STREAM = b"".join(EVENTS)
JSON = b'{"a":[1,2],"b":"c"}'


def edited(spec: str, body: bytes, *, stream: bool, cuts: list[int] | None = None) -> list[Step]:
    """Return what is done for a body that comes in pieces, up to the first end."""
    fault = grammar.parse(spec)
    made = editor(fault, stream=stream, length=len(body), say=lambda n: b"failed after %d" % n)
    places = [0, *sorted(cuts or []), len(body)]
    steps: list[Step] = []
    for start, end in itertools.pairwise(places):
        steps += made.feed(body[start:end], last=False)
    steps += made.feed(b"", last=True)
    ends = [place for place, step in enumerate(steps) if isinstance(step, End)]
    return steps[: ends[0] + 1] if ends else steps


def written(steps: list[Step]) -> bytes:
    return b"".join(step for step in steps if isinstance(step, bytes))


CHANGES = """
    cut cut;after=0 cut;after=2 cut;after=30b reset;after=1 no-end error malformed
    malformed;form=broken;after=0 empty content-type
"""


@given(st.sampled_from(CHANGES.split()), st.lists(st.integers(0, len(STREAM)), max_size=6))
def test_it_does_not_matter_how_a_stream_is_cut_into_pieces(spec: str, cuts: list[int]) -> None:
    assert written(edited(spec, STREAM, stream=True, cuts=cuts)) == written(
        edited(spec, STREAM, stream=True)
    )


@pytest.mark.parametrize(
    ("spec", "kept", "end"),
    [
        ("cut", EVENTS[:1], End.CUT),
        ("cut;after=0", [], End.CUT),
        ("cut;after=2;framing=proper", EVENTS[:2], End.PROPER),
        ("cut;after=99", EVENTS, End.CUT),
        ("cut;after=7b", [EVENTS[0][:7]], End.CUT),
        ("reset;after=1", EVENTS[:1], End.RESET),
        ("no-end", EVENTS[:2], None),
        ("error", [EVENTS[0], b"failed after 1"], End.PROPER),
        ("error;after=0", [b"failed after 0"], End.PROPER),
        ("empty", [], None),
        ("no-header", EVENTS, None),
    ],
)
def test_streams_are_changed_by_events(spec: str, kept: list[bytes], end: End | None) -> None:
    steps = edited(spec, STREAM, stream=True)
    assert written(steps) == b"".join(kept)
    assert [step for step in steps if isinstance(step, End)] == ([end] if end else [])


@pytest.mark.parametrize(
    ("spec", "kept", "end"),
    [
        ("cut", JSON[: len(JSON) // 2], End.CUT),
        ("cut;after=3", JSON[:3], End.CUT),
        ("cut;after=0", b"", End.CUT),
        ("reset;after=4", JSON[:4], End.RESET),
        ("malformed", JSON[: len(JSON) // 2], None),
        ("malformed;after=5", JSON[:5], None),
        ("malformed;after=99", JSON[:-1], None),
        ("malformed;form=broken", b'{="a":[1,2],"b":"c"}', None),
        ("empty", b"", None),
        ("content-type", JSON, None),
    ],
)
def test_other_bodies_are_changed_by_bytes(spec: str, kept: bytes, end: End | None) -> None:
    steps = edited(spec, JSON, stream=False, cuts=[2, 9])
    assert written(steps) == kept
    assert [step for step in steps if isinstance(step, End)] == ([end] if end else [])


def test_a_slow_body_waits_before_every_piece_but_the_first() -> None:
    steps = edited("slow;size=8;seconds=0.5", JSON, stream=False)
    assert steps == [JSON[:8], 0.5, JSON[8:16], 0.5, JSON[16:]]


def test_one_event_is_malformed_and_the_others_are_not() -> None:
    steps = edited("malformed;after=1;form=broken", STREAM, stream=True)
    assert written(steps) == EVENTS[0] + b'event: x\ndata: {="n":1}\n\n' + EVENTS[2]


@given(
    st.sampled_from(["cut", "broken", "utf-8"]),
    st.dictionaries(st.text(max_size=3), st.integers(), min_size=1),
)
def test_what_is_malformed_is_no_json(form: Form, value: dict[str, int]) -> None:
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)):
        json.loads(malformed(json.dumps(value).encode(), form))


def test_json_instead_of_an_object_is_json() -> None:
    assert isinstance(json.loads(malformed(JSON, "text")), str)


@pytest.mark.parametrize(
    ("profile", "tasks", "shape"),
    [
        ("gateway", {"chat"}, "openai"),
        ("gateway", {"messages"}, "anthropic"),
        ("gateway", {"responses"}, "responses"),
        ("invocations", {"chat"}, "workspace"),
        ("invocations", {"gemini"}, "google"),
        ("invocations", {"messages"}, "anthropic"),
    ],
)
def test_a_stream_fails_as_in_the_format_that_is_spoken(
    profile: str, tasks: set[str], shape: str
) -> None:
    assert error_events.shape_of(profile, tasks) == shape
