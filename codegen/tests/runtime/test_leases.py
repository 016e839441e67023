"""When what is valid for a time is renewed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from runtime.leases import Lease, LeaseState, Need

HOUR = 3600.0


def lease(seconds: float, taken: float = 0.0) -> Lease[str]:
    return Lease(value="token", taken=taken, ends=taken + seconds)


@pytest.mark.parametrize(
    ("seconds", "early", "unusable"),
    [
        (HOUR, 2400.0, 3560.0),
        (1200.0, 600.0, 1160.0),
        (80.0, 40.0, 40.0),
        (30.0, 15.0, 15.0),
        (0.0, 0.0, 0.0),
        (math.inf, math.inf, math.inf),
    ],
)
def test_a_lease_is_renewed_early_and_not_used_to_its_end(
    seconds: float, early: float, unusable: float
) -> None:
    assert (lease(seconds).early_from, lease(seconds).usable_until) == (early, unusable)


@pytest.mark.parametrize(
    ("now", "need"),
    [
        (0.0, Need.NOTHING),
        (2399.0, Need.NOTHING),
        (2400.0, Need.EARLY),
        (3559.0, Need.EARLY),
        (3560.0, Need.NOW),
        (9999.0, Need.NOW),
    ],
)
def test_the_need_follows_the_clock(now: float, need: Need) -> None:
    assert LeaseState(lease=lease(HOUR)).need(now) is need


def test_without_a_lease_one_is_needed_now() -> None:
    assert LeaseState().need(0.0) is Need.NOW


def test_a_failed_early_renewal_rests_for_a_minute_and_the_lease_goes_on() -> None:
    state = LeaseState(lease=lease(HOUR)).failed(2400.0)
    assert [state.need(now) for now in (2400.0, 2459.0, 2460.0, 3560.0)] == [
        *(Need.NOTHING, Need.NOTHING),
        *(Need.EARLY, Need.NOW),
    ]


def test_a_rejected_lease_is_dropped_once_a_minute() -> None:
    state = LeaseState(lease=lease(HOUR)).rejected("token", 10.0)
    assert state.lease is None
    renewed = state.renewed(lease(HOUR, taken=11.0))
    assert renewed.rejected("token", 69.0) == renewed
    assert renewed.rejected("token", 70.0).lease is None


def test_what_has_been_replaced_cannot_be_rejected() -> None:
    state = LeaseState(lease=lease(HOUR))
    assert state.rejected("older", 10.0) == state


def test_a_lease_does_not_show_its_value() -> None:
    assert "token" not in repr(LeaseState(lease=lease(HOUR)))


@given(st.floats(0, 1e9), st.floats(0, 1e6), st.floats(0, 2e6))
def test_what_need_not_be_renewed_now_is_valid(taken: float, seconds: float, passed: float) -> None:
    state = LeaseState(lease=lease(seconds, taken))
    if state.need(taken + passed) is not Need.NOW:
        assert taken + passed < taken + seconds
        assert min(40.0, seconds / 2) <= (taken + seconds) - (taken + passed) + 1e-6


class Policy(RuleBasedStateMachine):
    """Any order of renewals, failures, rejections and waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1000.0
        self.state: LeaseState[str] = LeaseState()
        self.number = 0
        self.failed_at = -math.inf
        self.dropped: list[float] = []

    @rule(seconds=st.floats(0.0, 4000.0))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @rule(seconds=st.one_of(st.floats(0.0, 8000.0), st.just(math.inf)))
    def renew(self, seconds: float) -> None:
        self.number += 1
        made = Lease(value=str(self.number), taken=self.now, ends=self.now + seconds)
        self.state = self.state.renewed(made)
        self.failed_at = -math.inf

    @rule()
    def fail(self) -> None:
        before = self.state.lease
        self.state = self.state.failed(self.now)
        self.failed_at = self.now
        assert self.state.lease == before

    @rule()
    def reject(self) -> None:
        before = self.state.lease
        if before is None:
            return
        self.state = self.state.rejected(before.value, self.now)
        if self.state.lease is None:
            self.dropped.append(self.now)

    @invariant()
    def a_value_is_used_only_while_it_is_valid(self) -> None:
        need, held = self.state.need(self.now), self.state.lease
        if need is Need.NOW:
            assert held is None or self.now >= held.usable_until
        else:
            assert held is not None
            assert self.now < held.ends

    @invariant()
    def nothing_is_renewed_early_right_after_a_failure(self) -> None:
        if self.now < self.failed_at + 60.0:
            assert self.state.need(self.now) is not Need.EARLY

    @invariant()
    def rejections_cost_one_lease_a_minute(self) -> None:
        pairs = zip(self.dropped, self.dropped[1:], strict=False)
        assert all(later >= earlier + 60.0 for earlier, later in pairs)


TestPolicy = Policy.TestCase
