# Copied from codegen/runtime/; do not edit.
"""Every exception that the clients raise.

All of them pickle: the constructor takes the message alone, everything else is an attribute.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from .headers import Headers

if TYPE_CHECKING:
    from .models import Model

__all__ = [
    "APIConnectionError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AnswerRefused",
    "AnswerTruncated",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "EndpointFailed",
    "InternalServerError",
    "InvocantError",
    "NotFoundError",
    "ParseError",
    "PermissionDeniedError",
    "RateLimitError",
    "RequestError",
    "StreamError",
    "StreamInterrupted",
    "ToolError",
    "UnprocessableEntityError",
    "WaitTimeout",
    "status_class",
]


class InvocantError(Exception):
    """Root of all errors. Attributes are ``None`` where there is nothing to tell.

    ``status``: HTTP status. ``headers``: of the answer. ``request_id``: the server's id.
    ``error_code``: Databricks' ``error_code`` or OpenAI's ``error.code`` / ``error.type``.
    ``body``: raw bytes of the answer, or of the event of a stream.
    ``retry_after``: seconds that the server asked to wait.
    """

    def __init__(
        self,
        message: str = "",
        *,
        status: int | None = None,
        headers: Headers | None = None,
        request_id: str | None = None,
        error_code: str | None = None,
        body: bytes | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.status: int | None = status
        self.headers: Headers | None = headers
        self.request_id: str | None = request_id
        self.error_code: str | None = error_code
        self.body: bytes | None = body
        self.retry_after: float | None = retry_after


class ConfigurationError(InvocantError):
    """A client cannot be made from its arguments and the environment."""


class RequestError(InvocantError):
    """The arguments do not make a request that the API describes; nothing was sent.

    ``field``: path of the field, such as ``messages[0].content``. ``rule``: what it breaks.
    """

    field: str | None = None
    rule: str | None = None


class APIConnectionError(InvocantError):
    """No answer arrived, or not all of it.

    ``sent`` is False when the server cannot have got the request.
    """

    sent: bool = True


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class APIStatusError(InvocantError):
    """The server answered with a status other than 2xx."""


class BadRequestError(APIStatusError):
    """Status 400."""


class AuthenticationError(APIStatusError):
    """Status 401."""


class PermissionDeniedError(APIStatusError):
    """Status 403."""


class NotFoundError(APIStatusError):
    """Status 404."""


class ConflictError(APIStatusError):
    """Status 409."""


class UnprocessableEntityError(APIStatusError):
    """Status 422."""


class RateLimitError(APIStatusError):
    """Status 429."""


class InternalServerError(APIStatusError):
    """Any status of 500 and above."""


class APIResponseError(InvocantError):
    """The server answered 2xx with something that the API does not describe."""


class ParseError(APIResponseError):
    """What a model said cannot be made into the type that was asked for, or into arguments.

    ``answer``: the whole answer, with all that was paid for.
    """

    answer: object = None


class AnswerTruncated(ParseError):
    """The model reached its limit of tokens before it had said everything."""


class AnswerRefused(ParseError):
    """The model refused to answer, or what it said was filtered out.

    ``refusal``: its explanation; ``None`` where it gave none.
    """

    refusal: str | None = None


class ToolError(InvocantError):
    """Raise it in a function that a model calls: a ``Toolbox`` tells the model its text."""


class StreamError(InvocantError):
    """The server reported an error within a stream.

    ``received``: the events that came before it. ``partial``: the answer that these make up, of
    the type that ``final()`` of the stream would have; ``None`` where they make up none.
    """

    received: Sequence[object] = ()
    partial: object = None


class StreamInterrupted(InvocantError):
    """A stream ended before it was complete.

    ``received``: the events that did arrive. ``partial``: the answer that these make up, of the
    type that ``final()`` of the stream would have; ``None`` where they make up none.
    """

    received: Sequence[object] = ()
    partial: object = None


class EndpointFailed(InvocantError):
    """An endpoint cannot become what was waited for, such as ready.

    ``endpoint``: the answer that says so.
    """

    endpoint: "Model | None" = None


class WaitTimeout(InvocantError):
    """An endpoint did not become what was waited for in the time given.

    ``endpoint``: the last answer that told its state, if there was any.
    """

    endpoint: "Model | None" = None


_BY_STATUS: Final = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_class(status: int) -> type[APIStatusError]:
    """The class of the error for a status other than 2xx."""
    fallback = InternalServerError if status >= 500 else APIStatusError
    return _BY_STATUS.get(status, fallback)
