"""What became of a request: the answer, or the end of the connection without one; pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final

from ...raw.answer import Answer

Headers = tuple[tuple[str, str], ...]

_STATUS: Final = re.compile(rb"HTTP/1\.[01] ([1-5][0-9]{2})")
_STREAM: Final = "text/event-stream"
_MAY_HAVE_RUN: Final = frozenset({500, 502, 504})
_FINAL: Final = frozenset({400, 401, 403, 404, 405, 413, 415, 422})
_OVERLOADED: Final = frozenset({429, 503})


@dataclass(kw_only=True, slots=True)
class Attempt:
    """A request and the answer to it so far. Times are those of one clock, in seconds.

    begun: when its head had come. head_at: when the head of the answer was sent, None for none.
    date_offset: seconds since 1970 at time 0 of the clock. complete: the last byte was sent.
    left: the client ended the connection before. left_at: when. retried: the client says how
    often it sent this before, None where it does not say.
    """

    begun: float
    method: str = "POST"
    date_offset: float = 0.0
    status: int | None = None
    headers: Headers = ()
    head_at: float | None = None
    ended: float | None = None
    complete: bool = False
    left: bool = False
    retried: int | None = None
    marker_at: float | None = None
    silent: bool = False
    answer: Mapping[str, str] = field(default_factory=dict[str, str])

    def heads(self, status: int, headers: Iterable[tuple[str, str]], at: float) -> None:
        """Note the head of the answer."""
        self.status, self.headers, self.head_at = status, tuple(headers), at
        self.answer = {name.lower(): value for name, value in reversed(self.headers)}

    @property
    def streams(self) -> bool:
        """Whether the answer is an event stream."""
        return self.answer.get("content-type", "").startswith(_STREAM)

    @property
    def refused_for_now(self) -> bool:
        """Whether the server is overloaded, and the same request may be right later."""
        return self.status in _OVERLOADED

    @property
    def final(self) -> bool:
        """Whether the refusal will be the same another time."""
        asked = self.answer.get("x-should-retry", "").lower() == "false"
        return self.status in _FINAL or (asked and (self.status or 0) >= 400)

    @property
    def may_have_run(self) -> str:
        """Why the request may have run although no answer tells its result, "" where not."""
        if self.status in _MAY_HAVE_RUN:
            return f"a {self.status}"
        if self.complete or (self.left and self.streams):
            return ""
        if self.left:
            return "the client had given up waiting"
        return "the connection had broken"

    @property
    def allowed_at(self) -> float | None:
        """When the server allows the same request again, None where it does not say."""
        if self.head_at is None or not self.refused_for_now:
            return None
        milliseconds = _number(self.answer.get("retry-after-ms", ""))
        if milliseconds is not None:
            return self.head_at + milliseconds / 1000
        said = self.answer.get("retry-after", "")
        seconds = _number(said)
        if seconds is not None:
            return self.head_at + seconds
        date = _date(said)
        return None if date is None else date - self.date_offset


def note_played(attempt: Attempt, answer: Answer, at: float) -> None:
    """Note a raw answer that is played, as if it had been sent whole at once."""
    status, headers = answer.status, answer.headers
    if answer.framing == "none" and (found := _STATUS.match(answer.body)):
        status, headers = int(found[1]), _raw_headers(answer.body)
    if status is not None:
        attempt.heads(status, headers, at + answer.wait)
    attempt.complete = status is not None and answer.end in ("keep", "close")
    attempt.complete = attempt.complete and not answer.truncated
    attempt.silent = answer.end == "hang"
    if answer.end == "hang" and b"data: [DONE]" in answer.body:
        attempt.marker_at = at + answer.wait + answer.pause * (len(answer.pieces) - 1)


def _raw_headers(data: bytes) -> Headers:
    lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    return tuple(
        (name, value.strip()) for name, _, value in (each.partition(":") for each in lines)
    )


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,9})?", text) else None


def _date(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except ValueError:
        return None
