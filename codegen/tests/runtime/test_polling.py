"""Pauses between polls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.polling import POLL_INTERVAL, PollInterval, is_interval, next_pause

SECONDS = st.floats(min_value=0.001, max_value=1e6)
RANDOM = st.floats(min_value=0, max_value=1, exclude_max=True)
ATTEMPTS = st.integers(min_value=0, max_value=10**6)


def test_the_default_starts_short_and_grows_to_half_a_minute() -> None:
    pauses = [POLL_INTERVAL.seconds(attempt, 0.0) for attempt in range(20)]
    assert pauses[:3] == [1.0, 1.5, 2.25]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 30.0


def test_a_number_is_the_same_pause_every_time() -> None:
    assert {PollInterval.of(7).seconds(attempt, 0.0) for attempt in range(9)} == {7.0}


@given(ATTEMPTS, RANDOM, SECONDS, SECONDS, st.floats(min_value=1, max_value=100))
def test_a_pause_is_positive_and_no_longer_than_the_longest(
    attempt: int, random: float, first: float, longest: float, factor: float
) -> None:
    interval = PollInterval(first=first, longest=longest, factor=factor)
    assert 0 < interval.seconds(attempt, random) <= longest


@given(ATTEMPTS, RANDOM)
def test_jitter_takes_away_a_quarter_at_most(attempt: int, random: float) -> None:
    whole = POLL_INTERVAL.seconds(attempt, 0.0)
    assert whole * 0.75 <= POLL_INTERVAL.seconds(attempt, random) <= whole


@given(SECONDS, st.floats(min_value=-10, max_value=1e6), st.floats(min_value=0, max_value=10))
def test_no_pause_reaches_into_the_time_of_the_last_poll(
    wanted: float, remaining: float, last: float
) -> None:
    pause = next_pause(wanted, remaining, last)
    if pause is None:
        assert remaining <= last
    else:
        assert 0 < pause <= wanted
        assert pause <= remaining - last


@pytest.mark.parametrize("value", [1, 0.1, PollInterval(), PollInterval(first=60.0, jitter=1)])
def test_seconds_and_intervals_are_usable(value: object) -> None:
    assert is_interval(value)


@pytest.mark.parametrize(
    "value",
    [
        *(0, -1, float("nan"), float("inf"), True, "1", None),
        *(PollInterval(first=0), PollInterval(longest=-1), PollInterval(factor=0.5)),
        *(PollInterval(jitter=1.5), PollInterval(factor=float("nan"))),
    ],
)
def test_nothing_else_is(value: object) -> None:
    assert not is_interval(value)
