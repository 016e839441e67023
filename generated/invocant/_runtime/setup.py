# Copied from codegen/runtime/; do not edit.
"""What the transports of clients are made from, whichever flavour they have."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard

from ._http import AsyncHTTPClient
from .errors import ConfigurationError
from .observers import Observers
from .opening import ConnectionSettings
from .options import RequestOptions
from .settings import Settings

if TYPE_CHECKING:
    from ._async.transport import AsyncTransport

__all__ = ["Setup", "asynchronous"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Setup:
    """Where to send, over which connections, and what the caller asked for beside.

    ``http_client``: the caller's own, of either flavour.
    """

    settings: Settings
    connections: ConnectionSettings
    http_client: object = field(repr=False)
    options: RequestOptions = field(repr=False)
    observers: Observers = field(repr=False)


def asynchronous(setup: Setup) -> "AsyncTransport":
    """An asynchronous transport with connections of its own.

    Raises ConfigurationError where the caller's HTTP client is a synchronous one.
    """
    from ._async.transport import AsyncTransport

    given, connections = setup.http_client, setup.connections
    if given is not None and not _is_asynchronous(given):
        raise ConfigurationError("http_client: an asynchronous client needs an asynchronous one")
    return AsyncTransport(
        setup.settings,
        http_client=given,
        transport=connections.transport,
        verify=connections.verify,
        cert=connections.cert,
        proxy=connections.proxy,
        options=setup.options,
        observers=setup.observers,
    )


def _is_asynchronous(client: object) -> TypeGuard[AsyncHTTPClient]:
    return hasattr(client, "aclose")
