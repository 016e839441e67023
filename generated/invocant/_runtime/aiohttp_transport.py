# Copied from codegen/runtime/; do not edit.
"""aiohttp in the place of httpcore.

httpx-aiohttp does the same, but takes a connection that the server closed for one that could not be
opened, after which a POST would be repeated, and lets aiohttp's own errors through.
"""

import io
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Final
from weakref import WeakSet

import aiohttp
import httpx
from yarl import URL

from ._async.answer import AsyncAnswer
from ._http import library, parsed, parsed_url
from .aiohttp_connector import Connector, opened
from .aiohttp_errors import as_httpx
from .engines import aiohttp_engine
from .errors import ConfigurationError
from .options import Timeout
from .request import PreparedRequest

__all__ = ["AiohttpTransport"]

# Larger ones are handed over as a file, which aiohttp sends piece by piece.
LARGEST_IN_ONE_PIECE: Final = 2**20

# What httpx takes; aiohttp's default of 8 kB is less than some gateways send.
LONGEST_HEADER: Final = 65_536


class AiohttpTransport:
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
        connector = Connector(
            limit=limit, keepalive_timeout=keepalive, ssl=context, socket_factory=opened
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
        self._open: WeakSet[_Body] = WeakSet()

    async def send(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """Send a request and return the answer when it begins. Raises errors of httpx."""
        try:
            answer = await self._session.request(
                request.method,
                _known(request.url) if not request.query else _address(request),
                headers=request.headers,
                data=_data(request.content),
                allow_redirects=False,
                timeout=_timeout(timeout),
                proxy_headers=_proxy_headers(self._proxy),
            )
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise as_httpx(error) from error
        body = _Body(answer)
        self._open.add(body)
        return AsyncAnswer(
            engine=aiohttp_engine(),
            status=answer.status,
            reason=answer.reason or "",
            raw_headers=answer.raw_headers,
            body=body,
        )

    async def aclose(self) -> None:
        """Close all connections; who reads an answer from one of them gets an error."""
        for body in [*self._open]:
            await body.aclose()
        await self._session.close()


class _Body:
    """A body of aiohttp, as it is."""

    __slots__: tuple[str, ...] = ("__weakref__", "_answer")

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer: aiohttp.ClientResponse = answer

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._answer.content.iter_any()

    async def aclose(self) -> None:
        """Give the connection back, or close it when the body was not read."""
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


@lru_cache(maxsize=256)
def _known(url: str) -> URL:
    return URL(str(parsed_url(library("httpx"), url)), encoded=True)


def _address(request: PreparedRequest) -> URL:
    return URL(str(parsed(library("httpx"), request)), encoded=True)


def _data(content: bytes | None) -> bytes | io.BytesIO | None:
    if content is not None and len(content) > LARGEST_IN_ONE_PIECE:
        return io.BytesIO(content)
    return content or None


def _timeout(limits: Timeout) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        connect=limits.pool, sock_connect=limits.connect, sock_read=limits.read
    )


def _proxy_headers(proxy: httpx.Proxy | None) -> dict[str, str] | None:
    if proxy is None or proxy.raw_auth is None:
        return None
    credentials = b64encode(b":".join(proxy.raw_auth)).decode("ascii")
    return {"Proxy-Authorization": f"Basic {credentials}"}
