"""Opening connections: with which library, how many, and with which certificates and proxy."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from . import sockets
from ._http import HTTPLibrary, library
from .errors import ConfigurationError
from .proxies import proxy_faults, proxy_for
from .tls import Certificate, ssl_context

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    import httpx

__all__ = [
    "ConnectionSettings",
    "Opener",
    "TransportName",
    "any_loop",
    "async_opener",
    "check_transport",
    "opener",
    "running_loop",
]

T_co = TypeVar("T_co", covariant=True)

TransportName = Literal["httpx", "httpx2", "aiohttp"]
SYNCHRONOUS: Final = ("httpx", "httpx2")
ASYNCHRONOUS: Final = ("httpx", "httpx2", "aiohttp")

# Many streams at once are normal; the libraries' 100 connections would make the 101st wait.
MOST_CONNECTIONS: Final = 1024

# Idle connections are dropped before common load balancers drop them (60 s).
KEEPALIVE_EXPIRY: Final = 30.0

# For each request, pools of httpx look at every connection they have; hence many small ones.
POOL_WIDTH: Final = 8
MOST_POOLS: Final = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class ConnectionSettings:
    """How connections are made.

    ``transport``: what sends; by default httpx, and asynchronously httpx2 where it is installed,
    whose pools are quicker. aiohttp is quicker still, but knows neither trio nor SOCKS, and wants
    to be closed; hence it is used when asked for.
    ``verify``: a bool, or an SSL context. ``cert``: a client certificate's file, or its file and
    key file. ``proxy``: URL; without one, the environment's proxy for the origin is used.
    """

    transport: TransportName | None = None
    verify: bool | ssl.SSLContext = True
    cert: Certificate | None = None
    proxy: str | None = field(default=None, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Opener(Generic[T_co]):
    """Opens transports to one origin.

    ``width`` is how many requests at once a transport should get before another one is opened,
    ``most`` how many transports there may be.
    """

    library: HTTPLibrary
    open: Callable[[], T_co]
    width: int
    most: int


def check_transport(name: object, *, asynchronous: bool) -> None:
    """Raise ConfigurationError for a ``transport`` that there is not, or is not installed."""
    names = ASYNCHRONOUS if asynchronous else SYNCHRONOUS
    if name is None or name == "httpx":
        return
    if name not in names:
        raise ConfigurationError(f"transport: Must be one of {', '.join(names)} (got {name!r})")
    if not _installed(str(name)):
        raise ConfigurationError(
            f"transport: {name} is not installed: pip install 'invocant[{name}]'"
        )


def opener(settings: ConnectionSettings, origin: str) -> "Opener[httpx.BaseTransport]":
    """What opens transports for synchronous clients.

    Raises ConfigurationError for an unusable proxy or certificate.
    """
    http = library("httpx2" if settings.transport == "httpx2" else "httpx")
    context, proxy = _route(settings, origin)

    def open_one() -> "httpx.BaseTransport":
        with proxy_faults():
            return http.HTTPTransport(
                verify=context,
                proxy=proxy,
                limits=_limits(http),
                socket_options=sockets.options(),
            )

    return Opener(library=http, open=open_one, width=POOL_WIDTH, most=MOST_POOLS)


def async_opener(settings: ConnectionSettings, origin: str) -> "Opener[httpx.AsyncBaseTransport]":
    """The asynchronous twin of :func:`opener`."""
    name = settings.transport or ("httpx2" if _installed("httpx2") else "httpx")
    context, proxy = _route(settings, origin)
    if name == "aiohttp":
        return _aiohttp_opener(context, proxy)
    http = library(name)

    def open_one() -> "httpx.AsyncBaseTransport":
        with proxy_faults():
            return http.AsyncHTTPTransport(
                verify=context,
                proxy=proxy,
                limits=_limits(http),
                socket_options=sockets.options(),
            )

    return Opener(library=http, open=open_one, width=POOL_WIDTH, most=MOST_POOLS)


def _aiohttp_opener(
    context: ssl.SSLContext, proxy: str | None
) -> "Opener[httpx.AsyncBaseTransport]":
    if running_loop() is None:
        raise ConfigurationError("transport: aiohttp needs asyncio")
    from .aiohttp_transport import AiohttpTransport  # an extra's package

    def open_one() -> "httpx.AsyncBaseTransport":
        with proxy_faults():
            return AiohttpTransport(
                context, proxy=proxy, limit=MOST_CONNECTIONS, keepalive=KEEPALIVE_EXPIRY
            )

    return Opener(library=library("httpx"), open=open_one, width=MOST_CONNECTIONS, most=1)


def _route(settings: ConnectionSettings, origin: str) -> tuple[ssl.SSLContext, str | None]:
    proxy = proxy_for(origin) if settings.proxy is None else settings.proxy
    return ssl_context(origin, settings.verify, settings.cert), proxy


def _installed(name: str) -> bool:
    return find_spec(name) is not None


def _limits(http: HTTPLibrary) -> "httpx.Limits":
    each = MOST_CONNECTIONS // MOST_POOLS
    return http.Limits(
        max_connections=each, max_keepalive_connections=each, keepalive_expiry=KEEPALIVE_EXPIRY
    )


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
