# Copied from codegen/runtime/; do not edit.
"""The HTTP libraries, and requests in their terms.

httpx and httpx2 have the same names and shapes, so that which of them sends is a value here. With
``opening`` and ``faults`` this is all of the package that knows them.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast

from .errors import ConfigurationError
from .options import Timeout
from .request import PreparedRequest

if TYPE_CHECKING:
    import httpx

__all__ = [
    "AsyncHTTPClient",
    "HTTPClient",
    "HTTPLibrary",
    "LibraryName",
    "build",
    "library",
    "parsed",
]

LibraryName = Literal["httpx", "httpx2"]


class HTTPClient(Protocol):
    """A client of httpx or httpx2: their ``Client``."""

    @property
    def is_closed(self) -> bool:
        """Whether the client was closed."""
        ...

    def close(self) -> None:
        """Close the client."""
        ...


class AsyncHTTPClient(Protocol):
    """An asynchronous client of httpx or httpx2: their ``AsyncClient``."""

    @property
    def is_closed(self) -> bool:
        """Whether the client was closed."""
        ...

    async def aclose(self) -> None:
        """Close the client."""
        ...


class HTTPLibrary(Hashable, Protocol):
    """What is used of httpx or httpx2, whose types are those of httpx in all but the name."""

    URL: "type[httpx.URL]"
    Request: "type[httpx.Request]"
    ByteStream: "type[httpx.ByteStream]"
    Limits: "type[httpx.Limits]"
    Timeout: "type[httpx.Timeout]"
    Client: "type[httpx.Client]"
    AsyncClient: "type[httpx.AsyncClient]"
    HTTPTransport: "type[httpx.HTTPTransport]"
    AsyncHTTPTransport: "type[httpx.AsyncHTTPTransport]"
    HTTPError: "type[httpx.HTTPError]"
    InvalidURL: "type[httpx.InvalidURL]"
    DecodingError: "type[httpx.DecodingError]"
    TimeoutException: "type[httpx.TimeoutException]"
    LocalProtocolError: "type[httpx.LocalProtocolError]"


@cache
def library(name: LibraryName) -> HTTPLibrary:
    """The library of that name. Raises ConfigurationError where it is not installed."""
    try:
        return cast("HTTPLibrary", import_module(name))
    except ModuleNotFoundError:
        fault = f"transport: {name} is not installed: pip install 'invocant[{name}]'"
    raise ConfigurationError(fault)


@dataclass(frozen=True, kw_only=True, slots=True)
class RawHeaders:
    """Headers as transports read them."""

    raw: list[tuple[bytes, bytes]]


@dataclass(frozen=True, kw_only=True, slots=True)
class RawRequest:
    """What transports read of a request: ``httpx.Request`` would parse its headers again."""

    method: str
    url: "httpx.URL"
    headers: RawHeaders
    stream: "httpx.ByteStream"
    extensions: dict[str, object]


def build(http: HTTPLibrary, request: PreparedRequest, timeout: Timeout) -> "httpx.Request":
    """A request as transports take it. Raises ConfigurationError for an unusable address."""
    url = parsed(http, request)
    content = request.content or b""
    headers = [(b"host", url.netloc)]
    headers += [(name.encode(), value.encode()) for name, value in request.headers.items()]
    if request.content is not None or request.method not in {"GET", "HEAD", "DELETE"}:
        headers.append((b"content-length", b"%d" % len(content)))
    made = RawRequest(
        method=request.method,
        url=url,
        headers=RawHeaders(raw=headers),
        stream=http.ByteStream(content),
        extensions={"timeout": timeout.by_phase()},
    )
    return cast("httpx.Request", made)


def parsed(http: HTTPLibrary, request: PreparedRequest) -> "httpx.URL":
    """The address of a request with its query. Raises ConfigurationError for an unusable one."""
    url = _parser(http)(request.url)
    return url.copy_merge_params(request.query) if request.query else url


@cache
def _parser(http: HTTPLibrary) -> "Callable[[str], httpx.URL]":
    @lru_cache(maxsize=256)
    def parse(url: str) -> "httpx.URL":
        try:
            return http.URL(url)
        except http.InvalidURL:
            fault = "host or base_url: not a URL"
        raise ConfigurationError(fault)

    return parse
