"""When a stream is complete."""

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from runtime.completion import asked_for, is_complete
from runtime.models import Model

from .support import STREAM_END, Choice, Chunk


def after(*events: Model) -> bool:
    return is_complete(events, STREAM_END)


def chunk(*choices: tuple[int | None, str | None]) -> Chunk:
    return Chunk(choices=[Choice(index=index, finish_reason=why) for index, why in choices])


def test_nothing_is_not_complete() -> None:
    assert not after()
    assert not after(chunk())


def test_every_choice_seen_must_have_finished() -> None:
    assert not after(chunk((0, None), (1, "stop")))
    assert after(chunk((0, None), (1, "stop")), chunk((0, "length")))


def test_a_choice_that_finished_stays_finished() -> None:
    assert after(chunk((0, "stop")), chunk((0, None)))


def test_an_empty_reason_finishes_nothing() -> None:
    assert not after(chunk((0, "")))


def test_a_choice_without_index_is_told_by_its_position() -> None:
    assert not after(chunk((None, "stop"), (None, None)))
    assert after(chunk((None, "stop"), (None, "stop")))


def test_usage_after_the_last_choice_changes_nothing() -> None:
    assert after(chunk((0, "stop")), chunk())


def test_an_event_of_another_shape_is_no_choice() -> None:
    assert not after(Model.model_validate({"choices": "none"}), Model())


def test_a_choice_that_was_asked_for_and_never_began_is_missing() -> None:
    assert not is_complete([chunk((0, "stop"))], STREAM_END, asked=2)
    assert is_complete([chunk((0, "stop")), chunk((1, "stop"))], STREAM_END, asked=2)


def test_the_request_says_how_many_choices_it_asks_for() -> None:
    assert asked_for({"n": 3}, STREAM_END) == 3
    assert asked_for({"n": None}, STREAM_END) == 1
    assert asked_for({}, STREAM_END) == 1


def test_without_a_rule_a_stream_ends_where_it_ends() -> None:
    assert is_complete([], None)


PIECES = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([None, "", "stop", "length"])))


@given(PIECES)
def test_complete_means_seen_and_every_one_finished(pieces: list[tuple[int, str | None]]) -> None:
    seen = {index for index, _ in pieces}
    finished = {index for index, why in pieces if why}
    events = [chunk(cast("tuple[int | None, str | None]", piece)) for piece in pieces]
    assert after(*events) is (bool(seen) and seen == finished)
