# Copied from codegen/runtime/; do not edit.
"""Which pools of connections are opened for an origin."""

from typing import TYPE_CHECKING, cast

from ..engines import CoreLibrary, core, core_engine
from ..opening import (
    MOST_POOLS,
    POOL_WIDTH,
    ConnectionSettings,
    Opener,
    PoolSettings,
    library_name,
    no_opener,
    pool_settings,
)
from .core_transport import CoreTransport
from .network import JoiningBackend
from .pools import PoolTransport

if TYPE_CHECKING:
    import httpcore

__all__ = ["opener"]


def opener(settings: ConnectionSettings, origin: str) -> Opener[PoolTransport]:
    """What opens pools to an origin.

    Raises ConfigurationError for an unusable proxy or certificate, and for what is not installed.
    """
    other = no_opener(settings, origin)
    if other is not None:
        return other
    name = library_name(settings, asynchronous=False)
    pool = pool_settings(settings, name, origin)

    def open_one() -> PoolTransport:
        return CoreTransport(name, _pool(core(name), pool))

    return Opener(engine=core_engine(name), open=open_one, width=POOL_WIDTH, most=MOST_POOLS)


def _pool(beneath: CoreLibrary, settings: PoolSettings) -> "httpcore.ConnectionPool":
    backend = cast("httpcore.NetworkBackend", JoiningBackend(beneath))
    return beneath.ConnectionPool(
        ssl_context=settings.ssl_context,
        proxy=settings.proxy,
        max_connections=settings.max_connections,
        keepalive_expiry=settings.keepalive_expiry,
        socket_options=settings.socket_options,
        network_backend=backend,
    )
