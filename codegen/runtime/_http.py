"""The HTTP library's requests, answers and errors in this package's terms, and back."""

import random
import sys
import time
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import anyio
import httpx
from httpx import AsyncClient, Client, HTTPError, Request, Response

from .errors import APIConnectionError, APITimeoutError, ConfigurationError, InvocantError
from .headers import Headers
from .options import Timeout
from .redact import redact
from .reply import Reply, make_error, one_line, response_error
from .request import PreparedRequest

__all__ = [
    "AsyncClient",
    "Client",
    "HTTPError",
    "Request",
    "Response",
    "async_sleep",
    "body_error",
    "build",
    "connection_error",
    "head",
    "jitter",
    "quotable",
    "sleep",
]

NOT_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def build(http: Client | AsyncClient, request: PreparedRequest, timeout: Timeout) -> Request:
    """The library's form of a request. Raises ConfigurationError for an unusable address."""
    try:
        return _build(http, request, timeout)
    except httpx.InvalidURL:
        fault = "host or base_url: not a URL"
    raise ConfigurationError(fault)


def _build(http: Client | AsyncClient, request: PreparedRequest, timeout: Timeout) -> Request:
    return http.build_request(
        request.method,
        request.url,
        params=request.query or None,
        headers={"user-agent": _user_agent(), **request.headers},
        content=request.content,
        timeout=httpx.Timeout(
            connect=timeout.connect, read=timeout.read, write=timeout.write, pool=timeout.pool
        ),
    )


def head(response: Response, request: PreparedRequest) -> Reply:
    """The reply as far as it is known before its body."""
    return Reply(
        call=request.call,
        status=response.status_code,
        reason=response.reason_phrase,
        headers=Headers(response.headers.multi_items()),
        secrets=request.secrets,
    )


def connection_error(error: HTTPError, request: PreparedRequest) -> APIConnectionError:
    """The error for a request that got no answer; ``sent`` tells whether it may have run."""
    origin = request.url.removesuffix(request.path)
    reason = one_line(redact(f"no answer from {origin}: {_reason(error)}", request.secrets))
    failure = _connection_class(error)(f"{reason} ({request.call})")
    failure.sent = not isinstance(error, NOT_SENT)
    return failure


def body_error(error: HTTPError, reply: Reply) -> InvocantError:
    """The error for an answer whose body could not be read to its end."""
    if isinstance(error, httpx.DecodingError):
        return response_error(reply, "its content encoding is broken")
    return make_error(_connection_class(error), f"the answer broke off: {_reason(error)}", reply)


def _connection_class(error: HTTPError) -> type[APIConnectionError]:
    return APITimeoutError if isinstance(error, httpx.TimeoutException) else APIConnectionError


def _reason(error: HTTPError) -> str:
    # The text of a protocol error may quote a header, and thereby a credential.
    told = "" if isinstance(error, httpx.LocalProtocolError) else str(error)
    return f"{type(error).__name__}: {told}".rstrip(": ")


def quotable(error: HTTPError, request: PreparedRequest) -> HTTPError | None:
    """``error`` as the cause to name in a traceback, unless its text holds a secret."""
    text = str(error)
    return error if redact(text, request.secrets) == text else None


def jitter() -> float:
    """A random number in [0, 1)."""
    return random.random()


def sleep(seconds: float) -> None:
    """Pause this thread."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Pause this task, under asyncio and trio alike."""
    await anyio.sleep(seconds)


@cache
def _user_agent() -> str:
    try:
        release = version("invocant")
    except PackageNotFoundError:
        release = "0"
    return f"invocant/{release} python/{sys.version_info.major}.{sys.version_info.minor}"
