"""What httpx and httpx2 stand on, used without their clients around it."""

from collections.abc import AsyncIterable, AsyncIterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

from .._http import LibraryName, library, parsed, parsed_url
from ..engines import CoreLibrary, Engine, core, core_engine
from ..leftovers import has_leftover
from ..options import Timeout
from ..request import PreparedRequest
from .answer import AsyncAnswer

if TYPE_CHECKING:
    import httpcore
    import httpx

__all__ = ["AsyncCoreTransport"]


class AsyncCoreResponse(Protocol):
    """What is used of httpcore's response, whose own types are not complete."""

    status: int
    headers: list[tuple[bytes, bytes]]
    stream: AsyncIterable[bytes]
    extensions: Mapping[str, object]

    async def aclose(self) -> None:
        """Give the connection back, or close it when the body was not read."""
        ...


class AsyncCoreTransport:
    """Sends over one pool of httpcore or httpcore2."""

    def __init__(self, name: LibraryName, pool: "httpcore.AsyncConnectionPool") -> None:
        self.engine: Engine = core_engine(name)
        self._name: LibraryName = name
        self._core: CoreLibrary = core(name)
        self._pool: httpcore.AsyncConnectionPool = pool

    async def send(self, request: PreparedRequest, timeout: Timeout) -> AsyncAnswer:
        """The answer when it begins. Raises the engine's errors."""
        host, url = self._address(request)
        content = request.content
        headers = [(b"host", host)]
        headers += [(name.encode(), value.encode()) for name, value in request.headers.items()]
        if content is not None or request.method not in {"GET", "HEAD", "DELETE"}:
            headers.append((b"content-length", b"%d" % len(content or b"")))
        begun = await self._pool.handle_async_request(
            self._core.Request(
                request.method,
                url,
                headers=headers,
                content=content or b"",
                extensions={"timeout": timeout.by_phase()},
            )
        )
        response = cast("AsyncCoreResponse", begun)
        reason = response.extensions.get("reason_phrase")
        return AsyncAnswer(
            engine=self.engine,
            status=response.status,
            reason=reason.decode("ascii", "replace") if isinstance(reason, bytes) else "",
            raw_headers=response.headers,
            body=AsyncCoreBody(response),
            response=response,
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()

    def _address(self, request: PreparedRequest) -> "tuple[bytes, httpcore.URL]":
        if request.query:
            return _split(self._core, parsed(library(self._name), request))
        return _known(self._name, request.url)


class AsyncCoreBody:
    """A body whose connection is closed rather than kept when more came than the body."""

    __slots__: tuple[str, ...] = ("_response",)

    def __init__(self, response: AsyncCoreResponse) -> None:
        self._response: AsyncCoreResponse = response

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._response.stream.__aiter__()

    async def aclose(self) -> None:
        """Give the connection back."""
        if has_leftover(self._response):
            connection = self._response.extensions["network_stream"]
            await cast("httpcore.AsyncNetworkStream", connection).aclose()
        await self._response.aclose()


@lru_cache(maxsize=256)
def _known(name: LibraryName, url: str) -> "tuple[bytes, httpcore.URL]":
    return _split(core(name), parsed_url(library(name), url))


def _split(beneath: CoreLibrary, url: "httpx.URL") -> "tuple[bytes, httpcore.URL]":
    made = beneath.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return url.netloc, made
