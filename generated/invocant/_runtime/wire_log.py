# Copied from codegen/runtime/; do not edit.
"""A hook that logs what goes over the wire, without secrets."""

import logging
from typing import Final

from .hooks import AnswerReceived, Event, RequestSent

__all__ = ["WireLog"]

logger: Final = logging.getLogger("invocant")


class WireLog:
    """Logs the headers of every request and answer at DEBUG, and with ``bodies`` these as well.

    Bodies hold what people wrote and models answered: log them where that may be kept.
    """

    def __init__(self, *, bodies: bool = False) -> None:
        self._bodies: bool = bodies

    def __call__(self, event: Event, /) -> None:
        """Log a request or an answer."""
        if not logger.isEnabledFor(logging.DEBUG):
            return
        call = f"{event.call.method} {event.call.url}"
        if isinstance(event, RequestSent):
            logger.debug("%s request attempt=%d %s%s", call, event.attempt, *self._shown(event))
        elif isinstance(event, AnswerReceived):
            told = (event.status, event.attempt)
            logger.debug("%s answer %d attempt=%d %s%s", call, *told, *self._shown(event))

    def _shown(self, event: RequestSent | AnswerReceived) -> tuple[str, str]:
        body = event.body() if self._bodies else None
        return (
            f"headers={dict(event.headers())}",
            "" if body is None else f" body={body.decode('utf-8', 'replace')}",
        )
