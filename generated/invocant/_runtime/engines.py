# Copied from codegen/runtime/; do not edit.
"""What sends: httpx or httpx2 whole, what is beneath them, or aiohttp; and the errors of each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from ._http import LibraryName, library
from .content_coding import BrokenCoding

if TYPE_CHECKING:
    import httpcore

__all__ = ["CoreLibrary", "Engine", "aiohttp_engine", "client_engine", "core", "core_engine"]

CORES: Final[dict[LibraryName, str]] = {"httpx": "httpcore", "httpx2": "httpcore2"}

Errors = tuple[type[Exception], ...]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Engine:
    """The errors of one way of sending.

    ``errors``: all that tell that an exchange failed. ``timeouts``: those of limits that ran out.
    ``not_sent``: those that are raised before a request can have left. ``quoting``: those whose
    texts may quote a header. ``undecodable``: for a body whose content encoding is broken.
    """

    errors: Errors
    timeouts: Errors
    not_sent: Errors
    quoting: Errors
    undecodable: Errors = (BrokenCoding,)


class CoreLibrary(Protocol):
    """What is used of httpcore or httpcore2, whose types are those of httpcore but for the name."""

    Request: "type[httpcore.Request]"
    URL: "type[httpcore.URL]"
    Proxy: "type[httpcore.Proxy]"
    ConnectionPool: "type[httpcore.ConnectionPool]"
    AsyncConnectionPool: "type[httpcore.AsyncConnectionPool]"
    SyncBackend: "Callable[[], httpcore.NetworkBackend]"
    AnyIOBackend: "Callable[[], httpcore.AsyncNetworkBackend]"
    WriteError: "type[httpcore.WriteError]"
    TimeoutException: type[Exception]
    NetworkError: type[Exception]
    ProtocolError: type[Exception]
    LocalProtocolError: type[Exception]
    ProxyError: type[Exception]
    UnsupportedProtocol: type[Exception]
    ConnectError: type[Exception]
    ConnectTimeout: type[Exception]
    PoolTimeout: type[Exception]


def core(name: LibraryName) -> CoreLibrary:
    """What is beneath httpx or httpx2. Raises ConfigurationError where that is not installed."""
    library(name)
    return cast("CoreLibrary", import_module(CORES[name]))


@cache
def core_engine(name: LibraryName) -> Engine:
    """The errors of connections that are used without httpx's client around them."""
    beneath = core(name)
    return Engine(
        errors=(
            beneath.TimeoutException,
            beneath.NetworkError,
            beneath.ProtocolError,
            beneath.ProxyError,
            beneath.UnsupportedProtocol,
            BrokenCoding,
            OSError,
        ),
        timeouts=(beneath.TimeoutException, TimeoutError),
        not_sent=(
            beneath.ConnectError,
            beneath.ConnectTimeout,
            beneath.PoolTimeout,
            beneath.ProxyError,
            beneath.UnsupportedProtocol,
        ),
        quoting=(beneath.LocalProtocolError,),
    )


@cache
def client_engine(name: LibraryName) -> Engine:
    """The errors of httpx or httpx2."""
    http = library(name)
    return Engine(
        errors=(http.HTTPError, BrokenCoding, OSError),
        timeouts=(http.TimeoutException, TimeoutError),
        not_sent=(
            http.ConnectError,
            http.ConnectTimeout,
            http.PoolTimeout,
            http.ProxyError,
            http.UnsupportedProtocol,
        ),
        quoting=(http.LocalProtocolError,),
        undecodable=(BrokenCoding, http.DecodingError),
    )


@cache
def aiohttp_engine() -> Engine:
    """The errors of aiohttp, which are those of httpx until an answer begins."""
    import aiohttp  # an extra's package

    http = client_engine("httpx")
    return Engine(
        errors=(*http.errors, aiohttp.ClientError),
        timeouts=http.timeouts,
        not_sent=http.not_sent,
        quoting=http.quoting,
    )
