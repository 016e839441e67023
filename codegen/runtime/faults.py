"""What HTTP libraries raise, as the errors of this package."""

from typing import Final

from ._http import HTTPLibrary
from .errors import APIConnectionError, APITimeoutError, InvocantError
from .redact import redact
from .reply import Reply, make_error, one_line, response_error
from .request import PreparedRequest

__all__ = ["body_error", "connection_error", "quotable"]

# Errors that are raised before a request can have left.
NOT_SENT: Final = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
)


def connection_error(
    error: Exception, http: HTTPLibrary, request: PreparedRequest
) -> APIConnectionError:
    """The error for a request that got no answer; ``sent`` tells whether it may have run."""
    origin = request.url.removesuffix(request.path)
    reason = one_line(redact(f"no answer from {origin}: {_reason(error, http)}", request.secrets))
    failure = _connection_class(error, http)(f"{reason} ({request.call})")
    failure.sent = _may_be_sent(error)
    return failure


def body_error(error: Exception, http: HTTPLibrary, reply: Reply) -> InvocantError:
    """The error for an answer whose body could not be read to its end."""
    if isinstance(error, http.DecodingError):
        return response_error(reply, "its content encoding is broken")
    reason = _reason(error, http)
    return make_error(_connection_class(error, http), f"the answer broke off: {reason}", reply)


def _may_be_sent(error: Exception) -> bool:
    return not NOT_SENT & {kind.__name__ for kind in type(error).__mro__}


def _connection_class(error: Exception, http: HTTPLibrary) -> type[APIConnectionError]:
    timed_out = isinstance(error, http.TimeoutException | TimeoutError)
    return APITimeoutError if timed_out else APIConnectionError


def _reason(error: Exception, http: HTTPLibrary) -> str:
    # The text of a protocol error may quote a header, and thereby a credential.
    told = "" if isinstance(error, http.LocalProtocolError) else str(error)
    return f"{type(error).__name__}: {told}".rstrip(": ")


def quotable(error: Exception, request: PreparedRequest) -> Exception | None:
    """``error`` as the cause to name in a traceback, unless its text holds a secret."""
    text = str(error)
    return error if redact(text, request.secrets) == text else None
