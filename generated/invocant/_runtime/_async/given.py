# Copied from codegen/runtime/; do not edit.
"""A caller's HTTP client, with its own limits, proxies, hooks and whatever else it was made for."""

import sys
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Final, cast

from .._http import AsyncHTTPClient, HTTPLibrary, LibraryName, library, parsed
from ..errors import ConfigurationError
from ..headers import Headers
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncGiven"]

LIBRARIES: Final[tuple[LibraryName, ...]] = ("httpx", "httpx2")


class AsyncGivenBody:
    """A body that the caller's client decodes, and of whose end it has to know."""

    __slots__: tuple[str, ...] = ("_response",)

    def __init__(self, response: "httpx.Response") -> None:
        self._response: httpx.Response = response

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._response.aiter_bytes()

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._response.aclose()


class AsyncGiven:
    """Sends through a client of httpx or httpx2, which stays the caller's to close.

    Raises ConfigurationError for anything else.
    """

    def __init__(self, client: AsyncHTTPClient) -> None:
        self.library: HTTPLibrary = _library_of(client)
        self._client: httpx.AsyncClient = cast("httpx.AsyncClient", client)

    @property
    def is_closed(self) -> bool:
        """Whether its owner closed it."""
        return self._client.is_closed

    async def send(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """Send a request and return the answer when it begins. Raises the library's HTTPError."""
        try:
            built = self._client.build_request(
                request.method,
                request.url,
                params=request.query or None,
                headers=request.headers,
                content=request.content,
                timeout=self.library.Timeout(**timeout.by_phase()),
            )
        except self.library.InvalidURL:
            raise ConfigurationError("host or base_url: not a URL") from None
        response = await self._client.send(built, stream=True, follow_redirects=False)
        return self._answer(response)

    async def send_bare(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """Send a request without the headers, cookies and credentials of the client."""
        url, content = parsed(self.library, request), request.content
        headers = {"host": url.netloc.decode("ascii"), **request.headers}
        built = self.library.Request(
            request.method,
            url,
            headers=headers,
            content=content,
            extensions={"timeout": timeout.by_phase()},
        )
        response = await self._client.send(built, stream=True, follow_redirects=False, auth=None)
        return self._answer(response)

    def _answer(self, response: "httpx.Response") -> AsyncAnswer:
        return AsyncAnswer(
            library=self.library,
            status=response.status_code,
            reason=response.reason_phrase,
            headers=Headers.from_raw(response.headers.raw),
            body=AsyncGivenBody(response),
            encoded=False,
            response=response,
        )

    async def close(self) -> None:
        """Leave it open."""


def _library_of(client: object) -> HTTPLibrary:
    for name in LIBRARIES:
        # Whoever has a client of a library has imported it.
        if name in sys.modules and isinstance(client, library(name).AsyncClient):
            return library(name)
    given = type(client).__name__
    raise ConfigurationError(
        f"http_client: Must be an httpx.AsyncClient or httpx2.AsyncClient (got {given})"
    )
