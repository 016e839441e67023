"""What HTTP libraries raise, as the errors of this package."""

from .engines import Engine
from .errors import APIConnectionError, APITimeoutError, InvocantError
from .redact import redact
from .reply import Reply, make_error, one_line, response_error
from .request import PreparedRequest

__all__ = ["body_error", "connection_error", "quotable"]


def connection_error(
    error: Exception, engine: Engine, request: PreparedRequest
) -> APIConnectionError:
    """The error for a request that got no answer; ``sent`` tells whether it may have run."""
    origin = request.url.removesuffix(request.path)
    reason = one_line(redact(f"no answer from {origin}: {_reason(error, engine)}", request.secrets))
    failure = _connection_class(error, engine)(f"{reason} ({request.call})")
    failure.sent = not isinstance(error, engine.not_sent)
    return failure


def body_error(error: Exception, engine: Engine, reply: Reply) -> InvocantError:
    """The error for an answer whose body could not be read to its end."""
    if isinstance(error, engine.undecodable):
        return response_error(reply, "its content encoding is broken")
    reason = _reason(error, engine)
    return make_error(_connection_class(error, engine), f"the answer broke off: {reason}", reply)


def _connection_class(error: Exception, engine: Engine) -> type[APIConnectionError]:
    timed_out = isinstance(error, engine.timeouts)
    return APITimeoutError if timed_out else APIConnectionError


def _reason(error: Exception, engine: Engine) -> str:
    # The text of a protocol error may quote a header, and thereby a credential.
    told = "" if isinstance(error, engine.quoting) else str(error)
    return f"{type(error).__name__}: {told}".rstrip(": ")


def quotable(error: Exception, request: PreparedRequest) -> Exception | None:
    """``error`` as the cause to name in a traceback, unless its text holds a secret."""
    text = str(error)
    return error if redact(text, request.secrets) == text else None
