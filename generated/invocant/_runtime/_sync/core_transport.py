# Copied from codegen/runtime/; do not edit.
"""What httpx and httpx2 stand on, used without their clients around it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

from .._http import LibraryName, library, parsed, parsed_url
from ..engines import CoreLibrary, Engine, core, core_engine
from ..leftovers import has_leftover
from ..options import Timeout
from ..request import PreparedRequest
from .answer import Answer

if TYPE_CHECKING:
    import httpcore
    import httpx

__all__ = ["CoreTransport"]


class CoreResponse(Protocol):
    """What is used of httpcore's response, whose own types are not complete."""

    status: int
    headers: list[tuple[bytes, bytes]]
    stream: Iterable[bytes]
    extensions: Mapping[str, object]

    def close(self) -> None:
        """Give the connection back, or close it when the body was not read."""
        ...


class CoreTransport:
    """Sends over one pool of httpcore or httpcore2."""

    def __init__(self, name: LibraryName, pool: "httpcore.ConnectionPool") -> None:
        self.engine: Engine = core_engine(name)
        self._name: LibraryName = name
        self._core: CoreLibrary = core(name)
        self._pool: httpcore.ConnectionPool = pool

    def send(self, request: PreparedRequest, timeout: Timeout) -> Answer:
        """The answer when it begins. Raises the engine's errors."""
        host, url = self._address(request)
        content = request.content
        headers = [(b"host", host)]
        headers += [(name.encode(), value.encode()) for name, value in request.headers.items()]
        if content is not None or request.method not in {"GET", "HEAD", "DELETE"}:
            headers.append((b"content-length", b"%d" % len(content or b"")))
        begun = self._pool.handle_request(
            self._core.Request(
                request.method,
                url,
                headers=headers,
                content=content or b"",
                extensions={"timeout": timeout.by_phase()},
            )
        )
        response = cast("CoreResponse", begun)
        reason = response.extensions.get("reason_phrase")
        return Answer(
            engine=self.engine,
            status=response.status,
            reason=reason.decode("ascii", "replace") if isinstance(reason, bytes) else "",
            raw_headers=response.headers,
            body=CoreBody(response),
            response=response,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def _address(self, request: PreparedRequest) -> "tuple[bytes, httpcore.URL]":
        if request.query:
            return _split(self._core, parsed(library(self._name), request))
        return _known(self._name, request.url)


class CoreBody:
    """A body whose connection is closed rather than kept when more came than the body."""

    __slots__: tuple[str, ...] = ("_response",)

    def __init__(self, response: CoreResponse) -> None:
        self._response: CoreResponse = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.stream.__iter__()

    def close(self) -> None:
        """Give the connection back."""
        if has_leftover(self._response):
            connection = self._response.extensions["network_stream"]
            cast("httpcore.NetworkStream", connection).close()
        self._response.close()


@lru_cache(maxsize=256)
def _known(name: LibraryName, url: str) -> "tuple[bytes, httpcore.URL]":
    return _split(core(name), parsed_url(library(name), url))


def _split(beneath: CoreLibrary, url: "httpx.URL") -> "tuple[bytes, httpcore.URL]":
    made = beneath.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return url.netloc, made
