"""How many requests a server is sent at once, and when."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.batch.limits import FIRST_ALLOWED, Limits
from runtime.retry import LONGEST_BACKOFF

MOST = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a request; `age`: seconds ago it was sent, `later`: seconds since the last."""

    refused: bool
    age: float
    later: float
    retry_after: float | None
    random: float


seconds = st.floats(0, 100)
outcomes = st.lists(
    st.builds(
        Outcome,
        refused=st.booleans(),
        age=seconds,
        later=seconds,
        retry_after=st.none() | st.floats(0, 1000),
        random=st.floats(0, 1, exclude_max=True),
    )
)


def after(limits: Limits, outcome: Outcome, now: float) -> Limits:
    sent = now - outcome.age
    if not outcome.refused:
        return limits.on_success(sent=sent)
    return limits.on_refused(
        sent=sent, now=now, retry_after=outcome.retry_after, random=outcome.random
    )


def refused(limits: Limits, *, now: float, sent: float, wait: float | None = None) -> Limits:
    return limits.on_refused(sent=sent, now=now, retry_after=wait, random=0.0)


def at(allowed: float) -> Limits:
    return Limits(most=MOST, allowed=allowed, threshold=1.0)


@given(st.integers(1, 500), outcomes)
def test_at_least_one_and_at_most_so_many_are_allowed(most: int, given: list[Outcome]) -> None:
    limits, now = Limits.starting(most), 0.0
    for outcome in given:
        now += outcome.later
        limits = after(limits, outcome, now)
        assert 1 <= limits.allowed <= most
        assert limits.free(0)
        assert not limits.free(most)


@given(outcomes)
def test_a_pause_is_never_shortened_nor_longer_than_the_longest(given: list[Outcome]) -> None:
    limits, now = Limits.starting(MOST, longest_pause=30), 0.0
    for outcome in given:
        now += outcome.later
        before, limits = limits, after(limits, outcome, now)
        assert limits.not_before >= before.not_before
        assert limits.not_before <= max(before.not_before, now + 30)


@given(outcomes)
def test_only_refusals_lower_the_limit_and_only_answers_raise_it(given: list[Outcome]) -> None:
    limits, now = Limits.starting(MOST), 0.0
    for outcome in given:
        now += outcome.later
        before, limits = limits, after(limits, outcome, now)
        if outcome.refused:
            assert before.allowed / 2 <= limits.allowed <= before.allowed
        else:
            assert before.allowed <= limits.allowed <= before.allowed + 1


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_every_refusal_with_retry_after_pauses_for_all_of_it_whenever_it_was_sent(
    sent: float, wait: float
) -> None:
    limits = refused(Limits.starting(MOST, longest_pause=2000), now=500.0, sent=500.0)

    assert refused(limits, now=1000.0, sent=sent, wait=wait).not_before >= 1000.0 + wait


def test_the_first_answers_double_the_limit_with_each_round_trip() -> None:
    limits = Limits.starting(MOST)
    for _ in range(FIRST_ALLOWED):
        limits = limits.on_success(sent=1.0)

    assert limits.allowed == 2 * FIRST_ALLOWED


def test_after_a_refusal_the_limit_is_half_and_rises_by_one_with_each_round_trip() -> None:
    limits = refused(at(32.0), now=1.0, sent=0.5)
    assert limits.allowed == 16.0

    for _ in range(16):
        limits = limits.on_success(sent=2.0)

    assert limits.allowed == pytest.approx(17.0, abs=0.05)


def test_refusals_of_one_round_trip_halve_the_limit_once() -> None:
    limits = refused(at(32.0), now=1.0, sent=0.5)
    for sent in (0.6, 0.8, 1.0):
        limits = refused(limits, now=1.1, sent=sent)

    assert limits.allowed == 16.0
    assert refused(limits, now=1.5, sent=1.2).allowed == 8.0


def test_answers_to_what_was_sent_before_the_limit_was_lowered_do_not_raise_it() -> None:
    limits = refused(at(32.0), now=1.0, sent=0.5)

    assert limits.on_success(sent=0.9) is limits


def test_without_retry_after_pauses_double_up_to_the_longest_while_refusals_go_on() -> None:
    limits, now, pauses = Limits.starting(MOST), 0.0, list[float]()
    for _ in range(12):
        limits = refused(limits, now=now, sent=now)
        pauses.append(limits.not_before - now)
        now = limits.not_before + 1

    assert pauses[:4] == pytest.approx([0.02, 0.04, 0.08, 0.16])
    assert pauses[-1] == LONGEST_BACKOFF


def test_answers_shorten_the_next_pause_again_by_three_tenths_each() -> None:
    limits = Limits.starting(MOST)
    for now in (10.0, 20.0, 30.0):
        limits = refused(limits, now=now, sent=now)
    for _ in range(2):
        limits = limits.on_success(sent=40.0)

    assert refused(limits, now=50.0, sent=50.0).not_before == pytest.approx(50 + 0.16 * 0.49)


def test_the_pause_is_shortened_by_up_to_a_quarter_at_random() -> None:
    limits = Limits.starting(MOST).on_refused(sent=0, now=0, retry_after=None, random=1.0)

    assert limits.not_before == pytest.approx(0.015)
