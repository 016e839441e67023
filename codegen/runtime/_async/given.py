"""A caller's HTTP client, with its own limits, proxies, hooks and whatever else it was made for."""

import sys
from typing import TYPE_CHECKING, Final, cast

from .._http import AsyncHTTPClient, HTTPLibrary, LibraryName, library, user_agent
from ..errors import ConfigurationError
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncGiven"]

LIBRARIES: Final[tuple[LibraryName, ...]] = ("httpx", "httpx2")


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
                headers={"user-agent": user_agent(), **request.headers},
                content=request.content,
                timeout=self.library.Timeout(**timeout.by_phase()),
            )
        except self.library.InvalidURL:
            raise ConfigurationError("host or base_url: not a URL") from None
        response = await self._client.send(built, stream=True, follow_redirects=False)
        return AsyncAnswer(response, self.library, decoded=True)

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
