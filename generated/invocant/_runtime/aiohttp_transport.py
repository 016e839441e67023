# Copied from codegen/runtime/; do not edit.
"""aiohttp in the place of httpx's own transport.

httpx-aiohttp does the same, but takes a connection that the server closed for one that could not be
opened, after which a POST would be repeated, and lets aiohttp's own errors through.
"""

import io
import socket
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Final, cast

import aiohttp
import httpx
from yarl import URL

from . import sockets
from .aiohttp_errors import as_httpx
from .errors import ConfigurationError

__all__ = ["AiohttpTransport"]

# Larger ones are handed over as a file, which aiohttp sends piece by piece.
LARGEST_IN_ONE_PIECE: Final = 2**20

# What httpx takes; aiohttp's default of 8 kB is less than some gateways send.
LONGEST_HEADER: Final = 65_536

# Headers that httpx has and aiohttp makes itself.
OWN_HEADERS: Final = frozenset({b"host", b"content-length"})


class AiohttpTransport(httpx.AsyncBaseTransport):
    """Sends through a session of aiohttp, opened in the running event loop.

    ``limit`` is the number of connections, ``keepalive`` how many seconds an idle one is kept.
    Raises ConfigurationError for a SOCKS proxy, ValueError or httpx.InvalidURL for what is none.
    """

    def __init__(
        self, context: ssl.SSLContext, *, proxy: str | None, limit: int, keepalive: float
    ) -> None:
        self._proxy: httpx.Proxy | None = None if proxy is None else httpx.Proxy(proxy)
        if self._proxy is not None and self._proxy.url.scheme.startswith("socks"):
            raise ConfigurationError("proxy: aiohttp knows no SOCKS; transport='httpx' does")
        connector = _Connector(
            limit=limit, keepalive_timeout=keepalive, ssl=context, socket_factory=_socket
        )
        self._session: aiohttp.ClientSession = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=LONGEST_HEADER,
            max_field_size=LONGEST_HEADER,
            skip_auto_headers=("Content-Type",),
            middlewares=(_once,),
            proxy=None if self._proxy is None else URL(str(self._proxy.url)),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the answer when it begins. Raises errors of httpx."""
        content = b"".join(cast("httpx.ByteStream", request.stream))
        try:
            answer = await self._session.request(
                request.method,
                _url(str(request.url)),
                headers=[
                    (name.decode("ascii"), value.decode("ascii"))
                    for name, value in request.headers.raw
                    if name not in OWN_HEADERS
                ],
                data=_data(content),
                allow_redirects=False,
                timeout=_timeout(request),
                proxy_headers=_proxy_headers(self._proxy),
            )
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise as_httpx(error) from error
        return httpx.Response(
            answer.status,
            headers=answer.raw_headers,
            stream=_Body(answer),
            extensions={"reason_phrase": (answer.reason or "").encode()},
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._session.close()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer: aiohttp.ClientResponse = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._answer.content.iter_any():
                yield piece
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise as_httpx(error) from error

    async def aclose(self) -> None:
        self._answer.release()


async def _once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Let no error of aiohttp's get to its session.

    It would send GET, PUT and DELETE again, which is not its to decide.
    """
    try:
        return await handler(request)
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        raise as_httpx(error) from error


class _Connector(aiohttp.TCPConnector):
    """Passes over idle connections on which something has come that nobody asked for."""

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: "list[aiohttp.tracing.Trace]",
        timeout: aiohttp.ClientTimeout,
    ) -> aiohttp.connector.Connection:
        while True:
            connection = await super().connect(req, traces, timeout)
            if connection.protocol is None or not connection.protocol.should_close:
                return connection
            connection.close()


@lru_cache(maxsize=256)
def _url(text: str) -> URL:
    return URL(text, encoded=True)


def _data(content: bytes) -> bytes | io.BytesIO | None:
    if len(content) > LARGEST_IN_ONE_PIECE:
        return io.BytesIO(content)
    return content or None


def _timeout(request: httpx.Request) -> aiohttp.ClientTimeout:
    limits: dict[str, float | None] = request.extensions.get("timeout", {})
    return aiohttp.ClientTimeout(
        connect=limits.get("pool"),
        sock_connect=limits.get("connect"),
        sock_read=limits.get("read"),
    )


def _proxy_headers(proxy: httpx.Proxy | None) -> dict[str, str] | None:
    if proxy is None or proxy.raw_auth is None:
        return None
    credentials = b64encode(b":".join(proxy.raw_auth)).decode("ascii")
    return {"Proxy-Authorization": f"Basic {credentials}"}


def _socket(address: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
    family, kind, protocol, _, _ = address
    return sockets.opened(family, kind, protocol)
