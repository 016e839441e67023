"""One line in the log for each request."""

import logging
import time
from typing import Final

from .request import PreparedRequest

__all__ = ["log_attempt"]

logger: Final = logging.getLogger("invocant")


def log_attempt(request: PreparedRequest, outcome: object, attempt: int, started: float) -> None:
    """Tell at DEBUG how a request went; ``attempt`` counts from 0, ``started`` is its counter."""
    if logger.isEnabledFor(logging.DEBUG):
        from .masking import masked_url  # of no use to programs that do not log

        told = (request.method, masked_url(request.url), outcome, attempt + 1)
        logger.debug("%s %s %s attempt=%d %.3f s", *told, time.perf_counter() - started)
