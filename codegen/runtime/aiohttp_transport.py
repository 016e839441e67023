"""aiohttp underneath httpx, through httpx-aiohttp."""

import socket
import ssl

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from . import sockets
from .errors import ConfigurationError

__all__ = ["open_aiohttp"]


def open_aiohttp(
    context: ssl.SSLContext, proxy: str | None, limit: int, keepalive: float
) -> httpx.AsyncBaseTransport:
    """A transport of ``limit`` connections, each kept ``keepalive`` seconds when idle.

    Raises ConfigurationError for a SOCKS proxy, ValueError or httpx.InvalidURL for what is none.
    """
    through = None if proxy is None else httpx.Proxy(proxy)
    if through is not None and through.url.scheme.startswith("socks"):
        raise ConfigurationError("proxy: aiohttp knows no SOCKS; transport='httpx' does")

    def session() -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            limit=limit,
            keepalive_timeout=keepalive,
            ssl=context,
            socket_factory=_socket,
        )
        return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    return AiohttpTransport(verify=context, proxy=through, client=session)


def _socket(address: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
    family, kind, protocol, _, _ = address
    return sockets.opened(family, kind, protocol)
