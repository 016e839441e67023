"""Which rows are sent again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.batch.decision import decide
from runtime.errors import APIConnectionError, APIResponseError, InvocantError, status_class
from runtime.retry import RetryPolicy, next_wait

POLICY = RetryPolicy(max_retries=5)


def status(code: int, wait: float | None = None) -> InvocantError:
    return status_class(code)("failed", status=code, retry_after=wait)


def broken(*, sent: bool) -> APIConnectionError:
    error = APIConnectionError("broken")
    error.sent = sent
    return error


errors = st.one_of(
    st.builds(status, st.integers(400, 599), st.none() | st.floats(0, 1000)),
    st.booleans().map(lambda sent: broken(sent=sent)),
    st.just(APIResponseError("nonsense", status=200)),
)
policies = st.builds(RetryPolicy, max_retries=st.integers(0, 9), unsafe=st.booleans())


@given(errors, st.integers(0, 9), policies, st.floats(0, 1, exclude_max=True))
def test_a_row_is_sent_again_exactly_where_the_client_would_send_a_post_again(
    error: InvocantError, attempt: int, policy: RetryPolicy, random: float
) -> None:
    wait = next_wait(error, method="POST", attempt=attempt, policy=policy, random=random)
    decision = decide(error, attempt=attempt, policy=policy, random=random)

    assert (decision.wait is None) is (wait is None)


@given(errors, st.floats(0, 1, exclude_max=True))
def test_nothing_is_sent_more_often_than_the_budget_allows(
    error: InvocantError, random: float
) -> None:
    assert decide(error, attempt=5, policy=POLICY, random=random).wait is None


@pytest.mark.parametrize("error", [status(500), status(503), status(504), broken(sent=True)])
def test_what_may_have_been_executed_is_not_sent_again(error: InvocantError) -> None:
    assert decide(error, attempt=0, policy=POLICY, random=0.0).wait is None


@pytest.mark.parametrize("error", [status(429, 2.0), status(503, 2.0)])
def test_a_row_that_is_told_to_wait_waits_with_all_others(
    error: InvocantError,
) -> None:
    decision = decide(error, attempt=0, policy=POLICY, random=0.0)

    assert decision.refused
    assert decision.wait == 0.0


@pytest.mark.parametrize("error", [status(429), status(429, 0.0), broken(sent=False)])
def test_a_row_that_is_not_told_how_long_waits_as_the_client_would(error: InvocantError) -> None:
    waits = [decide(error, attempt=n, policy=POLICY, random=0.0).wait for n in range(5)]

    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0]


@given(st.integers(400, 599))
def test_a_server_bears_less_where_it_says_429_or_503(code: int) -> None:
    refused = decide(status(code), attempt=0, policy=POLICY, random=0.0).refused

    assert refused is (code in {429, 503})
