# Copied from codegen/runtime/; do not edit.
"""What aiohttp raises, as the errors of httpx that mean the same."""

import asyncio
from typing import Final

import aiohttp
import httpx

__all__ = ["as_httpx"]

# The first that fits; those raised before a request can have left come before their parents.
KINDS: Final[tuple[tuple[type[Exception], type[httpx.HTTPError]], ...]] = (
    (aiohttp.ConnectionTimeoutError, httpx.ConnectTimeout),
    (asyncio.TimeoutError, httpx.ReadTimeout),
    (aiohttp.ClientProxyConnectionError, httpx.ProxyError),
    (aiohttp.ClientHttpProxyError, httpx.ProxyError),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    (aiohttp.ServerDisconnectedError, httpx.RemoteProtocolError),
    (aiohttp.ClientOSError, httpx.ReadError),
    (aiohttp.ClientConnectionError, httpx.ReadError),
    (aiohttp.ClientPayloadError, httpx.RemoteProtocolError),
    (aiohttp.ClientResponseError, httpx.RemoteProtocolError),
    (OSError, httpx.ReadError),
    (ValueError, httpx.LocalProtocolError),
)


def as_httpx(error: Exception) -> httpx.HTTPError:
    """The error of httpx for one that aiohttp raised, with its text."""
    kind = next((new for old, new in KINDS if isinstance(error, old)), httpx.NetworkError)
    return kind(str(error))
