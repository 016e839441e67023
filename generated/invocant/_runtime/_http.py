# Copied from codegen/runtime/; do not edit.
"""The one place that knows the HTTP library."""

import random
import socket
import ssl
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import anyio
import httpx
from httpx import AsyncClient, Client, HTTPError, Request, Response

from .errors import APIConnectionError, APITimeoutError, ConfigurationError, InvocantError
from .headers import Headers
from .options import Timeout
from .redact import redact
from .reply import Reply, one_line, response_error
from .request import PreparedRequest

__all__ = [
    "AsyncClient",
    "Certificate",
    "Client",
    "ConnectionSettings",
    "HTTPError",
    "Response",
    "async_sleep",
    "body_error",
    "build",
    "connection_error",
    "head",
    "jitter",
    "open_async_client",
    "open_client",
    "quotable",
    "sleep",
]

Certificate = str | tuple[str, str]

# Many streams at once are normal; the library's 100 connections would make the 101st wait.
# Idle connections are dropped before common load balancers drop them (60 s).
LIMITS: Final = httpx.Limits(
    max_connections=1000, max_keepalive_connections=100, keepalive_expiry=30.0
)

# Address translation forgets silent connections after some minutes; a model may think longer.
KEEPALIVE_SECONDS: Final = 60
KEEPALIVE_PROBES: Final = 5

NOT_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ConnectionSettings:
    """How connections to ``base_url`` are made.

    ``verify``: a bool, or an SSL context. ``cert``: a client certificate's file, or its file and
    key file. ``proxy``: URL; without one, the environment's proxy for ``base_url`` is used.
    """

    base_url: str
    verify: bool | ssl.SSLContext = True
    cert: Certificate | None = None
    proxy: str | None = field(default=None, repr=False)


def open_client(settings: ConnectionSettings) -> Client:
    """A client for one origin. Raises ConfigurationError for an unusable proxy or certificate."""
    tls = _tls(settings)
    with _proxy_faults():
        transport = httpx.HTTPTransport(
            verify=tls,
            proxy=_proxy(settings),
            limits=LIMITS,
            socket_options=_socket_options(),
        )
    return Client(transport=transport)


def open_async_client(settings: ConnectionSettings) -> AsyncClient:
    """The asynchronous twin of :func:`open_client`."""
    tls = _tls(settings)
    with _proxy_faults():
        transport = httpx.AsyncHTTPTransport(
            verify=tls,
            proxy=_proxy(settings),
            limits=LIMITS,
            socket_options=_socket_options(),
        )
    return AsyncClient(transport=transport)


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
    timed_out = isinstance(error, httpx.TimeoutException)
    kind = APITimeoutError if timed_out else APIConnectionError
    # The text of a protocol error may quote a header, and thereby a credential.
    told = "" if isinstance(error, httpx.LocalProtocolError) else str(error)
    reason = one_line(redact(f"{type(error).__name__}: {told}".rstrip(": "), request.secrets))
    failure = kind(f"no answer: {reason} ({request.call})")
    failure.sent = not isinstance(error, NOT_SENT)
    return failure


def body_error(error: HTTPError, reply: Reply, request: PreparedRequest) -> InvocantError:
    """The error for an answer whose body could not be read to its end."""
    if isinstance(error, httpx.DecodingError):
        return response_error(reply, "its content encoding is broken")
    return connection_error(error, request)


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


def _tls(settings: ConnectionSettings) -> ssl.SSLContext:
    if isinstance(settings.verify, ssl.SSLContext):
        context = settings.verify
    elif settings.base_url.lower().startswith("https:") and settings.verify:
        context = httpx.create_ssl_context()
    elif settings.verify:
        # Never used for a plain address, hence without the cost of reading certificates.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = httpx.create_ssl_context(verify=False)
    if settings.cert is not None:
        files = (settings.cert,) if isinstance(settings.cert, str) else settings.cert
        _load(context, files)
    return context


def _load(context: ssl.SSLContext, files: tuple[str, ...]) -> None:
    try:
        context.load_cert_chain(*files)
    except OSError as error:
        raise ConfigurationError(f"cert: cannot be loaded: {error.strerror}") from error


def _proxy(settings: ConnectionSettings) -> str | None:
    """The proxy to use. A client given its transport would not look at the environment itself."""
    if settings.proxy is not None:
        return settings.proxy
    origin = urlsplit(settings.base_url)
    found = getproxies()
    proxy = found.get(origin.scheme) or found.get("all")
    if not proxy or proxy_bypass(origin.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


@contextmanager
def _proxy_faults() -> Generator[None]:
    try:
        yield
    except ImportError:
        fault = "proxy: SOCKS needs an extra: pip install 'httpx[socks]'"
    except (ValueError, httpx.InvalidURL):
        fault = "proxy: not the address of an HTTP or SOCKS proxy"
    else:
        return
    raise ConfigurationError(fault)


def _socket_options() -> list[tuple[int, int, int]]:
    """TCP keep-alive, so that a dead connection is noticed and a silent one is not forgotten."""
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    for name, value in (
        ("TCP_KEEPIDLE", KEEPALIVE_SECONDS),
        ("TCP_KEEPINTVL", KEEPALIVE_SECONDS),
        ("TCP_KEEPCNT", KEEPALIVE_PROBES),
    ):
        number: int | None = getattr(socket, name, None)
        if number is not None:
            options.append((socket.IPPROTO_TCP, number, value))
    return options


@cache
def _user_agent() -> str:
    try:
        release = version("invocant")
    except PackageNotFoundError:
        release = "0"
    return f"invocant/{release} python/{sys.version_info.major}.{sys.version_info.minor}"
