"""When a request counts as sent again, too early, or too often."""

from collections.abc import Iterable
from email.utils import formatdate

import pytest

from invocant_conformance.raw.answer import Answer
from invocant_conformance.server.referee.attempts import Attempt, note_played
from invocant_conformance.server.referee.repeats import MOST_REMEMBERED, Repeats

EPOCH = 1_700_000_000.0


def attempt(
    begun: float,
    status: int | None = 200,
    *headers: tuple[str, str],
    method: str = "POST",
    retried: int | None = None,
    left: bool = False,
) -> Attempt:
    """Return a request that was answered, or not, a tenth of a second after it came."""
    made = Attempt(begun=begun, method=method, date_offset=EPOCH, retried=retried, left=left)
    made.ended = begun + 0.1
    if status is not None:
        made.heads(status, headers, begun + 0.1)
        made.complete = not left
    return made


def broken(*attempts: Attempt) -> list[str]:
    """The rules that the last of some requests breaks, all of them the same request."""
    repeats = Repeats()
    found: list[str] = []
    for each in attempts:
        found = [item.rule for item in repeats.judge(b"same", each, "POST /x") if item.broken]
    return found


SECONDS = ("retry-after", "2")
DATE = ("retry-after", formatdate(EPOCH + 10, usegmt=True))
MILLISECONDS = ("retry-after-ms", "1500")


@pytest.mark.parametrize(
    ("header", "early", "in_time"),
    [(SECONDS, 2.0, 2.1), (DATE, 9.9, 10.0), (MILLISECONDS, 1.5, 1.6)],
)
def test_the_time_that_a_server_states_is_waited_for(
    header: tuple[str, str], early: float, in_time: float
) -> None:
    assert broken(attempt(0, 429, header), attempt(early)) == ["CLI-RETRY-001"]
    assert broken(attempt(0, 503, header), attempt(in_time)) == []


@pytest.mark.parametrize("said", ["", "soon", "-1", "Tue, 99 Nov"])
def test_a_time_that_is_none_is_not_judged(said: str) -> None:
    assert broken(attempt(0, 429, ("retry-after", said)), attempt(0.2)) == []


@pytest.mark.parametrize("status", [500, 502, 504, None])
def test_what_may_have_run_is_not_sent_again(status: int | None) -> None:
    assert broken(attempt(0, status), attempt(1)) == ["CLI-RETRY-002"]
    assert broken(attempt(0, status), attempt(61)) == []
    assert broken(attempt(0, status, method="GET"), attempt(1, method="GET")) == []
    assert broken(attempt(0, status), attempt(1, retried=0)) == []


def test_a_client_that_gave_up_and_asks_again_is_noticed() -> None:
    assert broken(attempt(0, None, left=True), attempt(1)) == ["CLI-RETRY-002"]
    assert broken(attempt(0, 200, left=True), attempt(1)) == ["CLI-RETRY-002"]


def test_a_stream_may_be_left_and_asked_for_again() -> None:
    stream = ("content-type", "text/event-stream")
    assert broken(attempt(0, 200, stream, left=True), attempt(1)) == []


@pytest.mark.parametrize("status", [200, 429, 503])
def test_what_did_not_run_or_was_answered_may_be_sent_again(status: int) -> None:
    assert broken(attempt(0, status), attempt(1)) == []


def test_reading_again_after_a_refusal_is_no_retry() -> None:
    assert broken(attempt(0, 404, method="GET"), attempt(1, method="GET")) == []
    assert broken(attempt(0, 404), attempt(1)) == ["WIRE-RETRY-002"]
    assert broken(attempt(0, 404), attempt(6)) == []


def test_four_attempts_at_once_are_a_flood_unless_the_server_asked_for_it() -> None:
    quick = [attempt(0.05 * number, 429) for number in range(4)]
    assert broken(*quick) == ["WIRE-RETRY-001"]
    asked = [attempt(0.15 * number, 429, ("retry-after-ms", "1")) for number in range(4)]
    assert broken(*asked) == []


def test_eleven_attempts_are_a_flood_and_success_ends_the_count() -> None:
    failing = [attempt(3.0 * number, 429) for number in range(11)]
    assert broken(*failing) == ["WIRE-RETRY-001"]
    assert broken(*failing[:5], attempt(14), *failing[5:]) == []


def kept(repeats: Repeats, now: float) -> set[str]:
    return {item.rule for _, item in repeats.settled(now)}


def test_what_was_not_sent_again_in_time_is_kept_once() -> None:
    repeats = Repeats()
    assert [*repeats.judge(b"same", attempt(0, 500), "POST /x")] == []
    assert kept(repeats, 5) == set()
    assert kept(repeats, 11) == {"CLI-RETRY-002", "WIRE-RETRY-001"}
    assert kept(repeats, 12) == set()


def test_only_so_many_requests_are_remembered() -> None:
    repeats = Repeats()
    digests: Iterable[bytes] = (b"%d" % number for number in range(MOST_REMEMBERED + 1))
    for digest in digests:
        assert [*repeats.judge(digest, attempt(0, 500), "POST /x")] == []
    assert [*repeats.judge(b"0", attempt(1, 500), "POST /x")] == []
    assert [item.rule for item in repeats.judge(b"9", attempt(1, 500), "x") if item.broken]


def test_raw_answers_are_read_for_status_and_headers() -> None:
    raw = Attempt(begun=0)
    piece = b"HTTP/1.1 429 Slow\r\nRetry-After: 3\r\ncontent-length: 0\r\n\r\n"
    note_played(raw, Answer(framing="none", pieces=(piece,), end="keep"), 1.0)
    assert (raw.status, raw.allowed_at, raw.complete) == (429, 4.0, True)
    cut = Attempt(begun=0)
    note_played(cut, Answer(status=200, end="reset"), 1.0)
    assert cut.may_have_run
