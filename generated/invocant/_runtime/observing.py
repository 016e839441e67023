# Copied from codegen/runtime/; do not edit.
"""Telling hooks what becomes of one call. Imported where there are any."""

import logging
import time
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Final, TypeVar

from .answer_facts import NO_FACTS, AnswerFacts, answer_facts
from .errors import InvocantError
from .events import EventReader
from .headers import request_id
from .hooks import (
    AnswerReceived,
    AttemptFailed,
    Call,
    CallEnded,
    CallStarted,
    Event,
    Hook,
    RequestSent,
)
from .masking import masked_body, masked_headers
from .observation import Observation
from .reply import Reply
from .request import PreparedRequest

__all__ = ["Observed"]

T = TypeVar("T")

logger: Final = logging.getLogger("invocant")


class Observed(Observation):
    """What happens to one call, told to hooks.

    ``complained``: ids of the hooks whose failures were logged. ``clock``: seconds since any
    moment.
    """

    def __init__(
        self,
        call: Call,
        hooks: Sequence[Hook],
        complained: set[int],
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._call: Call = call
        self._hooks: Sequence[Hook] = hooks
        self._complained: set[int] = complained
        self._clock: Callable[[], float] = clock
        self._started: float = clock()
        self._sent: float = self._started
        self._attempt: int = 0
        self._tell(CallStarted(call=call))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """The call is over if it raised."""
        if error is not None:
            self._end(error, NO_FACTS)

    def sending(self, request: PreparedRequest) -> None:
        """The next request is about to be sent."""
        self._attempt += 1
        headers, secrets = request.headers, request.secrets
        event = RequestSent(
            call=self._call,
            attempt=self._attempt,
            headers=lambda: masked_headers(headers, secrets),
            body=_shown(request.content, headers.get("content-type", ""), secrets),
        )
        self._tell(event)
        self._sent = self._clock()

    def received(self, reply: Reply, *, whole: bool) -> None:
        """An answer has come, ``whole`` or without its body."""
        event = AnswerReceived(
            call=self._call,
            attempt=self._attempt,
            status=reply.status,
            request_id=request_id(reply.safe_headers),
            seconds=self._clock() - self._sent,
            headers=lambda: masked_headers(reply.headers, reply.secrets),
            body=_shown(reply.body if whole else None, reply.content_type, reply.secrets),
        )
        self._tell(event)

    def failed(self, error: InvocantError, retry_in: float | None) -> None:
        """The attempt came to nothing."""
        event = AttemptFailed(
            call=self._call, attempt=self._attempt, error=error, retry_in=retry_in
        )
        self._tell(event)

    def returning(self, answer: T) -> T:
        """The call is over, with an answer that is given back."""
        self._end(None, answer_facts(answer))
        return answer

    @contextmanager
    def streaming(self, reader: EventReader[object]) -> Generator[None]:
        """A context that lasts until the stream is over, with what was read of it."""
        failure: BaseException | None = None
        try:
            yield
        except GeneratorExit:
            raise
        except BaseException as error:
            failure = error
            raise
        finally:
            self._end(failure, answer_facts(reader.merged()), len(reader.received))

    def _end(
        self, error: BaseException | None, facts: AnswerFacts, events: int | None = None
    ) -> None:
        seconds = self._clock() - self._started
        self._tell(
            CallEnded(call=self._call, seconds=seconds, error=error, facts=facts, events=events)
        )

    def _tell(self, event: Event) -> None:
        for hook in self._hooks:
            try:
                hook(event)
            except Exception:
                if id(hook) not in self._complained:
                    self._complained.add(id(hook))
                    logger.warning("a hook raised, and is called all the same", exc_info=True)


def _shown(
    content: bytes | None, content_type: str, secrets: Collection[str]
) -> Callable[[], bytes | None]:
    """The body without secrets, for whoever asks."""

    def shown() -> bytes | None:
        return None if content is None else masked_body(content, content_type, secrets)

    return shown
