# Copied from codegen/runtime/; do not edit.
"""The HTTP libraries, and requests in their terms.

httpx and httpx2 have the same names and shapes, so that which of them sends is a value here.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast

from .errors import ConfigurationError
from .request import PreparedRequest

if TYPE_CHECKING:
    import httpx

__all__ = [
    "AsyncHTTPClient",
    "HTTPClient",
    "HTTPLibrary",
    "LibraryName",
    "library",
    "parsed",
    "parsed_url",
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


class HTTPLibrary(Protocol):
    """What is used of httpx or httpx2, whose types are those of httpx in all but the name."""

    URL: "type[httpx.URL]"
    Request: "type[httpx.Request]"
    Timeout: "type[httpx.Timeout]"
    Client: "type[httpx.Client]"
    AsyncClient: "type[httpx.AsyncClient]"
    HTTPError: "type[httpx.HTTPError]"
    InvalidURL: "type[httpx.InvalidURL]"
    DecodingError: "type[httpx.DecodingError]"
    TimeoutException: "type[httpx.TimeoutException]"
    LocalProtocolError: type[Exception]
    ConnectError: type[Exception]
    ConnectTimeout: type[Exception]
    PoolTimeout: type[Exception]
    ProxyError: type[Exception]
    UnsupportedProtocol: type[Exception]


@cache
def library(name: LibraryName) -> HTTPLibrary:
    """The library of that name. Raises ConfigurationError where it is not installed."""
    try:
        return cast("HTTPLibrary", import_module(name))
    except ModuleNotFoundError:
        fault = f"transport: {name} is not installed: pip install 'invocant[{name}]'"
    raise ConfigurationError(fault)


def parsed(http: HTTPLibrary, request: PreparedRequest) -> "httpx.URL":
    """The address of a request with its query. Raises ConfigurationError for an unusable one."""
    url = parsed_url(http, request.url)
    return url.copy_merge_params(request.query) if request.query else url


def parsed_url(http: HTTPLibrary, url: str) -> "httpx.URL":
    """An address. Raises ConfigurationError for an unusable one."""
    try:
        return http.URL(url)
    except http.InvalidURL:
        fault = "host or base_url: not a URL"
    raise ConfigurationError(fault)
