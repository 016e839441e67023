# Copied from codegen/runtime/; do not edit.
"""A caller's HTTP client, with its own limits, proxies, hooks and whatever else it was made for."""

import sys
from typing import TYPE_CHECKING, Final, cast

from .._http import HTTPClient, HTTPLibrary, LibraryName, build, library, user_agent
from ..errors import ConfigurationError
from ..options import Timeout
from ..request import PreparedRequest
from .answer import Answer

if TYPE_CHECKING:
    import httpx

__all__ = ["Given"]

LIBRARIES: Final[tuple[LibraryName, ...]] = ("httpx", "httpx2")


class Given:
    """Sends through a client of httpx or httpx2, which stays the caller's to close.

    Raises ConfigurationError for anything else.
    """

    def __init__(self, client: HTTPClient) -> None:
        self.library: HTTPLibrary = _library_of(client)
        self._client: httpx.Client = cast("httpx.Client", client)

    @property
    def is_closed(self) -> bool:
        """Whether its owner closed it."""
        return self._client.is_closed

    def send(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """Send a request and return the answer when it begins. Raises the library's HTTPError."""
        built = self.built(request, timeout)
        response = self._client.send(built, stream=True, follow_redirects=False)
        return Answer(response, self.library, whole=True)

    def send_bare(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """Send a request without the headers, cookies and credentials of the client."""
        return self.send_built(build(self.library, request, timeout))

    def built(self, request: PreparedRequest, timeout: Timeout) -> "httpx.Request":
        """The library's form of a request. Raises ConfigurationError for an unusable address."""
        try:
            return self._client.build_request(
                request.method,
                request.url,
                params=request.query or None,
                headers={"user-agent": user_agent(), **request.headers},
                content=request.content,
                timeout=self.library.Timeout(**timeout.by_phase()),
            )
        except self.library.InvalidURL:
            fault = "host or base_url: not a URL"
        raise ConfigurationError(fault)

    def send_built(self, built: "httpx.Request", *, whole: bool = True) -> Answer:
        """Send a request as it is, without the credentials of the client."""
        response = self._client.send(built, stream=True, follow_redirects=False, auth=None)
        return Answer(response, self.library, whole=whole)

    def close(self) -> None:
        """Leave it open."""


def _library_of(client: object) -> HTTPLibrary:
    for name in LIBRARIES:
        # Whoever has a client of a library has imported it.
        if name in sys.modules and isinstance(client, library(name).Client):
            return library(name)
    given = type(client).__name__
    raise ConfigurationError(f"http_client: Must be an httpx.Client or httpx2.Client (got {given})")
