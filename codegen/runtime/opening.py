"""Making HTTP clients: limits, certificates, proxies; with ``_http`` all that knows the library."""

import socket
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from httpx import AsyncClient, Client

from .errors import ConfigurationError

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

__all__ = [
    "Certificate",
    "ConnectionSettings",
    "any_loop",
    "open_async_client",
    "open_client",
    "proxy_for",
    "require",
    "running_loop",
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


def require(kind: type[object], http_client: object) -> None:
    """Raise ConfigurationError for a client that is given and not of the library's ``kind``."""
    if http_client is not None and not isinstance(http_client, kind):
        given = type(http_client).__name__
        raise ConfigurationError(f"http_client: Must be an httpx.{kind.__name__} (got {given})")


def running_loop() -> "AbstractEventLoop | None":
    """The event loop that connections opened here belong to; ``None`` unless it is asyncio's."""
    import asyncio  # costs as much as a client to make; the synchronous ones do without it

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def any_loop() -> "AbstractEventLoop | None":
    """The twin of :func:`running_loop`: synchronous connections belong to none."""
    return None


def _tls(settings: ConnectionSettings) -> ssl.SSLContext:
    if isinstance(settings.verify, ssl.SSLContext):
        context = settings.verify
    elif settings.verify not in (True, False):
        raise ConfigurationError("verify: Must be a bool or an ssl.SSLContext")
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
    return proxy_for(settings.base_url) if settings.proxy is None else settings.proxy


def proxy_for(base_url: str) -> str | None:
    """The environment's proxy. A client given its transport would not look for it itself."""
    origin = urlsplit(base_url)
    found = getproxies()
    proxy = found.get(origin.scheme) or found.get("all")
    # With and without port; NO_PROXY names an IPv6 address without the brackets of ``netloc``.
    if not proxy or proxy_bypass(origin.netloc) or proxy_bypass(origin.hostname or ""):
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
