"""Which failures may be followed by another attempt, and when."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.errors import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    InvocantError,
    RequestError,
    StreamInterrupted,
)
from runtime.headers import Headers
from runtime.options import DEFAULT_MAX_RETRY_WAIT
from runtime.retry import RetryPolicy, next_wait, retry_after

TWICE = RetryPolicy(max_retries=2)
UNSAFE = RetryPolicy(max_retries=2, unsafe=True)
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def status(code: int, wait: float | None = None) -> APIStatusError:
    return APIStatusError("failed", status=code, retry_after=wait)


def broken(*, sent: bool) -> APIConnectionError:
    error = APIConnectionError("broken")
    error.sent = sent
    return error


def wait(
    error: InvocantError,
    *,
    method: str = "POST",
    attempt: int = 0,
    policy: RetryPolicy = TWICE,
    random: float = 0.0,
) -> float | None:
    return next_wait(error, method=method, attempt=attempt, policy=policy, random=random)


@pytest.mark.parametrize("error", [broken(sent=False), status(429), status(503, 0.0)])
def test_what_cannot_have_run_is_repeated(error: InvocantError) -> None:
    assert wait(error) is not None


@pytest.mark.parametrize(
    "error",
    [broken(sent=True), status(408), status(500), status(502), status(503), status(504)],
)
@pytest.mark.parametrize(
    ("method", "policy", "repeated"),
    [
        ("POST", TWICE, False),
        ("PUT", TWICE, False),
        ("DELETE", TWICE, False),
        ("POST", UNSAFE, True),
        ("GET", TWICE, True),
        ("HEAD", TWICE, True),
    ],
)
def test_what_may_have_run_is_repeated_only_if_it_reads_or_the_caller_insists(
    error: InvocantError, method: str, policy: RetryPolicy, repeated: bool
) -> None:
    assert (wait(error, method=method, policy=policy) is not None) is repeated


@pytest.mark.parametrize(
    "error",
    [
        status(400),
        status(401),
        status(404),
        status(409),
        status(501),
        status(302),
        APIResponseError("nonsense"),
        RequestError("wrong"),
        StreamInterrupted("cut"),
    ],
)
def test_what_would_fail_again_is_not_repeated(error: InvocantError) -> None:
    assert wait(error, method="GET", policy=UNSAFE) is None


@given(st.integers(0, 5), st.integers(0, 8))
def test_the_number_of_retries_is_kept(retries: int, attempt: int) -> None:
    policy = RetryPolicy(max_retries=retries)
    assert (wait(status(429), attempt=attempt, policy=policy) is None) is (attempt >= retries)


def test_the_backoff_doubles_up_to_eight_seconds() -> None:
    policy = RetryPolicy(max_retries=2000)
    waits = [wait(status(429), attempt=n, policy=policy) for n in (0, 1, 2, 3, 4, 5, 1999)]
    assert waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


@given(st.floats(0, 1, exclude_max=True))
def test_jitter_takes_off_at_most_a_quarter(random: float) -> None:
    assert 0.375 <= (wait(status(429), random=random) or 0) <= 0.5


@given(st.floats(0.001, DEFAULT_MAX_RETRY_WAIT), st.floats(0, 1, exclude_max=True))
def test_the_servers_pause_is_kept_to_the_letter(seconds: float, random: float) -> None:
    assert wait(status(429, seconds), random=random) == seconds


def test_a_minute_is_the_longest_pause_that_is_waited_for() -> None:
    assert wait(status(429, 60.0)) == 60.0
    assert wait(status(429, 60.001)) is None


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"Retry-After": "0.5"}, 0.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "3"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "3"}, 3.0),
        ({"llm_provider-retry-after": "4"}, 4.0),
        ({"retry-after": "Fri, 20 Nov 2026 08:00:30 GMT"}, 30.0),
        ({"retry-after": "Fri, 20 Nov 2026 07:00:00 GMT"}, 0.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "1e999"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_the_pause_is_read_from_headers(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(Headers(headers.items()), NOW.timestamp()) == seconds


@given(st.integers(0, 10**6))
def test_a_date_is_a_pause_from_now(seconds: int) -> None:
    date = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    assert retry_after({"retry-after": date}, NOW.timestamp()) == seconds


@given(st.text())
def test_no_header_breaks_the_reader(value: str) -> None:
    found = retry_after({"retry-after": value}, NOW.timestamp())
    assert found is None or found >= 0
