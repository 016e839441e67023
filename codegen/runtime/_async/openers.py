"""Which pools of connections are opened for an origin."""

from typing import TYPE_CHECKING, cast

from ..engines import CoreLibrary, core, core_engine
from ..opening import (
    MOST_POOLS,
    POOL_WIDTH,
    ConnectionSettings,
    Opener,
    PoolSettings,
    aiohttp_opener,
    library_name,
    pool_settings,
)
from .core_transport import AsyncCoreTransport
from .network import AsyncJoiningBackend
from .pools import AsyncPoolTransport

if TYPE_CHECKING:
    import httpcore

__all__ = ["async_opener"]


def async_opener(settings: ConnectionSettings, origin: str) -> Opener[AsyncPoolTransport]:
    """What opens pools to an origin.

    Raises ConfigurationError for an unusable proxy or certificate, and for what is not installed.
    """
    other = aiohttp_opener(settings, origin)
    if other is not None:
        return other
    name = library_name(settings, asynchronous=True)
    pool = pool_settings(settings, name, origin)

    def open_one() -> AsyncPoolTransport:
        return AsyncCoreTransport(name, _pool(core(name), pool))

    return Opener(engine=core_engine(name), open=open_one, width=POOL_WIDTH, most=MOST_POOLS)


def _pool(beneath: CoreLibrary, settings: PoolSettings) -> "httpcore.AsyncConnectionPool":
    backend = cast("httpcore.AsyncNetworkBackend", AsyncJoiningBackend(beneath))
    return beneath.AsyncConnectionPool(
        ssl_context=settings.ssl_context,
        proxy=settings.proxy,
        max_connections=settings.max_connections,
        keepalive_expiry=settings.keepalive_expiry,
        socket_options=settings.socket_options,
        network_backend=backend,
    )
