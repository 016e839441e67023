# Copied from codegen/runtime/; do not edit.
"""Waiting for an endpoint: what for, how far it is, and how it ends; asking is left to others."""

import logging
import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from .errors import (
    APIConnectionError,
    APIStatusError,
    EndpointFailed,
    InvocantError,
    WaitTimeout,
)
from .models import Model
from .operation import Operation
from .option_rules import is_seconds, shown
from .options import RequestOptions, Timeout
from .polling import PollInterval, is_interval, next_pause
from .redact import redact
from .response import secrets_of
from .violations import refuse
from .wait_rules import Judgement, Verdict, WaitRule, judge

__all__ = ["Progress", "Waiting", "is_transient"]

M = TypeVar("M", bound=Model)

# The last poll has this share of the time for itself, at most so many seconds.
LAST_SHARE: Final = 0.1
LAST_SECONDS: Final = 10.0

logger: Final = logging.getLogger("invocant")


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting(Generic[M]):
    """What is waited for, and how.

    ``poll`` is asked with ``path`` until ``rule`` says of the ``answer`` that it is done or failed.
    ``timeout``: seconds in all, ``None`` for ever. ``on_poll`` gets every answer and the seconds
    since the waiting began. ``remains``: what stays behind when the waiting fails, in words.
    """

    poll: Operation
    answer: type[M]
    rule: WaitRule
    path: Mapping[str, str]
    timeout: float | None
    interval: float | PollInterval
    on_poll: Callable[[M, float], None] | None
    remains: str = ""

    def check(self) -> None:
        """Raise RequestError for an option that cannot be used."""
        if self.timeout is not None and not is_seconds(self.timeout):
            raise refuse(("wait_timeout",), "Must be positive seconds or None", shown(self.timeout))
        if not is_interval(self.interval):
            rule = "Must be positive seconds, or a PollInterval of such that does not shrink"
            raise refuse(("poll_interval",), rule, shown(self.interval))
        if self.on_poll is not None and not callable(self.on_poll):
            raise refuse(("on_poll",), "Must be callable", shown(self.on_poll))


class Progress(Generic[M]):
    """How far one wait is. ``started`` and ``now`` are of a monotonic clock, in seconds."""

    def __init__(self, waiting: Waiting[M], secrets: Collection[str], started: float) -> None:
        limit = math.inf if waiting.timeout is None else waiting.timeout
        self._waiting: Waiting[M] = waiting
        self._secrets: Collection[str] = secrets
        self._started: float = started
        self._deadline: float = started + limit
        self._last: float = min(limit * LAST_SHARE, LAST_SECONDS)
        self._polls: int = 0
        self._seen: M | None = None
        self._judgement: Judgement | None = None
        self._error: InvocantError | None = None

    def options(self, given: RequestOptions, client: Timeout, now: float) -> RequestOptions:
        """The options of a poll: it ends before the deadline, and is repeated by the wait alone."""
        limit = given.get("timeout")
        timeout = client if limit is None else Timeout.of(limit)
        remaining = self._deadline - now
        bounded = timeout if remaining == math.inf else timeout.at_most(max(remaining, self._last))
        return {**given, "timeout": bounded, "max_retries": 0}

    def is_done(self, answer: M, now: float) -> bool:
        """Whether an answer is what was waited for. Raises EndpointFailed if it never will be."""
        self._seen, self._error = answer, None
        if self._waiting.on_poll is not None:
            self._waiting.on_poll(answer, now - self._started)
        judgement = judge(answer.model_dump(by_alias=True), self._waiting.rule)
        known = self._judgement.unknown if self._judgement else ()
        if judgement.unknown and judgement.unknown != known:
            logger.warning("%s: %s", self._name, self._told(judgement.text))
        self._judgement = judgement
        if judgement.verdict is Verdict.FAILED:
            goal = self._waiting.rule.goal
            error = EndpointFailed(self._message(f"cannot become {goal}", judgement.text))
            error.endpoint = answer
            raise error
        return judgement.verdict is Verdict.DONE

    def failed(self, error: InvocantError) -> None:
        """Take note of a poll that got no answer."""
        if self._error is None:
            logger.warning("%s: waiting goes on after %s", self._name, self._told(str(error)))
        self._error = error

    def pause(self, random: float, now: float) -> float:
        """Seconds to wait before the next poll. Raises WaitTimeout when there is none."""
        wanted = PollInterval.of(self._waiting.interval).seconds(self._polls, random)
        asked = self._error.retry_after if self._error is not None else None
        self._polls += 1
        pause = next_pause(max(wanted, asked or 0.0), self._deadline - now, self._last)
        if pause is None:
            raise self._timeout() from self._error
        return pause

    def _timeout(self) -> WaitTimeout:
        reasons = [self._judgement.text] if self._judgement else []
        reasons += [f"the last poll failed: {self._error}"] if self._error else []
        seconds = self._deadline - self._started
        what = f"is not {self._waiting.rule.goal} after {seconds:g} s"
        error = WaitTimeout(self._message(what, "; ".join(reasons)))
        error.endpoint = self._seen
        return error

    def _message(self, what: str, reasons: str) -> str:
        told = f"{self._name} {what}: {self._told(reasons)}"
        return f"{told}; {self._waiting.remains}" if self._waiting.remains else told

    def _told(self, text: str) -> str:
        return " ".join(redact(text, {*self._secrets, *secrets_of(self._seen)}).split())

    @property
    def _name(self) -> str:
        return repr("/".join(self._waiting.path.values()))


def is_transient(error: APIConnectionError | APIStatusError) -> bool:
    """Whether a poll that failed so may succeed later: no answer, 429, or 5xx."""
    return (
        isinstance(error, APIConnectionError) or error.status == 429 or (error.status or 0) >= 500
    )
