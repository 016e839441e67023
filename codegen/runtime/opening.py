"""Opening connections: with which library, how many, and with which certificates and proxy."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Generic, Literal, Never, TypeVar

from . import sockets
from ._http import LibraryName
from .engines import Engine, aiohttp_engine, core
from .errors import ConfigurationError
from .proxies import core_proxy, proxy_faults, proxy_for
from .tls import Certificate, ssl_context

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    import httpcore

    from ._async.pools import AsyncPoolTransport

__all__ = [
    "KEEPALIVE_EXPIRY",
    "MOST_CONNECTIONS",
    "MOST_POOLS",
    "POOL_WIDTH",
    "ConnectionSettings",
    "Opener",
    "PoolSettings",
    "TransportName",
    "aiohttp_opener",
    "any_loop",
    "check_transport",
    "library_name",
    "no_opener",
    "pool_settings",
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
    """Opens pools of connections to one origin.

    ``width`` is how many requests at once a pool should get before another one is opened, ``most``
    how many pools there may be.
    """

    engine: Engine
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


@dataclass(frozen=True, kw_only=True, slots=True)
class PoolSettings:
    """What a pool of httpcore is made with."""

    ssl_context: ssl.SSLContext
    proxy: "httpcore.Proxy | None"
    max_connections: int
    keepalive_expiry: float
    socket_options: list[tuple[int, int, int]]


def pool_settings(settings: ConnectionSettings, name: LibraryName, origin: str) -> PoolSettings:
    """Settings of the pools for an origin.

    Raises ConfigurationError for an unusable proxy or certificate.
    """
    context, proxy = _route(settings, origin)
    with proxy_faults():
        return PoolSettings(
            ssl_context=context,
            proxy=None if proxy is None else core_proxy(core(name), proxy),
            max_connections=MOST_CONNECTIONS // MOST_POOLS,
            keepalive_expiry=KEEPALIVE_EXPIRY,
            socket_options=sockets.options(),
        )


def library_name(settings: ConnectionSettings, *, asynchronous: bool) -> LibraryName:
    """Which of the two libraries sends, where it is one of them."""
    if settings.transport == "httpx2":
        return "httpx2"
    better = asynchronous and settings.transport is None and _installed("httpx2")
    return "httpx2" if better else "httpx"


def aiohttp_opener(
    settings: ConnectionSettings, origin: str
) -> "Opener[AsyncPoolTransport] | None":
    """What opens sessions of aiohttp, where these are asked for.

    Raises ConfigurationError for an unusable proxy or certificate, and outside of asyncio.
    """
    if settings.transport != "aiohttp":
        return None
    if running_loop() is None:
        raise ConfigurationError("transport: aiohttp needs asyncio")
    from .aiohttp_transport import AiohttpTransport  # an extra's package

    context, proxy = _route(settings, origin)

    def open_one() -> "AsyncPoolTransport":
        with proxy_faults():
            return AiohttpTransport(
                context, proxy=proxy, limit=MOST_CONNECTIONS, keepalive=KEEPALIVE_EXPIRY
            )

    return Opener(engine=aiohttp_engine(), open=open_one, width=MOST_CONNECTIONS, most=1)


def no_opener(settings: ConnectionSettings, origin: str) -> "Opener[Never] | None":
    """The twin of :func:`aiohttp_opener`: aiohttp is asynchronous."""
    return None


def _route(settings: ConnectionSettings, origin: str) -> tuple[ssl.SSLContext, str | None]:
    """Certificates and proxy for an origin."""
    proxy = proxy_for(origin) if settings.proxy is None else settings.proxy
    return ssl_context(origin, settings.verify, settings.cert), proxy


def _installed(name: str) -> bool:
    return find_spec(name) is not None


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
